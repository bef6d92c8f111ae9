//! Dates of a series from one on that an entry of their own changes (RANGE=THISANDFUTURE, RFC 5545, section 3.2.13).

use chrono::{Duration, NaiveDateTime};

use super::component::Component;
use super::event;
use super::time::{Time, times};
use super::zones::ZonesOf;

/// What changes from a date on.
pub struct Change<'a> {
    /// The date by the clock of the series.
    pub from: NaiveDateTime,
    /// What takes the place of the series.
    pub part: &'a Component,
    /// When that begins.
    pub start: Time,
    /// How far every date moves.
    by: Duration,
}

impl Change<'_> {
    /// A date of the series as it is changed.
    pub fn moved(&self, at: NaiveDateTime) -> NaiveDateTime {
        at.checked_add_signed(self.by).unwrap_or(at)
    }
}

/// Whether an entry stands for a date and all after it, and does not cancel them.
pub fn is(part: &Component) -> bool {
    let instead = part.get("RECURRENCE-ID");
    let range = instead.and_then(|instead| instead.parameter("RANGE"));
    range.is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"))
        && !event::is_cancelled(part)
}

/// The changes of a series, in the order of their dates.
pub fn changes<'a>(
    parts: &[&'a Component],
    series: &Time,
    zones: &ZonesOf,
    is_outdated: impl Fn(&Component) -> bool,
) -> Vec<Change<'a>> {
    let change = |part: &&'a Component| {
        let instead = times(part.get("RECURRENCE-ID")?, zones)
            .into_iter()
            .next()??;
        let from = match instead.time {
            Some(_) => instead.clock_in(&series.zone),
            None => instead.date.and_time(series.time.unwrap_or_default()),
        };
        let start = event::start(part, zones).ok()?;
        let by = start.clock() - from_in(&instead, &start, from);
        Some(Change {
            from,
            part,
            start,
            by,
        })
    };
    let kept = parts.iter().filter(|part| !is_outdated(part));
    let mut changes: Vec<Change<'a>> = kept.filter_map(change).collect();
    changes.sort_by_key(|change| change.from);
    changes
}

/// The date that is replaced, by the clock of what replaces it.
fn from_in(instead: &Time, start: &Time, from: NaiveDateTime) -> NaiveDateTime {
    match (instead.time, start.time) {
        (Some(_), Some(_)) => instead.clock_in(&start.zone),
        (_, None) => from.date().and_time(chrono::NaiveTime::MIN),
        (None, Some(_)) => from,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::options::Options;

    #[test]
    fn a_change_holds_for_its_date_and_all_after_it() {
        let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20231031T180000\n\
            DTEND;TZID=Europe/Berlin:20231031T190000\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Picket\nEND:VEVENT\n\
            BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20231114T180000\n\
            DTSTART;TZID=Europe/Berlin:20231115T170000\nDTEND;TZID=Europe/Berlin:20231115T173000\nSUMMARY:Late picket\n\
            END:VEVENT\nEND:VCALENDAR\n";
        let source: Arc<str> = "s.ics".into();
        let read = crate::ics::read(calendar, &source, &Options::new(chrono::NaiveDate::MIN));
        let mut found: Vec<String> = read
            .drafts
            .iter()
            .map(|draft| {
                let [start, end] = [draft.start, draft.end].map(|stamp| stamp.unwrap().to_string());
                format!("{start} {end} {}", draft.text_of("title").unwrap())
            })
            .collect();
        found.sort();
        assert_eq!(
            found,
            [
                "2023-10-31T18:00 2023-10-31T19:00 Picket",
                "2023-11-07T18:00 2023-11-07T19:00 Picket",
                "2023-11-15T17:00 2023-11-15T17:30 Late picket",
                "2023-11-22T17:00 2023-11-22T17:30 Late picket",
            ]
        );
    }
}
