//! The opened event: everything known about it, and what is not.

use event_file::event::Status;
use leptos::{ev, html, prelude::*};

use super::{
    event_actions::EventActions,
    event_facts::EventFacts,
    event_links::EventLinks,
    icon::{Drawing, Icon},
    text::localized,
};
use crate::{
    browser::focus,
    reactive::effect,
    state::State,
    wording::{status, use_language},
};

/// The panel; Esc closes it, and focus returns to where it was.
#[component]
pub fn EventPanel() -> impl IntoView {
    let state = expect_context::<State>();
    let escape = window_event_listener(ev::keydown, move |key| {
        if key.key() == "Escape"
            && !key.default_prevented()
            && state.opened.get_untracked().is_some()
        {
            state.close();
        }
    });
    on_cleanup(move || escape.remove());
    Effect::new(move |before: Option<Option<u32>>| {
        let now = state.opened.get();
        if let (Some(Some(before)), None) = (before, now)
            && let Some(loaded) = state.loaded.get_untracked()
            && let Some(event) = loaded.event(before)
        {
            focus::return_to(&event.id);
        }
        now
    });
    move || {
        // A newer file may say something else of the same event.
        let _ = state.loaded.get();
        state.opened.get().map(|at| view! { <Opened at /> })
    }
}

#[component]
fn Opened(at: u32) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let event = state
        .loaded
        .get_untracked()
        .and_then(|loaded| loaded.event(at).cloned())?;
    let event = StoredValue::new(event);
    let heading = NodeRef::<html::H2>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            focus::move_to(&heading);
        }
    });
    let id = event.with_value(|event| event.id.to_string());
    let cancelled = event.with_value(|event| event.status == Status::Cancelled);
    let title = move || {
        let spoken = language.current();
        event.with_value(|event| {
            if event.title.is_empty() {
                spoken.text("event.untitled", &[]).into_any()
            } else {
                localized(event.title_in(&spoken.code)).into_any()
            }
        })
    };
    let labels = move || {
        let spoken = language.current();
        event.with_value(|event| {
            status::labels(event, &spoken)
                .into_iter()
                .map(|label| view! { <span class=label.class>{label.text}</span> })
                .collect_view()
        })
    };
    let alert = move || {
        let spoken = language.current();
        event
            .with_value(|event| status::sentence(event, &spoken))
            .map(|text| view! { <p class="alert">{text}</p> })
    };
    let name = language.says("event.close");
    Some(view! {
        <aside class="event-panel" class:cancelled=cancelled data-open-event=id aria-labelledby="event-title">
            <div class="panel-bar">
                <button type="button" class="plain" data-action="close" on:click=move |_| state.close()>
                    <Icon drawing=Drawing::BACK />
                        {name}
                </button>
            </div>
            <h2 id="event-title" tabindex="-1" node_ref=heading>{title}</h2>
            <p class="labels">{labels}</p>
            {alert}
            <EventActions at event />
            <EventFacts event />
            <EventLinks event />
        </aside>
    })
}
