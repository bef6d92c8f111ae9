//! What follows from the days asked for alone: typing changes the words asked for, and not the days.

use std::sync::{Arc, Mutex};

use crate::sets::Bits;
use chrono::NaiveDate;

use super::order::Order;
use crate::dates::Dates;
use crate::now::Now;
use crate::when::Window;
use event_file::Event;
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

/// The last two that were asked for: where nothing is upcoming, the upcoming days are asked for before all days.
#[derive(Debug, Default)]
pub struct LastAsked(Mutex<[Arc<Asked>; 2]>);

impl LastAsked {
    /// What is on the days of `windows` at the moment `now`.
    pub(super) fn get(
        &self,
        events: Indexed<'_>,
        windows: &[Window],
        now: &Now,
        zones: &dyn Zones,
    ) -> Arc<Asked> {
        // A lock that is poisoned is one that nobody waits for any more.
        let mut last = self.0.lock().unwrap_or_else(|held| held.into_inner());
        let same = |asked: &&Arc<Asked>| asked.now == Some(*now) && asked.windows == windows;
        if let Some(asked) = last.iter().find(same) {
            return asked.clone();
        }
        let asked = Arc::new(events.asked(windows, now, zones));
        last.rotate_left(1);
        last[1] = asked.clone();
        asked
    }
}

/// The events of a calendar with what is indexed of them.
#[derive(Clone, Copy)]
pub(super) struct Indexed<'a> {
    pub(super) events: &'a [Event],
    /// By event.
    pub(super) dates: &'a [Dates],
    pub(super) order: &'a Order,
}

impl Indexed<'_> {
    fn asked(self, windows: &[Window], now: &Now, zones: &dyn Zones) -> Asked {
        let mut asked = Asked {
            windows: windows.to_vec(),
            now: Some(*now),
            events: Bits::none(self.events.len()),
            ..Asked::default()
        };
        for (at, (event, dates)) in (0..).zip(self.events.iter().zip(self.dates)) {
            let holds = |window: &Window| window.holds(event, dates, now, zones);
            if windows.iter().any(holds) {
                asked.events.insert(at);
                asked.any_dated |= dates.span.is_some();
            }
        }
        for &at in self.order.of_several_days() {
            let place = at as usize;
            let (Some(event), Some(dates)) = (self.events.get(place), self.dates.get(place)) else {
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
