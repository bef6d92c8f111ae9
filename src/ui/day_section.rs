//! One of the venue's days, with its events.

use leptos::prelude::*;

use super::card::Card;
use crate::{
    state::{DayPortion, State},
    wording::use_language,
};

/// A day's heading and cards.
#[component]
pub fn DaySection(day: DayPortion) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let date = day.date;
    let iso = date.map(|date| date.to_string()).unwrap_or_default();
    let heading = move || match date {
        Some(date) => language.current().locale.day(date),
        None => language.text("list.date_unknown"),
    };
    let size = day.size;
    let cards = (1..)
        .zip(day.events)
        .filter_map(|(position, at)| {
            state.loaded.with_untracked(|loaded| {
                let loaded = loaded.clone()?;
                loaded.event(at)?;
                Some(view! {
                    <li aria-setsize=size aria-posinset=position>
                        <Card at date loaded />
                    </li>
                })
            })
        })
        .collect_view();
    let named = match date {
        Some(_) => view! { <time datetime=iso.clone()>{heading}</time> }.into_any(),
        None => view! { <span>{heading}</span> }.into_any(),
    };
    view! {
        <section class="day" data-day=iso>
            <h2>
                {named} <span class="count">{move || language.count("list.count", size)}</span>
            </h2>
            <ol role="list">{cards}</ol>
        </section>
    }
}
