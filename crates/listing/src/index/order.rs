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
    /// The days they begin on.
    days: Vec<Beginning>,
    /// The events of more than one day, by title.
    of_several_days: Vec<u32>,
    titles: Titles,
}

/// A day on which events begin, and where in `by_start` those with a time end, and all.
#[derive(Debug, Clone)]
struct Beginning {
    date: Option<NaiveDate>,
    timed: usize,
    end: usize,
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
            crate::sets::order(&keys, &titles)
        };
        let mut days: Vec<Beginning> = Vec::new();
        for (at, end) in by_start.iter().zip(1..) {
            let dates = dates.get(*at as usize);
            let date = dates.and_then(|dates| Some(dates.span?.first));
            let has_time = dates.is_some_and(|dates| dates.time.is_some());
            let timed = if has_time { end } else { end - 1 };
            match days.last_mut() {
                Some(day) if day.date == date => {
                    day.end = end;
                    if has_time {
                        day.timed = timed;
                    }
                }
                _ => days.push(Beginning { date, timed, end }),
            }
        }
        let spans = dates.iter().map(|dates| dates.span).zip(0..);
        let several = spans.filter(|(span, _)| span.is_some_and(|span| span.first < span.last));
        let several: Vec<u32> = several.map(|(_, at)| at).collect();
        let of_several_days = {
            let titles: Vec<&str> = several.iter().map(|at| titles.of(*at)).collect();
            let order = crate::sets::order(&[], &titles).into_iter();
            order.map(|at| several[at as usize]).collect()
        };
        Self {
            by_start,
            days,
            of_several_days,
            titles,
        }
    }

    /// All events by their first days, time and title: on each day those with a time, and then those without. Those
    /// without a day come last.
    pub fn by_start(&self) -> impl Iterator<Item = (Option<NaiveDate>, [&[u32]; 2])> {
        let mut begin = 0;
        self.days.iter().map(move |day| {
            let begin = std::mem::replace(&mut begin, day.end);
            let events = |from, to| self.by_start.get(from..to).unwrap_or_default();
            (
                day.date,
                [events(begin, day.timed), events(day.timed, day.end)],
            )
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
