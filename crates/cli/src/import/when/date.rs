//! Dates as people write them, found among the pieces of a text.

use chrono::{NaiveDate, Weekday};

use super::names::{is_day, month, weekday};
use super::tokens::Token;

/// A date as written, before it is known in which order its numbers stand or which year is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What the date itself says.
    pub form: Form,
    /// The day of the week written beside it.
    pub weekday: Option<Weekday>,
}

/// How a date is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Can be read in one way.
    Day(NaiveDate),
    /// A day without a year.
    NoYear {
        /// January is 1.
        month: u32,
        /// Counted from 1.
        day: u32,
    },
    /// Three numbers, in an order that the numbers themselves may not tell.
    Numbers([Part; 3]),
    /// Two numbers, without a year.
    TwoNumbers([Part; 2]),
    /// No day of any calendar, such as 30 February.
    NoDay,
}

/// A number of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub value: u32,
    /// With how many digits.
    pub digits: usize,
}

/// The date that begins at a piece, and the piece after it.
pub fn date_at(tokens: &[Token], from: usize) -> Option<(Written, usize)> {
    let mut at = from;
    let mut day_name = None;
    if let Some(word) = tokens.get(at)?.word()
        && is_day(word)
    {
        day_name = Some(weekday(word));
        at += 1;
        while tokens.get(at).is_some_and(|token| {
            token.is(',')
                || token.is('.')
                || matches!(
                    token.word(),
                    Some("the" | "le" | "den" | "der" | "el" | "dem")
                )
        }) {
            at += 1;
        }
    }
    let named = |form, to| {
        let weekday = day_name.flatten();
        Some((Written { form, weekday }, to))
    };
    if let Some((form, to)) = numbers(tokens, at, day_name.is_some())
        .or_else(|| day_first(tokens, at))
        .or_else(|| month_first(tokens, at))
        .or_else(|| east_asian(tokens, at))
    {
        return named(form, to);
    }
    // “mar” may be a Tuesday, and may be March.
    match day_name.is_some() {
        true => month_first(tokens, from).map(|(form, to)| {
            (
                Written {
                    form,
                    weekday: None,
                },
                to,
            )
        }),
        false => None,
    }
}

/// `2023-11-04`, `04/11/2023`, `4.11.23`; beside a day's name also `04.11.` and `4/11`.
fn numbers(tokens: &[Token], at: usize, short: bool) -> Option<(Form, usize)> {
    let part = |at: usize| {
        let token = tokens.get(at)?;
        let value = token.number(4)?;
        Some(Part {
            value,
            digits: token.digits(),
        })
    };
    let mark = |at: usize| {
        ['-', '/', '.']
            .into_iter()
            .find(|mark| tokens.get(at).is_some_and(|token| token.is(*mark)))
    };
    // The pieces of such a date stand close together, but for a space behind a dot.
    let close = |at: usize| {
        mark(at) == Some('.')
            || tokens
                .get(at)
                .zip(tokens.get(at + 1))
                .is_some_and(|(a, b)| a.at.end == b.at.start)
    };
    let first = part(at)?;
    let sign = mark(at + 1)?;
    if !close(at + 1) {
        return None;
    }
    let second = part(at + 2)?;
    if second.digits > 2 || first.digits == 3 {
        return None;
    }
    if mark(at + 3) == Some(sign)
        && close(at + 3)
        && let Some(third) = part(at + 4)
        && (third.digits == 2 || third.digits == 4) != (first.digits == 4 && third.digits == 4)
        && (first.digits != 4 || third.digits <= 2)
    {
        return Some((three([first, second, third], sign), at + 5));
    }
    if mark(at + 3) == Some(sign)
        && close(at + 3)
        && first.digits == 4
        && let Some(third) = part(at + 4)
        && third.digits <= 2
    {
        return Some((three([first, second, third], sign), at + 5));
    }
    if sign == '-' || first.digits > 2 {
        return None;
    }
    if sign == '.' && mark(at + 3) == Some('.') && first.value >= 1 && second.value >= 1 {
        let form =
            NaiveDate::from_ymd_opt(2000, second.value, first.value).map_or(Form::NoDay, |_| {
                Form::NoYear {
                    month: second.value,
                    day: first.value,
                }
            });
        return Some((form, at + 4));
    }
    (short && sign == '/').then_some((Form::TwoNumbers([first, second]), at + 3))
}

