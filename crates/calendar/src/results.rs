//! What is shown for a query: the matching events, day by day.

use chrono::NaiveDate;
use sets::Bits;

use crate::Calendar;
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
    Filter::new(calendar, index, query, now, zones).results(index)
}

impl Filter {
    /// The matching events, day by day.
    pub fn results(&self, index: &Index) -> Results {
        let (order, matched, asked) = (index.order(), self.matched(), &*self.asked);
        let mut begins = matched.clone();
        let mut list = List {
            absent: Bits::none(index.len()),
            ..List::default()
        };
        for event in &asked.absent {
            begins.remove(*event);
            list.absent.insert(*event);
        }
        let later = asked.later.iter().copied();
        let mut later = later
            .filter(|(_, event)| matched.contains(*event))
            .peekable();
        let has_time = |event: &u32| {
            let dates = index.dates().get(*event as usize);
            dates.is_some_and(|dates| dates.time.is_some())
        };
        for (date, events) in order.by_start() {
            let is_before = |other: &(NaiveDate, u32)| date.is_none_or(|date| other.0 < date);
            while let Some(other) = later.next_if(is_before) {
                list.push_again(other);
            }
            let mut begun = begins.among(events);
            let is_same_day = |other: &(NaiveDate, u32)| Some(other.0) == date;
            if later.peek().is_some_and(is_same_day) {
                // On its later days an event is on already: the time it began says nothing.
                let others = begun.split_off(begun.partition_point(has_time));
                list.push_all(date, begun);
                for event in others {
                    let is_first = |other: &(NaiveDate, u32)| {
                        is_same_day(other) && order.by_title(other.1, event).is_lt()
                    };
                    while let Some(other) = later.next_if(is_first) {
                        list.push_again(other);
                    }
                    list.push_all(date, vec![event]);
                }
            } else {
                list.push_all(date, begun);
            }
        }
        later.for_each(|other| list.push_again(other));
        Results {
            matched: list.matched,
            days: list.days,
            when: self.when,
            nothing_upcoming: self.nothing_upcoming,
        }
    }
}

/// Rows put together day by day.
#[derive(Default)]
struct List {
    matched: Vec<u32>,
    days: Vec<Day>,
    /// Events that are listed, but not on the day they begin: until they are.
    absent: Bits,
}

impl List {
    /// Adds events on the day they begin.
    fn push_all(&mut self, date: Option<NaiveDate>, events: Vec<u32>) {
        self.matched.extend_from_slice(&events);
        self.put(date, events);
    }

    /// Adds an event on one of its later days.
    fn push_again(&mut self, (date, event): (NaiveDate, u32)) {
        if self.absent.contains(event) {
            self.absent.remove(event);
            self.matched.push(event);
        }
        self.put(Some(date), vec![event]);
    }

    fn put(&mut self, date: Option<NaiveDate>, mut events: Vec<u32>) {
        match self.days.last_mut() {
            Some(day) if day.date == date => day.events.append(&mut events),
            _ if events.is_empty() => {}
            _ => self.days.push(Day { date, events }),
        }
    }
}
