//! One facet of all events: which values each has, by number, so that filtering compares numbers.

use std::collections::HashMap;

use crate::Calendar;
use crate::event::{Event, Text};
use crate::fold::fold;
use crate::query::Facet;
use crate::quick::Quick;

/// The values of one facet.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Each value as first written, in the order of the calendar.
    shown: Vec<String>,
    /// The number of each value, by its folded text.
    numbers: HashMap<String, u32, Quick>,
    /// The numbers of all events' values, one event after another.
    values: Vec<u32>,
    /// Where in `values` each event ends.
    ends: Vec<usize>,
}

impl Column {
    pub fn new(calendar: &Calendar, facet: Facet) -> Self {
        let mut column = Self::default();
        // The numbers of values as they are written: most are written alike.
        let mut written: HashMap<&str, u32, Quick> = HashMap::default();
        for event in &calendar.events {
            let start = column.values.len();
            of_event(calendar, event, facet, &mut |value| {
                let number = *written
                    .entry(value)
                    .or_insert_with(|| column.number_or_new(value));
                if !column.values[start..].contains(&number) {
                    column.values.push(number);
                }
            });
            column.ends.push(column.values.len());
        }
        column
    }

    fn number_or_new(&mut self, value: &str) -> u32 {
        let next = self.shown.len() as u32;
        let shown = &mut self.shown;
        *self.numbers.entry(fold(value)).or_insert_with(|| {
            shown.push(value.to_owned());
            next
        })
    }

    /// The number of a value, compared folded.
    pub fn number(&self, value: &str) -> Option<u32> {
        self.numbers.get(&fold(value)).copied()
    }

    /// Each value as first written; its place is its number.
    pub fn shown(&self) -> &[String] {
        &self.shown
    }

    /// How many of the events that are `counted`, by place in the calendar, have each value.
    pub fn counts(&self, counted: impl Fn(usize) -> bool) -> Vec<u32> {
        let mut counts = vec![0; self.shown.len()];
        let mut at = 0;
        // A plain loop: it is run for every facet at every letter.
        for (event, end) in self.ends.iter().enumerate() {
            if counted(event) {
                while at < *end {
                    counts[self.values[at] as usize] += 1;
                    at += 1;
                }
            }
            at = *end;
        }
        counts
    }

    /// The numbers of the values of each event, in the order of the calendar.
    pub fn events(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let values = &self.values[start..*end];
            start = *end;
            values
        })
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
