//! When an event is, as iCalendar can say it: a moment, a floating clock, or whole days.

use chrono::{Days, NaiveTime};

use super::line;
use event_file::instant::{at_offset, instant};
use event_file::zone::Zones;
use event_file::{Event, WallTime};

/// Start and end of a component.
#[derive(Debug, PartialEq)]
pub(super) struct Times {
    /// DTSTART.
    pub(super) start: Time,
    /// DTEND, always after the start, and not part of the event.
    pub(super) end: Option<Time>,
}

/// A value of DTSTART or DTEND.
#[derive(Debug, PartialEq)]
pub(super) enum Time {
    /// A moment, in UTC.
    Moment(String),
    /// What the clock shows at the venue, and nothing tells how it stands to UTC.
    Floating(String),
    /// A day.
    Day(String),
}

impl Time {
    /// Which of two property names it goes by.
    pub(super) fn name<'a>(&self, timed: &'a str, day: &'a str) -> &'a str {
        match self {
            Time::Day(_) => day,
            Time::Moment(_) | Time::Floating(_) => timed,
        }
    }

    /// The value.
    pub(super) fn text(&self) -> &str {
        let (Time::Moment(text) | Time::Floating(text) | Time::Day(text)) = self;
        text
    }
}

/// Start and end of an event; `None` without a date, or with one that iCalendar can't write.
pub(super) fn times(event: &Event, zones: &dyn Zones) -> Option<Times> {
    let start = event.start?;
    if start.time.is_none() {
        return days(event);
    }
    let end = event.sound_end().and_then(|end| over(start, end));
    if let Some(moment) = instant(start, event, zones).and_then(line::stamp) {
        // An end without an offset of its own has that of the start.
        let end = end.and_then(|end| {
            let same = || at_offset(end, start.offset?);
            instant(end, event, zones).or_else(same)
        });
        return Some(after(moment, end.and_then(line::stamp), Time::Moment));
    }
    let clock = |time: WallTime| line::clock(time.clock()?);
    Some(after(clock(start)?, end.and_then(clock), Time::Floating))
}

/// The days of an event whose time is not announced.
fn days(event: &Event) -> Option<Times> {
    let span = event.span()?;
    let next = span.last.checked_add_days(Days::new(1));
    let end = next.and_then(line::date);
    Some(after(line::date(span.first)?, end, Time::Day))
}

/// The moment an event is over: its end, or the midnight after its last day when that is all that is
/// known and it isn't the day of the start.
fn over(start: WallTime, end: WallTime) -> Option<WallTime> {
    if end.time.is_some() {
        return Some(end);
    }
    let later = end.date > start.date;
    Some(WallTime {
        date: end.date.checked_add_days(Days::new(1))?,
        time: Some(NaiveTime::MIN),
        offset: None,
    })
    .filter(|_| later)
}

/// An end counts only when it comes after the start; both have one form, which sorts by time.
fn after(start: String, end: Option<String>, form: fn(String) -> Time) -> Times {
    let end = end.filter(|end| *end > start);
    Times {
        start: form(start),
        end: end.map(form),
    }
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

    /// `zone` “K” is Asia/Kolkata; an empty text is none.
    #[track_caller]
    fn check(start: &str, end: &str, zone: &str, expected: (&str, &str)) {
        let event = Event {
            start: start.parse().ok(),
            end: end.parse().ok(),
            timezone: (!zone.is_empty()).then(|| zone.replace('K', "Asia/Kolkata").into()),
            ..Event::default()
        };
        let times = times(&event, &OneZone);
        let text = |time: Option<&Time>| time.map_or("", Time::text).to_owned();
        let found = (
            text(times.as_ref().map(|times| &times.start)),
            text(times.as_ref().and_then(|times| times.end.as_ref())),
        );
        assert_eq!(
            (found.0.as_str(), found.1.as_str()),
            expected,
            "{start} {end} {zone}"
        );
    }

    #[test]
    fn a_known_moment_is_in_utc() {
        check(
            "2023-11-04T14:00",
            "2023-11-04T17:00",
            "K",
            ("20231104T083000Z", "20231104T113000Z"),
        );
        check(
            "2023-11-04T02:00:00+05:30",
            "",
            "",
            ("20231103T203000Z", ""),
        );
        check(
            "2023-11-04T02:00:00+01:00",
            "2023-11-04T03:00",
            "",
            ("20231104T010000Z", "20231104T020000Z"),
        );
        check(
            "2023-11-04T14:00:00Z",
            "2023-11-04T23:00",
            "K",
            ("20231104T140000Z", "20231104T173000Z"),
        );
        check(
            "2023-11-04T23:30",
            "2023-11-05T00:00",
            "K",
            ("20231104T180000Z", "20231104T183000Z"),
        );
    }

    #[test]
    fn a_clock_nobody_can_place_floats() {
        check(
            "2023-11-04T14:00",
            "2023-11-04T17:00",
            "",
            ("20231104T140000", "20231104T170000"),
        );
        check(
            "2023-11-04T14:00",
            "2023-11-04T17:00:00Z",
            "Mars/Base",
            ("20231104T140000", "20231104T170000"),
        );
    }

    #[test]
    fn a_day_ends_where_the_next_begins() {
        check("2023-11-04", "", "K", ("20231104", "20231105"));
        check("2023-12-30", "2023-12-31", "", ("20231230", "20240101"));
        check(
            "2023-11-04",
            "2023-11-05T17:00",
            "",
            ("20231104", "20231106"),
        );
        check(
            "2023-11-04",
            "2023-11-06T00:00",
            "",
            ("20231104", "20231106"),
        );
        check("9999-12-31", "", "", ("99991231", ""));
    }

    #[test]
    fn a_last_day_lasts_until_midnight_and_an_end_before_the_start_says_nothing() {
        check(
            "2023-11-04T14:00",
            "2023-11-05",
            "K",
            ("20231104T083000Z", "20231105T183000Z"),
        );
        check(
            "2023-11-04T14:00",
            "2023-11-04",
            "K",
            ("20231104T083000Z", ""),
        );
        check(
            "2023-11-04T14:00",
            "2023-11-04T13:00",
            "K",
            ("20231104T083000Z", ""),
        );
        check(
            "2023-11-04T14:00",
            "2023-11-04T14:00",
            "K",
            ("20231104T083000Z", ""),
        );
        check("2023-11-04", "2023-11-03", "", ("20231104", "20231105"));
        check("", "2023-11-04", "", ("", ""));
    }

    #[test]
    fn a_moment_past_the_years_that_can_be_written_floats() {
        check("9999-12-31T23:00:00-05:00", "", "", ("99991231T230000", ""));
    }
}
