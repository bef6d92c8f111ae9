//! What is shown for a query: the matching events, day by day.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveTime};

use crate::Calendar;
use crate::day::Span;
use crate::filter::Filter;
use crate::index::Index;
use crate::now::Now;
use crate::query::{Query, When};
use crate::quick::Quick;
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
        let order = index.order();
        let mut others = Vec::new();
        // Events that are listed, but not on the day they begin.
        let mut absent = HashSet::<u32, Quick>::default();
        for &event in order.of_several_days() {
            if self.matches(event)
                && !self.later_rows(calendar, index, event, now, zones, &mut others)
            {
                absent.insert(event);
            }
        }
        let earlier = |one: &Row, other: &Row| {
            let times = one.time().cmp(&other.time());
            times.then_with(|| order.by_title(one.event, other.event))
        };
        others.sort_by(earlier);
        others.dedup();

        let mut list = List::new(index.len());
        let mut others = others.into_iter().peekable();
        for (event, date) in order.by_start() {
            if !self.matches(event) || !absent.is_empty() && absent.contains(&event) {
                continue;
            }
            if others.peek().is_some() {
                let time = index.dates()[event as usize].time;
                let row = Row { date, time, event };
                while let Some(other) = others.next_if(|other| earlier(other, &row).is_lt()) {
                    list.push(other.date, other.event);
                }
            }
            list.push(date, event);
        }
        others.for_each(|other| list.push(other.date, other.event));
        let List { matched, days, .. } = list;
        Results {
            matched,
            days,
            when: self.when,
            nothing_upcoming: self.nothing_upcoming,
        }
    }

    /// Adds the rows of an event of several days on those after the first; whether it is listed on the first.
    fn later_rows(
        &self,
        calendar: &Calendar,
        index: &Index,
        at: u32,
        now: &Now,
        zones: &dyn Zones,
        rows: &mut Vec<Row>,
    ) -> bool {
        let place = at as usize;
        let (Some(event), Some(dates)) = (calendar.events.get(place), index.dates().get(place))
        else {
            return false;
        };
        let first = dates.span.map(|span| span.first);
        let mut begins = false;
        let mut row = |date: NaiveDate| {
            if Some(date) == first {
                begins = true;
                return;
            }
            rows.push(Row {
                date: Some(date),
                // On its later days an event is on already: the time it began says nothing.
                time: None,
                event: at,
            });
        };
        let windows = self.windows.iter();
        let spans = windows.filter_map(|window| window.days(event, dates, now, zones));
        for days in spans.flatten() {
            if dates.span.is_some_and(Span::is_too_long) {
                row(days.first);
            } else {
                days.dates().for_each(&mut row);
            }
        }
        begins
    }
}

/// An event on a day.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    date: Option<NaiveDate>,
    time: Option<NaiveTime>,
    event: u32,
}

impl Row {
    /// When, in the order of the list: what is not known comes last.
    fn time(&self) -> impl Ord + use<> {
        (
            self.date.is_none(),
            self.date,
            self.time.is_none(),
            self.time,
        )
    }
}

/// Rows put together day by day.
struct List {
    matched: Vec<u32>,
    days: Vec<Day>,
    /// By event, whether it is in `matched`.
    seen: Vec<bool>,
}

impl List {
    fn new(events: usize) -> Self {
        Self {
            matched: Vec::new(),
            days: Vec::new(),
            seen: vec![false; events],
        }
    }

    fn push(&mut self, date: Option<NaiveDate>, event: u32) {
        if !std::mem::replace(&mut self.seen[event as usize], true) {
            self.matched.push(event);
        }
        match self.days.last_mut() {
            Some(day) if day.date == date => day.events.push(event),
            _ => self.days.push(Day {
                date,
                events: vec![event],
            }),
        }
    }
}
