//! Which entries of a calendar are one event: by UID, by the date they stand for, by their revision.
//!
//! A UID is unique (RFC 5545, section 3.8.4.7), but programs repeat it: for the dates of one event, and by mistake for
//! different events. Entries that differ are all kept, unless one says that it revises another (SEQUENCE, section
//! 3.8.7.4).

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDateTime, NaiveTime};
use fold::fold;

use super::component::Component;
use super::time::{Time, times};
use super::zones::{Zone, ZonesOf};

/// What is known of one UID.
#[derive(Debug, Default)]
struct Entries {
    /// Lines, revisions, starts and titles of the entries that stand for no single date of a series.
    whole: Vec<Entry>,
    /// Dates of the series that have an entry of their own: the moment or the day, and the revisions.
    dates: HashMap<String, Vec<(u64, u64)>>,
    /// What the series is called.
    title: Option<String>,
    /// In which zone the series begins.
    zone: Option<Zone>,
    /// At which hour it begins.
    time: Option<NaiveTime>,
    recurs: bool,
}

#[derive(Debug)]
struct Entry {
    line: u64,
    sequence: u64,
    start: Option<String>,
    title: String,
}

/// The entries of all calendars of a file, by UID.
#[derive(Debug, Default)]
pub struct Identities {
    by_uid: HashMap<String, Entries>,
    outdated: HashSet<u64>,
}

impl Identities {
    /// Looks at every VEVENT of a file.
    pub fn new(file: &Component, zones: &ZonesOf) -> Self {
        let mut all = Self::default();
        for part in file.named("VEVENT") {
            let Some(uid) = part.value("UID") else {
                continue;
            };
            let entries = all.by_uid.entry(uid.to_owned()).or_default();
            let sequence = sequence(part);
            let start = part
                .get("DTSTART")
                .and_then(|start| times(start, zones).pop()?);
            if let Some(instead) = instead_of(part, zones) {
                if start.is_some() {
                    let dates = entries.dates.entry(instead).or_default();
                    dates.push((sequence, part.line));
                }
                continue;
            }
            let recurs = super::recurrence::recurs(part);
            entries.recurs |= recurs;
            if recurs || entries.title.is_none() {
                entries.title = part.text("SUMMARY").or_else(|| entries.title.take());
                entries.zone = start.as_ref().map(|start| start.zone.clone());
                entries.time = start.as_ref().and_then(|start| start.time);
            }
            entries.whole.push(Entry {
                line: part.line,
                sequence,
                start: start.map(|start| start.clock().to_string()),
                title: fold(part.text("SUMMARY").unwrap_or_default().trim()),
            });
        }
        for entries in all.by_uid.values() {
            all.outdated.extend(entries.outdated());
        }
        all
    }

    /// Whether another entry revises this one.
    pub fn is_outdated(&self, part: &Component) -> bool {
        self.outdated.contains(&part.line)
    }

    /// Whether several events that differ have the UID of this one.
    pub fn is_shared(&self, part: &Component) -> bool {
        let entries = part.value("UID").and_then(|uid| self.by_uid.get(uid));
        entries.is_some_and(|entries| entries.kept().count() > 1)
    }

    /// Leaves out the dates of a series that have an entry of their own.
    pub fn without_own_entries(
        &self,
        part: &Component,
        start: &Time,
        starts: &mut Vec<NaiveDateTime>,
    ) {
        let Some(entries) = part.value("UID").and_then(|uid| self.by_uid.get(uid)) else {
            return;
        };
        starts.retain(|at| {
            let time = Time {
                date: at.date(),
                time: start.time.map(|_| at.time()),
                zone: start.zone.clone(),
            };
            let utc = time.clock_in(&Zone::Utc).to_string();
            !entries.dates.contains_key(&utc) && !entries.dates.contains_key(&at.date().to_string())
        });
    }

