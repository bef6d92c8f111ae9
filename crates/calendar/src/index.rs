//! What is worked out once for a calendar in a language, so that each query is quick.

mod column;
mod dates;

use crate::Calendar;
use crate::event::Event;
use crate::fold::fold;
use crate::query::Facet;
use crate::search::{Search, append_words};

pub(crate) use column::Column;
pub(crate) use dates::Dates;

/// The index of one calendar in one interface language. It speaks of events by their place in
/// [`Calendar::events`] and is of use with that calendar only.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// The words of all events, one event after another.
    words: String,
    /// Where in `words` each event ends.
    ends: Vec<usize>,
    /// By facet.
    columns: [Column; 8],
    /// By event.
    dates: Vec<Dates>,
    /// Each event's place among all, by title.
    rank: Vec<u32>,
    /// All events by day, time and title.
    by_start: Vec<u32>,
}

impl Index {
    /// Indexes `calendar`. `country_name` gives a country's name in the interface language.
    pub fn new(calendar: &Calendar, country_name: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut index = Self::default();
        for event in &calendar.events {
            append_event(&mut index.words, event, country_name);
            index.ends.push(index.words.len());
            index.dates.push(Dates::new(event));
        }
        for facet in Facet::ALL {
            index.columns[facet as usize] = Column::new(calendar, facet);
        }
        let mut titles: Vec<(String, u32)> = calendar
            .events
            .iter()
            .zip(0..)
            .map(|(event, at)| (fold(&event.title), at))
            .collect();
        titles.sort_unstable();
        index.rank = vec![0; titles.len()];
        for ((_, at), rank) in titles.iter().zip(0..) {
            index.rank[*at as usize] = rank;
        }
        // No day comes last, and no time last on its day.
        let key = |at: u32| {
            let dates = &index.dates[at as usize];
            let day = dates.span.map(|span| span.first);
            (day.is_none(), day, dates.time.is_none(), dates.time)
        };
        let mut by_start: Vec<u32> = titles.into_iter().map(|(_, at)| at).collect();
        by_start.sort_by_key(|at| key(*at));
        index.by_start = by_start;
        index
    }

    /// How many values of a facet the whole calendar has.
    pub fn values(&self, facet: Facet) -> usize {
        self.column(facet).shown().len()
    }

    /// How many events.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn dates(&self) -> &[Dates] {
        &self.dates
    }

    pub(crate) fn column(&self, facet: Facet) -> &Column {
        &self.columns[facet as usize]
    }

    pub(crate) fn rank(&self, event: u32) -> u32 {
        self.rank[event as usize]
    }

    pub(crate) fn by_start(&self) -> &[u32] {
        &self.by_start
    }

    /// Calls `miss` for each event in which not every word asked for occurs.
    pub(crate) fn search(&self, search: &Search, mut miss: impl FnMut(usize)) {
        let mut start = 0;
        for (event, end) in self.ends.iter().enumerate() {
            let words = &self.words[start..*end];
            if !search
                .needles()
                .iter()
                .all(|needle| words.contains(needle.as_str()))
            {
                miss(event);
            }
            start = *end;
        }
    }
}

fn append_event(words: &mut String, event: &Event, country_name: &dyn Fn(&str) -> Option<String>) {
    let mut append = |text: &str| append_words(words, text);
    let texts = [
        Some(&event.title),
        event.place.as_ref(),
        event.address.as_ref(),
        event.city.as_ref(),
        event.region.as_ref(),
        event.campaign.as_ref(),
        event.description.as_ref(),
    ];
    texts.into_iter().flatten().for_each(|text| append(text));
    event.organizers.iter().for_each(|text| append(text));
    event.tags.iter().for_each(|text| append(text));
    event.kinds.iter().for_each(|kind| append(kind.name()));
    for translation in &event.translations {
        let texts = [
            &translation.title,
            &translation.place,
            &translation.city,
            &translation.description,
        ];
        texts.into_iter().flatten().for_each(|text| append(text));
    }
    if let Some(name) = event.country.as_deref().and_then(country_name) {
        append(&name);
    }
}
