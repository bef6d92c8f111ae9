//! Words where a place stands that may be a status in words that are not known: “Toshkent: bekor qilindi”.

use event_file::event::Status;

use super::super::entry::said::Said;
use super::place_words::tells_where;
use super::unread_words;
use crate::actions::is_action;
use crate::cancelled;
use crate::draft::Draft;
use crate::locate::is_kind_of_venue;
use crate::when::streets;
use crate::when::tokens::tokens;

/// The most words of a remark that is not understood.
const MOST_WORDS: usize = 3;

/// Before the name of a place, or what is there: “devant la mairie”.
const BEFORE_PLACES: &[&str] = &[
    "am", "an", "auf", "bei", "beim", "im", "in", "vor", "vorm", "at", "by", "near", "opposite",
    "outside", "on", "the", "au", "aux", "chez", "devant", "face", "près", "sur", "vers", "à",
    "la", "le", "les", "a", "delante", "en", "frente", "junto", "el", "al", "davanti", "presso",
    "em", "no", "na", "o", "bij", "op", "voor", "het", "de", "przed", "przy", "pod", "u", "před",
    "ved", "foran", "på", "vid", "utanför", "til",
];

/// Says of what is put as a place that it may be a status in words that are not known; without an hour beside it, the entry
/// is tentative.
pub fn doubt(draft: &mut Draft, piece: &str, said: &Said, used: &[String]) {
    if may_stand_for_status(piece, said, used, false) {
        if draft.text_of("status").is_none() {
            draft.put("status", Status::Tentative.name());
        }
        draft.notes.push(format!(
            "“{piece}” is like no name of a place, and may say that it does not take place: listed as tentative"
        ));
    } else if let Some(word) = odd_remark(piece) {
        unread_words::doubt_remark(draft, word);
    }
}

/// Whether a piece is all that is said behind a city, without an hour, and may be a status.
pub fn may_stand_for_status(piece: &str, said: &Said, used: &[String], has_place: bool) -> bool {
    let has_clock = said.groups.iter().any(|group| group.clock.is_some());
    // “TO ADD YOUR EVENT: write to us” has no city.
    let is_name =
        |city: &String| city.contains(char::is_uppercase) && city.contains(char::is_lowercase);
    let behind_city = used.iter().any(is_name);
    let only = said.all_texts().len() == used.len() + 1 && said.lead.is_empty();
    !has_place && !has_clock && behind_city && only && may_be_status(piece)
}

/// Whether a text behind a city without an hour is like no name of a place: few words without a capital, in a script that has
/// them.
fn may_be_status(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = words.first().copied().unwrap_or_default();
    (1..=MOST_WORDS).contains(&words.len())
        && is_small(text)
        && !BEFORE_PLACES.contains(&first)
        && !is_like_place(text)
        && !tells_where(text)
        || words.len() > MOST_WORDS && unread_words::is_unread(text)
}

/// Whether a piece of an entry is part of a sentence in the stead of a place, and may call the entry off.
pub fn is_clause_beside(piece: &str, said: &Said, has_place: bool) -> bool {
    let has_clock = said.groups.iter().any(|group| group.clock.is_some());
    is_clause(piece, has_clock || has_place)
}

/// Says so of such a piece: the entry is tentative.
pub fn doubt_clause(draft: &mut Draft, piece: &str) {
    if draft.text_of("status").is_none() {
        draft.put("status", Status::Tentative.name());
    }
    draft.notes.push(format!(
        "“{piece}” is like no name of a place, and may say that it does not take place: listed as tentative"
    ));
}

/// Whether a text is part of a sentence: several words that begin small, and a verb among them. Where hour or place are known,
/// it must begin with the verb and deny.
fn is_clause(text: &str, is_known: bool) -> bool {
    const LEAST: usize = 3;
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = words.first().copied().unwrap_or_default();
    words.len() >= LEAST
        && first.starts_with(char::is_lowercase)
        && !BEFORE_PLACES.contains(&first)
        && cancelled::has_verb(text)
        && !cancelled::names_status(text)
        && (!is_known || cancelled::denies(text) && begins_with_verb(&words))
}

