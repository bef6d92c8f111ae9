//! An event's description.

use event_file::{Event, text::paragraphs};
use leptos::prelude::*;

use super::paragraph::Paragraph;
use crate::wording::use_language;

/// Its paragraphs, in the page's language where it has them; nothing where it has none.
#[component]
pub fn EventDescription(event: StoredValue<Event>) -> impl IntoView {
    let language = use_language();
    move || {
        let current = language.get();
        event.with_value(|event| {
            let text = event.description_in(&current.code)?;
            let language = text.language.map(str::to_owned);
            let paragraphs = paragraphs(text.text)
                .into_iter()
                .map(|part| view! { <Paragraph text=part.to_owned() /> })
                .collect_view();
            Some(view! { <div class="description" dir="auto" lang=language>{paragraphs}</div> })
        })
    }
}
