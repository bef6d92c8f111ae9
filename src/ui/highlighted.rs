//! Text from the event file with the words searched for marked in it.

use std::ops::Range;

use leptos::prelude::*;

use crate::state::State;

/// A run of text, in its own direction and language; what matches the search is marked.
#[component]
pub fn Highlighted(
    /// The words as written.
    #[prop(into)]
    text: String,
    /// BCP 47, where known.
    #[prop(into)]
    language: Option<String>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let text = StoredValue::new(text);
    // Only a text in which other letters match is drawn anew.
    let found = Memo::new(move |_| {
        state.search.with(|search| match search.is_empty() {
            true => Vec::new(),
            false => text.with_value(|text| search.matches(text)),
        })
    });
    let pieces = move || {
        let pieces = text.with_value(|text| found.with(|found| pieces(text, found)));
        let drawn = pieces.into_iter().map(|(marked, piece)| match marked {
            true => view! { <mark>{piece}</mark> }.into_any(),
            false => piece.into_any(),
        });
        drawn.collect_view()
    };
    view! {
        <span dir="auto" lang=language>
            {pieces}
        </span>
    }
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
