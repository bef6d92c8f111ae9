//! The order of the list: by day, time and title.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::Dates;
use crate::Calendar;
use fold::fold_onto;

/// All events in order, and their titles to compare others by.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// All events by day, time and title.
    by_start: Vec<u32>,
    /// The days they begin on, and where in `by_start` those of each day end.
    days: Vec<(Option<NaiveDate>, usize)>,
    /// The events of more than one day, by title.
    of_several_days: Vec<u32>,
    /// The folded titles of all events, one after another.
    titles: String,
    /// Where in `titles` each event ends.
    ends: Vec<u32>,
}

impl Order {
    pub fn new(calendar: &Calendar, dates: &[Dates]) -> Self {
        let mut order = Self::default();
        order.ends.reserve(calendar.events.len());
        let titles = calendar.events.iter().map(|event| event.title.len());
        order.titles.reserve(titles.sum());
        for event in &calendar.events {
            fold_onto(&mut order.titles, &event.title);
            order.ends.push(order.titles.len() as u32);
        }
        let keys: Vec<(u64, u32)> = dates.iter().map(Dates::key).collect();
        order.by_start = {
            let titles: Vec<&str> = (0..keys.len() as u32).map(|at| order.title(at)).collect();
            sets::order(&keys, &titles)
        };
        let first = |at: u32| Some(dates.get(at as usize)?.span?.first);
        for (at, end) in order.by_start.iter().zip(1..) {
            let first = first(*at);
            match order.days.last_mut() {
                Some((date, last)) if *date == first => *last = end,
                _ => order.days.push((first, end)),
            }
        }
        let spans = dates.iter().map(|dates| dates.span).zip(0..);
        order.of_several_days = spans
            .filter(|(span, _)| span.is_some_and(|span| span.first < span.last))
            .map(|(_, at)| at)
            .collect();
        let mut several = std::mem::take(&mut order.of_several_days);
        several.sort_by(|one, other| order.by_title(*one, *other));
        order.of_several_days = several;
        order
    }

    /// All events by their first days, time and title; those without a day come last, and those without a time last
    /// on their day.
    pub fn by_start(&self) -> impl Iterator<Item = (Option<NaiveDate>, &[u32])> {
        let mut begin = 0;
        self.days.iter().map(move |(date, end)| {
            let begin = std::mem::replace(&mut begin, *end);
            (*date, self.by_start.get(begin..*end).unwrap_or_default())
        })
    }

    /// The events of more than one day, by title.
    pub fn of_several_days(&self) -> &[u32] {
        &self.of_several_days
    }

    /// Which event comes first by title, then as in the file.
    pub fn by_title(&self, one: u32, other: u32) -> Ordering {
        self.title(one).cmp(self.title(other)).then(one.cmp(&other))
    }

    fn title(&self, event: u32) -> &str {
        let at = event as usize;
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.titles.get(start..end(at)).unwrap_or_default()
    }
}
