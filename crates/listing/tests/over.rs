//! When an event is over, at the moments that are easily got wrong.

#![allow(clippy::unwrap_used)]

mod world;

use std::cell::Cell;

use chrono::NaiveDateTime;
use event_file::zone::Zones;
use listing::over::{day_is_over, day_over_at, is_over, over_at};
use world::{World, event, now};

/// The event is over at `moment`, and was not a second before.
fn ends(line: &str, moment: &str) {
    let event = event(line);
    let at = now(moment, "UTC");
    let mut before = at;
    before.instant -= chrono::Duration::seconds(1);
    assert!(is_over(&event, &at, &World), "{line}: not over at {moment}");
    assert_eq!(over_at(&event, &World), Some(at.instant), "{line}");
    assert!(
        !is_over(&event, &before, &World),
        "{line}: over before {moment}"
    );
}

#[test]
fn an_event_ends() {
    // With its end, where there is one.
    ends(
        "a 2023-11-04T14:00 2023-11-04T16:00 America/New_York",
        "2023-11-04T20:00:00Z",
    );
    ends(
        "a 2023-11-04T14:00 2023-11-04T16:00+05:30 America/New_York",
        "2023-11-04T10:30:00Z",
    );
    ends(
        "a 2023-11-04T14:00+05:30 2023-11-04T16:00 -",
        "2023-11-04T10:30:00Z",
    );
    ends(
        "a 2023-11-04T14:00 2023-11-04T16:00 -",
        "2023-11-05T04:00:00Z",
    );
    ends(
        "a 2023-11-04T20:00 2023-11-05T00:00 Europe/Paris",
        "2023-11-04T23:00:00Z",
    );
    // With its day at the venue.
    ends(
        "a 2023-11-04T14:00 - America/New_York",
        "2023-11-05T04:00:00Z",
    );
    ends("a 2023-11-04 - Asia/Tokyo", "2023-11-04T15:00:00Z");
    ends("a 2023-11-04 - Pacific/Kiritimati", "2023-11-04T10:00:00Z");
    ends("a 2023-11-04 - Pacific/Pago_Pago", "2023-11-05T11:00:00Z");
    ends("a 2023-11-04 - Asia/Kathmandu", "2023-11-04T18:15:00Z");
    ends("a 2023-12-31 - Pacific/Auckland", "2023-12-31T11:00:00Z");
    ends("a 2023-11-04 2023-11-06 Asia/Tokyo", "2023-11-06T15:00:00Z");
    ends(
        "a 2023-11-04T18:00 2023-11-06 Asia/Tokyo",
        "2023-11-06T15:00:00Z",
    );
    // With the day of the offset written, and everywhere on Earth when nothing is known.
    ends("a 2023-11-04T14:00+05:30 - -", "2023-11-04T18:30:00Z");
    ends(
        "a 2023-11-04T14:00+05:30 - Mars/Olympus",
        "2023-11-04T18:30:00Z",
    );
    ends("a 2023-11-04T14:00 - -", "2023-11-05T12:00:00Z");
    ends("a 2023-11-04 - Mars/Olympus", "2023-11-05T12:00:00Z");
}

#[test]
fn an_event_ends_while_clocks_change() {
    // An hour that is left out, by the offset before; one that comes twice, the first time.
    ends(
        "a 2023-03-25T22:00 2023-03-26T02:30 Europe/Berlin",
        "2023-03-26T01:30:00Z",
    );
    ends(
        "a 2023-11-04T22:00 2023-11-05T01:30 America/New_York",
        "2023-11-05T05:30:00Z",
    );
    // A day of 25 hours, one of 23.5, one that begins at one o'clock, and one that never was.
    ends("a 2023-11-05 - America/New_York", "2023-11-06T05:00:00Z");
    ends("a 2023-10-01 - Australia/Lord_Howe", "2023-10-01T13:00:00Z");
    ends("a 2023-09-02 - America/Santiago", "2023-09-03T04:00:00Z");
    ends("a 2011-12-29 - Pacific/Apia", "2011-12-30T10:00:00Z");
}

#[test]
fn an_end_before_the_start_says_nothing() {
    ends(
        "a 2023-11-04T14:00 2023-11-04T12:00 Asia/Tokyo",
        "2023-11-04T15:00:00Z",
    );
    ends("a 2023-11-04 2023-11-01 Asia/Tokyo", "2023-11-04T15:00:00Z");
    // By their offsets this one is sound.
    ends(
        "a 2023-11-04T14:00+14:00 2023-11-04T02:00+00:00 -",
        "2023-11-04T02:00:00Z",
    );
}

#[test]
fn an_event_without_a_date_ends_with_its_end_only() {
    ends("a - 2023-11-04T16:00 Asia/Tokyo", "2023-11-04T07:00:00Z");
    assert!(!is_over(
        &event("a - - Asia/Tokyo"),
        &now("9999-01-01T00:00:00Z", "UTC"),
        &World
    ));
}

/// The rules of zones are asked for near the present only.
#[test]
fn zones_are_seldom_asked() {
    struct Counting(Cell<u32>);
    impl Zones for Counting {
        fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32> {
            self.0.set(self.0.get() + 1);
            World.offset(zone, local)
        }
    }
    let lines: Vec<String> = (1..=30)
        .map(|day| format!("a 2023-11-{day:02} - Asia/Tokyo"))
        .collect();
    let zones = Counting(Cell::new(0));
    for line in &lines {
        is_over(&event(line), &now("2023-11-15T12:00:00Z", "UTC"), &zones);
    }
    assert!((1..=2).contains(&zones.0.get()), "{}", zones.0.get());
}

#[test]
fn a_day_of_a_longer_event_ends_at_the_venue() {
    let check = |line: &str, moment: &str| {
        let event = event(line);
        let day = event.start.unwrap().date;
        let at = now(moment, "UTC");
        assert_eq!(day_over_at(day, &event, &World), Some(at.instant), "{line}");
        assert!(day_is_over(day, &event, &at, &World), "{line}");
    };
    check(
        "a 2023-11-04T14:00 2023-11-06 Asia/Tokyo",
        "2023-11-04T15:00:00Z",
    );
    check("a 2023-11-04 2023-11-06 -", "2023-11-05T12:00:00Z");
}