/// “kann wohl nicht …”, “we are …”, not “der Platz ist nicht …”.
fn begins_with_verb(words: &[&str]) -> bool {
    let verb = |at: usize| words.get(at).is_some_and(|word| cancelled::has_verb(word));
    verb(0) || cancelled::changes_nothing(words[0]) && verb(1)
}

/// The word in parentheses at the end of a text that may be a status: it ends like a participle of some language.
fn odd_remark(text: &str) -> Option<&str> {
    let (_, inside) = text.strip_suffix(')')?.rsplit_once('(')?;
    let inside = inside.trim();
    let is_one = is_small(inside) && !inside.contains(char::is_whitespace);
    let participle = is_one && ends_like_participle(inside) && !is_like_place(inside);
    let odd = participle.then_some(inside);
    odd.or_else(|| unread_words::unread_remark(text))
}

/// Letters and no capital among them, in a script that has capitals.
fn is_small(text: &str) -> bool {
    let plain = |sign: char| sign.is_lowercase() || sign.is_whitespace() || "'’.!-".contains(sign);
    text.contains(char::is_lowercase) && text.chars().all(plain)
}

fn is_like_place(text: &str) -> bool {
    is_action(text)
        || streets::is_called(text)
        || streets::is_first(&tokens(text), 0)
        || is_kind_of_venue(text)
}

/// “abandonné”, “anullato”, “gesperrt”, “wycofane”.
fn ends_like_participle(word: &str) -> bool {
    const SHORTEST: usize = 6;
    const ENDS: [&str; 24] = [
        "é", "ée", "és", "ées", "ado", "ada", "ido", "ida", "ato", "ata", "ito", "ita", "ed",
        "iert", "eerd", "eer", "ert", "erad", "erat", "ane", "ano", "ană", "ena", "eno",
    ];
    // Spanish doors and stops.
    const PLACES: [&str; 6] = [
        "entrada",
        "salida",
        "parada",
        "fachada",
        "explanada",
        "glorieta",
    ];
    let german = word.starts_with("ge") && word.ends_with(['t', 'n', 'd']);
    word.chars().count() >= SHORTEST
        && !PLACES.contains(&word)
        && (german || ENDS.iter().any(|end| word.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_like_no_place() {
        for text in ["bekor olgan", "aflast", "ne bude ništa"] {
            assert!(may_be_status(text), "{text}");
        }
        for text in [
            "devant la mairie",
            "préfecture",
            "plaza mayor",
            "place Bellecour",
            "am Rathaus",
            "town hall",
            "Markt",
            "大通公園",
            "sit-in devant la fac",
        ] {
            assert!(!may_be_status(text), "{text}");
        }
    }

    #[test]
    fn a_part_of_a_sentence_is_no_place() {
        for text in [
            "wir haben leider niemanden gefunden",
            "we are too few people",
            "nous ne sommes plus assez",
            "este año somos pocos y no podemos",
        ] {
            assert!(is_clause(text, false), "{text}");
        }
        assert!(is_clause("das klappt wohl nicht, wird nichts", true));
        for text in [
            "vor dem großen Rathaus",
            "in front of the town hall",
            "devant la grande mairie de la ville",
            "next to the old bus station",
            "gegenüber vom alten Rathaus",
            "place de la Mairie",
        ] {
            assert!(!is_clause(text, false), "{text}");
        }
        for text in [
            "wo der Brunnen ist",
            "der Platz ist nicht überdacht",
            "parking is not free",
            "was not called off",
        ] {
            assert!(!is_clause(text, true), "{text}");
        }
    }

    #[test]
    fn words_in_parentheses_that_end_like_participles() {
        assert_eq!(odd_remark("Bellecour (abandonné)"), Some("abandonné"));
        assert_eq!(odd_remark("Markt (gesperrt)"), Some("gesperrt"));
        for text in [
            "Markt (Nordseite)",
            "Markt (nordseite)",
            "Sol (entrada)",
            "City Square (by the fountain)",
            "Markt",
        ] {
            assert_eq!(odd_remark(text), None, "{text}");
        }
    }
}
