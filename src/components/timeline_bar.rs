//! One bar of the timeline. Its element stays, and what it says of itself follows: an element anew is slow.

use leptos::prelude::*;

use crate::reactive::Derived;

/// A bar as it is drawn.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    /// The day it begins with, ISO 8601.
    pub from: String,
    /// How many events it stands for.
    pub count: u32,
    /// In hundredths of the highest.
    pub height: u64,
    /// Its days and its count, in words.
    pub label: String,
    /// Whether its days are asked for, or about to be.
    pub marked: bool,
    /// Whether the keyboard is at it.
    pub here: bool,
}

/// The bar of this number, as it is drawn each time.
pub fn timeline_bar(number: usize, drawn: Derived<Vec<Drawn>>) -> AnyView {
    let of = move |what: fn(&Drawn) -> String| {
        Signal::derive(move || drawn.with(|bars| bars.get(number).map(what).unwrap_or_default()))
    };
    let class = |bar: &Drawn| {
        let none = if bar.count == 0 { " none" } else { "" };
        let here = if bar.here { " here" } else { "" };
        format!("bar{none}{here}")
    };
    view! {
        <div
            role="option"
            id=format!("bar-{number}")
            class=of(class)
            data-from=of(|bar| bar.from.clone())
            data-count=of(|bar| bar.count.to_string())
            aria-selected=of(|bar| bar.marked.to_string())
            aria-label=of(|bar| bar.label.clone())
        >
            <span style:block-size=of(|bar| format!("{}%", bar.height))></span>
        </div>
    }
    .into_any()
}
