//! The switch for streets on the map, and whose they are.

use event_file::file::Tiles;
use leptos::{html, prelude::*};

use super::{
    icon::{Drawing, Icon},
    street_consent::StreetConsent,
};
use crate::{
    browser::focus,
    wording::use_language,
    world_map::{
        session::Session,
        streets::{self, Phase, Streets},
    },
};

/// The switch, the question before and the credit after; nothing where the calendar names no tiles.
#[component]
pub fn StreetMap(session: Session) -> impl IntoView {
    let loaded = session.state.source.loaded;
    let tiles =
        Memo::new(move |_| loaded.with(|loaded| loaded.as_ref()?.calendar.about.tiles.clone()));
    move || {
        let tiles = tiles.get().filter(streets::can_offer)?;
        Some(view! { <Switch session tiles /> })
    }
}

#[component]
fn Switch(session: Session, tiles: Tiles) -> impl IntoView {
    let language = use_language();
    let attribution = tiles.attribution.clone().map(String::from);
    let streets = Streets::new(session, tiles);
    let button = NodeRef::<html::Button>::new();
    let answered = move || {
        if let Some(button) = button.get_untracked() {
            focus::move_to(&button);
        }
    };
    let failed = move || {
        let host = streets.host();
        language.text_with("map.streets_failed", &[("host", &host)])
    };
    let name = language.label("map.streets");
    view! {
        <button
            type="button"
            class="icon-only streets-button"
            data-action="streets"
            aria-label=name
            title=name
            aria-pressed=move || streets.is_on().to_string()
            node_ref=button
            on:click=move |_| streets.toggle()
        >
            <Icon drawing=Drawing::STREETS />
        </button>
        <Show when=move || streets.phase.get() == Phase::Asked>
            <StreetConsent streets answered />
        </Show>
        <Show when=move || streets.phase.get() == Phase::Failed>
            <p class="streets-failed" role="status">{failed}</p>
        </Show>
        <Show when=move || streets.is_on()>
            <p class="streets-credit" dir="auto">{attribution.clone()}</p>
        </Show>
    }
}
