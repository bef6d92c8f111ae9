//! One of the venue's days, with those of its events that are near the view.

use chrono::NaiveDate;
use leptos::prelude::*;
use listing::window::{DayWindow, Rows};

use super::card::Card;
use crate::{
    lazy::{Lazy, Part},
    state::{Origin, Pruned, State},
    wording::use_language,
};

/// A day's heading and cards.
#[component]
pub fn DaySection(
    /// The day; `None` where no date is known.
    date: Option<NaiveDate>,
    /// What is near the view; `None` once nothing is.
    day: Pruned<Memo<Option<DayWindow>>>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let iso = date.map(|date| date.to_string()).unwrap_or_default();
    let heading = Signal::derive(move || match date {
        Some(date) => language.get().locale.day(date),
        None => match state.positions.measured_from() {
            None => language.text("list.date_unknown"),
            Some(Origin { city: None, .. }) => language.text("near.heading"),
            Some(Origin {
                city: Some(city), ..
            }) => language.text_with("near.heading_city", &[("city", &city)]),
        },
    });
    let size = Pruned::memo(move |_| day.with(|day| day.as_ref().map_or(0, |day| day.size)));
    // The same indices are other events in another file.
    let chunks = move || {
        let chunks = day.with(|day| day.as_ref().map(|day| day.chunks.clone()));
        let file = state
            .source
            .loaded
            .with(|loaded| loaded.as_ref().map_or(0, |loaded| loaded.download.number));
        let chunks = chunks.unwrap_or_default().into_iter();
        chunks.map(|rows| (file, rows)).collect::<Vec<_>>()
    };
    let room = move |of: fn(&DayWindow) -> f64| {
        Signal::derive(move || pixels(day.with(|day| day.as_ref().map_or(0.0, of))))
    };
    // The nearest first stay so on paper.
    let on_paper =
        Memo::new(move |_| state.listing.whole.get() && state.positions.measured_from().is_none());
    let cards = move || match on_paper.get() {
        true => view! { <Lazy part=Part::CountryRows { date, day } /> }.into_any(),
        false => view! {
            <For
                each=chunks
                key=|(file, rows)| (*file, rows.chunk, rows.events.clone())
                let((_, rows))
            >
                <Chunk rows date size />
            </For>
        }
        .into_any(),
    };
    let named = match date {
        Some(_) => view! { <time datetime=iso.clone()>{heading}</time> }.into_any(),
        None => view! { <span>{heading}</span> }.into_any(),
    };
    let count = Signal::derive(move || language.count("list.count", size.get()));
    view! {
        <section class="day" data-day=iso>
            <h2>
                {named} " " <span class="count">{count}</span>
            </h2>
            <div
                class="rows"
                style:padding-block-start=room(|day| day.before)
                style:padding-block-end=room(|day| day.after)
            >
                {cards}
            </div>
        </section>
    }
}

/// A run of cards; the numbers of its items say where it stands in the whole day.
#[component]
fn Chunk(rows: Rows, date: Option<NaiveDate>, size: Pruned<Memo<usize>>) -> impl IntoView {
    let state = expect_context::<State>();
    let loaded = state.source.loaded.get_untracked();
    // Nearest first there are no days to stand under: each card names its own.
    let with_day = untrack(|| state.positions.measured_from()).is_some();
    let cards: Vec<AnyView> = (rows.position..)
        .zip(rows.events)
        .filter_map(|(position, at)| {
            let loaded = loaded.clone()?;
            let date = match with_day {
                true => loaded.event(at)?.start.map(|start| start.date),
                false => date,
            };
            let card = view! {
                <li aria-setsize=move || size.get() aria-posinset=position>
                    <Card at date loaded with_day />
                </li>
            };
            Some(card.into_any())
        })
        .collect();
    view! {
        <ol role="list" data-chunk=rows.chunk>
            {cards}
        </ol>
    }
}

/// A length for a style.
pub fn pixels(length: f64) -> String {
    // Whole pixels: the part of one that is lost is not seen, and what writes fractions is much code.
    format!("{}px", length.round() as i64)
}
