//! Text from the event file with the words searched for marked in it.

use std::{ops::Range, sync::Arc};

use leptos::prelude::*;

use crate::state::State;

/// A text as written; what matches the search is marked.
#[component]
pub fn Highlighted(
    /// The text.
    text: String,
    /// Its language (BCP 47), where that is known.
    language: Option<String>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let text = Arc::new(text);
    // Only a text in which other letters match is rendered again.
    let found = Memo::new({
        let text = text.clone();
        move |_| {
            state.listing.search.with(|search| match search.is_empty() {
                true => Vec::new(),
                false => search.matches(&text),
            })
        }
    });
    let pieces = move || {
        let pieces = found.with(|found| pieces(&text, found));
        let views = pieces.into_iter().map(|(marked, piece)| match marked {
            true => view! { <mark>{piece}</mark> }.into_any(),
            false => piece.into_any(),
        });
        views.collect::<Vec<_>>()
    };
    view! {
        <span dir="auto" lang=language>
            {pieces}
        </span>
    }
    .into_any()
}

/// The text in pieces, each with whether it is one of the `found`.
fn pieces(text: &str, found: &[Range<usize>]) -> Vec<(bool, String)> {
    let mut pieces = Vec::new();
    let mut put = |marked, range: Range<usize>| {
        if let Some(piece) = text.get(range).filter(|piece| !piece.is_empty()) {
            pieces.push((marked, piece.to_owned()));
        }
    };
    let mut end = 0;
    for range in found {
        put(false, end..range.start);
        put(true, range.clone());
        end = range.end;
    }
    put(false, end..text.len());
    pieces
}
