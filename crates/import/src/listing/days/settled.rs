//! The days that an entry or its heading writes, by the calendar.

use chrono::{Datelike as _, Duration, NaiveDate};

use super::super::surroundings::{Heading, Surroundings};
use crate::when::days::Days;
use crate::when::order::Order;
use crate::when::reckoning::{Reckoning, january};
use crate::when::written::{Form, Written};

/// A day of two numbers that is near the day above in one order and far from it in the other: “5/11” below 4 November.
pub fn beside_heading(own: &Days, around: &Surroundings<'_>) -> Option<NaiveDate> {
    const NEAR: i64 = 14;
    const FAR: i64 = 60;
    let (Days::One(written), Some(Heading::Day { days, line, .. })) = (own, around.day) else {
        return None;
    };
    matches!(written.form, Form::TwoNumbers(_)).then_some(())?;
    let above = *settled(days, line, around).ok()?.first()?;
    let mut read: Vec<(i64, NaiveDate)> = [Order::Dmy, Order::Mdy]
        .into_iter()
        .filter_map(|order| {
            let reckoning = Reckoning {
                order: Some(order),
                from: around.reckoning.from.or_else(|| january(above.year())),
                dotted: false,
                written: None,
            };
            let day = reckoning.day(written, "").ok()?;
            Some(((day - above).num_days().abs(), day))
        })
        .collect();
    read.sort();
    match read[..] {
        [(near, day), (far, _)] if near <= NEAR && far >= FAR => Some(day),
        [(near, day)] if near <= NEAR => Some(day),
        _ => None,
    }
}

pub fn list(days: &[NaiveDate]) -> String {
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    days.join(", ")
}

pub fn consecutive(days: &[NaiveDate]) -> bool {
    days.windows(2)
        .all(|pair| pair[1] - pair[0] == Duration::days(1))
}

/// All days from the first of some to the last, of a fortnight at most.
pub fn through(days: &[NaiveDate]) -> Vec<NaiveDate> {
    const MOST: usize = 14;
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Vec::new();
    };
    let all = first.iter_days().take_while(|day| day <= last);
    all.take(MOST).collect()
}

/// The days that are written, by the calendar.
pub fn settled(
    days: &Days,
    text: &str,
    around: &Surroundings<'_>,
) -> Result<Vec<NaiveDate>, String> {
    let read = |written: &Written| {
        let written = around.months.read(written);
        let of_month = around.month.and_then(|(year, month)| {
            let reckoning = Reckoning {
                from: january(year),
                ..around.reckoning
            };
            let day = reckoning.day(&written, text).ok()?;
            (day.year() == year && day.month() == month).then_some(day)
        });
        of_month.map_or_else(|| around.reckoning.day(&written, text), Ok)
    };
    let days: Result<Vec<NaiveDate>, String> = days.written().into_iter().map(read).collect();
    let days = days?;
    match days.windows(2).all(|pair| pair[0] < pair[1]) {
        true => Ok(days),
        false => Err(format!("its days, {}, are not in order", list(&days))),
    }
}
