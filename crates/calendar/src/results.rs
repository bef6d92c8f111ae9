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
        let (order, matched) = (index.order(), self.matched());
        let mut others = Vec::new();
        let mut list = List::default();
        for &event in order.of_several_days() {
            if matched.contains(event)
                && !self.later_rows(calendar, index, event, now, zones, &mut others)
            {
                list.absent.insert(event);
            }
        }
        let earlier = |one: &Row, other: &Row| {
            let times = one.time().cmp(&other.time());
            times.then_with(|| order.by_title(one.event, other.event))
        };
        others.sort_by(earlier);
        others.dedup();

        let mut others = others.into_iter().peekable();
        for (date, events) in order.by_start() {
            let begun = matched.among(events);
            let is_later = |other: &Row| date.is_some() && other.date > date;
            if list.absent.is_empty() && others.peek().is_none_or(is_later) {
                list.push_all(date, begun);
                continue;
            }
            for event in begun {
                if list.absent.contains(&event) {
                    continue;
                }
                let time = index.dates()[event as usize].time;
                let row = Row { date, time, event };
                while let Some(other) = others.next_if(|other| earlier(other, &row).is_lt()) {
                    list.push_again(other);
                }
                list.push_all(date, vec![event]);
            }
        }
        others.for_each(|other| list.push_again(other));
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
#[derive(Default)]
struct List {
    matched: Vec<u32>,
    days: Vec<Day>,
    /// Events that are listed, but not on the day they begin: until they are.
    absent: HashSet<u32, Quick>,
}

impl List {
    /// Adds events on the day they begin.
    fn push_all(&mut self, date: Option<NaiveDate>, events: Vec<u32>) {
        self.matched.extend_from_slice(&events);
        self.put(date, events);
    }

    /// Adds an event on one of its later days.
    fn push_again(&mut self, row: Row) {
        if self.absent.remove(&row.event) {
            self.matched.push(row.event);
        }
        self.put(row.date, vec![row.event]);
    }

    fn put(&mut self, date: Option<NaiveDate>, mut events: Vec<u32>) {
        match self.days.last_mut() {
            Some(day) if day.date == date => day.events.append(&mut events),
            _ if events.is_empty() => {}
            _ => self.days.push(Day { date, events }),
        }
    }
}
