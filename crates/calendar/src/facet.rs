//! How many events each value of a facet would show.

use std::sync::Arc;

use crate::Calendar;
use crate::filter::{Criterion, Filter};
use crate::index::Index;
use crate::now::Now;
use crate::query::{Facet, Query};
use crate::zone::Zones;

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

/// The values of `facet`, the most frequent first, each counted under the other filters.
///
/// Values that no event has are left out unless they are chosen.
pub fn counts(
    calendar: &Calendar,
    index: &Index,
    query: &Query,
    now: &Now,
    zones: &dyn Zones,
    facet: Facet,
) -> Vec<FacetValue> {
    Filter::new(calendar, index, query, now, zones).counts(calendar, index, query, facet)
}

impl Filter {
    /// The values of `facet`, as [`counts`], for the query this filter was made of.
    pub fn counts(
        &self,
        calendar: &Calendar,
        index: &Index,
        query: &Query,
        facet: Facet,
    ) -> Vec<FacetValue> {
        let column = index.column(calendar, facet);
        let matched = self.matched_but(Criterion::Facet(facet));
        let counts = column.events.counts(&matched, column.shown.len());
        let chosen = &query.chosen[facet];
        let numbers: Vec<Option<u32>> = chosen.iter().map(|value| column.number(value)).collect();
        let value = |number: u32, count: u32| FacetValue {
            value: column.shown[number as usize].clone(),
            count,
            chosen: numbers.contains(&Some(number)),
        };
        // As many as others, then by their letters: one number tells both.
        let places = (0_u64..).zip(&column.ordered);
        let mut found: Vec<u64> = places
            .map(|(place, number)| (u64::from(!counts[*number as usize]), place))
            .filter(|(missing, _)| *missing != u64::from(!0_u32))
            .map(|(missing, place)| missing << 32 | place)
            .collect();
        found.sort_unstable();
        let mut values: Vec<FacetValue> = found
            .into_iter()
            .map(|key| value(column.ordered[key as u32 as usize], !((key >> 32) as u32)))
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
            .collect();
        without.sort_by(|one, other| one.value.cmp(&other.value));
        // Two spellings of one value are that value.
        without.dedup();
        values.append(&mut without);
        values
    }
}
