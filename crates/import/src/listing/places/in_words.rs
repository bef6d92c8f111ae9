//! A city named in the middle of a sentence: “Kundgebung in Köln am Neumarkt”, “bike ride from Leeds to York”.

use fold::fold;

use super::super::line::Line;
use super::super::line::span::Kind;
use crate::when::streets;
use crate::when::tokens::{Token, tokens};
use crate::words::IN;

/// Whether a text is “in” a city, and nothing else.
pub fn is_in(text: &str, city: &str) -> bool {
    let link = text.strip_suffix(city).map(|link| fold(link.trim()));
    link.is_some_and(|link| IN.contains(&link.as_str()))
}

/// The line with “a Roma” as “Roma”, where that is all that stands between two marks: “Lazio: a Roma, piazza Dante”.
pub fn without_in(line: Line, is_city: impl Fn(&str) -> bool) -> Line {
    let texts = line.spans.iter().filter_map(|span| match &span.kind {
        Kind::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let linked = texts.filter(|text| {
        let parts = text.split_once(' ');
        parts.is_some_and(|(link, name)| {
            let is_link = IN.contains(&link) || link == "ad";
            is_link && name.starts_with(char::is_uppercase) && is_city(name)
        })
    });
    let linked: Vec<String> = linked.map(str::to_owned).collect();
    if linked.is_empty() || line.spans.len() < 3 {
        return line;
    }
    let text = linked.iter().fold(line.text.clone(), |text, linked| {
        let name = linked.split_once(' ').map_or("", |(_, name)| name);
        text.replacen(linked, name, 1)
    });
    line.cut_anew(&text)
}

/// Whether a text begins like no name, and ends “in” a city: “geht es weiter in Dresden”.
pub fn ends_in(text: &str, city: &str) -> bool {
    let before = text.strip_suffix(city).map(str::trim_end);
    let link = before
        .and_then(|before| before.rsplit(' ').next())
        .map(fold);
    text.starts_with(char::is_lowercase) && link.is_some_and(|link| IN.contains(&link.as_str()))
}

/// Words for “from” and “to” between which and after which a journey's two ends stand, folded; of one language each.
const FROM_TO: [(&[&str], &[&str]); 9] = [
    (&["from"], &["to", "until"]),
    (&["von", "ab"], &["nach", "bis", "zu"]),
    (&["de", "d", "depuis"], &["a", "jusqu", "vers"]),
    (&["de", "desde"], &["a", "hasta", "hacia", "ate", "para"]),
    (&["da"], &["a", "ad", "fino", "verso"]),
    (&["van", "vanuit"], &["naar", "tot"]),
    (&["fran", "fra"], &["till", "til"]),
    (&["dari"], &["ke", "sampai", "menuju"]),
    (&["din", "la"], &["la", "spre"]),
];

/// Small words within the name of a building or square, not behind that of a city, folded.
const LINKS: [&str; 9] = [
    "da", "do", "das", "dos", "della", "dello", "degli", "delle", "of",
];

/// Turkish endings for “from” and “to”, which stand after a name and an apostrophe.
const FROM_TO_ENDINGS: (&[&str], &[&str]) =
    (&["dan", "den", "tan", "ten"], &["a", "e", "ya", "ye"]);

/// A text and its tokens.
struct Sentence<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

impl<'t> Sentence<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            tokens: tokens(text),
        }
    }

    fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        let word = self.tokens.get(at).and_then(Token::word);
        word.is_some_and(|word| words.contains(&word))
    }

    fn is_apostrophe(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is('\''))
    }

    fn is_capital(&self, at: usize) -> bool {
        let first = self
            .tokens
            .get(at)
            .and_then(|token| self.text[token.at.clone()].chars().next());
        first.is_some_and(char::is_uppercase)
    }

    fn words(&self, from: usize, to: usize) -> &'t str {
        &self.text[self.tokens[from].at.start..self.tokens[to - 1].at.end]
    }

    /// The whole name that begins at a token: “in San Sebastián” is not in San.
    fn name(&self, from: usize) -> Option<&'t str> {
        if !self.is_capital(from) {
            return None;
        }
        let joined = |end: usize| self.tokens[end].at.start - self.tokens[end - 1].at.end <= 1;
        let mut end = from + 1;
        loop {
            // “Assembleia da República”.
            let link = usize::from(self.is_one_of(end, &LINKS) && joined(end));
            if !self.is_capital(end + link) || !joined(end + link) {
                break;
            }
            end += link + 1;
        }
        Some(self.words(from, end))
    }

    /// The city whose name begins at a token, and the token behind it; with small words in the name, “Viña del Mar”.
    fn city(&self, from: usize, is_city: &impl Fn(&str) -> bool) -> Option<(&'t str, usize)> {
        const MOST: usize = 5;
        if !self.is_capital(from) {
            return None;
        }
        let most = self.tokens.len().min(from + MOST);
        let ends = (from + 1..=most).rev();
        ends.filter(|end| self.is_capital(end - 1))
            .map(|end| (self.words(from, end), end))
            .find(|(name, _)| is_city(name))
    }

    /// The city where a journey begins, if one is described from the token `at` on.
    fn start(&self, at: usize, is_city: &impl Fn(&str) -> bool) -> Option<&'t str> {
        for (from, to) in FROM_TO {
            if !self.is_one_of(at, from) {
                continue;
            }
            // “d’Arles”, “jusqu’à Nice”.
            let mark = |at: usize| usize::from(self.is_apostrophe(at));
            let Some((start, end)) = self.city(at + 1 + mark(at + 1), is_city) else {
                continue;
            };
            let behind = end + 1 + mark(end + 1);
            let ends = |at: usize| self.city(at, is_city).is_some();
            // “To” may be two words: “fino a Roma”, “bis nach Bonn”.
            if self.is_one_of(end, to)
                && (ends(behind) || self.is_one_of(behind, to) && ends(behind + 1))
            {
                return Some(start);
            }
        }
        let (start, end) = self.city(at, is_city)?;
        let ending = |at, endings| self.is_apostrophe(at) && self.is_one_of(at + 1, endings);
        let (from, to) = FROM_TO_ENDINGS;
        let (_, last) = ending(end, from).then(|| self.city(end + 2, is_city))??;
        ending(last, to).then_some(start)
    }
}

