//! What is shown for a query: the matching events, day by day.

use chrono::{NaiveDate, NaiveTime};

use crate::Calendar;
use crate::day::Span;
use crate::filter::Filter;
use crate::index::Index;
use crate::now::Now;
use crate::query::{Query, When};
use crate::zone::Zones;

/// The matching events; each number is an event's place in [`Calendar::events`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// Each matching event once, in the order shown.
    pub matched: Vec<u32>,
    /// The days, in order; an event of several days is on each of its days that match.
    pub days: Vec<Day>,
    /// The time in force: `All` when nothing is upcoming and nothing else was asked for.
    pub when: When,
    /// Nothing in the whole calendar is upcoming, and nothing else was asked for.
    pub nothing_upcoming: bool,
}

/// The events of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// By the venue's calendar; `None`, which comes last, for events without a date.
    pub date: Option<NaiveDate>,
    /// By the venue's clock, those without a time last, then by title, then as in the file.
    pub events: Vec<u32>,
}

/// The events of `calendar` that `query` asks for; `index` is that calendar's.
pub fn results(
    calendar: &Calendar,
    index: &Index,
    query: &Query,
    now: &Now,
    zones: &dyn Zones,
) -> Results {
    Filter::new(calendar, index, query, now, zones).results(calendar, index, now, zones)
}

impl Filter {
    /// The matching events, day by day.
    pub fn results(
        &self,
        calendar: &Calendar,
        index: &Index,
        now: &Now,
        zones: &dyn Zones,
    ) -> Results {
        let mut rows = self.rows(calendar, index, now, zones);
        // Mostly in order already, which this sort makes use of.
        rows.sort();
        rows.dedup();

        let mut matched = Vec::new();
        let mut seen = vec![false; index.len()];
        let mut days: Vec<Day> = Vec::new();
        for row in rows {
            if !std::mem::replace(&mut seen[row.event as usize], true) {
                matched.push(row.event);
            }
            match days.last_mut() {
                Some(day) if day.date == row.date => day.events.push(row.event),
                _ => days.push(Day {
                    date: row.date,
                    events: vec![row.event],
                }),
            }
        }
        Results {
            matched,
            days,
            when: self.when,
            nothing_upcoming: self.nothing_upcoming,
        }
    }

    fn rows(&self, calendar: &Calendar, index: &Index, now: &Now, zones: &dyn Zones) -> Vec<Row> {
        let mut rows = Vec::new();
        for at in index.by_start().iter().filter(|at| self.matches(**at)) {
            let place = *at as usize;
            let (Some(event), Some(dates)) = (calendar.events.get(place), index.dates().get(place))
            else {
                continue;
            };
            let mut row = |date: Option<NaiveDate>| {
                // On its later days an event is on already: the time it began says nothing.
                let begins = date == dates.span.map(|span| span.first);
                let time = dates.time.filter(|_| begins);
                rows.push(Row {
                    undated: date.is_none(),
                    date,
                    untimed: time.is_none(),
                    time,
                    rank: index.rank(*at),
                    event: *at,
                });
            };
            let windows = self.windows.iter();
            for days in windows.filter_map(|window| window.days(event, dates, now, zones)) {
                match days {
                    None => row(None),
                    Some(days) if dates.span.is_some_and(Span::is_too_long) => {
                        row(Some(days.first))
                    }
                    Some(days) => days.dates().for_each(|date| row(Some(date))),
                }
            }
        }
        rows
    }
}

/// An event on a day, ordered as shown.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    undated: bool,
    date: Option<NaiveDate>,
    untimed: bool,
    time: Option<NaiveTime>,
    rank: u32,
    event: u32,
}
