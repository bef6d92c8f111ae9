//! Names of places: when two are the same, how one is spelled, which of several is meant.

use fold::fold;
use gazetteer::key::key;
use gazetteer::{DECISIVE, Gazetteer, Place, kilometres};

use crate::words::list::in_sections;

/// Positions so near to each other, in kilometres, are one city's.
const SAME: f64 = 25.0;

/// Whether two names are the same, folded.
pub(super) fn same(one: &str, other: &str) -> bool {
    fold(one.trim()) == fold(other.trim())
}

/// Whether two places of the gazetteer are one.
pub(super) fn same_place(one: &Place, other: &Place) -> bool {
    std::ptr::eq(one, other)
        || one.country == other.country
            && one.name == other.name
            && kilometres(one.lat, one.lon, other.lat, other.lon) <= SAME
}

/// The place that has far more people than every other.
pub(super) fn outstanding<'g>(places: &[&'g Place]) -> Option<&'g Place> {
    let largest = places.iter().max_by_key(|place| place.population)?;
    let far = |place: &&Place| {
        same_place(place, largest)
            || largest.population >= place.population.saturating_mul(DECISIVE)
    };
    places.iter().all(far).then_some(*largest)
}

/// A city's name as the gazetteer spells it, if that is the same name; without the ending that it has in a sentence; capitals
/// otherwise as names have them.
pub(super) fn spelled(gazetteer: &Gazetteer, name: &str, place: &Place) -> String {
    let name = name.trim();
    let nominative = gazetteer.nominative(name, place);
    let name = nominative.as_deref().unwrap_or(name);
    // Letters that ASCII lacks are knowledge: “İstanbul” stays.
    let careful = !name.is_ascii() && name.chars().any(char::is_lowercase);
    // “Frankfurt a. M.”, “Gorzów Wlkp”, “S. Benedetto del Tronto”: the full name.
    let short = gazetteer::is_abbreviated(name);
    match short || key(name) == key(&place.name) && !careful {
        true => place.name.to_string(),
        false => decapitalised(name),
    }
}

/// “Tokyo 東京”: of a name written twice, in two scripts, the Latin one.
pub(super) fn in_latin(name: &str) -> Option<String> {
    let words = || name.split_whitespace();
    let other_script = words()
        .filter(|word| !word.is_ascii())
        .all(|word| word.chars().all(|letter| letter > '\u{36f}'));
    let latin: Vec<&str> = words().filter(|word| word.is_ascii()).collect();
    (other_script && !latin.is_empty()).then(|| latin.join(" "))
}

/// Words within names that have no capital.
const SMALL: [&str; 31] = [
    "A", "AM", "AN", "AND", "BEI", "DA", "DE", "DEL", "DELLA", "DEM", "DEN", "DER", "DES", "DI",
    "DO", "DOS", "DU", "EN", "ET", "IM", "IN", "LE", "LES", "LOS", "OB", "OF", "SOUS", "SUR",
    "UND", "UPON", "Y",
];

/// A name written in capitals alone, with a capital at the beginning of each word.
pub fn decapitalised(name: &str) -> String {
    let shouted = name.chars().any(char::is_uppercase)
        && !name.chars().any(char::is_lowercase)
        && name.chars().count() > 3;
    // “CDMX”, “NYC”: an abbreviation has no vowel.
    let is_short = name.is_ascii()
        && name.len() < 6
        && name
            .chars()
            .all(|letter| letter.is_alphabetic() && !"AEIOUY".contains(letter));
    if !shouted || is_short {
        return name.to_owned();
    }
    if let Some(known) = in_greek(name) {
        return known.to_owned();
    }
    // Turkish has an i with a dot and one without in capitals too.
    let turkish = name.contains(['İ', 'Ğ']);
    let lower = |letter: char| match letter {
        'İ' => "i".to_owned(),
        'I' if turkish => "ı".to_owned(),
        letter => letter.to_lowercase().collect(),
    };
    let is_apart = |letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’';
    let mut own = String::with_capacity(name.len());
    for word in name.split_inclusive(is_apart) {
        let bare = word.trim_end_matches(is_apart);
        let amid = !own.is_empty() && bare.len() < name.len() - own.len();
        let small = amid && SMALL.contains(&bare);
        for (at, letter) in word.char_indices() {
            match at == 0 && !small {
                true => own.push(letter),
                false => own.push_str(&lower(letter)),
            }
        }
    }
    final_sigma(own)
}

/// A city of Greece or Cyprus with its accents, which capitals do not have.
fn in_greek(name: &str) -> Option<&'static str> {
    let is_greek = |letter: char| ('\u{370}'..'\u{400}').contains(&letter);
    name.chars().any(is_greek).then_some(())?;
    let mut names = in_sections(include_str!("../words/greek.txt"));
    let found = names.find(|(.., known)| same(known, name));
    found.map(|(.., known)| known)
}

/// A sigma that ends a word has a form of its own.
fn final_sigma(name: String) -> String {
    if !name.contains('σ') {
        return name;
    }
    let mut letters = name.chars().peekable();
    let mut own = String::with_capacity(name.len());
    while let Some(letter) = letters.next() {
        let ends = letters.peek().is_none_or(|next| !next.is_alphabetic());
        own.push(if letter == 'σ' && ends { 'ς' } else { letter });
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals() {
        assert_eq!(decapitalised("ALCORISA"), "Alcorisa");
        assert_eq!(decapitalised("AIX-EN-PROVENCE"), "Aix-en-Provence");
        assert_eq!(decapitalised("İZMİR"), "İzmir");
        assert_eq!(decapitalised("DİYARBAKIR"), "Diyarbakır");
        assert_eq!(decapitalised("LA RIOJA"), "La Rioja");
        assert_eq!(decapitalised("CASTILLA-LA MANCHA"), "Castilla-La Mancha");
        assert_eq!(decapitalised("ΑΘΗΝΑ"), "Αθήνα");
        assert_eq!(decapitalised("ΒΟΛΟΣ"), "Βόλος");
        assert_eq!(decapitalised("ΑΓΙΟΣ ΝΙΚΟΛΑΟΣ"), "Άγιος Νικόλαος");
        assert_eq!(decapitalised("ΚΑΤΩ ΤΙΘΟΡΕΑΣ"), "Κατω Τιθορεας");
        assert_eq!(decapitalised("НОВГОРОД"), "Новгород");
        assert_eq!(decapitalised("Łódź"), "Łódź");
        assert_eq!(decapitalised("東京"), "東京");
        assert_eq!(decapitalised("NYC"), "NYC");
    }
}
