//! iCalendar (RFC 5545), as programs write it and as they should.

pub mod component;
pub mod event;
pub mod lines;
pub mod own;
pub mod recurrence;
pub mod time;
pub mod windows;
pub mod zones;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDateTime;

use self::component::{Component, components};
use self::time::times;
use self::zones::ZonesOf;
use super::draft::{Draft, Origin, Reading, Reject};
use super::options::Options;

/// The most single events that one calendar gives.
const MOST: usize = 100_000;

/// Reads a calendar. Each VEVENT is an entry, and so is what stands there instead of one.
pub fn read(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    let file = components(text);
    let zones = ZonesOf::new(file.inner.iter().filter(|part| part.name == "VTIMEZONE"));
    let lines = Source {
        lines: text.split('\n').collect(),
        name: source,
    };
    let changed = changed(&file.inner, &zones);
    let zone = file.value("X-WR-TIMEZONE").and_then(zones::known);
    let mut reading = Reading::default();
    for part in &file.inner {
        match part.name.as_str() {
            "VEVENT" => match events(part, &zones, options, &changed, &lines) {
                Ok(mut drafts) if reading.drafts.len() + drafts.len() <= MOST => {
                    for draft in &mut drafts {
                        draft.zone_of_source = zone.clone();
                    }
                    reading.entries += 1;
                    reading.drafts.append(&mut drafts);
                }
                Ok(_) => reading
                    .reject(lines.reject(part, format!("more than {MOST} events in one calendar"))),
                Err(reason) => reading.reject(lines.reject(part, reason)),
            },
            "VTODO" => reading.reject(lines.reject(part, "a task (VTODO), not an event")),
            "VJOURNAL" => {
                reading.reject(lines.reject(part, "a journal entry (VJOURNAL), not an event"))
            }
            _ => {}
        }
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

/// Which occurrences of which series have an entry of their own, by UID and the clock they stand for.
type Changed = HashMap<String, HashSet<String>>;

fn changed(parts: &[Component], zones: &ZonesOf) -> Changed {
    let mut changed = Changed::new();
    for part in parts.iter().filter(|part| part.name == "VEVENT") {
        if let (Some(uid), Some(instead)) = (part.value("UID"), instead_of(part, zones)) {
            changed.entry(uid.to_owned()).or_default().insert(instead);
        }
    }
    changed
}

/// What an entry stands for within its series: its moment, or its day.
fn instead_of(part: &Component, zones: &ZonesOf) -> Option<String> {
    let time = times(part.get("RECURRENCE-ID")?, zones)
        .into_iter()
        .next()??;
    Some(match time.time {
        None => time.date.to_string(),
        Some(_) => time.clock_in(&zones::Zone::Utc).to_string(),
    })
}

fn events(
    part: &Component,
    zones: &ZonesOf,
    options: &Options,
    changed: &Changed,
    lines: &Source<'_>,
) -> Result<Vec<Draft>, String> {
    if let Some(property) = part.properties.iter().find(|property| property.cut) {
        return Err(format!("{} is longer than is read", property.name));
    }
    let start = event::start(part, zones)?;
    let uid = part.value("UID");
    let own = part.get("RECURRENCE-ID").is_some();
    let series = !own && recurrence::recurs(part);
    let mut starts = match series {
        true => recurrence::starts(part, &start, zones, options)?,
        false => vec![start.clock()],
    };
    if let Some(changed) = uid.filter(|_| !own).and_then(|uid| changed.get(uid)) {
        let stands = |at: &NaiveDateTime| {
            let time = time::Time {
                date: at.date(),
                time: start.time.map(|_| at.time()),
                zone: start.zone.clone(),
            };
            let utc = time.clock_in(&zones::Zone::Utc).to_string();
            changed.contains(&utc) || changed.contains(&at.date().to_string())
        };
        starts.retain(|at| !stands(at));
        if starts.is_empty() {
            return Err(
                "each time it takes place has an entry of its own in the calendar".to_owned(),
            );
        }
    }
    let text = lines.text(part);
    let drafts = starts.into_iter().map(|at| {
        let mut draft = event::draft(part, lines.origin(part), &text, at, &start, zones);
        let which = match own {
            true => part.value("RECURRENCE-ID").map(str::to_owned),
            false => series.then(|| at.format("%Y%m%dT%H%M%S").to_string()),
        };
        draft.key = uid.map(|uid| match which {
            Some(which) => format!("{uid}/{which}"),
            None => uid.to_owned(),
        });
        own::restore(part, &mut draft);
        draft
    });
    Ok(drafts.collect())
}
