//! A calendar to subscribe to: its name, how often to look for a newer one, and where (RFC 7986).

use chrono::{DateTime, Utc};
use event_file::Event;
use event_file::file::About;

use super::{Version, line::Lines, line::stamp, properties, uid, when};
use crate::Reader;

/// How often a calendar app is to ask again (RFC 5545, section 3.3.6).
const REFRESH: &str = "PT6H";

/// What a feed says about itself.
#[derive(Debug, Clone, Copy)]
pub struct Feed<'a> {
    /// What it is called, plain text.
    pub name: &'a str,
    /// Its own address, an absolute URL.
    pub source: &'a str,
    /// The page that shows the same events, an absolute URL.
    pub page: &'a str,
    /// When something in it last changed.
    pub changed: DateTime<Utc>,
}

/// A version of an event in a feed.
#[derive(Debug, Clone, Copy)]
pub struct FeedEvent<'a> {
    /// The event.
    pub event: &'a Event,
    /// When it last changed, which is DTSTAMP and LAST-MODIFIED: an event that did not change is written in the same
    /// bytes.
    pub changed: DateTime<Utc>,
    /// Its page, an absolute URL, for an event that names none.
    pub page: &'a str,
}

/// One event as the lines of a VEVENT, to be put into [`feed`]s; its UID is that of the other exports. `None` without a
/// date, or with one that iCalendar cannot write.
pub fn feed_event(one: FeedEvent<'_>, about: &About, reader: Reader<'_>) -> Option<String> {
    let times = when::times(one.event, reader.zones)?;
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VEVENT");
    lines.text("UID", &format!("{}@{}", one.event.id, uid::domain(about)));
    let version = Version {
        written: one.changed,
        revised: Some(one.changed),
        page: Some(one.page),
    };
    properties(&mut lines, one.event, &times, about, version, reader);
    lines.plain("END", "VEVENT");
    Some(lines.finish())
}

/// A feed of events, each as [`feed_event`] wrote it.
pub fn feed<'e>(feed: Feed<'_>, events: impl IntoIterator<Item = &'e str>) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Marchmap//Marchmap 1//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", "PUBLISH");
    lines.text("NAME", feed.name);
    lines.text("X-WR-CALNAME", feed.name);
    if let Some(changed) = stamp(feed.changed) {
        lines.plain("LAST-MODIFIED", &changed);
    }
    lines.plain("URL", feed.page);
    lines.plain("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.plain("X-PUBLISHED-TTL", REFRESH);
    lines.plain("SOURCE;VALUE=URI", feed.source);
    let mut text = lines.finish();
    for event in events {
        text.push_str(event);
    }
    let mut lines = Lines::default();
    lines.plain("END", "VCALENDAR");
    text + &lines.finish()
}

#[cfg(test)]
mod tests {
    use event_file::zone::NoRules;
    use texts::Words;

    use super::*;

    #[test]
    fn a_feed_names_itself_and_its_address() {
        let words = Words::english();
        let reader = Reader {
            words: &words,
            country: &|_| None,
            zones: &NoRules,
        };
        let event = Event {
            id: "a".into(),
            title: "March".into(),
            start: "2023-11-04T14:00:00Z".parse().ok(),
            ..Event::default()
        };
        let changed = "2023-11-01T10:00:00Z".parse().unwrap();
        let one = FeedEvent {
            event: &event,
            changed,
            page: "https://a.org/e/a/",
        };
        let event = feed_event(one, &About::default(), reader).unwrap();
        let text = feed(
            Feed {
                name: "A, b",
                source: "https://a.org/feeds/all.ics",
                page: "https://a.org/",
                changed,
            },
            [event.as_str()],
        );
        for line in [
            "NAME:A\\, b",
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
            "X-PUBLISHED-TTL:PT6H",
            "SOURCE;VALUE=URI:https://a.org/feeds/all.ics",
            "LAST-MODIFIED:20231101T100000Z",
            "DTSTAMP:20231101T100000Z",
            "URL:https://a.org/e/a/",
            "UID:a@cbf29ce484222325.marchmap.invalid",
        ] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}\n{text}");
        }
        assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
        let undated = Event::default();
        let one = FeedEvent {
            event: &undated,
            ..one
        };
        assert_eq!(feed_event(one, &About::default(), reader), None);
    }
}
