//! iCalendar (RFC 5545, published as in RFC 5546): what calendar apps read.
//!
//! A moment stands in UTC, which Google, Apple and Outlook turn into the reader's own time; a clock
//! nobody can place is a floating one; a day without a time is a whole day, and takes no time away.

mod about;
mod feed;
mod line;
mod uid;
mod when;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{Reader, at};
use event_file::event::{Event, Kind, Status, Text};
use event_file::file::About;
use event_file::link::host;
use event_file::{Calendar, WallTime, write};

use line::{Lines, stamp};

pub use feed::{Feed, FeedEvent, feed, feed_event};

/// What STRUCTURED-DATA (RFC 9073, section 6.6) of an event is: its entry in the event file.
pub const ENTRY_SCHEMA: &str = "urn:marchmap:event:1";

/// The events at these indices as a calendar; `written` is the moment of writing.
///
/// Each carries its whole entry as well, for what iCalendar has no property for.
///
/// Events without a date can't stand in it and are left out ([`without_date`](super::without_date)).
pub fn ics(
    calendar: &Calendar,
    events: &[u32],
    written: DateTime<Utc>,
    reader: Reader<'_>,
) -> String {
    let title = calendar.about.title.as_deref();
    whole(calendar, events, written, reader, title, true)
}

/// One event to be added to a calendar the visitor has: without a calendar's name, by which Outlook
/// would open a new calendar for it.
pub fn ics_of_one(
    calendar: &Calendar,
    event: u32,
    written: DateTime<Utc>,
    reader: Reader<'_>,
) -> String {
    whole(calendar, &[event], written, reader, None, false)
}

fn whole(
    calendar: &Calendar,
    events: &[u32],
    written: DateTime<Utc>,
    reader: Reader<'_>,
    name: Option<&str>,
    entries: bool,
) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Marchmap//Marchmap 1//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", "PUBLISH");
    if let Some(name) = name {
        lines.text("X-WR-CALNAME", name);
        // The same by its standard name (RFC 7986, section 5.1).
        lines.text("NAME", name);
    }
    let domain = uid::domain(&calendar.about);
    for event in at(calendar, events) {
        let Some(times) = when::times(event, reader.zones) else {
            continue;
        };
        lines.plain("BEGIN", "VEVENT");
        lines.text("UID", &format!("{}@{domain}", event.id));
        let version = Version {
            written,
            revised: event.updated.and_then(moment),
            page: None,
        };
        properties(&mut lines, event, &times, &calendar.about, version, reader);
        if entries {
            let entry = Value::from(write::event(event)).to_string();
            lines.text(
                &format!(
                    "STRUCTURED-DATA;VALUE=TEXT;FMTTYPE=application/json;SCHEMA=\"{ENTRY_SCHEMA}\""
                ),
                &entry,
            );
        }
        lines.plain("END", "VEVENT");
    }
    lines.plain("END", "VCALENDAR");
    lines.finish()
}

/// Which version of an event is written, and where.
#[derive(Clone, Copy)]
struct Version<'a> {
    /// When it is written.
    written: DateTime<Utc>,
    /// When the entry last changed, where that is known.
    revised: Option<DateTime<Utc>>,
    /// The page to name for an event that has none.
    page: Option<&'a str>,
}

/// The properties of a VEVENT (RFC 5545, section 3.6.1).
fn properties(
    lines: &mut Lines,
    event: &Event,
    times: &when::Times,
    about: &About,
    version: Version<'_>,
    reader: Reader<'_>,
) {
    if let Some(written) = stamp(version.written) {
        lines.plain("DTSTAMP", &written);
    }
    lines.plain(
        times.start.name("DTSTART", "DTSTART;VALUE=DATE"),
        times.start.text(),
    );
    if let Some(end) = &times.end {
        lines.plain(end.name("DTEND", "DTEND;VALUE=DATE"), end.text());
    }
    lines.text("SUMMARY", &summary(event, reader));
    lines.plain("STATUS", status(event.status));
    if !takes_place(event.status) || event.start.is_some_and(|start| start.time.is_none()) {
        lines.plain("TRANSP", "TRANSPARENT");
    }
    let changed = version.revised;
    let revision = changed.or_else(|| moment(about.updated?));
    let revision = revision.map_or(0, |at| at.timestamp().max(0) / 60);
    lines.plain("SEQUENCE", &revision.to_string());
    if let Some(changed) = changed.and_then(stamp) {
        lines.plain("LAST-MODIFIED", &changed);
    }
    lines.text("LOCATION", &about::location(event, reader));
    if let Some(at) = event
        .position
        .filter(|_| event.status != Status::MovedOnline)
    {
        lines.plain("GEO", &format!("{};{}", at.lat, at.lon));
    }
    let url = event.url.as_deref().filter(|url| host(url).is_some());
    if let Some(url) = url.or(version.page) {
        lines.plain("URL", url);
    }
    lines.texts("CATEGORIES", &categories(event, reader));
    lines.text("DESCRIPTION", &about::description(event, times, reader));
}

/// What the event is called; marked when it does not take place as it once seemed.
fn summary(event: &Event, reader: Reader<'_>) -> String {
    let words = reader.words;
    let title = match event.title.is_empty() {
        true => words.text("event.untitled", &[]),
        false => event.title_in(words.language()).text.to_owned(),
    };
    match event.status {
        Status::Scheduled | Status::Rescheduled => title,
        status => {
            let status = words.text(&format!("status.{}", status.name()), &[]);
            words.text("export.marked", &[("status", &status), ("title", &title)])
        }
    }
}

/// A postponed event does not take place at the time it has here, so a calendar must not remind of
/// it: cancelled, until the entry gives a new date. Its title and description say which of the two.
fn status(status: Status) -> &'static str {
    match status {
        Status::Cancelled | Status::Postponed => "CANCELLED",
        Status::Tentative => "TENTATIVE",
        Status::Scheduled | Status::Rescheduled | Status::MovedOnline => "CONFIRMED",
    }
}

fn takes_place(status: Status) -> bool {
    self::status(status) != "CANCELLED"
}

/// The moment of a change; a day, or a clock nobody can place, counts as UTC: what matters is that a
/// later change comes later.
pub fn moment(at: WallTime) -> Option<DateTime<Utc>> {
    let start = at.date.and_time(at.time.unwrap_or_default());
    let offset = chrono::Duration::minutes(at.offset.unwrap_or(0).into());
    Some(start.checked_sub_signed(offset)?.and_utc())
}

fn categories(event: &Event, reader: Reader<'_>) -> Vec<String> {
    let kinds = event.kinds.iter().map(|kind| match kind {
        Kind::Unknown(text) => text.to_string(),
        known => reader.words.text(&format!("kind.{}", known.name()), &[]),
    });
    kinds
        .chain(event.tags.iter().map(Text::to_string))
        .collect()
}
