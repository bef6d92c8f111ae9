//! The offset of a zone, from the clock it shows at a known moment.

use chrono::{NaiveDate, NaiveDateTime};

/// Minutes of a day: no clock on Earth was ever farther from UTC.
const DAY: i32 = 24 * 60;

/// Minutes east of UTC of a clock that shows `shown` at the moment `utc`.
///
/// `shown` is what `Intl.DateTimeFormat` writes for the locale `en-US` with the six numeric fields
/// and Western digits: `11/4/2023, 14:00:00`. Some browsers write midnight as 24. `None` when it is
/// anything else.
pub fn shown_offset(shown: &str, utc: NaiveDateTime) -> Option<i32> {
    let mut numbers = shown
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| digits.parse::<u32>().ok());
    let mut next = || numbers.next().flatten();
    let (month, day, year) = (next()?, next()?, next()?);
    let (hour, minute, second) = (next()?, next()?, next()?);
    let clock = NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day)?.and_hms_opt(
        hour % 24,
        minute,
        second,
    )?;
    let ahead = (clock - utc).num_seconds();
    // Offsets before the railways had seconds; the nearest minute will do.
    let minutes = (ahead as f64 / 60.0).round() as i32;
    // Farther off is a year before our era, which these fields do not tell apart.
    (-DAY..=DAY).contains(&minutes).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shown: &str, expected: Option<i32>) {
        let utc = NaiveDate::from_ymd_opt(2023, 11, 5)
            .and_then(|date| date.and_hms_opt(4, 0, 0))
            .unwrap();
        assert_eq!(shown_offset(shown, utc), expected, "{shown}");
    }

    #[test]
    fn the_clock_tells_the_offset() {
        check("11/5/2023, 04:00:00", Some(0));
        check("11/5/2023, 09:45:00", Some(345));
        check("11/04/2023, 23:00:00", Some(-300));
        check("11/5/2023, 00:30:00", Some(-210));
        check("11/5/2023, 24:00:00", Some(-240));
        check("11/5/2023, 18:00:00", Some(840));
        check("11/5/2023, 03:15:30", Some(-45));
    }

    #[test]
    fn what_is_no_clock_tells_nothing() {
        check("", None);
        check("Invalid Date", None);
        check("11/5/2023", None);
        check("13/5/2023, 04:00:00", None);
        check("11/5/2022, 04:00:00", None);
        check("11/5/99999999999, 04:00:00", None);
    }
}
