//! The hint how the map of an embed is moved: one finger or a bare wheel scrolls the page around it.

use std::time::Duration;

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::{
    browser::map::{CooperativeGestures, Refused},
    state::State,
    wording::use_language,
};

/// How long the hint stays after the last try.
const STAY: Duration = Duration::from_millis(1600);

/// The hint over the map; in embeds only, and visible only after a gesture the map did not take.
#[component]
pub fn GestureHint(canvas: NodeRef<html::Div>) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let said = RwSignal::new(None::<Refused>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let quiet = move || {
        if let Some(Some(timer)) = timer.try_get_value() {
            timer.clear();
        }
    };
    let refuse = move |what| {
        quiet();
        said.set(Some(what));
        let hide = move || {
            said.try_set(None);
        };
        timer.set_value(set_timeout_with_handle(hide, STAY).ok());
    };
    on_cleanup(quiet);
    let embed = state.address.query.with_untracked(|query| query.embed);
    Effect::new(move || {
        let around = canvas.get().and_then(|canvas| canvas.parent_element());
        if embed && let Some(around) = around {
            let gestures = StoredValue::new_local(Some(CooperativeGestures::new(&around, refuse)));
            on_cleanup(move || gestures.set_value(None));
        }
    });
    let hint = move || {
        let key = match said.get()? {
            Refused::Wheel => "map.hint_wheel",
            Refused::Finger => "map.hint_fingers",
        };
        Some(language.text(key))
    };
    // What it says is of use to hands on a wheel or a screen only.
    embed.then(|| view! { <p class="map-hint" aria-hidden="true" class:shown=move || said.get().is_some()>{hint}</p> })
}
