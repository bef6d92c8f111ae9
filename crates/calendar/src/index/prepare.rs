//! Making ready, a little at a time, what nobody has asked for yet.

use super::{Index, words};
use crate::Calendar;
use crate::query::Facet;

/// How many events' words are taken in at a step.
const EVENTS: usize = 5000;

/// How far an index is. Whoever asks for what is not ready gets it at once, and waits for it.
#[derive(Default)]
pub struct Preparation {
    words: words::Making,
    events: usize,
}

impl Preparation {
    /// Takes a step: some ten milliseconds of work at most. Whether there is more to do.
    pub fn step(&mut self, calendar: &Calendar, index: &Index) -> bool {
        let missing = |facet: &&Facet| index.columns[**facet as usize].get().is_none();
        if let Some(facet) = Facet::ALL.iter().find(missing) {
            index.column(calendar, *facet);
            return true;
        }
        if index.words.get().is_some() {
            return false;
        }
        let rest = calendar.events.get(self.events..).unwrap_or_default();
        let next = &rest[..rest.len().min(EVENTS)];
        if next.is_empty() {
            // Somebody may have been quicker; both say the same.
            let _ = index.words.set(std::mem::take(&mut self.words).finish());
            return false;
        }
        self.words.take(next, &index.countries);
        self.events += next.len();
        true
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
