//! For tests without a browser: English texts, with dates and numbers in ISO and names as codes.

use std::cmp::Ordering;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use event_file::{Event, read::read, zone::Zones};
use texts::Words;

use super::Language;

/// In place of the browser's `Locale`, with the same methods.
pub struct Locale {
    tag: String,
}

impl Locale {
    pub fn new(tag: &str) -> Self {
        Self { tag: tag.into() }
    }

    pub fn day(&self, day: NaiveDate) -> String {
        day.to_string()
    }

    pub fn short_day(&self, day: NaiveDate) -> String {
        day.to_string()
    }

    pub fn days(&self, first: NaiveDate, last: NaiveDate) -> String {
        match first == last {
            true => self.day(first),
            false => format!("{first} to {last}"),
        }
    }

    pub fn month(&self, day: NaiveDate) -> String {
        day.format("%Y-%m").to_string()
    }

    pub fn weekday(&self, day: NaiveDate) -> (String, String) {
        (day.format("%A").to_string(), day.format("%a").to_string())
    }

    pub fn first_weekday(&self) -> Weekday {
        Weekday::Mon
    }

    pub fn time(&self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    pub fn zone(&self, zone: &str, _: DateTime<Utc>) -> String {
        zone.to_owned()
    }

    pub fn country(&self, code: &str) -> Option<String> {
        match code {
            "ZZ" => None,
            code => Some(format!("country {code}")),
        }
    }

    pub fn language(&self, tag: &str) -> String {
        tag.to_owned()
    }

    pub fn number(&self, number: u64) -> String {
        number.to_string()
    }

    pub fn plural(&self, number: u64) -> String {
        if number == 1 { "one" } else { "other" }.to_owned()
    }

    pub fn ago(&self, then: DateTime<Utc>, now: DateTime<Utc>) -> String {
        format!("{} days ago", (now - then).num_days())
    }

    pub fn distance(&self, amount: f64, unit: &str) -> String {
        format!("{amount:.1} {unit}")
    }

    pub fn region(&self) -> Option<&str> {
        self.tag.split_once('-').map(|(_, region)| region)
    }

    pub fn list(&self, things: &[String]) -> String {
        things.join(" and ")
    }

    pub fn either(&self, things: &[String]) -> String {
        things.join(" or ")
    }

    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        one.cmp(other)
    }
}

/// A visitor in UTC.
pub fn visitor_clock(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.naive_utc()
}

/// Time zones of fixed offsets.
pub struct FixedZones;

impl Zones for FixedZones {
    fn offset(&self, zone: &str, _: NaiveDateTime) -> Option<i32> {
        match zone {
            "Asia/Tokyo" => Some(540),
            "America/New_York" => Some(-240),
            "Etc/UTC" => Some(0),
            _ => None,
        }
    }
}

/// English as a region (BCP 47 tag) writes it.
pub fn english(tag: &str) -> Language {
    Language {
        code: "en".to_owned(),
        words: Words::english(),
        locale: Locale::new(tag),
    }
}

/// An event with these fields (members of a JSON object), a title and, if they have none, a start.
pub fn event(fields: &str) -> Event {
    let mut all = vec![r#""title": "Rally""#];
    if !fields.contains("\"start\"") {
        all.push(r#""start": "2023-11-04T14:00""#);
    }
    if !fields.is_empty() {
        all.push(fields);
    }
    let file = format!("[{{{}}}]", all.join(", "));
    let (calendar, _) = read(file.as_bytes()).unwrap();
    calendar.events.into_iter().next().unwrap()
}
