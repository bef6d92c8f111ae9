//! The day on which an event was to be at first, in its own words: “moved from the 12th”, “verschoben vom Donnerstag”.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use event_file::WallTime;
use event_file::event::Status;

use crate::draft::Draft;
use crate::when::nearest::nearest;
use crate::when::reckoning::Reckoning;
use crate::when::written::Written;

/// A day as it is written in a remark.
#[derive(Debug, Clone)]
pub(super) enum Named {
    /// “12 December”, and how it is written.
    Date(Written, String),
    /// “Thursday”.
    Weekday(Weekday),
    /// “the 12th”.
    Number(u32),
}

/// Records that an event was to be on another day; `None` where it is called off all the same, or the day cannot be told.
pub(super) fn record(draft: &mut Draft, named: &Named) -> Option<()> {
    let start: WallTime = draft.text_of("start")?.parse().ok()?;
    let status = draft.text_of("status");
    let is_open = [Status::Postponed, Status::Rescheduled, Status::Tentative]
        .iter()
        .any(|open| status == Some(open.name()));
    (status.is_none() || is_open).then_some(())?;
    let before = day_before(named, start.date)?;
    if draft.text_of("previously").is_none() {
        let before = WallTime {
            date: before,
            ..start
        };
        draft.put("previously", &before.to_string());
    }
    draft.put("status", Status::Rescheduled.name());
    Some(())
}

/// The day that is meant, from the day on which the event is now: a day of the week is of the seven days before, else a day
/// near it.
fn day_before(named: &Named, now: NaiveDate) -> Option<NaiveDate> {
    match named {
        Named::Date(written, text) => nearest(written, text, now, &Reckoning::default()),
        Named::Weekday(weekday) => {
            let mut days = (1..=7).filter_map(|back| now.checked_sub_days(Days::new(back)));
            days.find(|day| day.weekday() == *weekday)
        }
        Named::Number(number) => {
            let own = now.with_day(*number);
            let last = now.with_day(1)?.pred_opt()?.with_day(*number);
            [own, last]
                .into_iter()
                .flatten()
                .min_by_key(|day| (*day - now).num_days().abs())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_before() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let now = day("2027-01-05");
        for (named, expected) in [
            (Named::Number(4), "2027-01-04"),
            (Named::Number(30), "2026-12-30"),
            (Named::Weekday(Weekday::Tue), "2026-12-29"),
            (Named::Weekday(Weekday::Mon), "2027-01-04"),
        ] {
            assert_eq!(day_before(&named, now), Some(day(expected)), "{named:?}");
        }
    }
}
