//! Times and years at which hardly anybody demonstrates.

use chrono::{Datelike as _, Timelike as _};
use event_file::event::Kind;
use gazetteer::Gazetteer;

use super::super::finding::{Finding, Severity};
use super::super::subject::Subject;

/// The longest an event usually lasts, in days.
const LONG: i64 = 60;

/// How many years an event may be from most of the others.
const YEARS: i32 = 3;

pub fn check(subject: &Subject<'_>, _: &Gazetteer) -> Vec<Finding> {
    let event = subject.event;
    let entry = subject.entry;
    let mut findings = Vec::new();
    let lasting = |kind: &Kind| {
        matches!(
            kind,
            Kind::Encampment | Kind::Strike | Kind::Blockade | Kind::Online | Kind::Vigil
        )
    };
    let lasting = event.kinds.iter().any(lasting);
    if let Some(time) = event.start.and_then(|start| start.time) {
        let at = (time.hour(), time.minute());
        if at == (0, 0) {
            let message = "It starts at midnight, which usually means that no time is known.";
            findings.push(
                Finding::new(Severity::Warning, "midnight", entry, "start", message)
                    .help("Write the date alone when the time is not announced."),
            );
        } else if time.hour() < 5 && !lasting {
            let message = format!("It starts at {:02}:{:02}, in the night.", at.0, at.1);
            findings.push(
                Finding::new(Severity::Warning, "night", entry, "start", message).help(format!(
                    "If the afternoon is meant, write {:02}:{:02}.",
                    at.0 + 12,
                    at.1
                )),
            );
        }
    }
    if let (Some(start), Some(end)) = (event.start, event.end) {
        let days = (end.date - start.date).num_days();
        if days > LONG && !lasting {
            let message = format!("It ends {days} days after it starts.");
            findings.push(
                Finding::new(Severity::Warning, "long", entry, "end", message)
                    .help("Look at the years and months of both dates."),
            );
        }
    }
    findings
}

/// Events whose year is far from the middle one of the file.
pub fn odd_years(subjects: &[Subject<'_>]) -> Vec<Finding> {
    let year = |subject: &Subject<'_>| subject.event.start.map(|start| start.date.year());
    let mut years: Vec<i32> = subjects.iter().filter_map(year).collect();
    years.sort_unstable();
    // Of a few events none is the odd one.
    let Some(middle) = years.get(years.len() / 2).filter(|_| years.len() >= 8) else {
        return Vec::new();
    };
    let odd = |subject: &Subject<'_>| {
        let year = year(subject)?;
        let message = format!("It is in {year}, most of the other events are around {middle}.");
        let finding = Finding::new(
            Severity::Warning,
            "odd_year",
            subject.entry,
            "start",
            message,
        );
        ((year - middle).abs() > YEARS).then(|| finding.help("Look at the year."))
    };
    subjects.iter().filter_map(odd).collect()
}
