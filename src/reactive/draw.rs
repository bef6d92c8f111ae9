//! Views that follow signals: drawn anew, there or not there, or in rows that come and go.

use leptos::prelude::*;

use super::Derived;

/// What `draw` draws, drawn anew when a signal it reads changes.
pub fn live(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    followed(Box::new(draw))
}

fn followed(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || draw()).into_any()
}

/// What `draw` draws while `when` holds, and nothing else.
pub fn shown(
    when: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let when = Derived::new(when);
    live(move || match when.get() {
        true => draw(),
        false => ().into_any(),
    })
}

/// A row that stays as it is for as long as its key is there.
pub struct Row {
    key: String,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Row {
    /// A row called `key`, unlike all others, drawn by `draw` when it comes.
    pub fn new(key: String, draw: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        Self {
            key,
            draw: Box::new(draw),
        }
    }
}

/// The rows `each` names: those that stay are left alone.
pub fn rows(each: impl Fn() -> Vec<Row> + Send + Sync + 'static) -> AnyView {
    keyed(Box::new(each))
}

fn keyed(each: Box<dyn Fn() -> Vec<Row> + Send + Sync>) -> AnyView {
    view! {
        <For each key=|row| row.key.clone() let(row)>
            {untrack(row.draw)}
        </For>
    }
    .into_any()
}