/// “Radtour von Köln nach Bonn”: the city where the journey begins that one of the texts tells of.
pub fn journey<'t>(
    mut texts: impl Iterator<Item = &'t str>,
    is_city: &impl Fn(&str) -> bool,
) -> Option<&'t str> {
    texts.find_map(|text| {
        let sentence = Sentence::new(text);
        (0..sentence.tokens.len()).find_map(|at| sentence.start(at, is_city))
    })
}

/// “A Bologna appuntamento alle 10.15”: the city behind a word for “in” with which a sentence begins.
pub fn opening<'t>(text: &'t str, is_city: &impl Fn(&str) -> bool) -> Option<&'t str> {
    let sentence = Sentence::new(text);
    let street = streets::is_first(&sentence.tokens, 1);
    let (city, _) = sentence.city(1, is_city)?;
    (sentence.is_one_of(0, &IN) && !street).then_some(city)
}

/// “Kundgebung in Köln am Neumarkt”: the cities that stand after a word for “in”, each once.
pub fn cities<'t>(
    texts: impl Iterator<Item = &'t str>,
    is_city: &impl Fn(&str) -> bool,
) -> Vec<&'t str> {
    let mut found = Vec::new();
    for text in texts {
        let sentence = Sentence::new(text);
        for at in 0..sentence.tokens.len() {
            // “In Piazza del Nettuno” is not in Piazza.
            if sentence.is_one_of(at, &IN)
                && !streets::is_first(&sentence.tokens, at + 1)
                && let Some(name) = sentence.name(at + 1)
                && is_city(name)
                && !found.contains(&name)
            {
                found.push(name);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let cities = [
            "Leeds",
            "York",
            "Köln",
            "Bonn",
            "Lyon",
            "Arles",
            "Nice",
            "Valparaíso",
            "Viña del Mar",
            "Milano",
            "Roma",
            "Utrecht",
            "Lund",
            "Malmö",
            "İstanbul",
            "Ankara",
            "New York",
        ];
        let found = journey([text].into_iter(), &|name: &str| cities.contains(&name));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_journey_is_where_it_begins() {
        check("bike ride from Leeds to York", Some("Leeds"));
        check("March from New York to Leeds and back", Some("New York"));
        check("Radtour von Köln bis nach Bonn", Some("Köln"));
        check("marche de Lyon à Nice", Some("Lyon"));
        check("marche d’Arles jusqu’à Nice", Some("Arles"));
        check("marcha de Valparaíso a Viña del Mar", Some("Valparaíso"));
        check(
            "caminata desde Viña del Mar hasta Valparaíso",
            Some("Viña del Mar"),
        );
        check("marcia da Milano fino a Roma", Some("Milano"));
        check("fietstocht van Utrecht naar Bonn", Some("Utrecht"));
        check("marsch från Lund till Malmö", Some("Lund"));
        check("İstanbul'dan Ankara'ya yürüyüş", Some("İstanbul"));
    }

    #[test]
    fn a_sentence_begins_with_its_city() {
        let is_city = |name: &str| ["Bologna", "Piazza", "Leeds"].contains(&name);
        assert_eq!(opening("A Bologna appuntamento", &is_city), Some("Bologna"));
        assert_eq!(opening("In Leeds we meet", &is_city), Some("Leeds"));
        assert_eq!(opening("In Piazza Maggiore", &is_city), None);
        assert_eq!(opening("Bologna in festa", &is_city), None);
        let named = |text| cities([text].into_iter(), &is_city);
        assert_eq!(named("A Bologna, in Piazza Maggiore"), ["Bologna"]);
    }

    #[test]
    fn what_goes_to_no_other_city_is_no_journey() {
        check("Demo von Köln", None);
        check("Kundgebung von Köln gegen Bonn", None);
        check("from Leeds to the station", None);
        check("Rassemblement place de Lyon à 15 heures", None);
        check("İstanbul'dan selamlar", None);
    }
}
