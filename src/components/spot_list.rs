//! Events at one spot: what a marker stands for where no zoom can part them.

use leptos::{ev, html, prelude::*};

use super::{
    card::Card,
    icon::{Drawing, Icon},
};
use crate::{browser::focus, reactive::effect, state::State, wording::use_language};

/// The list of events at the spot a visitor chose on the map; Esc closes it.
#[component]
pub fn SpotList() -> impl IntoView {
    let state = expect_context::<State>();
    let shown = move || state.at_one_spot.with(|events| !events.is_empty());
    let escape = window_event_listener(ev::keydown, move |key| {
        if key.key() == "Escape"
            && !key.default_prevented()
            && state.opened.get_untracked().is_none()
        {
            state.leave_spot();
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
    effect(move || {
        if let Some(heading) = heading.get() {
            focus::move_to(&heading);
        }
    });
    let size = move || state.at_one_spot.with(Vec::len);
    let cards = move || {
        let loaded = state.loaded.get();
        let size = size();
        (1..)
            .zip(state.at_one_spot.get())
            .filter_map(|(position, at)| {
                let loaded = loaded.clone()?;
                let date = loaded.event(at)?.start.map(|start| start.date);
                Some(view! {
                    <li aria-setsize=size aria-posinset=position>
                        <Card at date loaded with_day=true />
                    </li>
                })
            })
            .collect_view()
    };
    view! {
        <aside
            class="event-panel"
            data-spot
            aria-labelledby="spot-title"
            inert=move || state.opened.get().is_some()
        >
            <div class="panel-bar">
                <button type="button" class="plain" data-action="close" on:click=move |_| state.leave_spot()>
                    <Icon drawing=Drawing::BACK />
                    {language.says("event.close")}
                </button>
            </div>
            <h2 id="spot-title" tabindex="-1" node_ref=heading>
                {move || language.count("spot.title", size())}
            </h2>
            <ol role="list">{cards}</ol>
        </aside>
    }
}
