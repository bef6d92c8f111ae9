//! A place in one text, taken apart: between commas, dashes and brackets, postal codes aside.

use super::postcode;
use super::regions;
use super::venue::without_designator;

/// A part of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// What it is called, without a postal code.
    pub name: String,
    /// As it stands.
    pub written: String,
    /// Whether it comes with a postal code, so it is a city.
    pub postal: bool,
    /// Whether it stands in brackets behind another.
    pub bracketed: bool,
}

/// What marks the beginning of brackets while a text is taken apart.
const BRACKET: char = '\u{1}';

/// The parts of a place.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let text = text.replace(
        [
            ';', '\n', '\r', '|', '،', '，', '、', '·', '•', '・', ')', '）', ']', BRACKET,
        ],
        ",",
    );
    let text = after_city(&text);
    let text = text.replace(['(', '（', '['], ",\u{1}");
    let text = [" - ", " – ", " — ", "- ", " : ", " / "]
        .into_iter()
        .fold(text, |text, dash| text.replace(dash, ","));
    text.split(',')
        .flat_map(state_behind)
        .flat_map(part)
        .collect()
}

/// “千葉市中央公園”: a comma behind the word for a city, where Japanese has none.
fn after_city(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut name = 0;
    let han = |letter: char| u32::from(letter) >= 0x2e80 && letter.is_alphabetic();
    while let Some(letter) = letters.next() {
        out.push(letter);
        name = if han(letter) { name + 1 } else { 0 };
        // “四日市駅”: not behind one letter, and not before another word for a place of the same name.
        let behind = letters.peek().copied();
        let place = behind.is_some_and(|next| han(next) && !"役立場民内長政営街駅".contains(next));
        // “那覇市 県民広場”.
        let spaced = behind.is_some_and(|next| matches!(next, ' ' | '\u{3000}'));
        let is_city = letter == '市' && (place || spaced) || "区町村".contains(letter) && spaced;
        if is_city && name > 2 {
            out.push(',');
            name = 0;
        }
    }
    out
}

/// “Belo Horizonte/MG”: the city and its state; “Biel/Bienne” is one name.
fn state_behind(text: &str) -> Vec<&str> {
    match text.trim_end().rsplit_once('/') {
        Some((city, state))
            if (2..4).contains(&state.len())
                && state.bytes().all(|letter| letter.is_ascii_uppercase())
                && (city.chars().any(char::is_lowercase) || state.len() == 2) =>
        {
            vec![city, state]
        }
        _ => vec![text],
    }
}

fn part(text: &str) -> Vec<Part> {
    let bracketed = text.starts_with(BRACKET);
    let text = text.trim_start_matches(BRACKET);
    let text = text.trim().trim_matches(['.', ':', '"', '“', '”']).trim();
    let words: Vec<&str> = text.split_whitespace().collect();
    // “75011 Paris”, “Austin TX 78701”, “D-10117 Berlin”, “1017 AB Amsterdam”, “〒150-0001”.
    let from = postcode::before(&words);
    let behind = postcode::behind(&words[from..]);
    let mut to = words.len() - behind;
    if from >= to {
        return Vec::new();
    }
    let state = words
        .get(to - 1)
        .filter(|word| to - from > 1 && regions::ends_address(word));
    // “50122 Firenze FI”: the letters of an Italian province, behind a city with its postal code.
    let province = words
        .get(to - 1)
        .is_some_and(|word| postcode::shape(word) == "AA");
    let province = province && from == 1 && to - from > 1 && words[0].len() == 5;
    if state.is_some() || province {
        to -= 1;
    }
    let written = match state {
        Some(_) => words[..to].join(" "),
        None => text.to_owned(),
    };
    let named = Part {
        name: without_designator(&words[from..to].join(" ")).to_owned(),
        written,
        postal: from > 0 || behind > 0,
        bracketed,
    };
    let state = state.map(|state| Part {
        name: (*state).to_owned(),
        written: (*state).to_owned(),
        postal: false,
        bracketed,
    });
    std::iter::once(named).chain(state).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let show = |part: Part| match part.postal {
            true => format!("{}*", part.name),
            false => part.name,
        };
        assert_eq!(
            parts(text).into_iter().map(show).collect::<Vec<_>>(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn parts_of_places() {
        check("Place X, 75011 Paris", &["Place X", "Paris*"]);
        check("Capitol, Austin TX 78701", &["Capitol", "Austin*", "TX"]);
        check(
            "São Paulo, SP (Praça da Sé)",
            &["São Paulo", "SP", "Praça da Sé"],
        );
        check(
            "Piazza Duomo, 50122 Firenze FI",
            &["Piazza Duomo", "Firenze*"],
        );
        check("D-10117 Berlin", &["Berlin*"]);
        check("Stortorget, 211 22 Malmö", &["Stortorget", "Malmö*"]);
        check("Park Lane, London W1K", &["Park Lane", "London*"]);
        check("Halle A4, Berlin", &["Halle A4", "Berlin"]);
        check("Belo Horizonte/MG", &["Belo Horizonte", "MG"]);
        check("BELO HORIZONTE/MG", &["BELO HORIZONTE", "MG"]);
        check("Biel/Bienne", &["Biel/Bienne"]);
        check("BIEL/BIENNE", &["BIEL/BIENNE"]);
        check("Dam 1, 1012 JS Amsterdam", &["Dam 1", "Amsterdam*"]);
        check("Dresden, Neumarkt, 01067", &["Dresden", "Neumarkt"]);
        check(
            "Salle - 7, place X - 86150 Le Vigeant",
            &["Salle", "7", "place X", "Le Vigeant*"],
        );
        check(
            "Parliament Square, London SW1P 3JX",
            &["Parliament Square", "London*"],
        );
        check(
            "Queen St W, Toronto ON M5H 2N2",
            &["Queen St W", "Toronto*", "ON"],
        );
        check("千葉市中央公園", &["千葉市", "中央公園"]);
        check("那覇市 県民広場", &["那覇市", "県民広場"]);
        check("大阪市\u{3000}中之島公園", &["大阪市", "中之島公園"]);
        check("横浜・桜木町駅前", &["横浜", "桜木町駅前"]);
        check("四日市駅前", &["四日市駅前"]);
        check("渋谷区役所前市民広場", &["渋谷区役所前市民広場"]);
        check("площадь Ленина, г. Москва", &["площадь Ленина", "Москва"]);
        check("", &[]);
    }
}
