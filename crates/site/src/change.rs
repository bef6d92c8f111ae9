//! What changed since the site was last made: new events, and new dates, times, places, statuses and titles.

mod record;

use std::collections::HashMap;

use chrono::{DateTime, Days, Timelike, Utc};
use event_file::{Calendar, Event};
use listing::now::Now;
use listing::over::is_over;

use crate::Input;

pub(crate) use record::{FILE, Record};

/// How long a change is shown.
const SHOWN: Days = Days::new(30);

/// One thing that changed of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// When the site first had it.
    pub(crate) at: DateTime<Utc>,
    /// The event's id.
    pub(crate) id: String,
    pub(crate) what: What,
    /// As the event file had it; empty for what was not there.
    pub(crate) before: String,
    /// As it has it now.
    pub(crate) now: String,
}

/// What changed of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    /// All of it: it is new.
    New,
    /// Start, end or zone; written `2023-11-04T14:00`, `2023-11-04T14:00/2023-11-04T17:00`.
    Time,
    /// Place, address, city, region or country.
    Place,
    /// Whether it takes place.
    Status,
    /// The title.
    Title,
}

impl What {
    /// Every kind of change with its name in `changes.json`.
    pub(crate) const ALL: [(&str, What); 5] = [
        ("new", What::New),
        ("time", What::Time),
        ("place", What::Place),
        ("status", What::Status),
        ("title", What::Title),
    ];

    pub(crate) fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, what)| *what == self);
        found.map_or("new", |(name, _)| name)
    }
}

/// The record of the last site brought up to date: what changed since is added, what is older than 30 days is dropped.
pub(crate) fn record(input: &Input<'_>) -> Record {
    let now = input.now.instant;
    let now = now.with_nanosecond(0).unwrap_or(now);
    let mut record = Record::read(input.changes).unwrap_or_else(|| Record {
        since: now,
        changes: Vec::new(),
    });
    if let Some(before) = input.before {
        for change in between(before, input.calendar, now, input) {
            let last = record
                .changes
                .iter()
                .rev()
                .find(|one| one.id == change.id && one.what == change.what);
            if last.is_none_or(|last| last.now != change.now) {
                record.changes.push(change);
            }
        }
    }
    let line = now.checked_sub_days(SHOWN).unwrap_or(now);
    record.changes.retain(|change| change.at >= line);
    record
}

/// What is different in a newer file, of events that are not over.
fn between(
    before: &Calendar,
    after: &Calendar,
    at: DateTime<Utc>,
    input: &Input<'_>,
) -> Vec<Change> {
    let old: HashMap<&str, &Event> = before
        .events
        .iter()
        .map(|event| (&*event.id, event))
        .collect();
    let now = Now {
        instant: at,
        today: input.now.today,
    };
    let mut changes = Vec::new();
    for event in after
        .events
        .iter()
        .filter(|event| !is_over(event, &now, input.reader.zones))
    {
        let mut add = |what, before: String, now: String| {
            if before != now {
                let id = event.id.to_string();
                changes.push(Change {
                    at,
                    id,
                    what,
                    before,
                    now,
                });
            }
        };
        match old.get(&*event.id) {
            None => add(What::New, String::new(), time(event)),
            Some(old) => {
                add(What::Time, time(old), time(event));
                add(What::Place, place(old), place(event));
                add(
                    What::Status,
                    old.status.name().to_owned(),
                    event.status.name().to_owned(),
                );
                add(What::Title, old.title.to_string(), event.title.to_string());
            }
        }
    }
    changes
}

/// Start and end as the file has them; empty where no date is known.
fn time(event: &Event) -> String {
    let start = event
        .start
        .map(|start| start.to_string())
        .unwrap_or_default();
    match event.end {
        Some(end) => format!("{start}/{end}"),
        None => start,
    }
}

/// Place, address, city, region and country as the file has them.
fn place(event: &Event) -> String {
    let parts = [
        &event.place,
        &event.address,
        &event.city,
        &event.region,
        &event.country,
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().map(|part| &**part).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests;
