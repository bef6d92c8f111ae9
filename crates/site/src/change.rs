//! What changed since the site was last made: new events, and new dates, times, places, statuses and titles.

mod kind;
mod record;

use std::collections::HashMap;

use chrono::{DateTime, Days, Timelike, Utc};
use event_file::{Calendar, Event};
use listing::now::Now;
use listing::over::is_over;

use crate::input::Input;

pub(crate) use kind::{Change, What};
pub(crate) use record::{FILE, Record};

/// How long a change is shown.
const SHOWN: Days = Days::new(30);

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

/// Place, address, city and region as the file has them; the country's code in a line of its own.
fn place(event: &Event) -> String {
    let parts = [&event.place, &event.address, &event.city, &event.region];
    let parts: Vec<&str> = parts.into_iter().flatten().map(|part| &**part).collect();
    let place = parts.join(", ");
    match &event.country {
        Some(code) => format!("{place}\n{code}"),
        None => place,
    }
}

#[cfg(test)]
mod tests;
