//! How many events each value of a facet would show.

use crate::Calendar;
use crate::filter::Filter;
use crate::index::Index;
use crate::now::Now;
use crate::query::{Facet, Query};
use crate::zone::Zones;

/// A value of a facet, and how many events have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// As first written in the calendar, or as chosen when no event has it.
    pub value: String,
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
        let counts = column.counts(|event| self.matches_but(facet, event));
        let chosen = &query.chosen[facet];
        let numbers: Vec<Option<u32>> = chosen.iter().map(|value| column.number(value)).collect();
        let known = column.shown().iter().zip(counts).zip(0..);
        let known = known.map(|((value, count), number)| FacetValue {
            value: value.clone(),
            count,
            chosen: numbers.contains(&Some(number)),
        });
        let unknown = chosen.iter().zip(&numbers);
        let unknown = unknown.filter(|(_, number)| number.is_none());
        let unknown = unknown.map(|(value, _)| FacetValue {
            value: value.clone(),
            count: 0,
            chosen: true,
        });
        let mut values: Vec<FacetValue> = known
            .filter(|value| value.count > 0 || value.chosen)
            .chain(unknown)
            .collect();
        values
            .sort_by(|one, other| (other.count.cmp(&one.count)).then(one.value.cmp(&other.value)));
        values
    }
}
