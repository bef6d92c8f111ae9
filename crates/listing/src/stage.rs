//! Where an event stands in time: how far ahead, begun, under way or over.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use event_file::{Event, instant::instant, zone::Zones};

use crate::ago::{Unit, ago};
use crate::now::Now;
use crate::over::is_over;

/// Where an event stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// So many units ahead, as `Intl.RelativeTimeFormat` wants them: 0 days are today.
    Ahead(i64, Unit),
    /// It has begun, and nobody knows until when it lasts.
    Begun,
    /// It has begun and has not ended.
    UnderWay,
    /// As [`is_over`].
    Over,
}

/// Days in the mean Gregorian month, rounded down.
const MONTH: i64 = 30;

/// Where `event` stands at `now`; `None` where its date is not known.
///
/// Hours and minutes are counted on the day itself, else the days between the venue's dates.
pub fn stage(event: &Event, now: &Now, zones: &dyn Zones) -> Option<Stage> {
    let start = event.start?;
    if is_over(event, now, zones) {
        return Some(Stage::Over);
    }
    let moment = instant(start, event, zones);
    if let Some(moment) = moment
        && moment <= now.instant
    {
        let ends = event.sound_end().is_some();
        return Some(if ends { Stage::UnderWay } else { Stage::Begun });
    }
    let days = (start.date - venue_date(event, now, zones)).num_days();
    let (amount, unit) = match (moment, days) {
        (Some(moment), 0) => ago(moment, now.instant),
        (_, ..=-1) => return Some(Stage::UnderWay),
        (_, ..=MONTH) => (days, Unit::Day),
        (_, ..=364) => (days / MONTH, Unit::Month),
        _ => (days / 365, Unit::Year),
    };
    Some(Stage::Ahead(amount, unit))
}

/// The venue's date, else the visitor's.
fn venue_date(event: &Event, now: &Now, zones: &dyn Zones) -> NaiveDate {
    let written = || event.start?.offset;
    let zone = event.timezone.as_deref();
    let offset = written().or_else(|| zones.offset(zone?, now.instant.naive_utc()));
    let at = |minutes: i32| -> DateTime<Utc> { now.instant + Duration::minutes(minutes.into()) };
    offset.map_or(now.today, |minutes| at(minutes).date_naive())
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDateTime};
    use event_file::{read, zone::NoRules};

    use super::*;

    struct Tokyo;

    impl Zones for Tokyo {
        fn offset(&self, zone: &str, _: NaiveDateTime) -> Option<i32> {
            (zone == "Asia/Tokyo").then_some(540)
        }
    }

    /// At noon UTC on November 4, which is 21:00 in Tokyo.
    fn check(fields: &str, expected: Option<Stage>) {
        let file = format!(r#"[{{"title": "Rally", {fields}}}]"#);
        let (calendar, _) = read(file.into_bytes(), &NoRules).unwrap();
        let now = Now::from(DateTime::parse_from_rfc3339("2023-11-04T12:00:00Z").unwrap());
        assert_eq!(
            stage(&calendar.events[0], &now, &Tokyo),
            expected,
            "{fields}"
        );
    }

    #[test]
    fn from_far_ahead_until_it_is_over() {
        let tokyo = |start: &str, expected| {
            let fields = format!(r#""start": "{start}", "timezone": "Asia/Tokyo""#);
            check(&fields, Some(expected));
        };
        tokyo("2026-01-01T10:00", Stage::Ahead(2, Unit::Year));
        tokyo("2024-02-10", Stage::Ahead(3, Unit::Month));
        tokyo("2023-11-11T14:00", Stage::Ahead(7, Unit::Day));
        tokyo("2023-11-05T00:30", Stage::Ahead(1, Unit::Day));
        tokyo("2023-11-04T23:30", Stage::Ahead(2, Unit::Hour));
        tokyo("2023-11-04T21:30", Stage::Ahead(30, Unit::Minute));
        tokyo("2023-11-04", Stage::Ahead(0, Unit::Day));
        tokyo("2023-11-04T20:00", Stage::Begun);
        tokyo("2023-11-03T20:00", Stage::Over);
    }

    #[test]
    fn only_what_has_an_end_is_known_to_be_under_way() {
        let until = r#""start": "2023-11-03T10:00", "timezone": "Asia/Tokyo", "end""#;
        check(
            &format!(r#"{until}: "2023-11-04T22:00""#),
            Some(Stage::UnderWay),
        );
        check(
            &format!(r#"{until}: "2023-11-04T20:00""#),
            Some(Stage::Over),
        );
        check(
            r#""start": "2023-11-02", "end": "2023-11-06""#,
            Some(Stage::UnderWay),
        );
    }

    #[test]
    fn without_a_zone_days_are_counted_and_no_hours() {
        check(
            r#""start": "2023-11-04T18:00""#,
            Some(Stage::Ahead(0, Unit::Day)),
        );
        check(r#""start": "2023-11-31""#, None);
    }
}
