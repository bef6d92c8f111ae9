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
        state.loaded.with(|loaded| {
            let about = &loaded.as_ref()?.calendar.about;
            Some((about.description.clone()?, about.language.clone()))
        })
    });
    let long = move || {
        description.with(|found| {
            found
                .as_ref()
                .is_some_and(|(text, _)| text.chars().count() > SHORT)
        })
    };
    let updated = move || {
        let spoken = language.current();
        let now = state.now.get();
        state
            .loaded
            .with(|loaded| about::updated(&loaded.as_ref()?.calendar.about, &now, &spoken))
    };
    let toggle = move || {
        language.text(if open.get() {
            "about.less"
        } else {
            "about.more"
        })
    };
    let text = move || {
        description.get().map(|(text, language)| {
            view! {
                <p class="description" class:open=open dir="auto" lang=language id="about-calendar">
                    {text}
                </p>
            }
        })
    };
    view! {
        <div class="about">
            {text} <p class="remark">
                {move || updated().map(|text| view! { <span>{text}</span> })} <Show when=long>
                    <button
                        type="button"
                        class="plain"
                        aria-expanded=move || open.get().to_string()
                        aria-controls="about-calendar"
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        {toggle}
                    </button>
                </Show>
            </p>
        </div>
    }
}
