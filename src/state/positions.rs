//! Positions: of the events, and where distances are measured from.

use event_file::{Calendar, Event};
use geo::Position;
use leptos::prelude::*;
use listing::index::Index;
use map::{cities::Cities, points::Points};
use query::near::Near;

use super::{Address, Pruned, Shared, Source};

/// Positions as signals.
#[derive(Clone, Copy)]
pub struct Positions {
    /// Where distances are measured from, once the visitor has said so.
    pub origin: Pruned<RwSignal<Option<Origin>>>,
    /// Spherical geometry, once its code has arrived.
    pub spherical: Pruned<RwSignal<Option<Spherical>>>,
    /// Every event's position, projected once.
    pub points: Pruned<Memo<Shared<Points>>>,
    /// Where the place is that the link asks for by name (`near=`): among the cities of the calendar, else among those
    /// that come with the page.
    pub named: Pruned<Memo<Option<Origin>>>,
    /// The cities that come with the page; `None` until they are asked for and have arrived. Without any where they did
    /// not arrive.
    pub cities: Pruned<RwSignal<Option<Shared<Cities>>>>,
    /// Whether the place that the link asks for is none that is known so far.
    pub lacks_place: Pruned<Memo<bool>>,
    /// Whether those are on their way.
    pub fetching: StoredValue<bool>,
    measured: Pruned<Memo<Option<Origin>>>,
    /// What every card's distance is from. A memo, as `measured`: a card follows no other part of the query.
    distant: Pruned<Memo<Option<Origin>>>,
}

/// Where distances are measured from. The visitor's own position stays in the page: in no link, no storage, no request.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The position.
    pub position: Position,
    /// The city's name, where a place is named instead of the visitor's own position.
    pub city: Option<String>,
}

/// Functions of spherical geometry. The list does not need them, so their code is in the second WebAssembly file.
#[derive(Clone, Copy)]
pub struct Spherical {
    /// [`Points::new`].
    pub points: fn(&Calendar) -> Points,
    /// Events in the order of [`listing::sort::nearest`].
    pub nearest: fn(&Calendar, &[u32], Position) -> Vec<u32>,
    /// [`Cities::position_of`].
    pub find: fn(&Cities, &Near) -> Option<Position>,
    /// [`geo::distance_km`].
    pub distance_km: fn(Position, Position) -> f64,
}

impl Positions {
    /// Positions of the events of `source`, of whose calendar `index` is the index.
    pub fn new(
        address: Address,
        source: Source,
        index: Pruned<RwSignal<Option<Shared<Index>>>>,
    ) -> Self {
        let spherical = Pruned::signal(None::<Spherical>);
        let cities = Pruned::signal(None::<Shared<Cities>>);
        let named = Pruned::memo(move |_| {
            let near = address.query.with(|query| query.near.clone())?;
            let (loaded, index) = (source.loaded.get()?, index.get()?);
            let elsewhere = || (spherical.get()?.find)(&*cities.get()?, &near);
            let position = index
                .position_of(&loaded.calendar, &near)
                .or_else(elsewhere)?;
            let city = Some(near.city);
            Some(Origin { position, city })
        });
        let origin = Pruned::signal(None::<Origin>);
        let measured = Pruned::memo(move |_| {
            let from = || named.get().or_else(|| origin.get());
            address.wants_nearest().then(from).flatten()
        });
        Self {
            origin,
            spherical,
            points: Pruned::memo(move |_| {
                Shared::new(match (source.loaded.get(), spherical.get()) {
                    (Some(loaded), Some(spherical)) => (spherical.points)(&loaded.calendar),
                    _ => Points::default(),
                })
            }),
            named,
            cities,
            fetching: StoredValue::new(false),
            measured,
            distant: Pruned::memo(move |_| named.get().or_else(|| measured.get())),
            lacks_place: Pruned::memo(move |_| {
                let asks = address.query.with(|query| query.near.is_some());
                let ready = source.loaded.with(Option::is_some) && index.with(Option::is_some);
                asks && ready && named.with(Option::is_none)
            }),
        }
    }

    /// Whether the place that the link asks for is looked for, among cities that have not arrived.
    pub fn seeks_place(self) -> bool {
        self.lacks_place.get() && self.cities.with(Option::is_none)
    }

    /// Measures distances from here.
    pub fn measure_from(self, origin: Origin) {
        self.origin.set(Some(origin));
    }

    /// Where distances are measured from, while they are wanted and that is known.
    pub fn measured_from(self) -> Option<Origin> {
        self.measured.get()
    }

    /// How far away an event is, in kilometres; `None` while that is not wanted, or not known.
    pub fn distance(self, event: &Event) -> Option<f64> {
        let (origin, position) = (self.distant.get()?.position, event.position?);
        Some((self.spherical.get()?.distance_km)(origin, position))
    }
}
