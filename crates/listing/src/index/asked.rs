//! What follows from the days asked for alone: typing changes the words asked for, and not the days.

use std::sync::{Arc, Mutex};

use crate::sets::Bits;
use chrono::NaiveDate;

use super::Index;
use crate::filter::Window;
use crate::now::Now;
use event_file::Calendar;
use event_file::day::Span;
use event_file::zone::Zones;

/// The days asked for at a moment, and what is on them.
#[derive(Debug, Default)]
pub struct Asked {
    /// The days; alternatives.
    pub windows: Vec<Window>,
    now: Option<Now>,
    /// The events that match.
    pub events: Bits,
    /// Whether one of them has a date.
    pub any_dated: bool,
    /// Events that match, but not on the day they begin.
    pub absent: Vec<u32>,
    /// The days after the first on which events match, in order, and by title on each.
    pub later: Vec<(NaiveDate, u32)>,
}

/// What was asked for last: where nothing is upcoming, what is not was asked for before everything.
pub type LastAsked = Mutex<[Arc<Asked>; 2]>;

impl Index {
    /// What is on the days of `windows` at the moment `now`.
    pub(crate) fn asked(
        &self,
        calendar: &Calendar,
        windows: &[Window],
        now: &Now,
        zones: &dyn Zones,
    ) -> Arc<Asked> {
        // A lock that is poisoned is one that nobody waits for any more.
        let mut last = self
            .last_asked
            .lock()
            .unwrap_or_else(|held| held.into_inner());
        let same = |asked: &&Arc<Asked>| asked.now == Some(*now) && asked.windows == windows;
        if let Some(asked) = last.iter().find(same) {
            return asked.clone();
        }
        let asked = Arc::new(self.ask(calendar, windows, now, zones));
        last.rotate_left(1);
        last[1] = asked.clone();
        asked
    }

    fn ask(&self, calendar: &Calendar, windows: &[Window], now: &Now, zones: &dyn Zones) -> Asked {
        let mut asked = Asked {
            windows: windows.to_vec(),
            now: Some(*now),
            events: Bits::none(self.len()),
            ..Asked::default()
        };
        for (at, (event, dates)) in (0..).zip(calendar.events.iter().zip(self.dates())) {
            let holds = |window: &Window| window.holds(event, dates, now, zones);
            if windows.iter().any(holds) {
                asked.events.insert(at);
                asked.any_dated |= dates.span.is_some();
            }
        }
        for &at in self.order().of_several_days() {
            let place = at as usize;
            let (Some(event), Some(dates)) = (calendar.events.get(place), self.dates().get(place))
            else {
                continue;
            };
            let windows = windows.iter();
            let spans = windows.filter_map(|window| window.days(event, dates, now, zones));
            let first = dates.span.map(|span| span.first);
            let mut begins = false;
            let mut day = |date: NaiveDate| match Some(date) == first {
                true => begins = true,
                false => asked.later.push((date, at)),
            };
            for days in spans.flatten() {
                if dates.span.is_some_and(Span::is_too_long) {
                    day(days.first);
                } else {
                    days.dates().for_each(&mut day);
                }
            }
            if asked.events.contains(at) && !begins {
                asked.absent.push(at);
            }
        }
        // Events of several days are in the order of their titles already.
        asked.later.sort_by_key(|(date, _)| *date);
        asked.later.dedup();
        asked
    }
}
