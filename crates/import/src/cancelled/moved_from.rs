//! Words that say from which day an event was moved: “moved from the 12th”, “verschoben vom Donnerstag”.

use super::moved;
use crate::when::days::days_at;
use crate::when::names::weekday_at;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;
use crate::words::new_place::{WORDS, begins};
use crate::words::plain;

/// Whether the words around a day say that the event was moved from it: “NB this has been moved from the … ”, “vom … verschoben”.
pub fn is_moved_from(before: &str, behind: &str) -> bool {
    /// More words tell of something else.
    const MOST_WORDS: usize = 8;
    /// As many words may a verb have at the end.
    const VERB: usize = 3;
    let ends = ['.', ';', ':', '(', ')', '–', '—', ',', '،', '|', '\n'];
    let clause = before.rsplit(ends).next().unwrap_or_default();
    let words = plain(clause);
    let words: Vec<&str> = words.split_whitespace().collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return false;
    }
    let tokens = tokens(clause);
    let phrases = Purpose::MovedFrom.phrases();
    if (0..tokens.len()).any(|at| phrases.past(&tokens, at) == Some(tokens.len())) {
        return true;
    }
    let start = |phrase: &Vec<String>| {
        let at = words.len().checked_sub(phrase.len())?;
        words[at..].iter().eq(phrase).then_some(at)
    };
    let Some(from) = WORDS.from.iter().find_map(|(_, phrase)| start(phrase)) else {
        return false;
    };
    let verb = behind.trim_matches(|letter: char| !letter.is_alphanumeric());
    let is_verb = || verb.split_whitespace().count() <= VERB && is_move(verb);
    from > 0 && is_move(clause) || is_verb()
}

fn is_move(text: &str) -> bool {
    let words = plain(text);
    let words: Vec<&str> = words.split_whitespace().collect();
    moved(text).is_some()
        || (0..words.len()).any(|at| begins(&WORDS.moved, &words[at..], None).is_some())
}

/// Whether a remark is about the day from which an event was moved, which stands at its end, or before its verb.
pub fn is_from_day(remark: &str) -> bool {
    let tokens = tokens(remark);
    let day = |at: usize| {
        let day = days_at(&tokens, at).map(|(_, to)| to);
        let day = day.or_else(|| weekday_at(&tokens, at).map(|(_, to)| to));
        day.or_else(|| number_at(&tokens, at))
    };
    (1..tokens.len()).any(|at| {
        day(at).is_some_and(|to| {
            let behind = &remark[tokens[to - 1].at.end..];
            let ends = tokens[to..].iter().all(is_mark) || is_move(behind);
            ends && is_moved_from(&remark[..tokens[at].at.start], behind)
        })
    })
}

fn is_mark(token: &Token) -> bool {
    token.word().is_none() && token.digits() == 0
}

/// The token after the number of a day that stands alone: “12th”, “12.”, “12”.
fn number_at(tokens: &[Token], at: usize) -> Option<usize> {
    let number = tokens.get(at)?.number(2);
    number.filter(|number| (1..=31).contains(number))?;
    Some(
        Purpose::Ordinal
            .phrases()
            .past(tokens, at + 1)
            .unwrap_or(at + 1),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_the_day_before() {
        for before in [
            "moved from ",
            "NB this has been moved from the ",
            "Achtung, verschoben vom ",
            "verplaatst van ",
            "przełożona z ",
            "reportée du ",
            "trasladado del ",
            "rinviato dal ",
            "flyttad från ",
        ] {
            assert!(is_moved_from(before, ""), "{before}");
        }
        for before in [
            "moved to ",
            "from ",
            "We march from ",
            "They moved here years ago, we all remember: from ",
            "verschoben auf den ",
        ] {
            assert!(!is_moved_from(before, ""), "{before}");
        }
    }

    #[test]
    fn remarks_of_the_day_before() {
        for remark in [
            "moved from the 12th",
            "NB: this has been moved from Thursday",
            "verschoben vom 12.",
            "verlegt vom Freitag",
            "postponed from 12 December",
            "spostato dal 7",
            "vom 12. verschoben",
            "van donderdag verplaatst",
        ] {
            assert!(is_from_day(remark), "{remark}");
        }
        for remark in [
            "moved to the 12th",
            "moved from Briggate",
            "moved from the 12th to Saturday",
            "moved from Platform 9 3/4 Street",
        ] {
            assert!(!is_from_day(remark), "{remark}");
        }
    }
}
