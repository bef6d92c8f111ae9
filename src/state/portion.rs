//! The beginning of a long list: as many events as are rendered, under their days.

use calendar::results::Results;
use chrono::NaiveDate;

/// A day of the list, or the beginning of one.
#[derive(Debug, Clone, PartialEq)]
pub struct DayPortion {
    /// The venue's day; `None` where no date is known.
    pub date: Option<NaiveDate>,
    /// How many events the whole day has.
    pub size: usize,
    /// Indices of those to render.
    pub events: Vec<u32>,
}

/// How many rows the whole list has; an event of several days has a row in each.
pub fn rows(results: &Results) -> usize {
    results.days.iter().map(|day| day.events.len()).sum()
}

/// The first `count` rows of the list.
pub fn portions(results: &Results, count: usize) -> Vec<DayPortion> {
    let mut left = count;
    let mut portions = Vec::new();
    for day in &results.days {
        if left == 0 {
            break;
        }
        let events: Vec<u32> = day.events.iter().copied().take(left).collect();
        left -= events.len();
        portions.push(DayPortion {
            date: day.date,
            size: day.events.len(),
            events,
        });
    }
    portions
}
