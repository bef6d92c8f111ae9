//! One facet of all events: which values each has, by number, so that filtering compares numbers.

use std::collections::HashMap;
use std::sync::Arc;

use sets::Table;

use crate::Calendar;
use crate::event::{Event, Text};
use crate::fold::fold;
use crate::query::Facet;
use crate::quick::Quick;

/// The values of one facet.
#[derive(Debug, Default)]
pub struct Column {
    /// Each value as first written, in the order of the calendar; its place is its number.
    pub shown: Vec<Arc<str>>,
    /// The numbers of the values, in the order of their letters.
    pub ordered: Vec<u32>,
    /// The numbers of each event's values.
    pub events: Table,
    /// How many events have each value.
    pub totals: Vec<u32>,
    /// The number of each value, by its folded text.
    numbers: HashMap<String, u32, Quick>,
}

impl Column {
    pub fn new(calendar: &Calendar, facet: Facet) -> Self {
        let mut column = Self::default();
        // The numbers of values as they are written: most are written alike.
        let mut written: HashMap<&str, u32, Quick> = HashMap::default();
        for event in &calendar.events {
            of_event(calendar, event, facet, &mut |value| {
                let number = *written
                    .entry(value)
                    .or_insert_with(|| column.number_or_new(value));
                column.events.push_new(number);
            });
            column.events.end_row();
        }
        column.totals = column.events.totals(column.shown.len());
        let shown = &column.shown;
        column.ordered = (0..shown.len() as u32).collect();
        column
            .ordered
            .sort_unstable_by_key(|number| &shown[*number as usize]);
        column
    }

    fn number_or_new(&mut self, value: &str) -> u32 {
        let next = self.shown.len() as u32;
        let shown = &mut self.shown;
        *self.numbers.entry(fold(value)).or_insert_with(|| {
            shown.push(value.into());
            next
        })
    }

    /// The number of a value, compared folded.
    pub fn number(&self, value: &str) -> Option<u32> {
        self.numbers.get(&fold(value)).copied()
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
        Facet::City => one(&event.city, give),
        Facet::Kind => event.kinds.iter().for_each(|kind| give(kind.name())),
        Facet::Tag => event.tags.iter().for_each(|tag| give(tag)),
        Facet::Organizer => event.organizers.iter().for_each(|name| give(name)),
        Facet::Campaign => one(&event.campaign, give),
        Facet::Status => give(event.status.name()),
        Facet::Language if event.language.is_some() => one(&event.language, give),
        Facet::Language => one(&calendar.about.language, give),
    }
}
