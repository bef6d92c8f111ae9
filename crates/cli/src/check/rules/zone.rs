//! Whether the time zone fits the place and the offset, or could be derived from them.

use chrono::{Datelike as _, NaiveTime};
use chrono_tz::Tz;
use event_file::WallTime;
use event_file::event::Precision;
use event_file::zone::Zones as _;
use gazetteer::{Gazetteer, borders};
use tz_database::{TzDatabase, named, offset_at};

use super::super::finding::{Change, Finding, Severity, short};
use super::super::subject::Subject;

pub fn check(subject: &Subject<'_>, gazetteer: &Gazetteer) -> Vec<Finding> {
    let event = subject.event;
    let here = zones_here(subject, gazetteer);
    let zone = event.timezone.as_deref();
    let Some((zone, rules)) = zone.and_then(|zone| Some((zone, named(zone)?))) else {
        return missing(subject, &here).into_iter().collect();
    };
    let mut findings: Vec<Finding> = misfit(subject, rules, &here).into_iter().collect();
    let times = [("start", event.start), ("end", event.end)];
    for (field, time) in times {
        findings.extend(time.and_then(|time| offset(subject, field, time, zone)));
    }
    findings
}

/// The zones in force at the venue, the likeliest first; one when there is no doubt.
fn zones_here<'g>(subject: &Subject<'g>, gazetteer: &'g Gazetteer) -> Vec<&'g str> {
    let event = subject.event;
    let country = event.country.as_deref();
    if let Some(at) = subject.position() {
        let mut near = borders::zones_within(at.lat, at.lon, reach(event.precision));
        let of_country = |zone: &&str| {
            let own = country.map_or(&[][..], |country| gazetteer.zones(country));
            own.iter().any(|own| **own == **zone)
        };
        // Across a border another clock is kept, which is not the venue's.
        if near.iter().any(&of_country) {
            near.retain(|zone| of_country(zone));
        }
        let likely = gazetteer.zone_at(at.lat, at.lon, country);
        near.sort_by_key(|zone| Some(*zone) != likely);
        return near;
    }
    let mut found: Vec<&str> = Vec::new();
    let of_cities = subject.cities.iter().map(|city| &*city.timezone);
    let of_country = country.map_or(&[][..], |country| gazetteer.zones(country));
    let of_country = of_country.iter().map(|zone| &**zone);
    let all: Vec<&str> = match subject.cities.is_empty() {
        true => of_country.collect(),
        false => of_cities.collect(),
    };
    for zone in all {
        if !found.contains(&zone) {
            found.push(zone);
        }
    }
    found
}

/// How far from a position its venue may be, in kilometres: lines between zones are simplified, and so are positions.
fn reach(precision: Precision) -> f64 {
    match precision {
        Precision::Place | Precision::Street => 5.0,
        Precision::City => 15.0,
        Precision::Region | Precision::Country => 150.0,
    }
}

/// A time whose zone can be derived.
fn missing(subject: &Subject<'_>, here: &[&str]) -> Option<Finding> {
    let start = subject.event.start.filter(|start| start.time.is_some())?;
    let of_city = subject.city.map(|city| &*city.timezone);
    let likely = of_city.filter(|_| subject.event.position.is_none());
    let (zone, proven) = match (here, likely) {
        ([zone], _) => (*zone, true),
        // The largest city of the name; which is likely, and not certain.
        (_, Some(zone)) => (zone, false),
        _ => return None,
    };
    let fits = start.offset.is_none() || TzDatabase.offset(zone, start.clock()?) == start.offset;
    let finding = Finding::new(
        Severity::Warning,
        "no_zone",
        subject.entry,
        "timezone",
        "A time without a time zone: nobody elsewhere can tell when that is.",
    );
    let finding = finding.help(format!(
        "Write \"timezone\": \"{zone}\", the zone of the place."
    ));
    Some(match fits && proven {
        true => finding.fix([Change::text("timezone", zone)]),
        false => finding,
    })
}

/// A zone that keeps another time than the place does.
fn misfit(subject: &Subject<'_>, rules: Tz, here: &[&str]) -> Option<Finding> {
    let event = subject.event;
    let zone = event.timezone.as_deref()?;
    if here.is_empty() || here.contains(&zone) {
        return None;
    }
    let start = event.start?;
    let noon = NaiveTime::from_hms_opt(12, 0, 0)?;
    let at = start.clock().unwrap_or_else(|| start.date.and_time(noon));
    let theirs: Vec<Tz> = here.iter().filter_map(|zone| named(zone)).collect();
    let year = start.date.year();
    if here
        .iter()
        .any(|theirs| tz_database::alike(theirs, zone, year))
    {
        return None;
    }
    let now = |zone: Tz| offset_at(zone, at);
    let severity = match theirs.iter().any(|theirs| now(*theirs) == now(rules)) {
        true => Severity::Warning,
        false => Severity::Error,
    };
    let place = event.city.as_deref().or(event.place.as_deref());
    let message = format!(
        "{} does not keep the time of {zone}.",
        short(place.unwrap_or("The place"))
    );
    let finding = Finding::new(
        severity,
        "zone_elsewhere",
        subject.entry,
        "timezone",
        message,
    );
    let write: Vec<&str> = here.iter().take(3).copied().collect();
    Some(finding.help(format!("Write {}.", write.join(" or "))))
}

/// An offset written beside a time that the zone does not have then.
fn offset(subject: &Subject<'_>, field: &str, time: WallTime, zone: &str) -> Option<Finding> {
    let written = time.offset?;
    let in_force = TzDatabase.offset(zone, time.clock()?)?;
    let later = named(zone)?;
    let moment = event_file::instant::at_offset(time, written)?.naive_utc();
    // An hour that comes twice has two offsets.
    if in_force == written || offset_at(later, moment) == written {
        return None;
    }
    let as_venue = WallTime {
        offset: None,
        ..time
    };
    let local = moment + chrono::Duration::minutes(offset_at(later, moment).into());
    let as_moment = WallTime {
        date: local.date(),
        time: Some(local.time()),
        offset: None,
    };
    let message = format!(
        "The offset {} is not that of {zone} then, which is {}.",
        hours(written),
        hours(in_force)
    );
    let finding = Finding::new(
        Severity::Error,
        "offset_elsewhere",
        subject.entry,
        field,
        message,
    );
    Some(finding.help(format!(
        "Write {as_venue} if that is what the venue's clock shows, {as_moment} if the moment is right."
    )))
}

/// An offset as people write it.
pub fn hours(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}
