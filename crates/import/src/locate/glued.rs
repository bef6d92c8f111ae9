//! A city with words around it that are no part of its name: “TORINO concentramento”, “Norwich is”, “FCT Abuja”.

use super::free::{Known, Outcome};
use super::home_country::KNOWN_AT_HOME;
use super::locator::Locator;
use super::parts::parts;
use super::venue::is_kind_of_venue;
use crate::actions::is_action;
use crate::when::streets;

/// As many people has a city that is found so where nothing is known of where the other entries are.
const METROPOLIS: u32 = 300_000;

/// Words within names, behind which another name stands: “Carrefour de l'Europe”.
const OF: [&str; 27] = [
    "de", "d", "du", "des", "da", "do", "dos", "das", "del", "della", "dei", "di", "of", "the",
    "von", "van", "der", "den", "am", "an", "la", "le", "el", "al", "i", "y", "e",
];

/// The most words of a name.
const MOST_WORDS: usize = 4;

impl<'g> Locator<'g> {
    /// Reads a text in which no place is known otherwise, with the words around the one city that stands in it left out.
    pub(super) fn among_words(&mut self, text: &str, known: Known<'_>) -> Outcome<'g> {
        let all = parts(text);
        let mut found: Vec<(&str, &str)> = Vec::new();
        for part in all.iter().filter(|part| !part.bracketed) {
            let names = [city_first(&part.written), city_last(&part.written)];
            let city = names.concat().into_iter().find(|city| {
                let places = self.places(city, known);
                let place = match places[..] {
                    [place] => Some(place),
                    _ => self.likeliest_place(&places),
                };
                let at_home = |country: &str| {
                    known.country == Some(country)
                        || self.home.any.iter().any(|home| home == country)
                };
                let least = |country: &str| match at_home(country) {
                    true => KNOWN_AT_HOME,
                    false if self.home.any.is_empty() => METROPOLIS,
                    false => u32::MAX,
                };
                !is_kind_of_venue(city)
                    && !is_action(city)
                    && !streets::is_called(city)
                    && place.is_some_and(|place| least(&place.country) <= place.population)
            });
            let again = |city: &&str| found.iter().any(|(own, _)| own == city);
            if let Some(city) = city.filter(|city| !again(city)) {
                found.push((city, &part.written));
            }
        }
        // Two cities in a sentence: either may be meant.
        let [(city, written)] = found[..] else {
            return Outcome::Unknown;
        };
        let note = format!("“{city}” is taken for the city in “{written}”");
        // “GENOVA presidio varco San Benigno”: of the words behind it those that have a name in them are its place. One capital
        // is that of a noun in German.
        let rest = written.strip_prefix(city).map_or("", str::trim);
        let capitals = rest.split_whitespace();
        let capitals = capitals.filter(|word| word.starts_with(char::is_uppercase));
        let is_place = capitals.count() > 1;
        // “Demo in Freiburg eine Woche später”: a city and no place in it, perhaps behind “ACHTUNG”, may be no
        // entry.
        let is_shouted = |text: &str| text.chars().all(|letter| !letter.is_lowercase());
        let is_beside = all.iter().any(|part| {
            let is_loud = part.written.is_ascii() && is_shouted(&part.written);
            !part.written.contains(city) && !is_loud
        });
        let whole = match is_place {
            true => format!("{city}, {rest}"),
            false if is_beside => city.to_owned(),
            false => return Outcome::Unknown,
        };
        let read = self.read(&text.replace(written, &whole), known);
        self.words_around = Some(note);
        read
    }
}

/// “Leeds lot are marching”: the names with which a text may begin, before a word in small letters.
fn city_first(text: &str) -> Vec<&str> {
    let gaps = text.match_indices(' ').take(MOST_WORDS);
    let gaps = gaps.filter(|(gap, _)| {
        let rest = text[*gap..].trim_start();
        let word = rest.split([' ', '\'', '’']).next().unwrap_or_default();
        rest.starts_with(char::is_lowercase)
            && text.starts_with(char::is_uppercase)
            && !OF.contains(&word)
    });
    let names = gaps.map(|(gap, _)| &text[..gap]);
    let ends_name = |name: &&str| {
        name.rsplit(' ')
            .next()
            .is_none_or(|last| !OF.contains(&last))
    };
    let mut names: Vec<&str> = names.filter(ends_name).collect();
    names.reverse();
    names
}

/// “FCT Abuja”, “TDOV Toronto”: the name behind an abbreviation.
fn city_last(text: &str) -> Vec<&str> {
    let split = text.split_once(' ').filter(|(short, name)| {
        let is_short = (2..=5).contains(&short.len())
            && short.bytes().all(|letter| letter.is_ascii_uppercase());
        is_short
            && name.split_whitespace().count() <= MOST_WORDS
            && name.chars().any(char::is_lowercase)
    });
    split.map(|(_, name)| name.trim()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_beside_words_and_abbreviations() {
        for (text, names) in [
            ("TORINO concentramento", &["TORINO"][..]),
            ("Leeds lot are there", &["Leeds"]),
            ("New York moved to", &["New York"]),
            ("FCT Abuja", &["Abuja"]),
            ("Paris Commune", &[]),
            ("Carrefour de l'Europe", &[]),
            ("outside Leeds", &[]),
            ("Leeds", &[]),
        ] {
            let found = [city_first(text), city_last(text)].concat();
            assert_eq!(found.last().copied(), names.first().copied(), "{text}");
        }
    }
}
