//! iCalendar (RFC 5545), as programs write it and as they should; METHOD as in RFC 5546.

pub mod component;
pub mod event;
pub mod identity;
pub mod lines;
mod onwards;
pub mod organizer;
pub mod own;
pub mod recurrence;
pub mod time;
pub mod windows;
pub mod zones;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDateTime;

use self::component::{Component, components};
use self::identity::Identities;
use self::zones::ZonesOf;
use super::draft::{Cancels, Draft, Origin, Reading, Reject};
use super::options::Options;

/// The most single events that one calendar gives.
const MOST: usize = 100_000;

/// Reads a file of calendars. Each VEVENT is an entry, and so is what stands there instead of one.
pub fn read(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    let file = components(text);
    let zones = ZonesOf::new(file.named("VTIMEZONE"));
    let lines = Source {
        lines: text.split('\n').collect(),
        name: source,
    };
    let identities = Identities::new(&file, &zones);
    let mut reading = Reading::default();
    let outside = file.inner.iter().filter(|part| part.name != "VCALENDAR");
    let outside = Calendar::new(&file, outside.collect(), &zones, options);
    let calendars = file.inner.iter().filter(|part| part.name == "VCALENDAR");
    let calendars = calendars
        .map(|calendar| Calendar::new(calendar, calendar.inner.iter().collect(), &zones, options));
    for calendar in std::iter::once(outside).chain(calendars) {
        calendar.read(&identities, &lines, &mut reading);
    }
    if reading.outdated > 0 {
        reading.notes.push(format!(
            "{} of its entries are revised by others in it (SEQUENCE), which are taken",
            reading.outdated
        ));
    }
    if reading.entries == 0 {
        reading.notes.push("a calendar without events".to_owned());
    }
    reading
}

/// The file's lines, to show an entry as it stands.
struct Source<'a> {
    lines: Vec<&'a str>,
    name: &'a Arc<str>,
}

impl Source<'_> {
    fn origin(&self, part: &Component) -> Origin {
        Origin {
            source: Arc::clone(self.name),
            unit: "line",
            number: part.line,
        }
    }

    fn text(&self, part: &Component) -> String {
        let at = |line: u64| usize::try_from(line).unwrap_or(0).min(self.lines.len());
        let from = at(part.line).saturating_sub(1);
        // Enough for what is kept.
        let to = at(part.end).max(from).min(from + 200);
        self.lines[from..to].join("\n").replace('\r', "")
    }

    fn reject(&self, part: &Component, reason: impl Into<String>) -> Reject {
        let mut reject = Reject::new(self.origin(part), &self.text(part), reason);
        if let Some(title) = part.text("SUMMARY") {
            reject.fields.insert("title".to_owned(), title.into());
        }
        reject
    }
}

/// One calendar of a file.
struct Calendar<'a> {
    parts: Vec<&'a Component>,
    /// The zone in which it tells times without one.
    zone: Option<String>,
    /// Whether it takes back what it names (METHOD:CANCEL).
    cancels: bool,
    zones: &'a ZonesOf,
    options: &'a Options,
    /// Entries that stand for a date of a series and all after it (RANGE=THISANDFUTURE), by UID.
    onwards: HashMap<&'a str, Vec<&'a Component>>,
}

impl<'a> Calendar<'a> {
    fn new(
        calendar: &Component,
        parts: Vec<&'a Component>,
        zones: &'a ZonesOf,
        options: &'a Options,
    ) -> Self {
        let method = calendar.value("METHOD").unwrap_or_default();
        let mut onwards: HashMap<&str, Vec<&Component>> = HashMap::new();
        for part in &parts {
            if let (true, Some(uid)) = (onwards::is(part), part.value("UID")) {
                onwards.entry(uid).or_default().push(*part);
            }
        }
        Self {
            parts,
            onwards,
            zone: calendar.value("X-WR-TIMEZONE").and_then(zones::known),
            cancels: method.eq_ignore_ascii_case("CANCEL"),
            zones,
            options,
        }
    }

