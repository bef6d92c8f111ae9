//! The days: how many events each has under the other filters, and choosing some of them.

use chrono::{NaiveDate, Weekday};
use event_file::day::Span;
use listing::{
    month::{self, Cell},
    timeline::Timeline,
};

use super::{State, Step};

impl State {
    /// The timeline, its weeks beginning on `first_weekday`.
    pub fn timeline(self, first_weekday: Weekday) -> Timeline {
        match self.filter.get() {
            Some(made) => self
                .now
                .with(|now| made.filter.timeline(&made.index, now, first_weekday)),
            None => Timeline::default(),
        }
    }

    /// The grid of the month that `day` lies in, its weeks beginning on `first_weekday`.
    pub fn month(self, day: NaiveDate, first_weekday: Weekday) -> Vec<Cell> {
        match self.filter.get() {
            Some(made) => self
                .now
                .with(|now| made.filter.month(&made.index, now, day, first_weekday)),
            None => Vec::new(),
        }
    }

    /// The day to open the month view at.
    pub fn day_at_hand(self) -> NaiveDate {
        let today = self.now.with(|now| now.today);
        self.query
            .with(|query| query.from.or(query.to))
            .unwrap_or_else(|| self.results.with(|results| month::at_hand(results, today)))
    }

    /// Keeps only events on these days, and shows them in the list; all days again where these are
    /// chosen already.
    pub fn choose_span(self, span: Span) {
        self.change(Step::Push, |query| {
            let (from, to) = (Some(span.first), Some(span.last));
            match (query.from, query.to) == (from, to) {
                true => query.choose_days(None, None),
                false => query.choose_days(from, to),
            }
            query.event = None;
        });
    }
}
