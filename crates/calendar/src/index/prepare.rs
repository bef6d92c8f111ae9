//! Making ready, a little at a time, what nobody has asked for yet.

use super::{Column, Index, column, words};
use crate::Calendar;
use crate::event::Event;
use crate::query::{Facet, Query};

/// How many events' words are taken in at a step; their values are quicker.
const EVENTS: usize = 3000;

/// A calendar of no more events is made ready at once when it is asked for: nobody would notice.
const FEW: usize = 5000;

/// How far an index is.
#[derive(Default)]
pub struct Preparation {
    column: Option<(Facet, column::Making)>,
    words: words::Making,
    sorted: Option<words::Sorted>,
    /// How many events have been taken in of what is being made.
    events: usize,
}

impl Preparation {
    /// Takes a step: some twenty milliseconds of work at most. Whether there is more to do.
    pub fn step(&mut self, calendar: &Calendar, index: &Index) -> bool {
        if index.words.get().is_none() {
            // A visitor is likelier to type than to open a facet, and that waits for these.
            self.step_of_words(calendar, index);
        } else if let Some((facet, mut making)) = self.column.take() {
            let events = self.next(calendar, 8 * EVENTS);
            making.take(calendar, events, facet);
            if events.is_empty() {
                // Somebody may have been quicker; both say the same.
                let _ = index.columns[facet as usize].set(making.finish());
                self.events = 0;
            } else {
                self.column = Some((facet, making));
            }
        } else {
            let missing = |facet: &Facet| index.columns[*facet as usize].get().is_none();
            let Some(facet) = Facet::ALL.into_iter().find(missing) else {
                return false;
            };
            self.column = Some((facet, column::Making::default()));
        }
        true
    }

    fn step_of_words(&mut self, calendar: &Calendar, index: &Index) {
        if let Some(sorted) = self.sorted.take() {
            let _ = index.words.set(sorted.finish());
            self.events = 0;
            return;
        }
        let events = self.next(calendar, EVENTS);
        self.words.take(events, &index.countries);
        if events.is_empty() {
            self.sorted = Some(std::mem::take(&mut self.words).sorted());
        }
    }

    fn next<'c>(&mut self, calendar: &'c Calendar, most: usize) -> &'c [Event] {
        let rest = calendar.events.get(self.events..).unwrap_or_default();
        let next = &rest[..rest.len().min(most)];
        self.events += next.len();
        next
    }
}

impl Index {
    /// Whether what `query` asks for is ready, or will be at once; else it is better waited for, step by step.
    pub fn serves(&self, query: &Query) -> bool {
        let has_words = !query.q.is_empty() && self.words.get().is_none();
        let lacks = |facet: Facet| {
            !query.chosen[facet].is_empty() && self.columns[facet as usize].get().is_none()
        };
        self.len() <= FEW || !has_words && !Facet::ALL.into_iter().any(lacks)
    }

    pub(super) fn made_column(&self, calendar: &Calendar, facet: Facet) -> Column {
        let mut making = column::Making::default();
        making.take(calendar, &calendar.events, facet);
        making.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;
    use crate::search::Search;

    #[test]
    fn what_is_made_ready_is_what_would_be_made_when_asked_for() {
        let event = |at: usize| {
            format!(
                r#"{{"title":"March {at} 平和の行進","start":"2023-11-04","city":"Città {}","country":"IT"}}"#,
                at % 7
            )
        };
        let events: Vec<String> = (0..2 * EVENTS + 1).map(event).collect();
        let (calendar, _) = read(format!("[{}]", events.join(",")).as_bytes()).unwrap();
        let index = || Index::new(&calendar, &|_| Some("Italy".to_owned()));
        let (asked, prepared) = (index(), index());
        let mut so_far = Preparation::default();
        while so_far.step(&calendar, &prepared) {}
        assert!(prepared.words.get().is_some());
        for q in ["march 10", "ital", "citta 3", "和の", "nothing", ""] {
            let search = Search::new(q);
            let (one, other) = (
                asked.search(&calendar, &search),
                prepared.search(&calendar, &search),
            );
            assert_eq!(one, other, "{q}");
        }
    }
}
