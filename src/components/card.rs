//! One event in the list: time in a rail, title, place, kind and status.

use chrono::NaiveDate;
use event_file::{Event, event::Status};
use leptos::{ev::MouseEvent, prelude::*};

use super::highlighted::highlighted;
use crate::{
    browser::intl::IntlZones,
    reactive::live,
    state::{Loaded, Shared, State},
    wording::{Language, distance, place, status, time, use_language},
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
    let event = loaded.event(at)?;
    let id = event.id.to_string();
    let cancelled = event.status == Status::Cancelled;
    let class = Signal::derive(move || {
        let mut class = "card".to_owned();
        for (is_so, name) in [
            (cancelled, " cancelled"),
            (
                state.pointed.with(|pointed| pointed.contains(&at)),
                " pointed",
            ),
            (state.opened.get() == Some(at), " selected"),
        ] {
            if is_so {
                class.push_str(name);
            }
        }
        class
    });
    let known = {
        let loaded = loaded.clone();
        live(move || match loaded.event(at) {
            Some(event) => known(at, event, date, with_day, state, &language.current()),
            None => ().into_any(),
        })
    };
    Some(view! {
        <article
            class=class
            data-event=id
            on:mouseenter=move |_| state.point(vec![at])
            on:mouseleave=move |_| state.point(Vec::new())
            on:focusin=move |_| state.point(vec![at])
            on:focusout=move |_| state.point(Vec::new())
        >
            {known}
        </article>
    })
}

/// What a card says of its event, in this language and by the clock chosen.
fn known(
    at: u32,
    event: &Event,
    date: Option<NaiveDate>,
    with_day: bool,
    state: State,
    spoken: &Language,
) -> AnyView {
    let rail = time::rail(event, date, state.clock.get(), &IntlZones, spoken);
    let other = rail
        .other
        .map(|other| view! { <span class="other-clock">{other}</span> }.into_any());
    let title = if event.title.is_empty() {
        spoken.text("event.untitled", &[]).into_any()
    } else {
        let title = event.title_in(&spoken.code);
        highlighted(title.text.to_owned(), title.language.map(str::to_owned))
    };
    let href = Signal::derive({
        let id = event.id.to_string();
        move || state.link_to(&id)
    });
    let open = move |click: MouseEvent| {
        if !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.button() != 0) {
            click.prevent_default();
            state.open(at);
        }
    };
    let day = date.filter(|_| with_day).map(|date| {
        let day = spoken.locale.short_day(date);
        view! {
            <p class="where">
                <time datetime=date.to_string()>{day}</time>
            </p>
        }
        .into_any()
    });
    let location = place::line(event, spoken).map(|text| highlighted(text, None));
    let away = state.distance(event).map(|kilometres| {
        let text = distance::away(event, kilometres, spoken);
        view! { <p class="away">{text}</p> }.into_any()
    });
    let labels: Vec<AnyView> = status::labels(event, spoken)
        .into_iter()
        .map(|label| view! { <span class=label.class>{label.text}</span> }.into_any())
        .collect();
    let class = if rail.unknown { "rail unknown" } else { "rail" };
    view! {
        <div class=class>
            {rail.text} {other}
        </div>
        <div>
            <h3>
                <a href=href on:click=open>{title}</a>
            </h3>
            {day}
            <p class="where">{location}</p>
            {away}
            <p class="labels">{labels}</p>
        </div>
    }
    .into_any()
}
