//! One facet of all events: which values each has, by number, so that filtering compares numbers.

use std::sync::{Arc, OnceLock};

use crate::sets::Values;

use event_file::Calendar;
use event_file::event::{Event, Text};
use fold::fold;
use query::Facet;
use rustc_hash::FxHashMap;

/// The values of one facet.
#[derive(Debug, Default)]
pub struct Column {
    /// Each value as first written, in the order of the calendar; its place is its number.
    pub shown: Vec<Arc<str>>,
    by_letters: OnceLock<ByLetters>,
    /// The numbers of each event's values.
    pub events: Values,
    /// How many events have each value.
    pub totals: Vec<u32>,
    /// The number of each value, by its folded text.
    numbers: FxHashMap<Box<str>, u32>,
}

/// A column being made, event by event.
#[derive(Default)]
pub struct Making {
    column: Column,
    /// The numbers of values as they are written: most are written alike.
    written: FxHashMap<Box<str>, u32>,
}

impl Making {
    /// Takes in the next events.
    pub fn take(&mut self, calendar: &Calendar, events: &[Event], facet: Facet) {
        let Self { column, written } = self;
        for event in events {
            column.events.push_event();
            of_event(calendar, event, facet, &mut |value| {
                let number = match written.get(value) {
                    Some(number) => *number,
                    None => {
                        let number = column.number_or_new(value);
                        *written.entry(value.into()).or_insert(number)
                    }
                };
                column.events.push(number);
            });
        }
    }

    pub fn finish(self) -> Column {
        let mut column = self.column;
        column.totals = column.events.totals(column.shown.len());
        column
    }
}

/// The order of a column's values by their letters.
#[derive(Debug, Default)]
pub struct ByLetters {
    /// The numbers of the values, in order.
    pub numbers: Vec<u32>,
    /// By number, the place of each value among them.
    pub places: Vec<u32>,
}

impl Column {
    /// The order of the values by their letters, found out when it is first asked for.
    pub fn by_letters(&self) -> &ByLetters {
        self.by_letters.get_or_init(|| {
            let shown: Vec<&str> = self.shown.iter().map(|value| &**value).collect();
            let numbers = crate::sets::order(&[], &shown);
            let mut places = vec![0; numbers.len()];
            for (place, number) in (0..).zip(&numbers) {
                places[*number as usize] = place;
            }
            ByLetters { numbers, places }
        })
    }

    fn number_or_new(&mut self, value: &str) -> u32 {
        let next = self.shown.len() as u32;
        let number = *self
            .numbers
            .entry(fold(value).into_boxed_str())
            .or_insert(next);
        if number == next {
            self.shown.push(value.into());
        }
        number
    }

    /// The number of a value, compared folded.
    pub fn number(&self, value: &str) -> Option<u32> {
        self.numbers.get(&*fold(value)).copied()
    }
}

/// Gives each value that `event` has. One that names no language speaks that of the calendar.
fn of_event<'c>(
    calendar: &'c Calendar,
    event: &'c Event,
    facet: Facet,
    give: &mut dyn FnMut(&'c str),
) {
    let one = |text: &'c Option<Text>, give: &mut dyn FnMut(&'c str)| {
        if let Some(text) = text {
            give(text);
        }
    };
    match facet {
        Facet::Country => one(&event.country, give),
        Facet::Region => one(&event.region, give),
        Facet::City => one(&event.city, give),
        Facet::Kind => event.kinds.iter().for_each(|kind| give(kind.name())),
        Facet::Tag => event.tags.iter().for_each(|tag| give(tag)),
        Facet::Organizer => event.organizers.iter().for_each(|name| give(name)),
        Facet::Campaign => one(&event.campaign, give),
        Facet::Series => one(&event.series, give),
        Facet::Status => give(event.status.name()),
        Facet::Language if event.language.is_some() => one(&event.language, give),
        Facet::Language => one(&calendar.about.language, give),
    }
}
