//! Where distances are measured from, or why that is not known.

use leptos::prelude::*;
use query::ActiveFilter;

use super::{Language, place as names, sentence};
use crate::{
    browser::geolocation::NoPosition,
    state::{Origin, State},
};

/// What the visitor is to know about the place that events are near.
pub fn message(
    waiting: bool,
    failure: Option<NoPosition>,
    state: State,
    language: &Language,
) -> String {
    let own = || state.positions.origin.with(Option::is_some);
    let key = match failure {
        _ if waiting => "near.waiting",
        Some(NoPosition::Denied) => "near.denied",
        Some(NoPosition::Unavailable) => "near.unavailable",
        Some(NoPosition::Slow) => "near.slow",
        None => match place(state, language) {
            Some(_) if state.positions.lacks_place.get() && !state.positions.seeks_place() => {
                let near = state.address.query.with(|query| query.near.clone());
                let city = near.map(|near| near.city).unwrap_or_default();
                return language.text("near.unknown_city", &[("words", &city)]);
            }
            Some(place) if !state.address.wants_nearest() => return place,
            Some(_) => match state.positions.named.get() {
                Some(Origin {
                    city: Some(city), ..
                }) => {
                    return language.text(
                        "near.from_city",
                        &[("city", names::named(&city, None, language))],
                    );
                }
                _ => "near.from_where",
            },
            None if own() => "near.from_here",
            None => "near.from_where",
        },
    };
    language.text(key, &[])
}

/// The place that events are near, as the filter is called; `None` where none is named.
pub fn place(state: State, language: &Language) -> Option<String> {
    let active = state.address.query.with(|query| query.active());
    let mut places = active.iter();
    let place = places.find(|filter| matches!(filter, ActiveFilter::Near(..)))?;
    Some(sentence::name(place, language))
}
