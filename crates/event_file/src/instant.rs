//! A venue's wall time as a moment of the whole world.

use chrono::{DateTime, Duration, Utc};

use crate::{Event, WallTime, zone::Zones};

/// The moment at which the venue's clock shows `time`; an offset written in the file goes before the zone.
///
/// `None` when no time was announced, or nothing says how the venue's clock stands to UTC.
pub fn instant(time: WallTime, event: &Event, zones: &dyn Zones) -> Option<DateTime<Utc>> {
    let offset = || zones.offset(event.timezone.as_deref()?, time.clock()?);
    at_offset(time, time.offset.or_else(offset)?)
}

/// The moment at which a clock `offset` minutes east of UTC shows `time`.
pub fn at_offset(time: WallTime, offset: i32) -> Option<DateTime<Utc>> {
    let ahead = Duration::minutes(offset.into());
    Some(time.clock()?.checked_sub_signed(ahead)?.and_utc())
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;

    struct OneZone;

    impl Zones for OneZone {
        fn offset(&self, zone: &str, _: NaiveDateTime) -> Option<i32> {
            (zone == "Asia/Kolkata").then_some(330)
        }
    }

    fn check(start: &str, offset: Option<i32>, zone: Option<&str>, expected: Option<&str>) {
        let clock: NaiveDateTime = start.parse().unwrap();
        let time = WallTime {
            date: clock.date(),
            time: Some(clock.time()),
            offset,
        };
        let event = Event {
            timezone: zone.map(Into::into),
            ..Event::default()
        };
        let expected = expected.map(|text| text.parse::<DateTime<Utc>>().unwrap());
        assert_eq!(
            instant(time, &event, &OneZone),
            expected,
            "{start} {offset:?} {zone:?}"
        );
    }

    #[test]
    fn the_zone_or_the_written_offset_tells_the_moment() {
        check(
            "2023-11-04T14:00:00",
            None,
            Some("Asia/Kolkata"),
            Some("2023-11-04T08:30:00Z"),
        );
        check(
            "2023-11-04T14:00:00",
            Some(-240),
            None,
            Some("2023-11-04T18:00:00Z"),
        );
        check(
            "2023-11-04T14:00:00",
            Some(60),
            Some("Asia/Kolkata"),
            Some("2023-11-04T13:00:00Z"),
        );
        check("2023-11-04T14:00:00", None, Some("Mars/Base"), None);
        check("2023-11-04T14:00:00", None, None, None);
    }

    #[test]
    fn a_day_without_a_time_is_no_moment() {
        let day = WallTime::day("2023-11-04".parse().unwrap());
        let event = Event {
            timezone: Some("Asia/Kolkata".into()),
            ..Event::default()
        };
        assert_eq!(instant(day, &event, &OneZone), None);
    }
}
