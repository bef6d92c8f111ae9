//! A time of day as it is found: its numbers, and what speaks for its being one.

use chrono::NaiveTime;

use super::super::names::Named;

/// One time on its way: the hour may still be of the morning or of the afternoon.
#[derive(Debug, Clone, Copy)]
pub struct One {
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
    pub part: Option<Named>,
    /// It is written as only hours counted to 24 are: `0900`, `09:00`.
    pub to_24: bool,
    /// How much speaks for its being a time.
    pub sure: Sure,
}

/// How much speaks for a number's being a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// A number.
    Bare,
    /// Two numbers with a full stop between: `14.30`.
    Dotted,
    /// It can be nothing else.
    Certain,
}

/// What the clock shows, if there is such an hour in its half of the day.
pub fn of(one: One) -> Option<NaiveTime> {
    let twelve = (1..=12).contains(&one.hour);
    let hour = match one.part {
        None => one.hour,
        Some(Named::Noon) => (one.hour == 12).then_some(12)?,
        // “14:00 pm” says it twice.
        Some(Named::Afternoon | Named::Night) if (13..24).contains(&one.hour) => one.hour,
        Some(_) if !twelve => return None,
        Some(Named::Morning) => one.hour % 12,
        Some(Named::Afternoon) => one.hour % 12 + 12,
        // “2 ทุ่ม”: Thai counts the hours of the evening from 18:00.
        Some(Named::Evening) => (1..6).contains(&one.hour).then_some(one.hour + 18)?,
        // “3 at night” is before dawn, “9 at night” is not; of “12 at night” it is not clear which day ends.
        Some(Named::Night) => match one.hour {
            1..6 => one.hour,
            6..12 => one.hour + 12,
            _ => return None,
        },
        Some(_) => return None,
    };
    NaiveTime::from_hms_opt(hour, one.minute, one.second)
}
