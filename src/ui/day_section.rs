//! One of the venue's days, with those of its events that are near the view.

use calendar::window::{DayWindow, Rows};
use chrono::NaiveDate;
use leptos::prelude::*;

use super::{card::Card, country_rows::CountryRows};
use crate::{
    state::{Origin, State},
    wording::use_language,
};

/// A day's heading and cards.
#[component]
pub fn DaySection(
    /// The day; `None` where no date is known.
    date: Option<NaiveDate>,
    /// What is near the view; `None` once nothing is.
    day: Memo<Option<DayWindow>>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let iso = date.map(|date| date.to_string()).unwrap_or_default();
    let heading = move || match date {
        Some(date) => language.current().locale.day(date),
        None => match state.measured_from() {
            None => language.text("list.date_unknown"),
            Some(Origin { city: None, .. }) => language.text("near.heading"),
            Some(Origin {
                city: Some(city), ..
            }) => language.text_with("near.heading_city", &[("city", &city)]),
        },
    };
    let size = Memo::new(move |_| day.with(|day| day.as_ref().map_or(0, |day| day.size)));
    let chunks = move || {
        day.with(|day| {
            day.as_ref()
                .map(|day| day.chunks.clone())
                .unwrap_or_default()
        })
    };
    let before = move || {
        format!(
            "{:.1}px",
            day.with(|day| day.as_ref().map_or(0.0, |day| day.before))
        )
    };
    let after = move || {
        format!(
            "{:.1}px",
            day.with(|day| day.as_ref().map_or(0.0, |day| day.after))
        )
    };
    // The nearest first stay so on paper.
    let on_paper = move || state.whole_list.get() && state.measured_from().is_none();
    let named = match date {
        Some(_) => view! { <time datetime=iso.clone()>{heading}</time> }.into_any(),
        None => view! { <span>{heading}</span> }.into_any(),
    };
    view! {
        <section class="day" data-day=iso>
            <h2>
                {named} <span class="count">{move || language.count("list.count", size.get())}</span>
            </h2>
            <div class="rows" style:padding-block-start=before style:padding-block-end=after>
                <Show
                    when=on_paper
                    fallback=move || {
                        view! {
                            <For each=chunks key=|rows| (rows.chunk, rows.events.clone()) let(rows)>
                                <Chunk rows date size />
                            </For>
                        }
                    }
                >
                    <CountryRows date day />
                </Show>
            </div>
        </section>
    }
}

/// A run of cards; the numbers of its items say where it stands in the whole day.
#[component]
fn Chunk(rows: Rows, date: Option<NaiveDate>, size: Memo<usize>) -> impl IntoView {
    let state = expect_context::<State>();
    let loaded = state.loaded.get_untracked();
    // Nearest first there are no days to stand under: each card names its own.
    let with_day = untrack(|| state.measured_from()).is_some();
    let cards = (rows.position..)
        .zip(rows.events)
        .filter_map(|(position, at)| {
            let loaded = loaded.clone()?;
            let date = match with_day {
                true => loaded.event(at)?.start.map(|start| start.date),
                false => date,
            };
            Some(view! {
                <li aria-setsize=size aria-posinset=position>
                    <Card at date loaded with_day />
                </li>
            })
        })
        .collect_view();
    view! {
        <ol role="list" data-chunk=rows.chunk>
            {cards}
        </ol>
    }
}
