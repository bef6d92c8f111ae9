//! Text from the event file: its own direction and language, data and never markup.

use event_file::localized::Localized;
use leptos::prelude::*;

/// A run of text from the event file.
#[component]
pub fn Text(
    /// The words as written.
    #[prop(into)]
    text: String,
    /// BCP 47, where known.
    #[prop(into)]
    language: Option<String>,
) -> impl IntoView {
    view! { <span dir="auto" lang=language>{text}</span> }
}

/// A text in the language it was found in.
pub fn localized(text: Localized<'_>) -> impl IntoView + use<> {
    view! { <Text text=text.text language=text.language.map(str::to_owned) /> }
}
