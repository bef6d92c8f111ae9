//! A day within the words that move an event: “wird auf den 27. März verschoben”, “wurde vom 13. März verlegt”.

use super::super::line::Line;
use super::super::line::span::{Kind, Sign};
use crate::import::cancelled;
use crate::import::when::days::Days;

/// Which day stands within such words.
pub enum Moved<'l> {
    /// The one on which it takes place now.
    To(&'l Days),
    /// The one on which it was to take place.
    From(&'l Days),
}

/// Last words before the day to which something is moved.
const TO: [&str; 14] = [
    "auf", "to", "naar", "til", "till", "au", "al", "para", "pe", "på", "на", "na", "zum", "op",
];

/// Last words before the day from which it is moved.
const FROM: [&str; 10] = [
    "vom", "von", "from", "van", "fra", "från", "du", "del", "dal", "с",
];

/// Articles between these and the day.
const ARTICLES: [&str; 6] = ["den", "dem", "the", "de", "il", "le"];

/// The day behind a text of a line and before the verb that moves it, and that verb.
pub fn moved_round(line: &Line, at: usize) -> Option<(Moved<'_>, &str)> {
    let [before, day, behind] = line.spans.get(at..at + 3)? else {
        return None;
    };
    let (Kind::Text(before), Kind::Days { days, .. }, Kind::Text(verb)) =
        (&before.kind, &day.kind, &behind.kind)
    else {
        return None;
    };
    let joined = day.before == Sign::None && behind.before == Sign::None;
    let is_verb = verb.split_whitespace().count() <= 3 && cancelled::moved(verb).is_some();
    (joined && is_verb).then_some(())?;
    let mut words = before.split_whitespace().rev();
    let mut last = words.next()?.to_lowercase();
    if ARTICLES.contains(&last.as_str()) {
        last = words.next()?.to_lowercase();
    }
    match last.as_str() {
        to if TO.contains(&to) => Some((Moved::To(days), verb)),
        from if FROM.contains(&from) => Some((Moved::From(days), verb)),
        _ => None,
    }
}
