//! Text from the event file with the words searched for marked in it.

use std::{ops::Range, sync::Arc};

use leptos::prelude::*;

use crate::{
    reactive::{Derived, live},
    state::State,
};

/// A run of text as written, in its own direction and language (BCP 47); what matches the search
/// is marked.
pub fn highlighted(text: String, language: Option<String>) -> AnyView {
    let state = expect_context::<State>();
    let text = Arc::new(text);
    // Only a text in which other letters match is drawn anew.
    let found = Derived::new({
        let text = text.clone();
        move || {
            state.search.with(|search| match search.is_empty() {
                true => Vec::new(),
                false => search.matches(&text),
            })
        }
    });
    let pieces = live(move || {
        let pieces = found.with(|found| pieces(&text, found));
        let drawn = pieces.into_iter().map(|(marked, piece)| match marked {
            true => view! { <mark>{piece}</mark> }.into_any(),
            false => piece.into_any(),
        });
        drawn.collect::<Vec<_>>().into_any()
    });
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
