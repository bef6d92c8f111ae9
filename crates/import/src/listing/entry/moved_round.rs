//! A day within the words that move an event: “wird auf den 27. März verschoben”, “wurde vom 13. März verlegt”.

use super::super::line::Line;
use super::super::line::span::{Kind, Sign};
use crate::cancelled;
use crate::when::days::{Days, days_at};
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// Which day stands within such words.
pub enum Moved<'l> {
    /// The one on which it takes place now.
    To(&'l Days),
    /// The one on which it was to take place.
    From(&'l Days),
}

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
    if ends_with(before, Purpose::MovedOnto) {
        Some((Moved::To(days), verb))
    } else {
        ends_with(before, Purpose::MovedOff).then_some((Moved::From(days), verb))
    }
}

/// Whether a text ends with words of a purpose.
fn ends_with(text: &str, purpose: Purpose) -> bool {
    const LONGEST: usize = 2;
    let tokens = tokens(text);
    let first = tokens.len().saturating_sub(LONGEST);
    (first..tokens.len()).any(|at| purpose.phrases().past(&tokens, at) == Some(tokens.len()))
}

/// Whether the words before a day of a text say that it is the one to which something is moved, whatever the reason between:
/// “se aplaza por la lluvia al domingo 20”, “تأجلت إلى السبت”.
pub fn moved_onto(text: &str) -> bool {
    let tokens = tokens(text);
    (1..tokens.len()).any(|at| {
        let before = &text[..tokens[at].at.start];
        leads_onto(before) && days_at(&tokens, at).is_some()
    })
}

/// Whether a text ends in words such as “moved to”.
fn leads_onto(before: &str) -> bool {
    /// More words tell of something else.
    const MOST_WORDS: usize = 10;
    let ends = ['.', ';', ':', '(', ')', '–', '—', ',', '،', '|', '\n'];
    let clause = before.rsplit(ends).next().unwrap_or_default();
    clause.split_whitespace().count() <= MOST_WORDS
        && ends_with(clause, Purpose::MovedOnto)
        && cancelled::moved(clause).is_some()
}

#[cfg(test)]
mod tests {
    use super::moved_onto;

    #[test]
    fn a_day_behind_words_that_move_to_it() {
        for text in [
            "Vigo: se aplaza por la lluvia al domingo 20 de marzo",
            "تأجلت إلى السبت ١٩ كانون الأول",
            "Nancy : reporté au 12 mars",
            "Ulm: verschoben auf den 12.3.2027",
        ] {
            assert!(moved_onto(text), "{text}");
        }
        for text in [
            "Vigo: domingo 20 de marzo, aplazada",
            "Ulm: verschoben, Markt, 12.3.2027",
            "Leeds to York, 12 March",
        ] {
            assert!(!moved_onto(text), "{text}");
        }
    }
}
