//! The interface's language: the one the address names, else the one that suits the visitor best, else the calendar's.

use futures_util::future::join;
use leptos::{prelude::*, task::spawn_local};
use texts::{PlaceNames, Words, spoken};

use crate::{
    browser::{fetch::fetch, preferences},
    state::{Phase, Source, State},
    wording::{ActiveLanguage, Language},
};

/// Loads the texts of the language wanted; `settled` is set once they are there, or known not to come.
pub fn start(state: State, language: ActiveLanguage, settled: RwSignal<bool>) {
    let wanted = Memo::new(move |_| {
        let asked = state.address.query.with(|query| query.lang.clone());
        asked
            .and_then(|code| spoken(&code))
            .or_else(preferences::language)
            .or_else(|| of_calendar(state.source))
    });
    Effect::new(move || {
        let Some(code) = wanted.get() else { return };
        spawn_local(async move {
            let (words, places) = load(code).await;
            if wanted.get_untracked() == Some(code) {
                // The fallback for a language whose texts did not arrive is English.
                let words = words.unwrap_or_else(Words::at_first);
                language.set(Language::new(words, places));
                settled.set(true);
            }
        });
    });
}

/// The language of the calendar for a visitor who reads none of the interface's, English where it is another; `None`
/// until the calendar is read.
fn of_calendar(source: Source) -> Option<&'static str> {
    let own = source.loaded.with(|loaded| {
        let own = loaded.as_ref()?.calendar.about.language.as_deref();
        Some(own.and_then(spoken).unwrap_or("en"))
    });
    let has_failed = || source.phase.with(|phase| matches!(phase, Phase::Failed(_)));
    own.or_else(|| has_failed().then_some("en"))
}

/// The texts and the names of cities, which arrive side by side.
async fn load(code: &str) -> (Option<Words>, PlaceNames) {
    if code == "en" {
        return (Some(Words::at_first()), PlaceNames::default());
    }
    let (words, places) = join(text("lang", code), text("places", code)).await;
    let words = words.and_then(|json| Words::with(code, &json));
    let places = places.and_then(|json| PlaceNames::read(&json));
    (words, places.unwrap_or_default())
}

async fn text(folder: &str, code: &str) -> Option<String> {
    let bytes = fetch(&format!("{folder}/{code}.json"), |_| {}).await.ok()?;
    String::from_utf8(bytes).ok()
}
