//! A day's events under their countries: how the list stands on paper.

use chrono::NaiveDate;
use leptos::prelude::*;
use listing::window::DayWindow;

use super::card::Card;
use crate::{
    reactive::{Derived, live},
    state::State,
    wording::{by_country::by_country, use_language},
};

/// The countries of a day, each with its cards.
pub fn country_rows(date: Option<NaiveDate>, day: Derived<Option<DayWindow>>) -> AnyView {
    let state = expect_context::<State>();
    let language = use_language();
    let drawn = move || {
        let loaded = state.loaded.get()?;
        let (size, events) = day.with(|day| {
            let day = day.as_ref()?;
            let events = day.chunks.iter().flat_map(|rows| rows.events.clone());
            Some((day.size, events.collect::<Vec<u32>>()))
        })?;
        let spoken = language.current();
        let mut positions = 1..;
        let countries = by_country(&loaded.calendar, events.into_iter(), &spoken)
            .into_iter()
            .map(|country| {
                let cards = country
                    .events
                    .into_iter()
                    .zip(positions.by_ref())
                    .map(|(at, position)| {
                        view! {
                            <li aria-setsize=size aria-posinset=position>
                                <Card at date loaded=loaded.clone() with_day=false />
                            </li>
                        }
                    })
                    .collect_view();
                let name = country
                    .name
                    .map(|name| view! { <p class="country">{name}</p> });
                view! {
                    {name}
                    <ol role="list">{cards}</ol>
                }
            })
            .collect_view();
        Some(countries)
    };
    live(move || drawn().into_any())
}
