//! The map beside the list: the same results, where they take place.

use leptos::{html, prelude::*};
use query::{Part, View};

use super::{
    area_filter::AreaFilter,
    gesture_hint::GestureHint,
    icon::{Drawing, Icon},
    map_empty::MapEmpty,
    map_search::MapSearch,
    map_sheet::MapSheet,
    street_map::StreetMap,
};
use crate::{
    state::State,
    wording::use_language,
    world_map::{
        self, in_view, phone,
        session::{Session, Status},
    },
};

/// The map; where the page is asked to hide it there is none, and nothing is left of one.
#[component]
pub fn WorldMap() -> impl IntoView {
    let state = expect_context::<State>();
    let shown = move || {
        let query = state.address.query;
        query.with(|query| !query.hide.contains(&Part::Map))
    };
    view! {
        <Show when=shown>
            <Column />
        </Show>
    }
}

/// The map's column. When the map cannot be loaded, it says so and nothing else changes.
#[component]
fn Column() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let canvas = NodeRef::<html::Div>::new();
    let session = Session::new(state, language);
    world_map::show(session, canvas);
    // The list says itself that nothing matches.
    let has_list = move || {
        let query = state.address.query;
        query.with(|query| query.view != View::Map && !query.hide.contains(&Part::List))
    };
    // On a phone the sheet says so.
    let empty = Memo::new(move |_| {
        let shown = session.is_shown() && !phone::is_filled(state);
        shown
            && session.free.with(Option::is_some)
            && (in_view::has_matches(session) || !has_list())
            && !in_view::is_any(session)
    });
    let failed = move || session.status.get() == Status::Failed;
    view! {
        <div class="map-column">
            <section class="world-map" id="map" role="region" aria-label=language.label("map.name")>
                <div class="map-canvas" dir="ltr" node_ref=canvas hidden=failed></div>
                <GestureHint canvas />
                <Show when=move || session.is_shown()>
                    <div class="map-controls">
                        <Control action="zoom-in" key="map.zoom_in" drawing=Drawing::CLOSER press=move || session.zoom_in() />
                        <Control action="zoom-out" key="map.zoom_out" drawing=Drawing::FARTHER press=move || session.zoom_out() />
                        <Control action="world" key="map.world" drawing=Drawing::WORLD press=move || session.show_world() />
                    </div>
                    <AreaFilter session />
                    <MapSearch session />
                    <Show when=move || empty.get()>
                        <MapEmpty session />
                    </Show>
                    <StreetMap session />
                    <p class="map-credit">{language.label("map.credit")}</p>
                </Show>
                <Show when=failed>
                    <p class="map-failed">{language.label("map.failed")}</p>
                </Show>
            </section>
            <MapSheet session />
        </div>
    }
}

#[component]
fn Control(
    action: &'static str,
    key: &'static str,
    drawing: Drawing,
    press: impl Fn() + 'static,
) -> impl IntoView {
    let name = use_language().label(key);
    view! {
        <button
            type="button"
            class="icon-only"
            data-action=action
            aria-label=name
            title=name
            on:click=move |_| press()
        >
            <Icon drawing />
        </button>
    }
}
