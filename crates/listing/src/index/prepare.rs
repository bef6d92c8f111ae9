//! Making ready, a little at a time, what nobody has asked for yet.

use super::{Column, Index, column, words};
use event_file::Calendar;
use event_file::event::Event;
use query::{Facet, Query};

/// How many events' words are taken in at a step; their values are quicker.
const EVENTS: usize = 3000;

/// A calendar of no more events is made ready at once when it is asked for: nobody would notice.
const FEW: usize = 5000;

/// How far an index is.
#[derive(Default)]
pub struct Preparation {
    column: Option<(Facet, column::Making, Taken)>,
    words: (words::Making, Taken),
    sorted: Option<words::Sorted>,
}

/// How many events have been taken in.
#[derive(Default)]
struct Taken(usize);

impl Taken {
    /// The next events, so many at most; none once all have been taken.
    fn next<'c>(&mut self, calendar: &'c Calendar, most: usize) -> &'c [Event] {
        let rest = calendar.events.get(self.0..).unwrap_or_default();
        let next = &rest[..rest.len().min(most)];
        self.0 += next.len();
        next
    }
}

impl Preparation {
    /// Takes a step: some twenty milliseconds of work at most. What `asked` waits for comes first. Whether there is more
    /// to do.
    pub fn step(&mut self, calendar: &Calendar, index: &Index, asked: &Query) -> bool {
        let missing = |facet: &Facet| index.columns[*facet as usize].get().is_none();
        let chosen = |facet: &Facet| needs(asked, *facet);
        let mut all = Facet::ALL.into_iter().filter(missing);
        let waited_for = all.clone().find(chosen);
        // A visitor is likelier to type than to open a facet, and that is quickly made when it is opened.
        if waited_for.is_none() && index.words.get().is_none() {
            self.step_of_words(calendar, index);
        } else if let Some((facet, mut making, mut taken)) = self.column.take() {
            let events = taken.next(calendar, 8 * EVENTS);
            making.take(calendar, events, facet);
            if events.is_empty() {
                // Somebody may have been quicker; both say the same.
                let _ = index.columns[facet as usize].set(making.finish());
            } else {
                self.column = Some((facet, making, taken));
            }
        } else if let Some(facet) = waited_for.or_else(|| all.next()) {
            self.column = Some((facet, column::Making::default(), Taken::default()));
        } else {
            return false;
        }
        true
    }

    fn step_of_words(&mut self, calendar: &Calendar, index: &Index) {
        if let Some(sorted) = self.sorted.take() {
            let _ = index.words.set(sorted.finish());
            return;
        }
        let (making, taken) = &mut self.words;
        let events = taken.next(calendar, EVENTS);
        making.take(events, &index.countries);
        if events.is_empty() {
            self.sorted = Some(std::mem::take(making).sorted());
        }
    }
}

/// Whether a query asks for values of a facet, or for a place, which is found among the cities.
fn needs(query: &Query, facet: Facet) -> bool {
    !query.chosen[facet].is_empty() || facet == Facet::City && query.near.is_some()
}

impl Index {
    /// Whether what `query` asks for is ready, or will be at once; else it is better waited for, step by step.
    pub fn serves(&self, query: &Query) -> bool {
        let has_words = !query.q.is_empty() && self.words.get().is_none();
        let lacks =
            |facet: Facet| needs(query, facet) && self.columns[facet as usize].get().is_none();
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
    use crate::search::Search;
    use event_file::read;
    use event_file::zone::NoRules;

    #[test]
    fn what_is_made_ready_is_what_would_be_made_when_asked_for() {
        let event = |at: usize| {
            format!(
                r#"{{"title":"March {at} 平和の行進","start":"2023-11-04","city":"Città {}","country":"IT"}}"#,
                at % 7
            )
        };
        let events: Vec<String> = (0..2 * EVENTS + 1).map(event).collect();
        let (calendar, _) = read(format!("[{}]", events.join(",")).as_bytes(), &NoRules).unwrap();
        let index = || Index::new(&calendar, &|_| Some("Italy".to_owned()));
        let (asked, prepared) = (index(), index());
        let (mut so_far, city) = (Preparation::default(), Query::parse("city=citta+3"));
        // Somebody opens a facet and looks for a word in between.
        for query in ["", "", "city=citta+3", ""] {
            so_far.step(&calendar, &prepared, &Query::parse(query));
        }
        assert!(prepared.words.get().is_none() && !prepared.serves(&city));
        prepared.search(&calendar, &Search::new("march"));
        while so_far.step(&calendar, &prepared, &city) {}
        for facet in Facet::ALL {
            let (one, other) = (
                asked.column(&calendar, facet),
                prepared.column(&calendar, facet),
            );
            assert_eq!((&one.events, &one.totals), (&other.events, &other.totals));
        }
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
