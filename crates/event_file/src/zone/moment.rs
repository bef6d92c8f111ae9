//! The offset in force at a moment, from the offsets of what clocks show.

use chrono::{Duration, NaiveDateTime};

/// Minutes east of UTC in force at the moment `utc`; `offset_of` gives them for what the zone's clocks show, by the rules
/// of [`Zones::offset`](super::Zones::offset).
pub fn moment_offset(
    utc: NaiveDateTime,
    mut offset_of: impl FnMut(NaiveDateTime) -> Option<i32>,
) -> Option<i32> {
    let day = Duration::days(1);
    let before = offset_of(utc.checked_sub_signed(day)?)?;
    let after = offset_of(utc.checked_add_signed(day)?)?;
    let mut is_in_force = |offset: i32| {
        let local = utc.checked_add_signed(Duration::minutes(offset.into()))?;
        Some(offset_of(local)? == offset)
    };
    // A time that clocks skip has the offset before, so the one after is tried first. Neither fits what clocks show for
    // the second time.
    if before == after || is_in_force(after)? || !is_in_force(before)? {
        return Some(after);
    }
    Some(before)
}

#[cfg(test)]
mod tests {
    use chrono::{Offset, TimeZone};
    use chrono_tz::Tz;
    use proptest::prelude::*;

    use super::*;
    use crate::zone::wall_offset;

    fn clock(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn in_force(zone: Tz, utc: NaiveDateTime) -> i32 {
        zone.offset_from_utc_datetime(&utc).fix().local_minus_utc() / 60
    }

    fn found(zone: Tz, utc: NaiveDateTime) -> Option<i32> {
        moment_offset(utc, |local| {
            wall_offset(local, |utc| Some(in_force(zone, utc)))
        })
    }

    #[track_caller]
    fn check(zone: &str, utc: &str, expected: i32) {
        assert_eq!(
            found(zone.parse().unwrap(), clock(utc)),
            Some(expected),
            "{zone} {utc}"
        );
    }

    #[test]
    fn the_hours_around_a_change() {
        check("Europe/Berlin", "2024-03-31T00:59", 60);
        check("Europe/Berlin", "2024-03-31T01:00", 120);
        check("Europe/Berlin", "2024-03-31T01:30", 120);
        check("Europe/Berlin", "2024-10-27T00:30", 120);
        check("Europe/Berlin", "2024-10-27T01:30", 60);
        check("America/New_York", "2024-03-10T07:30", -240);
        check("America/New_York", "2023-11-05T05:30", -240);
        check("America/New_York", "2023-11-05T06:30", -300);
        check("Pacific/Apia", "2011-12-30T09:59", -600);
        check("Pacific/Apia", "2011-12-30T10:00", 840);
    }

    proptest! {
        #[test]
        fn any_moment_agrees_with_the_tz_database(
            index in 0..chrono_tz::TZ_VARIANTS.len(),
            minutes in 0_i64..60 * 366 * 24 * 60,
        ) {
            let zone = chrono_tz::TZ_VARIANTS[index];
            let utc = clock("1980-01-01T00:00") + Duration::minutes(minutes);
            prop_assert_eq!(found(zone, utc), Some(in_force(zone, utc)), "{} {}", zone.name(), utc);
        }
    }
}
