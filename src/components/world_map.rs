//! The map beside the list: the same results, where they take place.

mod aim;
mod area;
mod land;
mod manners;
mod markers;
mod session;
mod streets;
mod wanted;

use leptos::{html, prelude::*, task::spawn_local};
use query::Part;

use super::icon::{Drawing, Icon};
use crate::{
    browser::{map, resize::Resizing},
    reactive::{Derived, Held, effect, shown},
    state::State,
    wording::use_language,
};
use area::OnlyInView;
use manners::MapManners;
use session::Session;
use streets::StreetMap;

/// The map; where the page is asked to hide it there is none, and nothing is left of one.
#[component]
pub fn WorldMap() -> impl IntoView {
    let state = expect_context::<State>();
    let hidden = move || state.query.with(|query| query.hide.contains(&Part::Map));
    shown(move || !hidden(), || view! { <Column /> }.into_any())
}

/// The map's column. The map comes after the list, and only once there is room for it; when it
/// cannot come, it says so and nothing else changes.
#[component]
fn Column() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let canvas = NodeRef::<html::Div>::new();
    let session = Session::new(state, language);
    session.follow();
    let has_room = Held::new(false);
    effect(move || {
        let Some(canvas) = canvas.get() else { return };
        let resizing = Resizing::new(&canvas, move |width, height| {
            if width > 0 && height > 0 && !has_room.get_untracked() {
                has_room.set(true);
            }
        });
        let resizing = StoredValue::new_local(resizing);
        on_cleanup(move || resizing.set_value(None));
    });
    let wanted = Derived::new(move || state.ready() && has_room.get());
    effect(move || {
        if !wanted.get() || session.status.get_untracked() != Status::Waiting {
            return;
        }
        // A frame later the list is on the screen.
        request_animation_frame(move || {
            spawn_local(async move {
                let loaded = map::load().await;
                match canvas.try_get_untracked().flatten() {
                    Some(canvas) if loaded.is_ok() => session.start(&canvas),
                    _ => session.give_up(),
                }
            });
        });
    });
    let failed = move || session.status.get() == Status::Failed;
    let shown = move || session.status.get() == Status::Shown;
    let name = language.says("map.name");
    view! {
        <div class="map-column">
            <section class="world-map" role="region" aria-label=name>
                <div class="map-canvas" dir="ltr" node_ref=canvas hidden=failed></div>
                <MapManners canvas />
                <Show when=shown>
                    <div class="map-controls">
                        <Control action="zoom-in" key="map.zoom_in" drawing=Drawing::CLOSER press=move || session.zoom_in() />
                        <Control action="zoom-out" key="map.zoom_out" drawing=Drawing::FARTHER press=move || session.zoom_out() />
                        <Control action="world" key="map.world" drawing=Drawing::WORLD press=move || session.show_world() />
                    </div>
                    <OnlyInView session />
                    <StreetMap session />
                    <p class="map-credit">{language.says("map.credit")}</p>
                </Show>
                <Show when=failed>
                    <p class="map-failed">{language.says("map.failed")}</p>
                </Show>
            </section>
        </div>
    }
}

/// How far the map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Waiting,
    Shown,
    Failed,
}

#[component]
fn Control(
    action: &'static str,
    key: &'static str,
    drawing: Drawing,
    press: impl Fn() + 'static,
) -> impl IntoView {
    let language = use_language();
    let name = move || language.text(key);
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
