//! Words that say that an event was moved: to another day, or to another place alone.

use event_file::event::Status;
use fold::fold;

use super::around;
use super::phrases::{self, possible, words};

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
        let before = words.get(..at.start).unwrap_or_default().join(" ");
        (!is_denied(&before)).then(|| words[at].join(" "))
    })
}

/// Whether it is the place that moved: “verlegt vom Königsplatz”, “moved to City Hall”, without a number.
pub(super) fn is_place_moved(words: &[String]) -> bool {
    /// Shorter words before a number are those of a date: “auf den 12.”.
    const SHORTEST_ROOM: usize = 3;
    const MOVED: [&str; 9] = [
        "moved",
        "verlegt",
        "deplace",
        "deplacee",
        "spostato",
        "spostata",
        "trasladado",
        "trasladada",
        "verplaatst",
    ];
    const FROM_OR_TO: [&str; 24] = [
        "from", "to", "vom", "von", "zum", "zur", "nach", "in", "an", "vor", "du", "de", "vers",
        "a", "au", "alla", "dalla", "dal", "del", "desde", "van", "naar", "ins", "auf",
    ];
    let is_number = |word: &String| word.contains(|letter: char| letter.is_numeric());
    let numbers = words.iter().position(is_number).is_some_and(|at| {
        // “verlegt in die Halle 39”: behind the name of a room it is part of it.
        let room = at.checked_sub(1).map(|before| &words[before]);
        let is_room = |word: &String| {
            word.chars().count() > SHORTEST_ROOM && !around::is_date(word) && !is_number(word)
        };
        at + 1 < words.len() || !room.is_some_and(is_room)
    });
    let pairs = words.windows(2);
    let moved = |pair: &[String]| {
        MOVED.contains(&pair[0].as_str()) && FROM_OR_TO.contains(&pair[1].as_str())
    };
    let mut found = pairs.filter(|pair| moved(pair)).peekable();
    !numbers && found.peek().is_some() && words.len() > 2
}
