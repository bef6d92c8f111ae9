//! An embed and the page around it: what is told, what is asked.

use leptos::prelude::*;

use crate::{browser::host_page, reactive::effect, state::State};

/// Nothing to be seen: tells the page around an embed that it is ready, how high it is and what is
/// opened, and shows what that page asks for.
#[component]
pub fn HostPage() -> impl IntoView {
    let state = expect_context::<State>();
    if !state.query.with_untracked(|query| query.embed) {
        return;
    }
    let counted = |count: usize| (count as f64).into();
    let (total, title) = state.loaded.with_untracked(|loaded| {
        let calendar = loaded.as_ref().map(|loaded| &loaded.calendar);
        (
            calendar.map_or(0, |calendar| calendar.events.len()),
            calendar.and_then(|calendar| calendar.about.title.clone().map(String::from)),
        )
    });
    let matched = state
        .results
        .with_untracked(|results| results.matched.len());
    host_page::tell(
        "ready",
        &[
            ("title", title.into()),
            ("total", counted(total)),
            ("matched", counted(matched)),
        ],
    );
    let before = StoredValue::new(None::<u32>);
    effect(move || {
        let opened = state.opened.get();
        if before.get_value() != opened {
            before.set_value(opened);
            let id = opened.and_then(|at| {
                let loaded = state.loaded.get_untracked()?;
                Some(loaded.event(at)?.id.to_string())
            });
            host_page::tell("open", &[("event", id.into())]);
        }
    });
    // Both are kept for as long as the page.
    StoredValue::new_local(host_page::on_height(|height| {
        host_page::tell("resize", &[("height", height.into())]);
    }));
    StoredValue::new_local(host_page::on_query(move |query| {
        state.obey(&query);
    }));
}
