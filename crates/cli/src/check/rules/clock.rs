//! Times that the venue's clock skips or shows twice, because it is put forward or back.

use chrono::{LocalResult, Offset as _, TimeZone as _};
use event_file::WallTime;
use gazetteer::Gazetteer;
use tz_database::{named, offset_at};

use super::super::finding::{Finding, Severity};
use super::super::subject::Subject;

pub fn check(subject: &Subject<'_>, _: &Gazetteer) -> Vec<Finding> {
    let event = subject.event;
    let times = [
        ("start", event.start),
        ("end", event.end),
        ("previously", event.previously),
    ];
    let found = times
        .into_iter()
        .filter_map(|(field, time)| one(subject, field, time?));
    found.collect()
}

fn one(subject: &Subject<'_>, field: &str, time: WallTime) -> Option<Finding> {
    // With an offset written beside it, it is clear.
    let clock = time.clock().filter(|_| time.offset.is_none())?;
    let zone = subject.event.timezone.as_deref()?;
    let rules = named(zone)?;
    let finding = |severity, code, message: String| {
        Finding::new(severity, code, subject.entry, field, message)
    };
    match rules.from_local_datetime(&clock) {
        LocalResult::Single(_) => None,
        LocalResult::None => {
            let hour = chrono::Duration::hours(3);
            let before = offset_at(rules, clock - hour - chrono::Duration::hours(24));
            let after = offset_at(rules, clock + hour + chrono::Duration::hours(24));
            let later = clock + chrono::Duration::minutes((after - before).into());
            let write = WallTime {
                date: later.date(),
                time: Some(later.time()),
                offset: None,
            };
            let taken = WallTime {
                offset: Some(before),
                ..time
            };
            let message = format!(
                "There is no such time in {zone}: the clocks are put forward over it. It is taken as {taken}."
            );
            Some(
                finding(Severity::Error, "skipped_time", message).help(format!(
                    "Ask; where clocks that were not put forward are meant, write {write}."
                )),
            )
        }
        LocalResult::Ambiguous(first, second) => {
            let written = |offset: i32| WallTime {
                offset: Some(offset / 60),
                ..time
            };
            let [first, second] =
                [first, second].map(|at| written(at.offset().fix().local_minus_utc()));
            let message = format!("This time comes twice in {zone}: the clocks are put back.");
            Some(
                finding(Severity::Warning, "repeated_time", message).help(format!(
                    "Write {first} for the first, {second} for the second."
                )),
            )
        }
    }
}
