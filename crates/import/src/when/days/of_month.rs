//! More days of a month that is named before the first: “November 3–5, 2023”, “January 16 & 17”.

use super::super::date::date_at;
use super::super::tokens::Token;
use super::super::written::{Form, Written};
use super::joint::{Joint, joint};

/// “November 3–5, 2023”.
pub fn last_of_month(
    tokens: &[Token],
    from: usize,
    first: &Written,
    to: usize,
) -> Option<(Written, usize)> {
    let month = month_before(tokens, from, first, to)?;
    (tokens.get(to)?.is('-') || tokens.get(to)?.is('–')).then_some(())?;
    let (day, end) = day_of_month(tokens, to + 1, month)?;
    Some((day, end))
}

/// “& 17”, “, 17 and 18”, behind “January 16”. The last one stands behind “and”: in “January 16, 17:00” is an hour.
pub fn more_of_month(
    tokens: &[Token],
    from: usize,
    first: &Written,
    to: usize,
) -> Option<(Vec<Written>, usize)> {
    let month = month_before(tokens, from, first, to)?;
    let (mut more, mut at) = (Vec::new(), to);
    loop {
        let (joint, next) = joint(tokens, at)?;
        (joint == Joint::And).then_some(())?;
        let comma = tokens[at].is(',') && next == at + 1;
        // “January 16 and 3 February”, “3 & 4 friends”.
        let (day, end) = day_of_month(tokens, next, month)?;
        if date_at(tokens, next).is_some() {
            return None;
        }
        more.push(day);
        at = end;
        if !comma {
            // “May 1 and 2 marches” is one day.
            let named = tokens.get(at).is_some_and(|token| token.word().is_some());
            let by_word = tokens[next - 1].word().is_some();
            return (!named || !by_word).then_some((more, at));
        }
    }
}

/// The month of a date without a year whose number stands last: the month came before it.
fn month_before(tokens: &[Token], from: usize, first: &Written, to: usize) -> Option<u32> {
    let number = tokens.get(to.checked_sub(1)?)?;
    let month_first = number.digits() > 0
        && number.digits() < 3
        && to - from >= 2
        && tokens.get(from)?.digits() == 0;
    match first.form {
        Form::NoYear { month, .. } if month_first => Some(month),
        _ => None,
    }
}

/// A number that is a day of a month and no hour, with the year that may follow.
fn day_of_month(tokens: &[Token], at: usize, month: u32) -> Option<(Written, usize)> {
    let day = tokens
        .get(at)?
        .number(2)
        .filter(|day| (1..=31).contains(day))?;
    if super::super::time::is_clock(tokens, at + 1) {
        return None;
    }
    let year = tokens
        .get(at + 1)
        .filter(|token| token.is(','))
        .and_then(|_| tokens.get(at + 2));
    let year = year
        .filter(|token| token.digits() == 4)
        .and_then(|token| token.number(4));
    let form = super::super::calendars::day_of(year, month, day);
    let end = if year.is_some() { at + 3 } else { at + 1 };
    Some((
        Written {
            form,
            weekday: None,
        },
        end,
    ))
}
