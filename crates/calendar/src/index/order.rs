//! The order of the list: by day, time and title.

use std::cmp::Ordering;

use super::Dates;
use crate::Calendar;
use crate::fold::fold_with;

/// All events in order, and their titles to compare others by.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// All events by day, time and title.
    by_start: Vec<u32>,
    /// The folded titles of all events, one after another.
    titles: String,
    /// Where in `titles` each event ends.
    ends: Vec<u32>,
}

impl Order {
    pub fn new(calendar: &Calendar, dates: &[Dates]) -> Self {
        let mut order = Self::default();
        for event in &calendar.events {
            fold_with(&event.title, |letter, _| order.titles.push(letter));
            order.ends.push(order.titles.len() as u32);
        }
        let mut keyed: Vec<((i32, u64), u32)> = dates.iter().map(Dates::key).zip(0..).collect();
        keyed.sort_unstable_by(|(one_key, one), (other_key, other)| {
            one_key
                .cmp(other_key)
                .then_with(|| order.by_title(*one, *other))
        });
        order.by_start = keyed.into_iter().map(|(_, at)| at).collect();
        order
    }

    /// All events by day, time and title; those without a day come last, and those without a time
    /// last on their day.
    pub fn by_start(&self) -> &[u32] {
        &self.by_start
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