    fn read(&self, identities: &Identities, lines: &Source<'_>, reading: &mut Reading) {
        for part in &self.parts {
            match part.name.as_str() {
                "VEVENT" if identities.is_outdated(part) => {
                    reading.outdated += 1;
                }
                "VEVENT" => match self.events(part, identities, lines) {
                    Ok(mut drafts) if reading.drafts.len() + drafts.len() <= MOST => {
                        for draft in &mut drafts {
                            draft.zone_of_source = self.zone.clone();
                        }
                        reading.entries += 1;
                        reading.drafts.append(&mut drafts);
                    }
                    Ok(_) => reading.reject(
                        lines.reject(part, format!("more than {MOST} events in one calendar")),
                    ),
                    Err(reason) => reading.reject(lines.reject(part, reason)),
                },
                "VTODO" => reading.reject(lines.reject(part, "a task (VTODO), not an event")),
                "VJOURNAL" => {
                    reading.reject(lines.reject(part, "a journal entry (VJOURNAL), not an event"));
                }
                _ => {}
            }
        }
    }

    fn events(
        &self,
        part: &Component,
        identities: &Identities,
        lines: &Source<'_>,
    ) -> Result<Vec<Draft>, String> {
        if let Some(property) = part.properties.iter().find(|property| property.cut) {
            return Err(format!("{} is longer than is read", property.name));
        }
        let (zones, options) = (self.zones, self.options);
        let start = event::start(part, zones)?;
        let own = part.get("RECURRENCE-ID").is_some();
        let recurs = !own && recurrence::recurs(part);
        let mut starts = match recurs {
            true => recurrence::starts(part, &start, zones, options)?,
            false => vec![start.clock()],
        };
        if !own {
            identities.without_own_entries(part, &start, &mut starts);
            if starts.is_empty() {
                return Err(
                    "each time it takes place has an entry of its own in the calendar".to_owned(),
                );
            }
        }
        let text = lines.text(part);
        let cancelled = self.cancels || event::is_cancelled(part);
        let series = identities.series(part);
        let onwards = match (
            recurs,
            part.value("UID").and_then(|uid| self.onwards.get(uid)),
        ) {
            (true, Some(parts)) => {
                onwards::changes(parts, &start, zones, |part| identities.is_outdated(part))
            }
            _ => Vec::new(),
        };
        let draft = |at: NaiveDateTime| {
            let origin = lines.origin(part);
            let mut draft = match onwards.iter().rev().find(|change| change.from <= at) {
                Some(change) => {
                    let at = change.moved(at);
                    event::draft(change.part, origin, &text, at, &change.start, zones)
                }
                None => event::draft(part, origin, &text, at, &start, zones),
            };
            if options.explain {
                event::explain(part, &mut draft);
            }
            draft.key = identities.key(part, &start, recurs.then_some(at), zones);
            draft.series = series.clone();
            if cancelled {
                draft.put("status", "cancelled");
                draft.cancels =
                    cancels(part, &start, zones, draft.key.clone(), self.cancels).map(Box::new);
                // Of several events that share a UID, only one is meant.
                if !self.cancels && identities.is_shared(part) {
                    draft.cancels = None;
                }
            }
            own::restore(part, &mut draft);
            draft
        };
        Ok(starts.into_iter().map(draft).collect())
    }
}

/// What a cancelled component cancels: every date of its series, those from one on, or one, which a calendar that
/// publishes all of them says anyway.
fn cancels(
    part: &Component,
    start: &time::Time,
    zones: &ZonesOf,
    key: Option<String>,
    by_method: bool,
) -> Option<Cancels> {
    let uid = part.value("UID")?.to_owned();
    let whole = Cancels {
        uid,
        instead: by_method,
        key: None,
        from: None,
    };
    let Some(instead) = part.get("RECURRENCE-ID") else {
        return Some(whole);
    };
    if instead.parameter("RANGE") == Some("THISANDFUTURE") {
        let from = time::times(instead, zones).into_iter().next().flatten();
        let from = from.map_or(start.date, |time| time.clock_in(&start.zone).date());
        return Some(Cancels {
            from: Some(from),
            ..whole
        });
    }
    by_method.then_some(Cancels { key, ..whole })
}
