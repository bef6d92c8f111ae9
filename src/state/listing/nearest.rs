//! The list in the order of distance.

use leptos::prelude::*;
use listing::results::{Day, Results};

use crate::state::{Positions, Pruned, Shared, Source};

/// The results in the order of the list: as they are, or all together with the nearest first.
pub fn listed(
    results: Pruned<Memo<Shared<Results>>>,
    positions: Positions,
    source: Source,
) -> Pruned<Memo<Shared<Results>>> {
    Pruned::memo(move |_| {
        let results = results.get();
        let known = || {
            let origin = positions.measured_from()?;
            Some((origin, positions.spherical.get()?, source.loaded.get()?))
        };
        let Some((origin, spherical, loaded)) = known() else {
            return results;
        };
        let events = (spherical.nearest)(&loaded.calendar, &results.matched, origin.position);
        let together = (!events.is_empty()).then(|| Day {
            date: None,
            events: events.clone(),
        });
        Shared::new(Results {
            days: together.into_iter().collect(),
            matched: events,
            when: results.when,
            nothing_upcoming: results.nothing_upcoming,
        })
    })
}
