//! A time of day as it is written: a beginning, perhaps an end, and how its hours are counted.

use chrono::{Duration, NaiveTime, Timelike as _};

/// A time, and perhaps one at which it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The beginning.
    pub from: NaiveTime,
    /// The end; on the next day when it is not later.
    pub to: Option<NaiveTime>,
    /// It begins when the day ends (`24:00`): `from` is 0:00 of the next day.
    pub next_day: bool,
    /// How the hour of the beginning is counted.
    pub half: Half,
}

/// How an hour is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// It says of which half of the day it is.
    Marked,
    /// It is above 12 or 0, or a word beside it says so: hours are counted to 24.
    Plain,
    /// It is from 1 to 12 and does not say of which half of the day.
    Unmarked,
    /// The same in words, “vier Uhr”, which are said of both halves wherever hours are written up to 24.
    Spoken,
}

impl Clock {
    /// A time without an end.
    pub fn at(from: NaiveTime) -> Self {
        Self {
            from,
            to: None,
            next_day: false,
            half: Half::Plain,
        }
    }

    /// The same with an end from elsewhere: “2 pm” with “4:30”, “11:00” with “1:00”. An end that does not say of which half
    /// of the day it is, and would come before the beginning, is the next such hour, an end at the beginning is none; a beginning after noon that is counted
    /// to 24 says that its end is so too.
    pub fn until(self, end: Clock) -> Self {
        if end.from == self.from && !end.next_day {
            return self;
        }
        let same_count = self.half == Half::Plain && self.from.hour() > 12;
        let to = match end.half == Half::Unmarked && !same_count && !self.next_day {
            true => next(self.from, end.from),
            false => end.from,
        };
        Self {
            to: Some(to),
            ..self
        }
    }
}

/// The first hour after a beginning that a clock with twelve hours shows as `end`.
fn next(begin: NaiveTime, end: NaiveTime) -> NaiveTime {
    let half = Duration::hours(12);
    let (early, late) = match end.hour() < 12 {
        true => (end, end + half),
        false => (end - half, end),
    };
    match begin {
        begin if begin < early => early,
        begin if begin < late => late,
        _ => early,
    }
}
