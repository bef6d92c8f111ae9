//! For unit tests: English without a browser, which writes dates in ISO and names as codes; and events of a few fields.

use chrono::NaiveDateTime;
use event_file::{
    Event, read,
    zone::{NoRules, Zones},
};
use texts::{PlaceNames, Words};

use super::Language;
use crate::browser::intl::Locale;

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
        places: PlaceNames::default(),
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
    let (calendar, _) = read(file.into_bytes(), &NoRules).unwrap();
    calendar.events.into_iter().next().unwrap()
}
