//! What is wrong in the event file, entry by entry, for whoever can mend it.

use leptos::{ev, html, prelude::*};

use super::icon::{Drawing, Icon};
use crate::{
    browser::focus,
    reactive::{Held, effect},
    state::State,
    wording::{problem, use_language},
};

/// How many problems are listed at once.
const PORTION: usize = 100;

/// The list of problems; Esc closes it.
#[component]
pub fn Problems() -> impl IntoView {
    let state = expect_context::<State>();
    let escape = window_event_listener(ev::keydown, move |key| {
        if key.key() == "Escape" && state.problems_open.get_untracked() {
            key.prevent_default();
            state.show_problems(false);
        }
    });
    on_cleanup(move || escape.remove());
    move || state.problems_open.get().then(|| view! { <ProblemList /> })
}

#[component]
fn ProblemList() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let heading = NodeRef::<html::H2>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            focus::move_to(&heading);
        }
    });
    let shown = Held::new(PORTION);
    let total = move || {
        state
            .loaded
            .with(|loaded| loaded.as_ref().map_or(0, |loaded| loaded.problems.len()))
    };
    let items = move || {
        let spoken = language.current();
        state.loaded.with(|loaded| {
            let problems = loaded
                .as_ref()
                .map(|loaded| loaded.problems.as_slice())
                .unwrap_or_default();
            problems
                .iter()
                .take(shown.get())
                .map(|problem| {
                    let sentence = problem::sentence(problem, &spoken);
                    view! {
                        <li>
                            <p class="entry" dir="auto">{sentence.place}</p>
                            <p dir="auto">{sentence.what}</p>
                        </li>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <aside class="event-panel" data-problems-view aria-labelledby="problems-title">
            <div class="panel-bar">
                <button type="button" class="plain" data-action="close" on:click=move |_| state.show_problems(false)>
                    <Icon drawing=Drawing::BACK />
                        {language.says("event.close")}
                </button>
            </div>
            <h2 id="problems-title" tabindex="-1" node_ref=heading>{move || language.count("problems.title", total())}</h2>
            <p class="about">{language.says("problems.explanation")}</p>
            <ul class="problem-list" role="list">{items}</ul>
            <Show when=move || { total() > shown.get() }>
                <button type="button" on:click=move |_| shown.update(|shown| *shown += PORTION)>
                    {language.says("problems.more")}
                </button>
            </Show>
        </aside>
    }
}
