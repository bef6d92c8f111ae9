//! Events at one spot: what a marker stands for where no zoom can part them.

use leptos::{ev, html, prelude::*};

use super::{
    card_list::CardList,
    icon::{Drawing, Icon},
};
use crate::{browser::focus, state::State, wording::use_language};

/// The list of events at the spot a visitor chose on the map; Esc closes it.
#[component]
pub fn SpotList() -> impl IntoView {
    let state = expect_context::<State>();
    let shown = move || state.selection.spot.with(|events| !events.is_empty());
    let escape = window_event_listener(ev::keydown, move |key| {
        if key.key() == "Escape"
            && !key.default_prevented()
            && state.selection.opened.get_untracked().is_none()
        {
            state.selection.leave_spot();
        }
    });
    on_cleanup(move || escape.remove());
    view! {
        <Show when=shown>
            <Spot />
        </Show>
    }
}

#[component]
fn Spot() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            focus::move_to(&heading);
        }
    });
    let events = Signal::derive(move || state.selection.spot.get());
    view! {
        <aside
            class="event-panel"
            data-spot
            aria-labelledby="spot-title"
            inert=move || state.selection.opened.get().is_some()
        >
            <div class="panel-bar">
                <button type="button" class="plain" data-action="close" on:click=move |_| state.selection.leave_spot()>
                    <Icon drawing=Drawing::BACK />
                    {language.label("event.close")}
                </button>
            </div>
            <h2 id="spot-title" tabindex="-1" node_ref=heading>
                {move || language.count("spot.title", events.with(Vec::len))}
            </h2>
            <CardList events with_day=true />
        </aside>
    }
}
