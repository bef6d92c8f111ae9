//! Headings that name a day by its number or its day of the week and no month: “Onsdag d. 17.”, “Le 17 :”, “17日（水）”.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};

use super::super::days::day_in_month::{near, number_and_weekday};
use super::super::line::Line;
use super::super::places::Places;
use crate::when::filler::filler;
use crate::when::names::weekday_at;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// A heading of this kind has no more words and numbers.
const MOST: usize = 9;

/// The numbers of the lines over entries that name a day so.
pub fn headings(lines: &[Option<Line>], places: &Places) -> BTreeSet<u64> {
    let filled: Vec<&Line> = lines.iter().flatten().collect();
    let over_entry = |next: &Line| places.begins(next) && next.has_clock() && !next.has_date();
    let heads = |pair: &[&Line]| {
        let line = pair[0];
        let plain = !line.has_clock() && !line.has_date() && line.label().is_none();
        (plain && !places.begins(line) && over_entry(pair[1]) && names_day(&line.text))
            .then_some(line.number)
    };
    filled.windows(2).filter_map(heads).collect()
}

/// The day of such a heading below another day, where the calendar has it near.
pub fn day_near(line: &Line, above: NaiveDate) -> Option<NaiveDate> {
    let (weekday, number) = number_and_weekday(&line.text).or_else(|| {
        let tokens = tokens(&line.text);
        let weekday = (0..tokens.len()).find_map(|at| weekday_at(&tokens, at)?.0)?;
        Some((weekday, only_number(&tokens)?))
    })?;
    near(above, weekday, number)
}

/// Whether a text has one number of a day, and beside it a day of the week or nothing but words around dates.
fn names_day(text: &str) -> bool {
    if number_and_weekday(text).is_some()
        || text.contains(['週', '周']) && text.contains(char::is_numeric)
    {
        return true;
    }
    let tokens = tokens(text);
    let marks = tokens
        .iter()
        .filter(|token| token.word().is_none() && token.digits() == 0)
        .count();
    if tokens.len() - marks > MOST || only_number(&tokens).is_none() {
        return false;
    }
    let weekday = |at: usize| matches!(weekday_at(&tokens, at), Some((Some::<Weekday>(_), _)));
    let around = |at: usize| {
        tokens[at].word().is_none()
            || filler(&tokens, at).is_some()
            || Purpose::Ordinal.phrases().past(&tokens, at).is_some()
            || Purpose::And.phrases().past(&tokens, at).is_some()
    };
    let words = (0..tokens.len())
        .filter(|at| tokens[*at].word().is_some())
        .count();
    (0..tokens.len()).any(weekday) || words > 0 && (0..tokens.len()).all(around)
}

/// The only number of a text, if it may be that of a day.
fn only_number(tokens: &[Token]) -> Option<u32> {
    let mut numbers = tokens.iter().filter(|token| token.digits() > 0);
    let number = numbers
        .next()?
        .number(2)
        .filter(|day| (1..=31).contains(day))?;
    numbers.next().is_none().then_some(number)
}