    /// What the source calls an entry: its UID; for a date of a series, or where entries share it, with the date.
    pub fn key(
        &self,
        part: &Component,
        start: &Time,
        date: Option<NaiveDateTime>,
        zones: &ZonesOf,
    ) -> Option<String> {
        const CLOCK: &str = "%Y%m%dT%H%M%S";
        let uid = part.value("UID")?;
        let entries = self.by_uid.get(uid)?;
        if let Some(date) = date {
            return Some(format!("{uid}/{}", date.format(CLOCK)));
        }
        if let Some(instead) = part.get("RECURRENCE-ID") {
            let instead = times(instead, zones).into_iter().next().flatten()?;
            let zone = entries.zone.as_ref().unwrap_or(&start.zone);
            let clock = match instead.time {
                Some(_) => instead.clock_in(zone),
                None => instead.date.and_time(entries.time.unwrap_or_default()),
            };
            return Some(format!("{uid}/{}", clock.format(CLOCK)));
        }
        if entries.kept().count() < 2 {
            return Some(uid.to_owned());
        }
        let date = start.clock().format(CLOCK);
        let own = start.clock().to_string();
        let same_time = entries
            .kept()
            .filter(|entry| entry.start.as_deref() == Some(&own));
        let title = part.text("SUMMARY").unwrap_or_default();
        Some(match same_time.count() {
            0 | 1 => format!("{uid}/{date}"),
            _ => format!("{uid}/{date}/{}", fold(title.trim())),
        })
    }

    /// What ties an entry to others: what the series is called.
    pub fn series(&self, part: &Component) -> Option<String> {
        let entries = self.by_uid.get(part.value("UID")?)?;
        let own = part.text("SUMMARY");
        let title = entries.title.clone().or(own.clone())?;
        let alone =
            entries.whole.len() < 2 && !entries.recurs && part.get("RECURRENCE-ID").is_none();
        if alone {
            return None;
        }
        if entries.recurs || part.get("RECURRENCE-ID").is_some() {
            return Some(title);
        }
        // One UID with several dates is a series where they are called alike.
        let own = fold(own?.trim());
        let alike = entries.kept().filter(|entry| entry.title == own);
        let starts: HashSet<Option<&str>> = alike.map(|entry| entry.start.as_deref()).collect();
        (starts.len() > 1).then_some(title)
    }
}

impl Entries {
    /// The entries that no other revises.
    fn kept(&self) -> impl Iterator<Item = &Entry> {
        let outdated: HashSet<u64> = self.outdated().collect();
        self.whole
            .iter()
            .filter(move |entry| !outdated.contains(&entry.line))
    }

    /// Lines of entries with a lower SEQUENCE than another that is the same event: of the same date of a series, or
    /// called alike, or at the same time.
    fn outdated(&self) -> impl Iterator<Item = u64> {
        let revised = |entry: &&Entry| {
            self.whole.iter().any(|other| {
                other.sequence > entry.sequence
                    && (other.title == entry.title || other.start == entry.start)
            })
        };
        let whole: Vec<u64> = self
            .whole
            .iter()
            .filter(revised)
            .map(|entry| entry.line)
            .collect();
        let dates = self.dates.values().flat_map(|entries| {
            let last = entries.iter().map(|(sequence, _)| *sequence).max();
            let older = entries
                .iter()
                .filter(move |(sequence, _)| Some(*sequence) < last);
            older.map(|(_, line)| *line)
        });
        whole.into_iter().chain(dates.collect::<Vec<u64>>())
    }
}

fn sequence(part: &Component) -> u64 {
    part.value("SEQUENCE")
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

/// What an entry stands for within its series: its moment, or its day.
fn instead_of(part: &Component, zones: &ZonesOf) -> Option<String> {
    let time = times(part.get("RECURRENCE-ID")?, zones)
        .into_iter()
        .next()??;
    Some(match time.time {
        None => time.date.to_string(),
        Some(_) => time.clock_in(&Zone::Utc).to_string(),
    })
}
