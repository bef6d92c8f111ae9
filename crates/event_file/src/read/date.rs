//! Dates of the event file, with some patience for how people write them.

use chrono::{TimeDelta, Timelike};

use super::date_hint;
use super::scope::Reading;
use crate::problem::ProblemKind;
use crate::wall_time::{WallTime, WallTimeError};

/// Kiritimati's +14:00 is the widest offset in use.
const WIDEST_IN_USE: i32 = 14 * 60;

/// Whether its offset from UTC, if it has one, is one that a country has.
pub(super) fn in_use(at: &WallTime) -> bool {
    at.offset
        .is_none_or(|minutes| minutes.abs() <= WIDEST_IN_USE)
}

/// Reads a date. A space for the `T`, small letters and `+0100` are understood; anything else that
/// has one meaning only is suggested, never taken.
pub(super) fn wall_time(text: &str) -> Reading<WallTime> {
    match text.parse::<WallTime>() {
        Ok(at) if in_use(&at) => Reading::Good(at),
        Ok(at) => Reading::Lenient(at, ProblemKind::OffsetTooLarge, None),
        Err(error) => match tidy(text).and_then(|text| text.parse::<WallTime>().ok()) {
            Some(at) => Reading::Lenient(at, ProblemKind::DateForm, Some(at.to_string())),
            None => Reading::Bad(kind(error), date_hint::meant(text).map(|at| at.to_string())),
        },
    }
}

fn kind(error: WallTimeError) -> ProblemKind {
    match error {
        WallTimeError::Form => ProblemKind::NotADate,
        WallTimeError::Day => ProblemKind::NoSuchDay,
        WallTimeError::Time => ProblemKind::NoSuchTime,
        WallTimeError::Offset => ProblemKind::OffsetTooLarge,
    }
}

/// The same date and time in the form that is read, when only marks differ.
fn tidy(text: &str) -> Option<String> {
    let text = text.trim();
    let (date, clock) = text.split_at_checked(10)?;
    let Some(clock) = clock.strip_prefix(['T', 't', ' ']) else {
        return clock.is_empty().then(|| date.to_owned());
    };
    let clock = clock.trim_start().to_ascii_uppercase();
    let Some(at) = clock.find(['+', '-', 'Z']) else {
        return Some(format!("{date}T{clock}"));
    };
    let (clock, offset) = clock.split_at(at);
    let offset = match (offset.len(), offset.contains(':')) {
        (3, false) => format!("{offset}:00"),
        (5, false) if offset.is_ascii() => format!("{}:{}", &offset[..3], &offset[3..]),
        _ => offset.to_owned(),
    };
    Some(format!("{date}T{}{offset}", clock.trim_end()))
}

/// Whether an event that ends at `end` would end before it starts.
pub(super) fn is_before(end: WallTime, start: WallTime) -> bool {
    let (Some(end_clock), Some(start_clock)) = (end.clock(), start.clock()) else {
        return end.date < start.date;
    };
    match (end.offset, start.offset) {
        (Some(ends), Some(starts)) => {
            let ends = TimeDelta::minutes(ends.into());
            let starts = TimeDelta::minutes(starts.into());
            // In differences: dates near the ends of the calendar can't be moved.
            end_clock - start_clock < ends - starts
        }
        _ => end_clock < start_clock,
    }
}

/// What was meant by an end that is earlier on the same day: that time of the next day, if it is at
/// night.
pub(super) fn next_morning(end: WallTime, start: WallTime) -> Option<WallTime> {
    let at_night = end.time?.hour() < 7 && end.date == start.date;
    let date = end.date.succ_opt()?;
    at_night.then_some(WallTime { date, ..end })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `read` is what the text is read as; `None` if it is not.
    #[track_caller]
    fn check(text: &str, read: Option<&str>, problem: Option<ProblemKind>) {
        let (found, kind) = match wall_time(text) {
            Reading::Good(at) => (Some(at), None),
            Reading::Lenient(at, kind, _) => (Some(at), Some(kind)),
            Reading::Bad(kind, _) => (None, Some(kind)),
        };
        assert_eq!(found.map(|at| at.to_string()).as_deref(), read, "{text}");
        assert_eq!(kind, problem, "{text}");
    }

    #[test]
    fn other_marks_are_understood() {
        use ProblemKind::{DateForm, OffsetTooLarge};
        check("2023-11-04T14:00", Some("2023-11-04T14:00"), None);
        for text in [
            "2023-11-04 14:00",
            " 2023-11-04T14:00 ",
            "2023-11-04t14:00",
            "2023-11-04  14:00",
        ] {
            check(text, Some("2023-11-04T14:00"), Some(DateForm));
        }
        check(" 2023-11-04", Some("2023-11-04"), Some(DateForm));
        check(
            "2023-11-04 14:00:00 +0100",
            Some("2023-11-04T14:00:00+01:00"),
            Some(DateForm),
        );
        check(
            "2023-11-04T14:00:00-03",
            Some("2023-11-04T14:00:00-03:00"),
            Some(DateForm),
        );
        check(
            "2023-11-04t14:00:00z",
            Some("2023-11-04T14:00:00Z"),
            Some(DateForm),
        );
        check(
            "2023-11-04T14:00:00+15:00",
            Some("2023-11-04T14:00:00+15:00"),
            Some(OffsetTooLarge),
        );
    }

    #[test]
    fn what_is_not_a_date_is_not_read() {
        use ProblemKind::{NoSuchDay, NoSuchTime, NotADate, OffsetTooLarge};
        check("4/11 14h", None, Some(NotADate));
        check("2023/11/04", None, Some(NotADate));
        check("2023-11-04 14h", None, Some(NotADate));
        check("2023-02-30", None, Some(NoSuchDay));
        check("2023-11-04T25:00", None, Some(NoSuchTime));
        check("2023-11-04T14:00:00+19:00", None, Some(OffsetTooLarge));
        check("2023-11-0٤", None, Some(NotADate));
    }

    #[test]
    fn an_end_is_compared_as_an_instant_only_when_both_offsets_are_known() {
        #[track_caller]
        fn check(start: &str, end: &str, before: bool) {
            let (start, end) = (start.parse().unwrap(), end.parse().unwrap());
            assert_eq!(is_before(end, start), before, "{start} to {end}");
        }
        check("2023-11-04T14:00", "2023-11-04T13:59", true);
        check("2023-11-04T14:00", "2023-11-04T14:00", false);
        check("2023-11-04T14:00", "2023-11-04", false);
        check("2023-11-04", "2023-11-03", true);
        check("2023-11-04T14:00:00+01:00", "2023-11-04T13:30:00Z", false);
        check(
            "2023-11-04T14:00:00+01:00",
            "2023-11-04T14:30:00+02:00",
            true,
        );
        check(
            "0000-01-01T00:00:00+18:00",
            "9999-12-31T23:59:59-18:00",
            false,
        );
    }
}
