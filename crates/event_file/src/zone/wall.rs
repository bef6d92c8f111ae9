//! From what a zone's clocks show back to the offset in force, past changes of the clocks.

use chrono::{Duration, NaiveDateTime};

/// Minutes east of UTC in force when clocks show `local`, by the rules of [`Zones::offset`]:
/// `offset_at` tells the offset at a moment, given as UTC, and `None` when the zone is not known.
///
/// Both sides of a change within a day are tried, as ECMAScript's `GetNamedTimeZoneEpochNanoseconds`
/// is usually written (js-temporal/temporal-polyfill, `GetPossibleEpochNanoseconds`).
///
/// [`Zones::offset`]: super::Zones::offset
pub fn wall_offset(
    local: NaiveDateTime,
    mut offset_at: impl FnMut(NaiveDateTime) -> Option<i32>,
) -> Option<i32> {
    let day = Duration::days(1);
    let before = offset_at(local.checked_sub_signed(day)?)?;
    let after = offset_at(local.checked_add_signed(day)?)?;
    if before == after {
        return Some(before);
    }
    // Until the change the old offset holds; so it does for a time shown twice and for one left out.
    let moment = |offset: i32| local.checked_sub_signed(Duration::minutes(offset.into()));
    let changed = offset_at(moment(before)?)? != before && offset_at(moment(after)?)? == after;
    Some(if changed { after } else { before })
}

#[cfg(test)]
mod tests {
    use chrono::{Offset, TimeZone};
    use chrono_tz::Tz;
    use proptest::prelude::*;

    use super::*;

    fn clock(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn offset(zone: Tz, utc: NaiveDateTime) -> i32 {
        let offset = zone.offset_from_utc_datetime(&utc).fix();
        offset.local_minus_utc() / 60
    }

    fn found(zone: &str, local: NaiveDateTime) -> Option<i32> {
        let zone: Option<Tz> = zone.parse().ok();
        wall_offset(local, |utc| Some(offset(zone?, utc)))
    }

    fn check(zone: &str, local: &str, expected: Option<i32>) {
        assert_eq!(found(zone, clock(local)), expected, "{zone} {local}");
    }

    #[test]
    fn an_ordinary_day() {
        check("America/New_York", "2023-11-04T14:00", Some(-240));
        check("America/New_York", "2023-11-06T14:00", Some(-300));
        check("Asia/Kathmandu", "2023-11-04T14:00", Some(345));
        check("America/St_Johns", "2023-07-01T00:00", Some(-150));
        check("Mars/Olympus", "2023-11-04T14:00", None);
    }

    #[test]
    fn the_hours_around_a_change() {
        check("America/New_York", "2023-11-05T00:59", Some(-240));
        check("America/New_York", "2023-11-05T02:00", Some(-300));
        check("Europe/Berlin", "2024-03-31T01:59", Some(60));
        check("Europe/Berlin", "2024-03-31T03:00", Some(120));
        check("Australia/Lord_Howe", "2023-10-01T02:30", Some(660));
        check("Africa/Casablanca", "2024-04-14T03:00", Some(60));
        check("Africa/Casablanca", "2024-03-10T03:00", Some(0));
    }

    #[test]
    fn a_time_shown_twice_is_the_first() {
        check("America/New_York", "2023-11-05T01:30", Some(-240));
        check("Australia/Lord_Howe", "2024-04-07T01:45", Some(660));
        check("Asia/Gaza", "2023-10-28T01:30", Some(180));
    }

    #[test]
    fn a_time_left_out_has_the_offset_before() {
        check("America/New_York", "2024-03-10T02:30", Some(-300));
        check("Europe/Berlin", "2024-03-31T02:30", Some(60));
        check("Australia/Lord_Howe", "2023-10-01T02:15", Some(630));
        // Samoa went from one side of the date line to the other and had no 30 December.
        check("Pacific/Apia", "2011-12-30T12:00", Some(-600));
    }

    proptest! {
        #[test]
        fn any_time_agrees_with_the_tz_database(
            index in 0..chrono_tz::TZ_VARIANTS.len(),
            minutes in 0_i64..60 * 366 * 24 * 60,
        ) {
            let zone = chrono_tz::TZ_VARIANTS[index];
            let local = clock("1980-01-01T00:00") + Duration::minutes(minutes);
            if let Some(first) = zone.offset_from_local_datetime(&local).earliest() {
                let expected = first.fix().local_minus_utc() / 60;
                prop_assert_eq!(found(zone.name(), local), Some(expected), "{} {}", zone.name(), local);
            }
        }
    }
}
