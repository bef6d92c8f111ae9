//! Where an opened event is, where no map stands beside it: a strip of map that leads to the map.

use event_file::file::Tiles;
use leptos::{html, prelude::*};
use query::{Part, Query, View};

use crate::{
    browser::preferences,
    state::State,
    wording::{ActiveLanguage, use_language},
    world_map::{
        session::{Session, Status},
        streets::{self, Streets},
        strip,
    },
};

/// The strip, of one height from the beginning; nothing where the map is there already or not wanted, or where the event's
/// position is not known.
#[component]
pub fn MapStrip(
    /// Index of the event.
    at: u32,
) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let wanted = Memo::new(move |_| {
        let is_beside = |query: &Query| match query.view {
            View::Map => true,
            View::Both => !preferences::narrow(),
            View::List | View::Month => false,
        };
        let has_no_room = |query: &Query| query.embed || query.hide.contains(&Part::Map);
        let query = state.address.query;
        query.with(|query| !is_beside(query) && !has_no_room(query))
    });
    move || wanted.get().then(|| strip(at, state, language))
}

fn strip(at: u32, state: State, language: ActiveLanguage) -> Option<AnyView> {
    let session = strip::session(state, language, at)?;
    let canvas = NodeRef::<html::Div>::new();
    let tiles = state.source.loaded.with_untracked(|loaded| {
        let tiles = loaded.as_ref()?.calendar.about.tiles.clone();
        tiles.filter(streets::are_agreed)
    });
    strip::show(session, canvas, at, tiles.is_some());
    // What is known from the time and place above need not be read twice.
    Some(
        view! {
            <div class="map-strip" class:failed=move || session.status.get() == Status::Failed>
                <div inert aria-hidden="true">
                    <div class="map-canvas" dir="ltr" node_ref=canvas></div>
                </div>
                <button type="button" data-action="show-on-map" on:click=move |_| state.address.show(View::Map)>
                    <span>{language.label("map.open")}</span>
                </button>
                {credits(session, tiles, language)}
            </div>
        }
        .into_any(),
    )
}

/// Whose map it is: that of the streets first.
fn credits(session: Session, tiles: Option<Tiles>, language: ActiveLanguage) -> AnyView {
    let credit = tiles.map(|tiles| {
        let attribution = tiles.attribution.clone().map(String::from);
        move || {
            let tiles = tiles.clone();
            session.is_shown().then(|| {
                Streets::new(session, tiles);
                view! { <p class="streets-credit" dir="auto">{attribution.clone()}</p> }
            })
        }
    });
    view! {
        {credit}
        <p class="map-credit">{language.label("map.credit")}</p>
    }
    .into_any()
}
