//! What a heading over answers asks.

use std::sync::LazyLock;

use event_file::event::Status;

use super::Means;
use crate::cancelled;
use crate::table::columns::{asks_for_field, is_personal};
use crate::words::list::in_sections;
use crate::words::plain;

/// The most bytes of a heading that is read.
const LONGEST: usize = 400;

/// A word of headings, or a few in a row.
struct Word {
    /// Folded, each with `*` at its end where any ending may follow.
    words: Vec<String>,
    means: &'static str,
}

static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let words = in_sections(include_str!("../../words/flags.txt"));
    words
        .map(|(means, _, word)| Word::new(word, means))
        .collect()
});

/// Whether one stands over an event that must not be shown, though its cells are texts: “(not published)”.
pub fn seems_personal(heading: &str) -> bool {
    let found = found(heading);
    let has = |means: &str| found.iter().any(|(_, of)| *of == means);
    has("public") && has("not")
}

/// What a yes under a heading means, if it asks something of the event.
pub fn means(heading: &str) -> Option<Means> {
    if heading.len() > LONGEST {
        return None;
    }
    let found = found(heading);
    let has = |means: &str| found.iter().any(|(_, of)| *of == means);
    // “Phone (public)” asks nothing of the event.
    let of_person = has("else") || is_personal(heading) && !has("private") && !has("not");
    let of_place = ["place", "location", "address"]
        .iter()
        .any(|word| plain(heading).split(' ').any(|own| own == *word));
    if has("deleted") && !of_person {
        return Some(Means::Deleted);
    }
    let (public, private, not) = (has("public"), has("private"), has("not"));
    if (public || private) && !has("else") && !(public && of_person) {
        return Some(match (public, private, not) {
            (true, true, _) => Means::Either,
            (true, false, false) | (false, true, true) => Means::Public,
            _ => Means::Private,
        });
    }
    if of_person {
        return None;
    }
    if has("newdate") {
        return Some(Means::NewDate);
    }
    match cancelled::status(heading).filter(|_| !of_place) {
        Some(Status::Cancelled) => return Some(Means::Cancelled),
        Some(Status::Postponed) => return Some(Means::Postponed),
        _ => {}
    }
    if has("moved") {
        return Some(Means::Moved);
    }
    // “Where will it take place?”.
    if asks_for_field(heading) {
        return None;
    }
    match (has("unconfirmed"), has("confirmed"), has("happening"), not) {
        (true, ..) | (_, true, _, true) => Some(Means::Unconfirmed),
        (_, true, _, false) => Some(Means::Confirmed),
        (_, _, true, false) => Some(Means::Happening),
        (_, _, true, true) => Some(Means::Cancelled),
        _ => None,
    }
}

/// The words in a heading, without those that are parts of longer ones: where they stand, and their meanings.
fn found(heading: &str) -> Vec<(std::ops::Range<usize>, &'static str)> {
    let plain = plain(heading);
    let words: Vec<&str> = plain.split(' ').collect();
    let mut found: Vec<_> = WORDS
        .iter()
        .filter_map(|word| Some((word.within(&plain, &words)?, word.means)))
        .collect();
    found.sort_by_key(|(range, _)| std::cmp::Reverse(range.len()));
    let mut kept: Vec<(std::ops::Range<usize>, &'static str)> = Vec::new();
    for (range, means) in found {
        let inside = |outer: &std::ops::Range<usize>| {
            outer.start <= range.start && range.end <= outer.end && *outer != range
        };
        if !kept.iter().any(|(outer, _)| inside(outer)) {
            kept.push((range, means));
        }
    }
    kept
}

impl Word {
    fn new(word: &str, means: &'static str) -> Self {
        let words = word.split_whitespace().flat_map(|word| {
            let folded = plain(word.trim_end_matches('*'));
            let star = if word.ends_with('*') { "*" } else { "" };
            let mut parts: Vec<String> = folded.split(' ').map(str::to_owned).collect();
            if let Some(last) = parts.last_mut() {
                last.push_str(star);
            }
            parts
        });
        Self {
            words: words.collect(),
            means,
        }
    }

    /// Where it stands in a heading: bytes of its folded text.
    fn within(&self, plain: &str, words: &[&str]) -> Option<std::ops::Range<usize>> {
        if let [only] = &self.words[..]
            && only.chars().all(|letter| u32::from(letter) >= 0x0e00)
            && only.chars().count() > 1
        {
            let at = plain.find(only.as_str())?;
            return Some(at..at + only.len());
        }
        let fits = |(own, word): (&String, &&str)| match own.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => own == word,
        };
        let mut windows = words.windows(self.words.len().max(1));
        let at = windows.position(|window| self.words.iter().zip(window).all(fits))?;
        let start = words[..at].iter().map(|word| word.len() + 1).sum();
        let inside = &words[at..at + self.words.len()];
        let length = inside.iter().map(|word| word.len() + 1).sum::<usize>() - 1;
        Some(start..start + length)
    }
}
