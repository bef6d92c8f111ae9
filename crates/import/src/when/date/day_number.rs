//! The number of a day: with its ending, in a word (“Första maj”), or with one letter for the month (“8M 2027”).

use super::super::tokens::Token;
use super::super::words::Purpose;
use super::super::written::Form;
use super::year::{dated, year_at};

/// Days that Spanish and Portuguese know by the number and the first letter of the month.
const INITIALS: [(u32, &str, u32); 5] = [
    (8, "m", 3),
    (25, "a", 4),
    (1, "m", 5),
    (28, "j", 6),
    (25, "n", 11),
];

/// The day of the month at a token, and the token after it: a number, or the word for the first one.
pub(super) fn day_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    match tokens.get(at)?.number(2) {
        Some(day) => Some((day, past_ordinal(tokens, at + 1))),
        None => Some((1, Purpose::First.phrases().past(tokens, at)?)),
    }
}

/// `8M 2027`; without a year it may be a number with its unit.
pub(super) fn initial(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let number = tokens.get(at)?;
    let (day, letter) = (number.number(2)?, tokens.get(at + 1)?);
    let known = |(known, first, _): &&(u32, &str, u32)| {
        *known == day && letter.word() == Some(first) && number.at.end == letter.at.start
    };
    let (_, _, month) = INITIALS.iter().find(known)?;
    let (year, to) = year_at(tokens, at + 2)?;
    let months = vec![(*month, vec!["es", "pt"])];
    Some((dated(months, day, Some(year)), to))
}

/// The ending of a day's number behind a colon: Swedish “6:e”, Finnish “6:s”.
fn past_colon(tokens: &[Token], at: usize) -> Option<usize> {
    const ENDINGS: [&str; 7] = ["e", "a", "s", "ta", "sta", "nde", "de"];
    let (number, colon, ending) = (
        tokens.get(at.checked_sub(1)?)?,
        tokens.get(at)?,
        tokens.get(at + 1)?,
    );
    let is_joined =
        colon.is(':') && number.at.end == colon.at.start && colon.at.end == ending.at.start;
    let is_ending = ending.word().is_some_and(|word| ENDINGS.contains(&word));
    (is_joined && is_ending).then_some(at + 2)
}

/// The token after the ending of a day's number: `st`, `.`, `º`, `-го`, `:e`.
pub(super) fn past_ordinal(tokens: &[Token], at: usize) -> usize {
    let mark = |at: usize, marks: &[char]| {
        tokens
            .get(at)
            .is_some_and(|token| marks.iter().any(|mark| token.is(*mark)))
    };
    if mark(at, &['.', 'º', 'ª', '°']) {
        // “1.º de Maio”.
        let close = tokens.get(at + 1).is_some_and(|next| {
            next.at.start == tokens[at].at.end && matches!(next.word(), Some("º" | "ª" | "o" | "a"))
        });
        return at + 1 + usize::from(mark(at, &['.']) && close);
    }
    if let Some(to) = past_colon(tokens, at) {
        return to;
    }
    let from = at + usize::from(mark(at, &['-', '\'']));
    Purpose::Ordinal.phrases().past(tokens, from).unwrap_or(at)
}
