//! The map of an embed leaves scrolling to the page around it, and says how it is moved instead.

use std::time::Duration;

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::{
    browser::map::{Manners, Refused},
    reactive::{Held, effect},
    state::State,
    wording::use_language,
};

/// How long the hint stays after the last try.
const STAY: Duration = Duration::from_millis(1600);

/// The hint over the map; it is there in embeds only, and seen only when it helps.
#[component]
pub fn MapManners(canvas: NodeRef<html::Div>) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let said = Held::new(None::<Refused>);
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
    let embed = state.query.with_untracked(|query| query.embed);
    effect(move || {
        let around = canvas.get().and_then(|canvas| canvas.parent_element());
        if embed && let Some(around) = around {
            let manners = StoredValue::new_local(Some(Manners::new(&around, refuse)));
            on_cleanup(move || manners.set_value(None));
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
