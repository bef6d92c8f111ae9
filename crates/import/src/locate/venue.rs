//! Words that say what a venue is, which no city is called: “Rathaus, Freiburg”, though Zurich has a quarter of that name.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::words::list::in_sections;
use crate::words::plain;

/// What no city is called, folded, with the section of the table that has it.
static KINDS: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let names = in_sections(include_str!("../words/venues.txt"));
    names.map(|(of, _, name)| (plain(name), of)).collect()
});

/// Whether a text is a kind of venue and nothing else, a part of a country, or an ordinary word.
pub fn is_kind_of_venue(text: &str) -> bool {
    KINDS.contains_key(&plain(text))
}

/// Whether a text is a part of a country that heads lists: “Nordeste”.
pub fn is_part_of_country(text: &str) -> bool {
    KINDS
        .get(&plain(text))
        .is_some_and(|of| *of == "part of a country")
}

/// What stands before the name of a city to say that it is one.
const DESIGNATORS: [&str; 11] = [
    "г.",
    "гор.",
    "город",
    "гр.",
    "град",
    "м.",
    "місто",
    "miasto",
    "m. st.",
    "m.st.",
    "m.",
];

/// Words for “in” before a city that begin no name, as an entry begins: “Στη Λευκωσία”, “وفي تونس”, “V Brně”.
const IN: [&str; 35] = [
    "w", "W", "we", "We", "v", "V", "ve", "Ve", "u", "U", "i", "у", "У", "в", "В", "во", "Во",
    "във", "Във", "на", "σε", "Σε", "στο", "Στο", "στη", "Στη", "στην", "Στην", "στον", "Στον",
    "në", "Në", "în", "În", "في",
];

/// Cities whose districts are numbers, folded.
const NUMBERED: [&str; 9] = [
    "praha",
    "prague",
    "prag",
    "paris",
    "lyon",
    "marseille",
    "wien",
    "vienna",
    "budapest",
];

/// “Praha 1”, “Paris 11e”, “Budapest VIII.”: the city of a district that is a number.
fn without_district(text: &str) -> &str {
    let Some((city, number)) = text.trim().split_once(char::is_whitespace) else {
        return text;
    };
    let number = number.trim_end_matches('.');
    let digits = number.trim_end_matches(char::is_alphabetic);
    let ordinal = ["", "e", "er", "eme", "ème"].contains(&&number[digits.len()..]);
    let arabic =
        (1..=2).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    let roman = !number.is_empty() && number.bytes().all(|letter| b"IVX".contains(&letter));
    let is_district = arabic && ordinal || roman;
    match is_district && NUMBERED.contains(&plain(city).as_str()) {
        true => city,
        false => text,
    }
}

/// “w Krakowie”: the name behind a word for “in”, which may be joined to one for “and”.
fn without_in(text: &str) -> &str {
    let behind = text
        .split_once(' ')
        .map(|(word, name)| (word, name.trim_start()));
    let is_name = |name: &str| {
        name.chars()
            .next()
            .is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
    };
    match behind {
        Some((word, name)) if is_name(name) && (IN.contains(&word) || word == "وفي") => name,
        _ => text,
    }
}

/// “г. Москва”, “miasto Łódź”: the name without the word for a city before it.
pub fn without_designator(text: &str) -> &str {
    let text = without_district(text);
    let text = without_in(text);
    let name = DESIGNATORS.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        let parted = word.ends_with('.') || rest.starts_with(char::is_whitespace);
        let rest = rest.trim_start();
        (parted && rest.starts_with(char::is_uppercase)).then_some(rest)
    });
    name.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_venues_in_any_case() {
        for kind in [
            "Rathaus",
            "RATHAUS",
            "Hôtel de Ville",
            "Meydan",
            "駅前",
            "Δημαρχείο",
        ] {
            assert!(is_kind_of_venue(kind), "{kind}");
        }
        for name in ["Berlin", "Rathaus Berlin", "Most", "Centro Sportivo"] {
            assert!(!is_kind_of_venue(name), "{name}");
        }
    }

    #[test]
    fn the_word_for_a_city_is_no_part_of_its_name() {
        for (text, name) in [
            ("г. Москва", "Москва"),
            ("г.Омск", "Омск"),
            ("город Томск", "Томск"),
            ("м. Київ", "Київ"),
            ("m. st. Warszawa", "Warszawa"),
            ("Praha 1", "Praha"),
            ("Paris 11e", "Paris"),
            ("Budapest VIII.", "Budapest"),
            ("Köln 1", "Köln 1"),
            ("Paris Est", "Paris Est"),
            ("градина", "градина"),
            ("город мира", "город мира"),
            ("Москва", "Москва"),
            ("w Krakowie", "Krakowie"),
            ("Στη Λευκωσία", "Λευκωσία"),
            ("وفي تونس", "تونس"),
            ("V for Vendetta", "V for Vendetta"),
        ] {
            assert_eq!(without_designator(text), name);
        }
    }
}
