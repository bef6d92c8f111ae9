//! A day's events under their countries: how the list is printed.

use chrono::NaiveDate;
use leptos::prelude::*;
use listing::window::DayWindow;

use super::card::Card;
use crate::{
    state::{Pruned, State},
    wording::{by_country::by_country, use_language},
};

/// The countries of a day, each with its cards.
#[component]
pub fn CountryRows(
    /// The day; `None` where no date is known.
    date: Option<NaiveDate>,
    /// Its rows.
    day: Pruned<Memo<Option<DayWindow>>>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    move || {
        let loaded = state.source.loaded.get()?;
        let (size, events) = day.with(|day| {
            let day = day.as_ref()?;
            let events = day.chunks.iter().flat_map(|rows| rows.events.clone());
            Some((day.size, events.collect::<Vec<u32>>()))
        })?;
        let current = language.get();
        let mut positions = 1..;
        let countries = by_country(&loaded.calendar, events.into_iter(), &current)
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
    }
}
