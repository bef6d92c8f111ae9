//! One event in the list: time in a rail, title, place, kind and status.

use calendar::event::Status;
use chrono::NaiveDate;
use leptos::{ev::MouseEvent, prelude::*};

use super::highlighted::Highlighted;
use crate::{
    edge::intl::IntlZones,
    state::{Loaded, Shared, State},
    wording::{distance, place, status, time, use_language},
};

/// A card; the whole of it opens the event.
#[component]
pub fn Card(
    /// Index of the event.
    at: u32,
    /// The day it is listed under.
    date: Option<NaiveDate>,
    /// The calendar it is in.
    loaded: Shared<Loaded>,
    /// Whether to name the day, where no heading does.
    #[prop(optional)]
    with_day: bool,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let Some(event) = loaded.event(at).cloned() else {
        return ().into_any();
    };
    let event = StoredValue::new(event);
    let id = event.with_value(|event| event.id.clone());
    let cancelled = event.with_value(|event| event.status == Status::Cancelled);
    let href = move || event.with_value(|event| state.link_to(&event.id));
    let open = move |click: MouseEvent| {
        if !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.button() != 0) {
            click.prevent_default();
            state.open(at);
        }
    };
    let rail = move || {
        let spoken = language.current();
        let rail = event
            .with_value(|event| time::rail(event, date, state.clock.get(), &IntlZones, &spoken));
        view! {
            <div class="rail" class:unknown=rail.unknown>
                {rail.text} {rail.other.map(|other| view! { <span class="other-clock">{other}</span> })}
            </div>
        }
    };
    let day = move || {
        let date = date.filter(|_| with_day)?;
        let day = language.current().locale.short_day(date);
        Some(view! {
            <p class="where">
                <time datetime=date.to_string()>{day}</time>
            </p>
        })
    };
    let title = move || {
        let spoken = language.current();
        event.with_value(|event| {
            if event.title.is_empty() {
                spoken.text("event.untitled", &[]).into_any()
            } else {
                let title = event.title_in(&spoken.code);
                let language = title.language.map(str::to_owned);
                view! { <Highlighted text=title.text language /> }.into_any()
            }
        })
    };
    let location = move || {
        let spoken = language.current();
        event.with_value(|event| {
            place::line(event, &spoken).map(|text| view! { <Highlighted text language=None /> })
        })
    };
    let labels = move || {
        let spoken = language.current();
        event.with_value(|event| {
            status::labels(event, &spoken)
                .into_iter()
                .map(|label| view! { <span class=label.class>{label.text}</span> })
                .collect_view()
        })
    };
    let away = move || {
        let spoken = language.current();
        event.with_value(|event| {
            let kilometres = state.distance(event)?;
            let text = distance::away(event, kilometres, &spoken);
            Some(view! { <p class="away">{text}</p> })
        })
    };
    let pointed = move || state.pointed.get() == Some(at);
    let selected = move || state.opened.get() == Some(at);
    view! {
        <article
            class="card"
            class:cancelled=cancelled
            class:pointed=pointed
            class:selected=selected
            data-event=id
            on:mouseenter=move |_| state.point(Some(at))
            on:mouseleave=move |_| state.point(None)
            on:focusin=move |_| state.point(Some(at))
            on:focusout=move |_| state.point(None)
        >
            {rail}
            <div>
                <h3>
                    <a href=href on:click=open>{title}</a>
                </h3>
                {day}
                <p class="where">{location}</p>
                {away}
                <p class="labels">{labels}</p>
            </div>
        </article>
    }
    .into_any()
}
