//! The order of the list: by day, time and title.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::Dates;
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
    titles: Titles,
}

/// The folded titles of all events, one after another.
#[derive(Debug, Clone, Default)]
pub struct Titles {
    text: String,
    /// Where in `text` each event's ends.
    ends: Vec<u32>,
}

impl Titles {
    /// Adds the next event's title.
    pub fn push(&mut self, title: &str) {
        fold_onto(&mut self.text, title);
        self.ends.push(self.text.len() as u32);
    }

    fn of(&self, event: u32) -> &str {
        let at = event as usize;
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.text.get(start..end(at)).unwrap_or_default()
    }
}

impl Order {
    pub fn new(titles: Titles, dates: &[Dates]) -> Self {
        let keys: Vec<(u64, u32)> = dates.iter().map(Dates::key).collect();
        let by_start = {
            let titles: Vec<&str> = (0..keys.len() as u32).map(|at| titles.of(at)).collect();
            sets::order(&keys, &titles)
        };
        let first = |at: u32| Some(dates.get(at as usize)?.span?.first);
        let mut days: Vec<(Option<NaiveDate>, usize)> = Vec::new();
        for (at, end) in by_start.iter().zip(1..) {
            let first = first(*at);
            match days.last_mut() {
                Some((date, last)) if *date == first => *last = end,
                _ => days.push((first, end)),
            }
        }
        let spans = dates.iter().map(|dates| dates.span).zip(0..);
        let several = spans.filter(|(span, _)| span.is_some_and(|span| span.first < span.last));
        let mut of_several_days: Vec<u32> = several.map(|(_, at)| at).collect();
        of_several_days.sort_by(|one, other| titles.of(*one).cmp(titles.of(*other)));
        Self {
            by_start,
            days,
            of_several_days,
            titles,
        }
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
        (self.titles.of(one).cmp(self.titles.of(other))).then(one.cmp(&other))
    }
}
