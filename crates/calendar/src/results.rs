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
        let (in_order, mut others) = self.rows(calendar, index, now, zones);
        let order = |one: &Row, other: &Row| {
            let times = one.time().cmp(&other.time());
            times.then_with(|| index.order().by_title(one.event, other.event))
        };
        others.sort_unstable_by(order);
        others.dedup();

        let mut list = List::new(index.len());
        let mut others = others.into_iter().peekable();
        for row in in_order {
            while let Some(other) = others.next_if(|other| order(other, &row).is_lt()) {
                list.push(other);
            }
            list.push(row);
        }
        others.for_each(|row| list.push(row));
        let List { matched, days, .. } = list;
        Results {
            matched,
            days,
            when: self.when,
            nothing_upcoming: self.nothing_upcoming,
        }
    }

    /// The rows of events on the day they begin, which are in order, and the others.
    fn rows(
        &self,
        calendar: &Calendar,
        index: &Index,
        now: &Now,
        zones: &dyn Zones,
    ) -> (Vec<Row>, Vec<Row>) {
        let (mut in_order, mut others) = (Vec::new(), Vec::new());
        for at in index
            .order()
            .by_start()
            .iter()
            .filter(|at| self.matches(**at))
        {
            let place = *at as usize;
            let (Some(event), Some(dates)) = (calendar.events.get(place), index.dates().get(place))
            else {
                continue;
            };
            let first = dates.span.map(|span| span.first);
            let mut begun = false;
            let mut row = |date: Option<NaiveDate>| {
                let begins = date == first;
                if begins && std::mem::replace(&mut begun, true) {
                    return;
                }
                let rows = if begins { &mut in_order } else { &mut others };
                rows.push(Row {
                    date,
                    // On its later days an event is on already: the time it began says nothing.
                    time: dates.time.filter(|_| begins),
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
                    Some(days) if days.first == days.last => row(Some(days.first)),
                    Some(days) => days.dates().for_each(|date| row(Some(date))),
                }
            }
        }
        (in_order, others)
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

    fn push(&mut self, row: Row) {
        if !std::mem::replace(&mut self.seen[row.event as usize], true) {
            self.matched.push(row.event);
        }
        match self.days.last_mut() {
            Some(day) if day.date == row.date => day.events.push(row.event),
            _ => self.days.push(Day {
                date: row.date,
                events: vec![row.event],
            }),
        }
    }
}
