//! How long ago something was, said roughly.

use chrono::{DateTime, Utc};

/// What time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

/// Each unit with its length in seconds, longest first; months and years are mean Gregorian ones.
const UNITS: [(Unit, i64); 5] = [
    (Unit::Year, 31_556_952),
    (Unit::Month, 2_629_746),
    (Unit::Day, 86_400),
    (Unit::Hour, 3_600),
    (Unit::Minute, 60),
];

/// From `now` to `then` in the longest unit that fits once: whole units, negative in the past, as
/// `Intl.RelativeTimeFormat` wants them.
pub fn ago(then: DateTime<Utc>, now: DateTime<Utc>) -> (i64, Unit) {
    let seconds = (then - now).num_seconds();
    let (unit, length) = UNITS
        .into_iter()
        .find(|(_, length)| seconds.abs() >= *length)
        .unwrap_or((Unit::Minute, 60));
    (seconds / length, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(then: &str, expected: (i64, Unit)) {
        let moment = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let found = ago(moment(then), moment("2023-11-05T20:00:00Z"));
        assert_eq!(found, expected, "{then}");
    }

    #[test]
    fn the_longest_unit_that_fits() {
        check("2023-11-05T20:00:00Z", (0, Unit::Minute));
        check("2023-11-05T19:59:01Z", (0, Unit::Minute));
        check("2023-11-05T19:00:01Z", (-59, Unit::Minute));
        check("2023-11-05T18:00:01Z", (-1, Unit::Hour));
        check("2023-11-04T20:00:00Z", (-1, Unit::Day));
        check("2023-10-07T20:00:00Z", (-29, Unit::Day));
        check("2023-08-01T20:00:00Z", (-3, Unit::Month));
        check("2020-08-01T20:00:00Z", (-3, Unit::Year));
        check("2023-11-06T21:00:00Z", (1, Unit::Day));
    }
}
