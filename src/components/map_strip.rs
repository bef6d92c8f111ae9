//! A strip of map that shows where an opened event is and leads to the map; only in views without a map beside the event.

use leptos::{html, prelude::*};
use query::{Part, Query, View};

use crate::{
    browser::preferences,
    state::State,
    wording::{ActiveLanguage, use_language},
    world_map::{
        session::{Session, Status},
        streets::Streets,
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
    strip::show(session, canvas);
    // What is known from the time and place above need not be read twice.
    Some(
        view! {
            <div class="map-strip" hidden=move || session.status.get() == Status::Failed>
                <div inert aria-hidden="true">
                    <div class="map-canvas" dir="ltr" node_ref=canvas></div>
                </div>
                <button type="button" data-action="show-on-map" on:click=move |_| state.address.show(View::Map)>
                    <span>{language.label("map.open")}</span>
                </button>
            </div>
            {credits(session, language)}
        }
        .into_any(),
    )
}

/// Whose map it is: that of the streets first.
fn credits(session: Session, language: ActiveLanguage) -> AnyView {
    let credit = strip::tiles(session).map(|tiles| {
        let attribution = tiles.attribution.clone().map(String::from);
        move || {
            let tiles = tiles.clone();
            session.is_shown().then(|| {
                Streets::new(session, tiles);
                view! { <p dir="auto">{attribution.clone()}</p> }
            })
        }
    });
    let failed = move || session.status.get() == Status::Failed;
    view! {
        <div class="map-strip-credits" hidden=failed>
            {credit}
            <p>{language.label("map.credit")}</p>
        </div>
    }
    .into_any()
}
