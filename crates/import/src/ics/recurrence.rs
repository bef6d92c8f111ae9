//! Events that recur, taken apart into single ones within a window (RFC 5545, section 3.8.5).
//!
//! Rules are followed on the wall clock of the event's own zone, so that a change of the clocks moves
//! nothing.

use chrono::{Duration, NaiveDateTime, NaiveTime, TimeZone as _};
use rrule::{RRule, RRuleSet, Tz, Unvalidated};

use super::component::Component;
use super::time::{Time, times};
use super::zones::ZonesOf;
use crate::options::Options;

/// The most single events that one entry gives.
pub const MOST: usize = 500;

/// When a component takes place: what its clock shows at the start of each.
///
/// # Errors
/// It cannot be expanded, or recurs far too often.
pub fn starts(
    component: &Component,
    start: &Time,
    zones: &ZonesOf,
    options: &Options,
) -> Result<Vec<NaiveDateTime>, String> {
    let mut found = Vec::new();
    let mut endless = false;
    for rule in component.all("RRULE") {
        found.extend(ruled(&rule.value, start, options, &mut endless)?);
    }
    if found.is_empty() && component.get("RRULE").is_none() {
        found.push(start.clock());
    }
    for property in component.all("RDATE") {
        for time in times(property, zones) {
            let mut time = time.ok_or_else(|| format!("“{}” is no RDATE", property.value))?;
            // A day for an event that has a time is that day, at its time.
            time.time = time.time.or(start.time);
            found.push(time.clock_in(&start.zone));
        }
    }
    let mut out = Vec::new();
    for property in component.all("EXDATE") {
        for time in times(property, zones) {
            out.push(time.ok_or_else(|| format!("“{}” is no EXDATE", property.value))?);
        }
    }
    let excluded = |at: &NaiveDateTime| {
        out.iter().any(|time| match time.time {
            None => time.date == at.date(),
            Some(_) => time.clock_in(&start.zone) == *at,
        })
    };
    found.retain(|at| !excluded(at));
    found.sort_unstable();
    found.dedup();
    if recurs(component)
        && let Some((first, last)) = options.window
    {
        found.retain(|at| (first..=last).contains(&at.date()));
    }
    if found.len() > MOST {
        return Err(format!(
            "recurs more than {MOST} times; say --window FIRST..LAST for a part of them"
        ));
    }
    if found.is_empty() {
        return Err("does not take place at any time within the window; say --window FIRST..LAST for another".to_owned());
    }
    Ok(found)
}

/// Whether a component is more than one event.
pub fn recurs(component: &Component) -> bool {
    component.get("RRULE").is_some() || component.get("RDATE").is_some()
}

fn ruled(
    rule: &str,
    start: &Time,
    options: &Options,
    endless: &mut bool,
) -> Result<Vec<NaiveDateTime>, String> {
    let refused = |why: &str| {
        format!(
            "the recurrence “{}” {why}",
            rule.chars().take(80).collect::<String>()
        )
    };
    let upper = rule.trim().to_ascii_uppercase();
    // RFC 5545 has only ASCII in a rule, and the crate cuts weekdays at bytes.
    if !upper.is_ascii() {
        return Err(refused("can't be read"));
    }
    if ["SECONDLY", "MINUTELY", "HOURLY"]
        .iter()
        .any(|often| upper.contains(often))
    {
        return Err(refused("is too often for an event"));
    }
    let mut parts: Vec<String> = Vec::new();
    let mut ends = false;
    for part in upper.split(';').filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            Some(("UNTIL", until)) => {
                ends = true;
                let until = wall_until(until, start)
                    .ok_or_else(|| refused("has an end that is no date"))?;
                parts.push(format!("UNTIL={}Z", until.format("%Y%m%dT%H%M%S")));
            }
            Some(("COUNT", _)) => {
                ends = true;
                parts.push(part.to_owned());
            }
            // Parts of programs' own.
            Some((name, _)) if name.starts_with("X-") => {}
            _ => parts.push(part.to_owned()),
        }
    }
    let from = Tz::UTC.from_utc_datetime(&start.clock());
    let rule: RRule<Unvalidated> = parts
        .join(";")
        .parse()
        .map_err(|_| refused("can't be read"))?;
    let rule = rule
        .validate(from)
        .map_err(|_| refused("can't be followed"))?;
    let (mut first, mut last) = (NaiveDateTime::MIN, NaiveDateTime::MAX);
    if let Some((from, to)) = options.window {
        (first, last) = (
            from.and_time(NaiveTime::MIN),
            to.and_time(NaiveTime::MIN) + Duration::days(1),
        );
    } else if !ends {
        *endless = true;
        first = options.today.and_time(NaiveTime::MIN);
        last = first + Duration::days(366);
    }
    let all = RRuleSet::new(from).rrule(rule).limit();
    let clocks = all.into_iter().map(|at| at.naive_utc());
    let inside = clocks
        .take_while(|at| *at < last)
        .take(200_000)
        .filter(|at| *at >= first);
    Ok(inside.take(MOST + 1).collect())
}

/// The end of a rule by the clock of the start.
fn wall_until(until: &str, start: &Time) -> Option<NaiveDateTime> {
    let property = super::lines::Property {
        name: String::new(),
        parameters: Vec::new(),
        value: until.to_owned(),
        cut: false,
    };
    let mut time = times(&property, &ZonesOf::default()).pop()??;
    if time.time.is_none() {
        time.time = NaiveTime::from_hms_opt(23, 59, 59);
    }
    // A whole day's rule may end with a time; its date is meant.
    if start.time.is_none() {
        return time.date.and_hms_opt(23, 59, 59);
    }
    Some(time.clock_in(&start.zone))
}
