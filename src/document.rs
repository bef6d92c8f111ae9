//! The document around the page: its language, direction, theme, title, and how far the page is.

use leptos::prelude::*;

use crate::{
    browser::document,
    state::{Loaded, Shared, State},
    wording::ActiveLanguage,
};

/// Updates the document's attributes with the state; ends with its owner. Until the language is `settled` the document
/// has the one it came in, so that its direction changes once at most.
pub fn start(state: State, language: ActiveLanguage, settled: ReadSignal<bool>) {
    let query = state.address.query;
    Effect::new(move || {
        let language = language.get();
        if !settled.get() {
            return;
        }
        document::set_language(&language.code, language.words.direction());
    });
    Effect::new(move || {
        let theme = query.with(|query| query.theme);
        document::set_theme(theme.map(|theme| theme.word()));
    });
    Effect::new(move || {
        query.with(|query| {
            let hidden: Vec<&str> = query.hide.iter().map(|part| part.word()).collect();
            document::set_hidden(&hidden.join(" "));
            document::set_embed(query.embed);
        });
    });
    Effect::new(move || {
        let loaded = state.source.loaded.get();
        let event = state.selection.opened.get();
        document::set_title(&title(loaded.as_ref(), event, &language.code()));
    });
    Effect::new(move || {
        let phase = state.source.phase.with(|phase| phase.name());
        document::set_phase(match phase {
            "ready" if !state.ready() => "loading",
            phase => phase,
        });
    });
}

/// The opened event's title and the calendar's, each where there is one.
fn title(loaded: Option<&Shared<Loaded>>, event: Option<u32>, language: &str) -> String {
    let calendar = || loaded?.calendar.about.title.clone().map(String::from);
    let event = || Some(loaded?.event(event?)?.title_in(language).text.to_owned());
    let parts: Vec<String> = [event(), calendar()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    match parts.is_empty() {
        true => "Marchmap".to_owned(),
        false => parts.join(" · "),
    }
}
