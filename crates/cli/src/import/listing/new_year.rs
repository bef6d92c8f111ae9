//! Lists that go on past December without saying so: “19.12.2026 …”, “9.1. …”.

use chrono::{Datelike as _, NaiveDate};

use super::line::Line;
use super::line::span::Kind;
use crate::import::when::reckoning::Reckoning;
use crate::import::when::written::{Form, Written};

/// The last month of the year in which such a list begins at the earliest, and that in which it goes on at the latest.
const AUTUMN: u32 = 9;
const SPRING: u32 = 4;

/// A date of the list.
struct Dated {
    line: u64,
    day: NaiveDate,
    /// It has its year.
    whole: bool,
    written: Written,
}

/// The line with which the next year begins, in a list whose dates are in order but for one step from the end of the year
/// that `reckoning` has to its beginning.
pub fn new_year(lines: &[Option<Line>], reckoning: &Reckoning) -> Option<u64> {
    let dates: Vec<Dated> = lines
        .iter()
        .flatten()
        .filter_map(|line| dated(line, reckoning))
        .collect();
    let at = dates
        .windows(2)
        .position(|pair| pair[1].day < pair[0].day)?
        + 1;
    let next = |day: NaiveDate| day.with_year(day.year() + 1);
    let shifted = dates.iter().enumerate().map(|(place, date)| {
        let goes_on = place >= at && !date.whole;
        if goes_on {
            next(date.day)
        } else {
            Some(date.day)
        }
    });
    let shifted: Vec<NaiveDate> = shifted.collect::<Option<_>>()?;
    let first = &dates[at];
    let turns = dates[at - 1].day.month() >= AUTUMN && first.day.month() <= SPRING && !first.whole;
    let in_order = shifted.windows(2).all(|pair| pair[0] <= pair[1]);
    let of_week = |date: &Dated, day: &NaiveDate| {
        let name = date.written.weekday;
        name.is_none_or(|name| name == day.weekday())
    };
    let fits = dates[at..]
        .iter()
        .zip(&shifted[at..])
        .all(|(date, day)| of_week(date, day));
    (turns && in_order && fits).then_some(first.line)
}

/// The first day that a line says, in the year of the list where it has none.
fn dated(line: &Line, reckoning: &Reckoning) -> Option<Dated> {
    let written = line.spans.iter().find_map(|span| match &span.kind {
        Kind::Days {
            days,
            standing: true,
        } => days.first(),
        _ => None,
    })?;
    let plain = Written {
        weekday: None,
        ..written.clone()
    };
    Some(Dated {
        line: line.number,
        day: reckoning.day(&plain, "").ok()?,
        whole: matches!(written.form, Form::Day(_) | Form::Numbers(_)),
        written: written.clone(),
    })
}
