//! Nearest first: where distances are measured from, and the list in that order.

use super::{Shared, State};
use crate::reactive::Derived;
use event_file::{Calendar, Event};
use geo::Position;
use listing::results::{Day, Results};
use map::points::Points;
use query::Sort;

/// Where distances are measured from. It is kept in the page and nowhere else: in no link, no
/// storage and no request.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The position.
    pub position: Position,
    /// The city's name, where the visitor chose one instead of giving a position.
    pub city: Option<String>,
}

/// What the page reckons on the Earth: not needed for the list, so its code comes after it.
#[derive(Clone, Copy)]
pub struct Sphere {
    /// [`Points::new`].
    pub points: fn(&Calendar) -> Points,
    /// Events in the order of [`listing::sort::nearest`].
    pub nearest: fn(&Calendar, &[u32], Position) -> Vec<u32>,
    /// [`geo::distance_km`].
    pub distance_km: fn(Position, Position) -> f64,
}

impl State {
    /// Whether the nearest events are to come first.
    pub fn wants_nearest(self) -> bool {
        self.query.with(|query| query.sort == Sort::Near)
    }

    /// Where distances are measured from, while they are wanted and that is known.
    pub fn measured_from(self) -> Option<Origin> {
        self.wants_nearest().then(|| self.origin.get()).flatten()
    }

    /// How far away an event is, in kilometres; `None` while that is not wanted, or not known.
    pub fn distance(self, event: &Event) -> Option<f64> {
        let origin = self.measured_from()?;
        Some((self.sphere.get()?.distance_km)(
            origin.position,
            event.position?,
        ))
    }
}

/// The results in the order of the list: as they are, or all together with the nearest first.
pub(super) fn listed(
    results: Derived<Shared<Results>>,
    state: impl Fn() -> Option<(Origin, Sphere, Shared<super::Loaded>)> + Send + Sync + 'static,
) -> Derived<Shared<Results>> {
    Derived::new(move || {
        let results = results.get();
        let Some((origin, sphere, loaded)) = state() else {
            return results;
        };
        let events = (sphere.nearest)(&loaded.calendar, &results.matched, origin.position);
        let together = Day {
            date: None,
            events: events.clone(),
        };
        Shared::new(Results {
            days: if events.is_empty() {
                Vec::new()
            } else {
                vec![together]
            },
            matched: events,
            when: results.when,
            nothing_upcoming: results.nothing_upcoming,
        })
    })
}