/// Three numbers; a year in front leaves one order, and so does the dot, which stands in dates that
/// begin with the day (DIN 5008 and its like).
fn three(parts: [Part; 3], sign: char) -> Form {
    let [first, second, third] = parts;
    let day = |year: u32, month: u32, day: u32| {
        NaiveDate::from_ymd_opt(year.cast_signed(), month, day).map_or(Form::NoDay, Form::Day)
    };
    if first.digits == 4 {
        return day(first.value, second.value, third.value);
    }
    match (sign, third.digits) {
        ('.', 4) => day(third.value, second.value, first.value),
        ('.', _) => day(2000 + third.value, second.value, first.value),
        _ => Form::Numbers(parts),
    }
}

/// `4 November 2023`, `1er mai`, `4. November`, `4 de noviembre de 2023`, `3rd of November, 2023`.
fn day_first(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let day = tokens.get(at)?.number(2)?;
    let mut at = at + 1;
    if is_ordinal(tokens.get(at)?) {
        at += 1;
    }
    while matches!(tokens.get(at)?.word(), Some("de" | "of" | "del" | "di"))
        || tokens.get(at)?.is('-')
    {
        at += 1;
    }
    let month = month(tokens.get(at)?.word()?)?;
    Some(with_year(tokens, at + 1, month, day))
}

/// `November 4, 2023`, `Nov. 4th`.
fn month_first(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let month = month(tokens.get(at)?.word()?)?;
    let mut at = at + 1;
    while tokens.get(at)?.is('.') || tokens.get(at)?.is('-') {
        at += 1;
    }
    let day = tokens.get(at)?.number(2)?;
    at += 1;
    // “Nov 4 pm” and “Nov 4:30” are no day but a time.
    if tokens.get(at).is_some_and(|token| {
        token.is(':') && tokens.get(at + 1).is_some_and(|next| next.digits() == 2)
    }) {
        return None;
    }
    if tokens.get(at).is_some_and(is_ordinal) && !tokens.get(at).is_some_and(|token| token.is('.'))
    {
        at += 1;
    }
    Some(with_year(tokens, at, month, day))
}

/// `2023年11月4日`, `11月4日`.
fn east_asian(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let number = |at: usize, most: usize| tokens.get(at)?.number(most);
    let is = |at: usize, words: &[&str]| {
        tokens
            .get(at)?
            .word()
            .filter(|word| words.contains(word))
            .map(drop)
    };
    let (year, at) = match is(at + 1, &["年", "년"]) {
        Some(()) => (Some(number(at, 4)?), at + 2),
        None => (None, at),
    };
    let month = number(at, 2)?;
    is(at + 1, &["月", "월"])?;
    let day = number(at + 2, 2)?;
    is(at + 3, &["日", "일"])?;
    Some((day_of(year, month, day), at + 4))
}

fn with_year(tokens: &[Token], at: usize, month: u32, day: u32) -> (Form, usize) {
    let mut next = at;
    while tokens.get(next).is_some_and(|token| {
        token.is(',')
            || token.is('.')
            || token.is('-')
            || matches!(token.word(), Some("de" | "del" | "of"))
    }) {
        next += 1;
    }
    let year = tokens.get(next).filter(|token| token.digits() == 4);
    let year = year
        .and_then(|token| token.number(4))
        .filter(|year| (1900..2200).contains(year));
    match year {
        Some(_) => (day_of(year, month, day), next + 1),
        None => (day_of(None, month, day), at),
    }
}

fn day_of(year: Option<u32>, month: u32, day: u32) -> Form {
    // A leap year, for want of one.
    let written = NaiveDate::from_ymd_opt(year.unwrap_or(2000).cast_signed(), month, day);
    match (written, year) {
        (None, _) => Form::NoDay,
        (Some(day), Some(_)) => Form::Day(day),
        (Some(_), None) => Form::NoYear { month, day },
    }
}

fn is_ordinal(token: &Token) -> bool {
    matches!(
        token.word(),
        Some("st" | "nd" | "rd" | "th" | "er" | "o" | "a" | "e" | "te" | "ten")
    ) || token.is('.')
        || token.is('º')
        || token.is('°')
}

#[cfg(test)]
mod tests;
