//! What is shown for a query: the matching events, day by day.

use crate::sets::Bits;
use chrono::NaiveDate;

use crate::filter::Filter;
use crate::index::Index;
use crate::now::Now;
use event_file::Calendar;
use event_file::zone::Zones;
use query::{Query, When};

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
        for (date, [timed, others]) in order.by_start() {
            let is_before = |other: &(NaiveDate, u32)| date.is_none_or(|date| other.0 < date);
            while let Some(other) = later.next_if(is_before) {
                list.push_again(other);
            }
            list.push_among(date, timed, &begins);
            let is_same_day = |other: &(NaiveDate, u32)| Some(other.0) == date;
            if !later.peek().is_some_and(is_same_day) {
                list.push_among(date, others, &begins);
                continue;
            }
            // On its later days an event is on already: the time it began says nothing.
            for event in others.iter().filter(|event| begins.contains(**event)) {
                let is_first = |other: &(NaiveDate, u32)| {
                    is_same_day(other) && order.by_title(other.1, *event).is_lt()
                };
                while let Some(other) = later.next_if(is_first) {
                    list.push_again(other);
                }
                list.matched.push(*event);
                put(&mut list.days, date, &[*event]);
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
    /// Adds those `events` that are in `begins`, on the day they begin.
    fn push_among(&mut self, date: Option<NaiveDate>, events: &[u32], begins: &Bits) {
        let from = self.matched.len();
        begins.append_among(events, &mut self.matched);
        put(&mut self.days, date, &self.matched[from..]);
    }

    /// Adds an event on one of its later days.
    fn push_again(&mut self, (date, event): (NaiveDate, u32)) {
        if self.absent.contains(event) {
            self.absent.remove(event);
            self.matched.push(event);
        }
        put(&mut self.days, Some(date), &[event]);
    }
}

fn put(days: &mut Vec<Day>, date: Option<NaiveDate>, events: &[u32]) {
    match days.last_mut() {
        _ if events.is_empty() => {}
        Some(day) if day.date == date => day.events.extend_from_slice(events),
        _ => days.push(Day {
            date,
            events: events.to_vec(),
        }),
    }
}
