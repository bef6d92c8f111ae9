//! The sheet over the map of a phone: how many events are in view, the next one, and all of them where it is drawn up.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};

use super::{card_list::CardList, map_empty::MapEmpty};
use crate::{
    browser::pointer,
    wording::use_language,
    world_map::{in_view, phone, session::Session},
};

/// How many cards it has at most; the list has them all.
const MOST: usize = 30;

/// Fingers that moved less than this, in CSS pixels, pressed.
const PRESS: f64 = 6.0;

/// How far it is drawn up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Peek,
    Half,
    Full,
}

impl Stop {
    const ALL: [Self; 3] = [Self::Peek, Self::Half, Self::Full];

    const fn word(self) -> &'static str {
        match self {
            Stop::Peek => "peek",
            Stop::Half => "half",
            Stop::Full => "full",
        }
    }

    /// The stop nearest to an upper edge at this share of the map's height.
    fn at(share: f64) -> Self {
        match share {
            ..0.22 => Stop::Full,
            ..0.58 => Stop::Half,
            _ => Stop::Peek,
        }
    }
}

/// The sheet; where the map does not fill a phone's screen there is none.
#[component]
pub fn MapSheet(session: Session) -> impl IntoView {
    view! {
        <Show when=move || session.is_shown() && phone::is_filled(session.state)>
            <Sheet session />
        </Show>
    }
}

#[component]
fn Sheet(session: Session) -> impl IntoView {
    let state = session.state;
    let language = use_language();
    let stop = RwSignal::new(Stop::Peek);
    // While a finger draws it: where the finger began, and where the sheet's edge is, in pixels beneath the map's.
    let begun = RwSignal::new(None::<f64>);
    let edge = RwSignal::new(None::<f64>);
    let here = Memo::new(move |_| in_view::events(session));
    let peeked = state.selection.peeked;
    // A pin that has gone, or out of view, is not looked at any more.
    Effect::new(move || {
        let gone = peeked
            .get()
            .is_some_and(|at| here.with(|here| !here.contains(&at)));
        if gone {
            peeked.set(None);
        }
    });
    Effect::new(move || {
        if peeked.get().is_some() {
            stop.set(Stop::Peek);
        }
    });
    on_cleanup(move || {
        peeked.try_set(None);
    });

    let press = move |event: PointerEvent| {
        if event.button() == 0 {
            pointer::hold(&event);
            begun.set(Some(f64::from(event.client_y())));
        }
    };
    let draw = move |event: PointerEvent| {
        let moved = begun
            .get_untracked()
            .map(|begun| (f64::from(event.client_y()) - begun).abs());
        let is_drawn = moved.is_some_and(|moved| moved >= PRESS) || edge.get_untracked().is_some();
        if is_drawn && let Some((place, height)) = pointer::beneath(&event, ".map-column") {
            edge.set(Some(place.clamp(0.0, height)));
        }
    };
    let forget = move || {
        begun.set(None);
        edge.set(None);
    };
    let release = move |event: PointerEvent| {
        if begun.get_untracked().is_none() {
            return;
        }
        let drawn = edge.get_untracked().is_some();
        let place = pointer::beneath(&event, ".map-column").filter(|_| drawn);
        stop.update(|stop| {
            *stop = match (place, *stop) {
                (Some((place, height)), _) => Stop::at(place / height.max(1.0)),
                (None, Stop::Peek) => Stop::Half,
                (None, _) => Stop::Peek,
            };
        });
        forget();
    };
    let keys = move |key: KeyboardEvent| {
        let at = stop.get_untracked() as usize;
        let to = match key.key().as_str() {
            "ArrowUp" => (at + 1).min(2),
            "ArrowDown" => at.saturating_sub(1),
            "Home" => 0,
            "End" => 2,
            "Enter" | " " => usize::from(at == 0),
            _ => return,
        };
        key.prevent_default();
        stop.set(Stop::ALL[to]);
    };
    let count = move || language.count("spot.title", here.with(Vec::len));
    let events = Signal::derive(move || {
        let first = peeked.get();
        let most = match stop.get() {
            Stop::Peek => 1,
            Stop::Half | Stop::Full => MOST,
        };
        let rest = here.get().into_iter().filter(move |at| Some(*at) != first);
        first.into_iter().chain(rest).take(most).collect()
    });
    let place = move || edge.get().map(|edge| format!("{}px", edge.round() as i64));
    view! {
        <section
            class="map-sheet"
            class:drawn=move || edge.get().is_some()
            data-stop=move || stop.get().word()
            aria-label=language.label("list.name")
            style:inset-block-start=place
        >
            <div
                class="map-sheet-handle"
                role="separator"
                tabindex="0"
                aria-orientation="horizontal"
                aria-controls="map-sheet-list"
                aria-label=language.label("list.name")
                aria-valuemin="0"
                aria-valuemax="2"
                aria-valuenow=move || (stop.get() as usize).to_string()
                on:keydown=keys
                // Nothing is marked or dragged along.
                on:mousedown=|press| press.prevent_default()
                on:pointerdown=press
                on:pointermove=draw
                on:pointerup=release
                on:pointercancel=move |_| forget()
            ></div>
            <h2 class="map-sheet-count" aria-live="polite" hidden=move || here.with(Vec::is_empty)>
                {count}
            </h2>
            <div id="map-sheet-list" class="map-sheet-list">
                <Show when=move || here.with(|here| !here.is_empty()) fallback=move || view! { <MapEmpty session /> }>
                    <CardList events with_day=true />
                </Show>
            </div>
        </section>
    }
}
