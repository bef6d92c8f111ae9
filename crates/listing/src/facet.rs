//! How many events each value of a facet would show.

use std::sync::Arc;

use crate::filter::{Criterion, Filter};
use crate::index::Index;
use event_file::Calendar;
use query::{Facet, Query};

/// A value of a facet, and how many events have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// As first written in the calendar, or as chosen when no event has it.
    pub value: Arc<str>,
    /// How many events that pass every other filter have it.
    pub count: u32,
    /// Whether the query chooses it.
    pub chosen: bool,
}

/// The values of a facet that are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// The most frequent first; those that are chosen are always among them.
    pub values: Vec<FacetValue>,
    /// How many more there are that were wanted.
    pub more: usize,
    /// How many there are in all, wanted or not.
    pub total: usize,
}

impl Filter {
    /// The values of `facet`, for the query this filter was made of, the most frequent first, each counted under the
    /// other filters: of those that are `wanted`, by how they are written, or of all the `most` most frequent ones.
    ///
    /// Values that no event has are left out unless they are chosen.
    pub fn counts(
        &self,
        calendar: &Calendar,
        index: &Index,
        query: &Query,
        facet: Facet,
        most: usize,
        wanted: Option<&dyn Fn(&str) -> bool>,
    ) -> Counts {
        let column = index.column(calendar, facet);
        let matched = self.matched_but(Criterion::Facet(facet));
        let (counts, there) = column.events.counts(&matched, &column.totals);
        let order = column.by_letters();
        let chosen = &query.chosen[facet];
        let numbers: Vec<Option<u32>> = chosen.iter().map(|value| column.number(value)).collect();
        let is_chosen = |number: u32| numbers.contains(&Some(number));
        let value = |number: u32, count: u32| FacetValue {
            value: column.shown[number as usize].clone(),
            count,
            chosen: is_chosen(number),
        };
        let (mut first, mut rest) = (Vec::new(), Vec::new());
        for &number in &there {
            if wanted.is_none_or(|wanted| wanted(&column.shown[number as usize])) {
                // As many as others, then by their letters: one number tells both.
                let place = order.places[number as usize];
                let key = u64::from(!counts[number as usize]) << 32 | u64::from(place);
                let keys = match is_chosen(number) {
                    true => &mut first,
                    false => &mut rest,
                };
                keys.push(key);
            }
        }
        let room = most.saturating_sub(first.len());
        let more = rest.len().saturating_sub(room);
        if more > 0 {
            // In order they need only be where they are seen.
            rest.select_nth_unstable(room);
            rest.truncate(room);
        }
        first.append(&mut rest);
        first.sort_unstable();
        let mut values: Vec<FacetValue> = first
            .into_iter()
            .map(|key| value(order.numbers[key as u32 as usize], !((key >> 32) as u32)))
            .collect();
        let mut without: Vec<FacetValue> = (chosen.iter().zip(&numbers))
            .filter_map(|(chosen, number)| match number {
                Some(number) => (counts[*number as usize] == 0).then(|| value(*number, 0)),
                None => Some(FacetValue {
                    value: chosen.as_str().into(),
                    count: 0,
                    chosen: true,
                }),
            })
            .filter(|value| wanted.is_none_or(|wanted| wanted(&value.value)))
            .collect();
        without.sort_by(|one, other| one.value.cmp(&other.value));
        // Two spellings of one value are that value.
        without.dedup();
        values.append(&mut without);
        Counts {
            values,
            more,
            total: there.len(),
        }
    }
}
