//! Words behind an entry in which nothing is known: neither a place nor a remark that is read, such as a cancellation in words
//! that are not known. They stand in the description, and are said.

use event_file::event::Status;

use super::place_words::tells_where;
use crate::actions::is_action;
use crate::cancelled;
use crate::draft::Draft;
use crate::locate::is_kind_of_venue;
use crate::when::streets;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// What is longer is a description, where it is noted only when it gives a reason.
const MOST_WORDS: usize = 12;

/// Whether a piece of an entry is like no name of a place: it has no capitals, or has a verb or a reason, and no word that
/// names where something is.
pub fn is_unread(piece: &str) -> bool {
    let words = piece.split_whitespace().count();
    piece.chars().next().is_some_and(is_small_letter)
        && piece
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .count()
            >= SHORTEST
        && words <= MOST_WORDS
        && !piece.contains(|letter: char| letter.is_numeric() || letter == '@')
        && (has_no_capital(piece)
            || is_like_sentence(piece)
            || cancelled::has_reason(piece)
            || cancelled::begins_with_verb(piece))
        && !is_like_place(piece)
}

/// “Die Freunde feiern ohne Furcht weiter”: most words are written small, as in a sentence, and none of them leads to the name of a
/// place.
fn is_like_sentence(piece: &str) -> bool {
    const LEAST: usize = 3;
    let small = piece
        .split_whitespace()
        .filter(|word| word.chars().all(|letter| !letter.is_uppercase()))
        .count();
    let tokens = tokens(piece);
    let leads_to_name = |at: usize| {
        let to = Purpose::Place.phrases().past(&tokens, at);
        let name = to.and_then(|to| tokens.get(to));
        name.is_some_and(|name| piece[name.at.start..].starts_with(char::is_uppercase))
    };
    small >= LEAST
        && small * 2 > piece.split_whitespace().count()
        && !names_place(piece)
        && !(0..tokens.len()).any(leads_to_name)
}

/// Fewer letters are an abbreviation.
const SHORTEST: usize = 4;

/// Says so of such a piece.
pub fn doubt(draft: &mut Draft, piece: &str) {
    // “Chur: abgesagt, kommt bitte nach Zürich”: it is known.
    if draft.text_of("status") == Some(Status::Cancelled.name()) {
        return;
    }
    draft.notes.push(format!(
        "“{piece}” is not read as a place, and stands in its description: if it says that the event does not take place, write “cancelled” instead"
    ));
}

/// The words in parentheses at the end of a text that are like no part of a place.
pub fn unread_remark(text: &str) -> Option<&str> {
    const LEAST: usize = 2;
    let (before, inside) = text.strip_suffix(')')?.rsplit_once('(')?;
    let several = inside.split_whitespace().count() >= LEAST;
    (several && !before.trim().is_empty() && is_unread(inside.trim())).then_some(inside.trim())
}

/// Says so of words in parentheses.
pub fn doubt_remark(draft: &mut Draft, words: &str) {
    draft.notes.push(format!(
        "“({words})” behind its place is not understood: it may say that it does not take place"
    ));
}

fn has_no_capital(text: &str) -> bool {
    text.chars()
        .filter(|letter| letter.is_alphabetic())
        .all(is_small_letter)
}

/// A small letter of a script in which names have capitals: not of Georgian.
fn is_small_letter(letter: char) -> bool {
    letter.is_lowercase() && !('\u{10d0}'..='\u{10ff}').contains(&letter)
}

fn is_like_place(text: &str) -> bool {
    tells_where(text) || is_action(text) || names_place(text)
}

/// Whether a text has a word for a street, a square or a building.
pub fn names_place(text: &str) -> bool {
    let tokens = tokens(text);
    streets::is_called(text)
        || (0..tokens.len()).any(|at| streets::is_first(&tokens, at))
        || text.split_whitespace().any(streets::ends_like_square)
        || is_kind_of_venue(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_like_no_place() {
        for text in [
            "grommled by the frib",
            "die Freunde feiern ohne Furcht weiter",
            "knurpst wegen Hagel",
            "wird leider nix",
            "salta",
            "pas de bras",
            "mangler folk",
            "ikke nok folk",
            "geen toestemming gekregen",
            "permission denied",
            "brak zgody miasta",
            "немає дозволу",
            "izin verilmedi",
            "elmegy a kedvünk",
        ] {
            assert!(is_unread(text), "{text}");
        }
    }

    #[test]
    fn what_tells_where_is_a_place() {
        for text in [
            "devant la mairie",
            "palais de justice",
            "gare routière",
            "kauppatori",
            "esquina Corrientes",
            "métro Bastille",
            "angolo via Roma",
            "площадь у филармонии",
            "біля ратуші",
            "parlamentin qarşısı",
            "old town hall steps",
            "kung-fu 7",
            "hbf",
            "თეატრის მოედანი",
            "Grommled by the frib",
            "schräg gegenüber dem Dom",
            "dworzec główny",
        ] {
            assert!(!is_unread(text), "{text}");
        }
    }

    #[test]
    fn words_in_parentheses() {
        assert_eq!(unread_remark("Markt (keiner kommt)"), Some("keiner kommt"));
        for text in [
            "Markt (am Brunnen)",
            "Sol (nordseite)",
            "Rynek (przy fontannie)",
            "(keiner kommt)",
        ] {
            assert_eq!(unread_remark(text), None, "{text}");
        }
    }
}
