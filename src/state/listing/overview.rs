//! How many events each day has under the other filters: the timeline and the month.

use chrono::{NaiveDate, Weekday};
use leptos::prelude::*;
use listing::{
    month::{self, Cell},
    timeline::Timeline,
};

use super::Listing;

impl Listing {
    /// The timeline, its weeks beginning on `first_weekday`.
    pub fn timeline(self, first_weekday: Weekday) -> Timeline {
        let Some(filtered) = self.filtered.get() else {
            return Timeline::default();
        };
        let (filter, index) = (&filtered.filter, &filtered.index);
        self.time
            .now
            .with(|now| filter.timeline(index, now, first_weekday))
    }

    /// The grid of the month that `day` lies in, its weeks beginning on `first_weekday`.
    pub fn month(self, day: NaiveDate, first_weekday: Weekday) -> Vec<Cell> {
        let Some(filtered) = self.filtered.get() else {
            return Vec::new();
        };
        let (filter, index) = (&filtered.filter, &filtered.index);
        self.time
            .now
            .with(|now| filter.month(index, now, day, first_weekday))
    }

    /// The day to open the month view at.
    pub fn day_at_hand(self) -> NaiveDate {
        let today = self.time.now.with(|now| now.today);
        self.address
            .query
            .with(|query| query.from.or(query.to))
            .unwrap_or_else(|| self.results.with(|results| month::at_hand(results, today)))
    }
}
