//! One bar of the timeline. Its element stays and its attributes follow the results: new elements are slow.

use crate::state::Pruned;
use leptos::prelude::*;

/// A bar as it is shown.
#[derive(Clone, PartialEq)]
pub struct Bar {
    /// The day it begins with, ISO 8601.
    pub from: String,
    /// How many events it stands for.
    pub count: u32,
    /// The same, as the page's language writes it; empty for none.
    pub number: String,
    /// In hundredths of the highest.
    pub height: u64,
    /// Its days and its count, in words.
    pub label: String,
    /// Whether its days are asked for, or about to be.
    pub marked: bool,
    /// Whether the keyboard is at it.
    pub here: bool,
}

/// The bar.
#[component]
pub fn TimelineBar(
    /// Its index.
    number: usize,
    /// All bars.
    bars: Pruned<Memo<Vec<Bar>>>,
) -> impl IntoView {
    let of = move |what: fn(&Bar) -> String| {
        Signal::derive(move || bars.with(|bars| bars.get(number).map(what).unwrap_or_default()))
    };
    let is =
        move |what: fn(&Bar) -> bool| move || bars.with(|bars| bars.get(number).is_some_and(what));
    view! {
        <div
            role="option"
            id=format!("bar-{number}")
            class="bar"
            class:none=is(|bar| bar.count == 0)
            class:here=is(|bar| bar.here)
            data-from=of(|bar| bar.from.clone())
            data-count=of(|bar| bar.count.to_string())
            aria-selected=of(|bar| bar.marked.to_string())
            aria-label=of(|bar| bar.label.clone())
        >
            <b aria-hidden="true">{of(|bar| bar.number.clone())}</b>
            <span style:block-size=of(|bar| format!("{}%", bar.height))></span>
        </div>
    }
}
