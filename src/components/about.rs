//! What the calendar is about, and when it last changed.

use leptos::prelude::*;

use crate::{
    reactive::{Derived, Held, live, shown},
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
    let open = Held::new(false);
    let description = Derived::new(move || {
        state.loaded.with(|loaded| {
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
        let spoken = language.current();
        let now = state.now.get();
        state
            .loaded
            .with(|loaded| about::updated(&loaded.as_ref()?.calendar.about, &now, &spoken))
            .unwrap_or_default()
    });
    let toggle = shown(long, move || {
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
        .into_any()
    });
    let class = Signal::derive(move || {
        if open.get() {
            "description open".to_owned()
        } else {
            "description".to_owned()
        }
    });
    let text = live(move || match description.get() {
        Some((text, language)) => view! {
            <p class=class dir="auto" lang=language id="about-calendar">
                {text}
            </p>
        }
        .into_any(),
        None => ().into_any(),
    });
    view! {
        <div class="about">
            {text} <p class="remark">
                <span>{updated}</span> {toggle}
            </p>
        </div>
    }
}
