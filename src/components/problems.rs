//! What is wrong in the event file, kind by kind, for whoever can mend it.

use leptos::{ev, html, prelude::*, task::spawn_local};

use super::icon::{Drawing, Icon};
use crate::{
    browser::{focus, share},
    state::{Loaded, State},
    wording::{Language, problem, use_language},
};

/// How many problems of a kind are listed at most; the text to copy has all of them.
const MOST: usize = 100;

/// The list of problems; Esc closes it.
#[component]
pub fn Problems() -> impl IntoView {
    let state = expect_context::<State>();
    let escape = window_event_listener(ev::keydown, move |key| {
        if key.key() == "Escape"
            && state.selection.checks.get_untracked()
            && !key.default_prevented()
        {
            key.prevent_default();
            state.address.show_check(false);
        }
    });
    on_cleanup(move || escape.remove());
    move || {
        state
            .selection
            .checks
            .get()
            .then(|| view! { <ProblemList /> })
    }
}

#[component]
fn ProblemList() -> impl IntoView {
    let state = expect_context::<State>();
    let language = use_language();
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            focus::move_to(&heading);
        }
    });
    let total = move || state.source.problems();
    let kinds = move || {
        let current = language.get();
        state.source.loaded.with(|loaded| {
            let loaded = loaded.as_ref()?;
            let kinds = problem::by_kind(&loaded.problems).into_iter();
            let kinds = kinds.map(|same| of_a_kind(&same, loaded, state, &current));
            Some(kinds.collect::<Vec<_>>())
        })
    };
    let copied = RwSignal::new(None::<&str>);
    let copy = move |_| {
        let current = language.get();
        let text = state.source.loaded.with_untracked(|loaded| {
            let problems = loaded.as_ref().map(|loaded| loaded.problems.as_slice());
            problem::as_text(problems.unwrap_or_default(), &current)
        });
        spawn_local(async move {
            let done = share::copy(&text).await;
            // Whoever asked may have gone by now.
            copied.try_set(Some(match done {
                true => "problems.copied",
                false => "problems.not_copied",
            }));
        });
    };
    view! {
        <aside class="event-panel" data-problems-view aria-labelledby="problems-title">
            <div class="panel-bar">
                <button type="button" class="plain" data-action="close" on:click=move |_| state.address.show_check(false)>
                    <Icon drawing=Drawing::BACK />
                    {language.label("event.close")}
                </button>
            </div>
            <h2 id="problems-title" tabindex="-1" node_ref=heading>{move || language.count("problems.title", total())}</h2>
            <p class="about">{language.label("problems.explanation")}</p>
            <p class="actions">
                <button type="button" data-action="copy-problems" on:click=copy>{language.label("embed.copy")}</button>
            </p>
            <p class="share-status" role="status">{move || copied.get().map(|key| language.text(key))}</p>
            {kinds}
        </aside>
    }
}

/// The first problem of a kind, and beneath it the others to unfold.
fn of_a_kind(same: &[usize], loaded: &Loaded, state: State, current: &Language) -> AnyView {
    let mut items: Vec<AnyView> = same
        .iter()
        .take(MOST)
        .filter_map(|at| item(*at, loaded, state, current))
        .collect();
    let others = items.split_off(items.len().min(1));
    let more = (!others.is_empty()).then(|| {
        let name = current.count("problems.like", same.len().saturating_sub(1), &[]);
        view! {
            <details class="facet">
                <summary>{name}</summary>
                <ul class="problem-list" role="list">{others}</ul>
            </details>
        }
    });
    view! {
        <ul class="problem-list" role="list">{items}</ul>
        {more}
    }
    .into_any()
}

fn item(at: usize, loaded: &Loaded, state: State, current: &Language) -> Option<AnyView> {
    let found = loaded.problems.get(at)?;
    let sentence = problem::sentence(found, current);
    let event = || {
        let at = problem::event(found.entry?, &loaded.problems)?;
        loaded.calendar.events.get(at)
    };
    let place = match event() {
        Some(event) => {
            let href = format!("?{}", state.address.link_to_event(&event.id));
            view! { <a href=href target="_blank">{sentence.place}</a> }.into_any()
        }
        None => sentence.place.into_any(),
    };
    Some(
        view! {
            <li>
                <p class="entry" dir="auto">{place}</p>
                <p dir="auto">{sentence.what}</p>
            </li>
        }
        .into_any(),
    )
}
