//! One event in the list: time in a rail, title, place, kind and status.

use chrono::NaiveDate;
use event_file::{Event, event::Status};
use leptos::{ev::MouseEvent, prelude::*};

use super::highlighted::Highlighted;
use crate::{
    browser::intl::IntlZones,
    lazy::{Lazy, Part, SecondFile},
    state::{Loaded, Shared, State},
    wording::{ActiveLanguage, Language, distance, place, stage, status, time, use_language},
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
    let pointed = move || {
        state
            .selection
            .pointed
            .with(|pointed| pointed.contains(&at))
    };
    let selected = move || state.selection.opened.get() == Some(at);
    let known = {
        let loaded = loaded.clone();
        move || {
            let event = loaded.event(at)?;
            let standing = standing(at, &loaded, state, language);
            Some(known(
                at,
                (event, &loaded),
                date,
                with_day,
                state,
                &language.get(),
                standing,
            ))
        }
    };
    Some(view! {
        <article
            class="card"
            class:cancelled=cancelled
            class:pointed=pointed
            class:selected=selected
            data-event=id
            on:mouseenter=move |_| state.selection.point(vec![at])
            on:mouseleave=move |_| state.selection.point(Vec::new())
            on:focusin=move |_| state.selection.point(vec![at])
            on:focusout=move |_| state.selection.point(Vec::new())
        >
            {known}
        </article>
    })
}

/// That an event is under way or over, or begins next; follows the clock without making the card anew.
fn standing(at: u32, loaded: &Shared<Loaded>, state: State, language: ActiveLanguage) -> AnyView {
    let loaded = loaded.clone();
    let standing = Memo::new(move |_| {
        let current = language.get();
        if state.listing.next.get() == Some(at) {
            return Some((current.text("stage.next", &[]), "ahead"));
        }
        let now = state.time.now.get();
        let standing = stage::standing(loaded.event(at)?, &now, &IntlZones, &current)?;
        // On other days than today the day says so.
        let is_said = match standing.class {
            "now" => true,
            "over" => loaded.event(at)?.span()?.last == now.today,
            _ => false,
        };
        is_said.then_some((standing.text, standing.class))
    });
    let shown = move || {
        let (text, class) = standing.get()?;
        let class = format!("standing {class}");
        Some(view! { <span class=class>{text}</span> })
    };
    shown.into_any()
}

/// What a card says of its event, in this language and by the clock chosen.
fn known(
    at: u32,
    (event, loaded): (&Event, &Loaded),
    date: Option<NaiveDate>,
    with_day: bool,
    state: State,
    current: &Language,
    standing: AnyView,
) -> AnyView {
    let rail = time::rail(event, date, state.time.clock.get(), &IntlZones, current);
    let other = rail
        .other
        .map(|other| view! { <span class="other-clock">{other}</span> }.into_any());
    let title = if event.title.is_empty() {
        current.text("event.untitled", &[]).into_any()
    } else {
        let title = event.title_in(&current.code);
        let own = loaded.calendar.about.language.as_deref();
        let language = title.language.or(own).map(str::to_owned);
        view! { <Highlighted text=title.text.to_owned() language /> }.into_any()
    };
    let href = Signal::derive({
        let id = event.id.to_string();
        move || state.address.link_to(&id)
    });
    let open = move |click: MouseEvent| {
        if !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.button() != 0) {
            click.prevent_default();
            state.open(at);
        }
    };
    let day = date.filter(|_| with_day).map(|date| {
        let day = current.locale.short_day(date);
        view! {
            <p class="where">
                <time datetime=date.to_string()>{day}</time>
            </p>
        }
        .into_any()
    });
    let location =
        place::line(event, current).map(|text| view! { <Highlighted text language=None /> });
    let away = state.positions.distance(event).map(|kilometres| {
        let text = distance::away(event, kilometres, current);
        view! { <p class="away">{text}</p> }.into_any()
    });
    let labels: Vec<AnyView> = status::labels(event, &loaded.calendar.about, current)
        .into_iter()
        .map(|label| {
            view! { <span class=label.class lang=label.language>{label.text}</span> }.into_any()
        })
        .collect();
    let is_recorded = expect_context::<SecondFile>().records_changes;
    let moved = is_recorded.then(|| view! { <Lazy part=Part::Moved { at } /> }.into_any());
    let class = if rail.unknown { "rail unknown" } else { "rail" };
    view! {
        <div class=class>
            {rail.text} {other} {moved}
        </div>
        <div>
            <h3>
                <a href=href on:click=open>{title}</a>
            </h3>
            {day}
            <p class="where">{location}</p>
            {away}
            <p class="labels">{labels} {standing}</p>
        </div>
    }
    .into_any()
}
