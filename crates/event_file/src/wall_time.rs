//! A date, perhaps with a time, as written on a venue's wall calendar and clock.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// When something starts or ends, by the venue's own calendar and clock.
///
/// Days are the venue's: an event at 23:30 in Tokyo is on that day for a reader in Lima too.
/// Ordered by date, then time (not announced comes first), then offset: a list order, not an
/// order of instants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime {
    /// The venue's date.
    pub date: NaiveDate,
    /// The venue's clock; `None` when no time was announced.
    pub time: Option<NaiveTime>,
    /// Minutes east of UTC, when the file wrote an RFC 3339 offset.
    pub offset: Option<i32>,
}

/// Why a text is no [`WallTime`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WallTimeError {
    /// Not in one of the three forms.
    Form,
    /// The form is right, but the calendar has no such day (2023-02-30).
    Day,
    /// The form is right, but the clock has no such time (25:00, 24:00).
    Time,
    /// The form is right, but the offset is past ±18:00 or its minutes past 59.
    Offset,
}

/// The nanoseconds from which on chrono's second 59 is a leap second.
const LEAP: u32 = 1_000_000_000;

/// The widest offset read, in minutes. Zones in use span −12:00 to +14:00; ISO 8601 software
/// commonly draws the line at 18 hours.
const MAX_OFFSET: i32 = 18 * 60;

impl WallTime {
    /// A date without a time.
    pub const fn day(date: NaiveDate) -> Self {
        Self {
            date,
            time: None,
            offset: None,
        }
    }

    /// The wall clock as one value; `None` when no time was announced. A leap second is the second before it, as in POSIX time.
    pub fn clock(self) -> Option<NaiveDateTime> {
        let time = self.time?;
        let time = match time.nanosecond() >= LEAP {
            true => time.with_nanosecond(LEAP - 1)?,
            false => time,
        };
        Some(self.date.and_time(time))
    }
}

/// Reads exactly `2023-11-04`, `2023-11-04T14:00` or RFC 3339 (`2023-11-04T14:00:00+01:00`, `…Z`).
/// Seconds and their fraction may be there or not in both timed forms.
impl FromStr for WallTime {
    type Err = WallTimeError;

    fn from_str(text: &str) -> Result<Self, WallTimeError> {
        let mut rest = Rest(text.as_bytes());
        let year = rest.digits(4)?;
        rest.mark(b'-')?;
        let month = rest.digits(2)?;
        rest.mark(b'-')?;
        let day = rest.digits(2)?;
        // The whole form is checked before the calendar: "2023-02-30 noon" is a wrong form.
        let date = NaiveDate::from_ymd_opt(year.cast_signed(), month, day);
        if rest.0.is_empty() {
            return date.map(Self::day).ok_or(WallTimeError::Day);
        }
        rest.mark(b'T')?;
        let hour = rest.digits(2)?;
        rest.mark(b':')?;
        let minute = rest.digits(2)?;
        let (mut second, mut nano) = (0, 0);
        if rest.mark(b':').is_ok() {
            second = rest.digits(2)?;
            if rest.mark(b'.').is_ok() {
                nano = rest.fraction()?;
            }
        }
        let offset = rest.offset()?;
        if second == 60 && is_leap_minute(hour, minute, offset) {
            // As chrono has it.
            (second, nano) = (59, nano + LEAP);
        }
        Ok(Self {
            date: date.ok_or(WallTimeError::Day)?,
            time: Some(
                NaiveTime::from_hms_nano_opt(hour, minute, second, nano)
                    .ok_or(WallTimeError::Time)?,
            ),
            offset,
        })
    }
}

/// Writes what was read: the form that [`WallTime::from_str`] reads as the same value.
impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        let Some(time) = self.time else {
            return Ok(());
        };
        write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
        let (leap, nano) = (time.nanosecond() / LEAP, time.nanosecond() % LEAP);
        // RFC 3339 wants seconds; a bare wall clock is easier to read without.
        if self.offset.is_some() || time.second() > 0 || nano > 0 {
            write!(f, ":{:02}", time.second() + leap)?;
        }
        if nano > 0 {
            let digits = format!("{nano:09}");
            write!(f, ".{}", digits.trim_end_matches('0'))?;
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.abs();
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

/// Whether a minute may have a second 60: a leap second ends 23:59 UTC (RFC 3339, section 5.7), so only a time with an
/// offset can have one.
fn is_leap_minute(hour: u32, minute: u32, offset: Option<i32>) -> bool {
    let local = (hour * 60 + minute).cast_signed();
    offset.is_some_and(|offset| minute < 60 && (local - offset).rem_euclid(24 * 60) == 24 * 60 - 1)
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn mark(&mut self, wanted: u8) -> Result<(), WallTimeError> {
        match self.0.split_first() {
            Some((&found, rest)) if found == wanted => {
                self.0 = rest;
                Ok(())
            }
            _ => Err(WallTimeError::Form),
        }
    }

    fn digits(&mut self, count: usize) -> Result<u32, WallTimeError> {
        let Some((digits, rest)) = self.0.split_at_checked(count) else {
            return Err(WallTimeError::Form);
        };
        self.0 = rest;
        digits.iter().try_fold(0, |number, &byte| {
            byte.is_ascii_digit()
                .then(|| number * 10 + u32::from(byte - b'0'))
                .ok_or(WallTimeError::Form)
        })
    }

    /// Nanoseconds from the digits after the point; past the ninth they are dropped.
    fn fraction(&mut self) -> Result<u32, WallTimeError> {
        let (mut nano, mut unit, mut any) = (0, 100_000_000, false);
        while let Ok(digit) = self.next_digit() {
            nano += digit * unit;
            unit /= 10;
            any = true;
        }
        any.then_some(nano).ok_or(WallTimeError::Form)
    }

    fn next_digit(&mut self) -> Result<u32, WallTimeError> {
        match self.0.first() {
            Some(byte) if byte.is_ascii_digit() => self.digits(1),
            _ => Err(WallTimeError::Form),
        }
    }

    fn offset(&mut self) -> Result<Option<i32>, WallTimeError> {
        let Some((&first, rest)) = self.0.split_first() else {
            return Ok(None);
        };
        self.0 = rest;
        let sign = match first {
            b'Z' if rest.is_empty() => return Ok(Some(0)),
            b'+' => 1,
            b'-' => -1,
            _ => return Err(WallTimeError::Form),
        };
        let hours = self.digits(2)?.cast_signed();
        self.mark(b':')?;
        let minutes = self.digits(2)?.cast_signed();
        let total = hours * 60 + minutes;
        match self.0 {
            [] if minutes < 60 && total <= MAX_OFFSET => Ok(Some(sign * total)),
            [] => Err(WallTimeError::Offset),
            _ => Err(WallTimeError::Form),
        }
    }
}

#[cfg(test)]
mod tests;
