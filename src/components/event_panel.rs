//! The opened event: when and where, what can be done, then all else that is known.

use event_file::event::Status;
use leptos::{ev, html, prelude::*};

use super::{
    changed::Changed,
    correction_link::CorrectionLink,
    directions::Directions,
    event_actions::EventActions,
    event_description::EventDescription,
    event_facts::{OtherFacts, WhenAndWhere},
    event_links::EventLinks,
    icon::{Drawing, Icon},
    map_strip::MapStrip,
    related_events::RelatedEvents,
    text::Text,
};
use crate::{
    browser::focus,
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
            && state.selection.opened.get_untracked().is_some()
        {
            state.address.close();
        }
    });
    on_cleanup(move || escape.remove());
    Effect::new(move |before: Option<Option<u32>>| {
        let now = state.selection.opened.get();
        if let (Some(Some(before)), None) = (before, now)
            && let Some(loaded) = state.source.loaded.get_untracked()
            && let Some(event) = loaded.event(before)
        {
            focus::return_to(&event.id);
        }
        now
    });
    move || {
        // A newer file may say something else of the same event.
        let _ = state.source.loaded.get();
        state
            .selection
            .opened
            .get()
            .map(|at| view! { <Opened at /> })
    }
}

#[component]
fn Opened(at: u32) -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let loaded = state.source.loaded.get_untracked()?;
    let event = StoredValue::new(loaded.event(at).cloned()?);
    let about = StoredValue::new(loaded.calendar.about.clone());
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            focus::move_to(&heading);
        }
    });
    let id = event.with_value(|event| event.id.to_string());
    let cancelled = event.with_value(|event| event.status == Status::Cancelled);
    let title = move || {
        let current = language.get();
        event.with_value(|event| {
            if event.title.is_empty() {
                current.text("event.untitled", &[]).into_any()
            } else {
                let title = event.title_in(&current.code);
                let own = about.with_value(|about| about.language.clone().map(String::from));
                let language = title.language.map(str::to_owned).or(own);
                view! { <Text text=title.text language /> }.into_any()
            }
        })
    };
    let labels = move || {
        let current = language.get();
        let labels = event
            .with_value(|event| about.with_value(|about| status::labels(event, about, &current)));
        let labels = labels.into_iter();
        labels
            .map(|label| view! { <span class=label.class lang=label.language>{label.text}</span> })
            .collect_view()
    };
    let alert = move || {
        let current = language.get();
        event
            .with_value(|event| status::sentence(event, &current))
            .map(|text| view! { <p class="alert">{text}</p> })
    };
    let name = language.label("event.close");
    Some(view! {
        <aside class="event-panel" class:cancelled=cancelled data-open-event=id aria-labelledby="event-title">
            <div class="panel-bar">
                <button type="button" class="plain" data-action="close" on:click=move |_| state.address.close()>
                    <Icon drawing=Drawing::BACK />
                        {name}
                </button>
            </div>
            <h2 id="event-title" tabindex="-1" node_ref=heading>{title}</h2>
            <p class="labels">{labels}</p>
            {alert}
            <Changed event />
            <WhenAndWhere event />
            <MapStrip at />
            <EventActions at event />
            <Directions event />
            <EventDescription event />
            <OtherFacts event />
            <RelatedEvents at />
            <EventLinks event />
            <CorrectionLink event />
        </aside>
    })
}
