//! When an event is: the venue's time, labelled, and the visitor's own beside it where it differs.

use chrono::{NaiveDate, NaiveDateTime};
use event_file::{Event, WallTime, instant::instant, zone::Zones};
use query::Clock;
use texts::isolated;

use super::Language;
use crate::browser::intl::visitor_clock;

/// The left rail of a card.
pub struct Rail {
    /// The time, or that none was announced.
    pub text: String,
    /// Whether the time is not known.
    pub unknown: bool,
    /// The same time on the other clock.
    pub other: Option<String>,
}

/// What the rail of a card under `day` says.
pub fn rail(
    event: &Event,
    day: Option<NaiveDate>,
    clock: Clock,
    zones: &dyn Zones,
    language: &Language,
) -> Rail {
    let unknown = |key: &str| Rail {
        text: language.text(key, &[]),
        unknown: true,
        other: None,
    };
    let Some(start) = event.start else {
        return unknown("time.not_announced");
    };
    if let Some(day) = day.filter(|day| *day > start.date) {
        let last = event
            .span()
            .map(|span| span.last)
            .filter(|last| *last > day);
        let Some(last) = last else {
            return unknown("time.continues");
        };
        let last = language.locale.month_day(last);
        return Rail {
            text: language.text("time.continues_until", &[("day", &last)]),
            unknown: true,
            other: None,
        };
    }
    let Some(time) = start.time else {
        return unknown("time.not_announced");
    };
    let direction = language.words.direction();
    let venue = isolated(&language.locale.time(time), direction).into_owned();
    let Some(mine) = visitors(start, event, zones) else {
        return Rail {
            text: venue,
            unknown: false,
            other: None,
        };
    };
    let own = on_another_day(mine, start.date, language);
    match clock {
        Clock::Venue => Rail {
            text: venue,
            unknown: false,
            other: Some(language.text("time.yours_short", &[("time", &own)])),
        },
        Clock::Mine => Rail {
            text: isolated(&own, direction).into_owned(),
            unknown: false,
            other: Some(language.text("time.venues_short", &[("time", &venue)])),
        },
    }
}

/// The time `mine`, and how many days it is from `day`.
fn on_another_day(mine: NaiveDateTime, day: NaiveDate, language: &Language) -> String {
    let own = language.locale.time(mine.time());
    let time = [("time", own.as_str())];
    // Clocks are up to 26 hours apart: from Kiritimati, Pago Pago's evening is two days before.
    match (mine.date() - day).num_days() {
        0 => own,
        1 => language.text("time.next_day", &time),
        -1 => language.text("time.day_before", &time),
        days => {
            let key = match days > 0 {
                true => "time.days_later",
                false => "time.days_before",
            };
            language.count(key, days.unsigned_abs() as usize, &time)
        }
    }
}

/// Day and time by the venue's clock: “Saturday, November 4, 2023, 14:00–17:00”.
pub fn full(start: WallTime, end: Option<WallTime>, language: &Language) -> String {
    let one = |time: WallTime| {
        let day = language.locale.day(time.date);
        match time.time {
            Some(clock) => language.text(
                "time.day_and_time",
                &[("day", &day), ("time", &language.locale.time(clock))],
            ),
            None => day,
        }
    };
    if let Some(end) = end.filter(|end| start.time.is_none() && end.time.is_none()) {
        return language.locale.days(start.date, end.date);
    }
    let first = one(start);
    let last = match end {
        Some(end) if end.date != start.date => one(end),
        Some(WallTime {
            time: Some(clock), ..
        }) => language.locale.time(clock),
        _ => return first,
    };
    language.text("time.range", &[("start", &first), ("end", &last)])
}

/// The same start on the visitor's clock; `None` where it is the same or not known.
pub fn visitors_full(event: &Event, zones: &dyn Zones, language: &Language) -> Option<String> {
    let mine = visitors(event.start?, event, zones)?;
    let start = WallTime {
        date: mine.date(),
        time: Some(mine.time()),
        offset: None,
    };
    Some(language.text("time.yours", &[("time", &full(start, None, language))]))
}

fn visitors(start: WallTime, event: &Event, zones: &dyn Zones) -> Option<NaiveDateTime> {
    let mine = visitor_clock(instant(start, event, zones)?);
    (Some(mine) != start.clock()).then_some(mine)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::samples::{FixedZones, english, event};

    /// The rail of an event with these fields under a day of November 2023, and the other clock's time.
    fn check(fields: &str, day: u32, clock: Clock, text: &str, other: Option<&str>) {
        let day = NaiveDate::from_ymd_opt(2023, 11, day);
        let rail = rail(&event(fields), day, clock, &FixedZones, &english("en"));
        assert_eq!((rail.text.as_str(), rail.other.as_deref()), (text, other));
    }

    #[test]
    fn the_venues_time_comes_first_and_the_visitors_beside_it() {
        let tokyo = r#""timezone": "Asia/Tokyo""#;
        check(tokyo, 4, Clock::Venue, "14:00", Some("05:00 your time"));
        check(tokyo, 4, Clock::Mine, "05:00", Some("14:00 there"));
        // The same time on both clocks is written once.
        check(r#""timezone": "Etc/UTC""#, 4, Clock::Venue, "14:00", None);
        // Without a zone nobody knows the visitor's time.
        check("", 4, Clock::Mine, "14:00", None);
    }

    #[test]
    fn the_visitors_time_may_be_on_another_day() {
        let late = r#""start": "2023-11-04T22:00", "timezone": "America/New_York""#;
        let other = Some("02:00 next day your time");
        check(late, 4, Clock::Venue, "22:00", other);
        let early = r#""start": "2023-11-04T03:00", "timezone": "Asia/Tokyo""#;
        let other = Some("18:00 day before your time");
        check(early, 4, Clock::Venue, "03:00", other);
    }

    #[test]
    fn two_days_away_is_not_one() {
        let check = |mine: &str, expected: &str| {
            let day = "2023-11-04".parse().unwrap();
            let mine = format!("2023-11-{mine}").parse().unwrap();
            assert_eq!(on_another_day(mine, day, &english("en")), expected);
        };
        check("02T23:30:00", "23:30, 2 days before");
        check("03T23:30:00", "23:30 day before");
        check("04T00:30:00", "00:30");
        check("05T00:30:00", "00:30 next day");
        check("06T00:30:00", "00:30, 2 days later");
    }

    #[test]
    fn what_is_unknown_is_said() {
        let date_only = r#""start": "2023-11-04""#;
        check(date_only, 4, Clock::Venue, "Time not announced", None);
        let two_days = r#""end": "2023-11-05T12:00""#;
        check(two_days, 5, Clock::Venue, "Continues", None);
        let camp = r#""end": "2023-11-09""#;
        let until = "Continues until 2023-11-09";
        check(camp, 5, Clock::Venue, until, None);
    }

    #[test]
    fn a_time_in_full_names_its_days() {
        let check = |fields: &str, expected: &str| {
            let event = event(fields);
            let start = event.start.unwrap();
            assert_eq!(full(start, event.end, &english("en")), expected);
        };
        check("", "2023-11-04, 14:00");
        check(r#""end": "2023-11-04T17:00""#, "2023-11-04, 14:00 – 17:00");
        check(
            r#""end": "2023-11-05T12:00""#,
            "2023-11-04, 14:00 – 2023-11-05, 12:00",
        );
        check(
            r#""start": "2023-11-04", "end": "2023-11-06""#,
            "2023-11-04 – 2023-11-06",
        );
    }
}
