//! Words that say that an event was moved: to another day, or to another place alone.

use event_file::event::Status;
use fold::fold;

use super::around;
use super::clause::is_of_another_thing;
use super::phrases::{self, possible, words};
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use crate::words::new_place::{WORDS, begins};

/// As many words before a word of moving may deny it.
const NEAR: usize = 2;

/// Words of a text that say it was moved to another day, if they do: “moved to”, “verlegt”.
pub fn moved(text: &str) -> Option<String> {
    if !phrases::may_speak(text) {
        return None;
    }
    let words = words(text);
    let row = format!(" {}", words.join(" "));
    // “is NIET verplaatst”, “has not been moved”.
    let is_denied = |before: &str| {
        let mut near = before.split_whitespace().rev().take(NEAR);
        near.any(phrases::denies)
    };
    let mut listed = phrases::MOVED_TO.iter().filter(|moved| {
        let before = row.split_once(&format!(" {}", fold(moved)));
        before.is_some_and(|(before, _)| !is_denied(before))
    });
    if let Some(moved) = listed.next() {
        return Some((*moved).to_owned());
    }
    possible(&words).find_map(|phrase| {
        let later = matches!(phrase.status, Some(Status::Postponed | Status::Rescheduled));
        let at = later.then(|| phrase.at(&words)).flatten()?;
        // “مسيرة من أجل فلسطين”, a march for Palestine.
        if is_of_another_thing(&words, &at) {
            return None;
        }
        let before = words.get(..at.start).unwrap_or_default().join(" ");
        (!is_denied(&before)).then(|| words[at].join(" "))
    })
}

/// Whether a remark only names the place from which an event was moved: “moved from Briggate”, “Achtung: vom Heumarkt verlegt”.
pub fn is_from_place(remark: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let tokens = tokens(remark);
    let intro = Purpose::Intro.phrases().past(&tokens, 0);
    let start = intro
        .and_then(|to| tokens.get(to))
        .map_or(0, |token| token.at.start);
    let words = words(&remark[start..]);
    let past = |phrases, at: usize| {
        let found = begins(phrases, words.get(at..).unwrap_or_default(), None);
        found.map(|(length, _)| at + length)
    };
    let is_name = |from: usize, to: usize| {
        // Short words are short for days in some language.
        let is_day = |word: &String| word.chars().count() > 3 && around::is_date(word);
        let numbered = |word: &String| word.contains(char::is_numeric);
        let name = words.get(from..to).unwrap_or_default();
        (1..=MOST_WORDS).contains(&name.len())
            && !name.iter().any(|word| is_day(word) || numbered(word))
    };
    let behind = past(&WORDS.moved, 0).and_then(|to| past(&WORDS.from, to));
    let last = words.len().saturating_sub(1);
    let before = past(&WORDS.from, 0).filter(|_| past(&WORDS.moved, last).is_some());
    behind.is_some_and(|from| is_name(from, words.len()))
        || before.is_some_and(|from| is_name(from, last))
}

/// Whether it is the place that moved: “verlegt vom Königsplatz”, “moved to City Hall”, without a number.
pub(super) fn is_place_moved(words: &[String]) -> bool {
    /// Shorter words before a number are those of a date: “auf den 12.”.
    const SHORTEST_ROOM: usize = 3;
    let is_number = |word: &String| word.contains(|letter: char| letter.is_numeric());
    let numbers = words.iter().position(is_number).is_some_and(|at| {
        // “verlegt in die Halle 39”: behind the name of a room it is part of it.
        let room = at.checked_sub(1).map(|before| &words[before]);
        let is_room = |word: &String| {
            word.chars().count() > SHORTEST_ROOM && !around::is_date(word) && !is_number(word)
        };
        at + 1 < words.len() || !room.is_some_and(is_room)
    });
    let moved = |at: usize| {
        let (length, language) = begins(&WORDS.moved, &words[at..], None)?;
        let behind = words.get(at + length..)?;
        let link = begins(&WORDS.to, behind, Some(language));
        link.or_else(|| begins(&WORDS.from, behind, Some(language)))
    };
    !numbers && words.len() > 2 && (0..words.len()).any(|at| moved(at).is_some())
}

#[cfg(test)]
mod tests {
    use super::is_from_place;

    #[test]
    fn where_it_was_to_be_before() {
        for remark in [
            "moved from Briggate",
            "NB! flyttet fra Strandtorget",
            "Achtung: vom Heumarkt verlegt",
            "verlegt vom Heumarkt",
            "déplacé de la place Clemenceau",
            "przeniesiony z Rynku",
        ] {
            assert!(is_from_place(remark), "{remark}");
        }
        for remark in [
            "Torvet (flyttet fra Torget)",
            "moved from Saturday",
            "moved to Briggate",
            "verlegt vom 12. März",
            "moved",
            "from Briggate",
        ] {
            assert!(!is_from_place(remark), "{remark}");
        }
    }
}
