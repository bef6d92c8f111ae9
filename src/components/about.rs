//! What the calendar is about, and when it last changed.

use leptos::prelude::*;

use crate::{
    state::State,
    wording::{about, use_language},
};

/// Longer descriptions, in characters, are shown in part until asked for.
const SHORT: usize = 120;

/// The calendar's description and date.
#[component]
pub fn About() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let open = RwSignal::new(false);
    let description = Memo::new(move |_| {
        state.source.loaded.with(|loaded| {
            let about = &loaded.as_ref()?.calendar.about;
            Some((
                String::from(about.description.clone()?),
                about.language.clone().map(String::from),
            ))
        })
    });
    let long = move || {
        description.with(|found| {
            found
                .as_ref()
                .is_some_and(|(text, _)| text.chars().count() > SHORT)
        })
    };
    let updated = Signal::derive(move || {
        let current = language.get();
        let now = state.time.now.get();
        state
            .source
            .loaded
            .with(|loaded| about::updated(&loaded.as_ref()?.calendar.about, &now, &current))
            .unwrap_or_default()
    });
    let toggle = move || {
        let name = Signal::derive(move || {
            language.text(if open.get() {
                "about.less"
            } else {
                "about.more"
            })
        });
        let expanded = Signal::derive(move || open.get().to_string());
        view! {
            <button
                type="button"
                class="plain"
                aria-expanded=expanded
                aria-controls="about-calendar"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {name}
            </button>
        }
    };
    let text = move || {
        let (text, language) = description.get()?;
        Some(view! {
            <p class="description" class:open=open dir="auto" lang=language id="about-calendar">
                {text}
            </p>
        })
    };
    view! {
        <div class="about">
            {text} <p class="remark">
                <span>{updated}</span> <Show when=long>{toggle()}</Show>
            </p>
        </div>
    }
}
