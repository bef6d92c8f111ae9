//! Postal codes before and behind the name of a city: “34117 Kassel”, “211 22 Malmö”, “London SW1P 3JX”.

/// How many words at the beginning are a postal code.
pub(super) fn before(words: &[&str]) -> usize {
    match words {
        // “1017 AB Amsterdam”.
        [code, letters, ..] if is_code(code) && code.len() == 4 && shape(letters) == "AA" => 2,
        [code, ..] if is_code(code) || shape(code) == "9999AA" => 1,
        // “211 22 Malmö”, “SE-411 10 Göteborg”, “602 00 Brno”.
        [first, second, _, ..]
            if shape(without_country(first)) == "999" && shape(second) == "99" =>
        {
            2
        }
        _ => 0,
    }
}

/// How many words at the end are a postal code.
pub(super) fn behind(words: &[&str]) -> usize {
    match words {
        [.., _, outward, inward] if is_lettered(outward, inward) => 2,
        [.., last] if is_code(last) => 1,
        [.., "London", last] if is_outward(last) => 1,
        _ => 0,
    }
}

/// The name of a city without the postal code before or behind it: “Kassel” of “34117 Kassel”.
pub(super) fn without(city: &str) -> &str {
    let words: Vec<&str> = city.split_whitespace().collect();
    let from = before(&words);
    let to = words.len().saturating_sub(behind(&words));
    // “8000 Zürich 3000”: one of both, so that the rest is one part of the text.
    let bare = match words.get(from..).unwrap_or_default() {
        [first, ..] if from > 0 => city.find(first).and_then(|at| city.get(at..)),
        _ => None,
    };
    let is_name = |rest: &&str| rest.chars().any(char::is_alphabetic);
    if let Some(rest) = bare.filter(is_name) {
        return rest.trim();
    }
    let last = words.get(to).filter(|_| to > 0 && to < words.len());
    let rest = last.and_then(|last| city.get(..city.rfind(last)?));
    // “SW1P 3JX” is behind two words: the first of them is cut.
    rest.filter(is_name).map_or(city, str::trim)
}

/// Whether a word is a postal code: four digits or more, perhaps with a dash or the letters of a country before it.
fn is_code(word: &str) -> bool {
    let word = without_country(word.strip_prefix('〒').unwrap_or(word));
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let is_number = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    digits >= 4 && word.bytes().all(is_number)
}

/// “10117” of “D-10117”.
fn without_country(word: &str) -> &str {
    let is_country =
        |country: &str| country.len() <= 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    match word.split_once('-') {
        Some((country, rest)) if is_country(country) => rest,
        _ => word,
    }
}

/// Whether two words are a postal code of letters and digits: British (SW1P 3JX), Canadian (M5H 2N2).
fn is_lettered(outward: &str, inward: &str) -> bool {
    let canadian = shape(outward) == "A9A" && shape(inward) == "9A9";
    is_outward(outward) && shape(inward) == "9AA" || canadian
}

/// Whether a word is the first half of a British postal code, as the districts of London are called: “London W1K”.
fn is_outward(word: &str) -> bool {
    ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].contains(&shape(word).as_str())
}

/// `A` for each capital, `9` for each digit.
pub(super) fn shape(word: &str) -> String {
    let letters = word.chars().map(|letter| match letter {
        'A'..='Z' => 'A',
        '0'..='9' => '9',
        _ => '?',
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_cut_from_its_postal_code() {
        for (text, city) in [
            ("34117 Kassel", "Kassel"),
            ("A-4020 Linz", "Linz"),
            ("211 22 Malmö", "Malmö"),
            ("SE-411 10 Göteborg", "Göteborg"),
            ("00-277 Warszawa", "Warszawa"),
            ("1100-200 Lisboa", "Lisboa"),
            ("3511 ED Utrecht", "Utrecht"),
            ("5611EB Eindhoven", "Eindhoven"),
            ("Leeds LS1 3AD", "Leeds"),
            ("Budapest 1055", "Budapest"),
            ("34117 Bad Hersfeld", "Bad Hersfeld"),
            ("28013 Madrid (Madrid)", "Madrid (Madrid)"),
            ("Kassel", "Kassel"),
            ("34117", "34117"),
            ("LS1 3AD", "LS1 3AD"),
            ("", ""),
        ] {
            assert_eq!(without(text), city, "{text}");
        }
    }
}
