//! The interface's language: the one the address names, else the one that suits the visitor best.

use leptos::{prelude::*, task::spawn_local};
use texts::Words;

use crate::{
    browser::{fetch::fetch, preferences},
    state::State,
    wording::{ActiveLanguage, Language},
};

/// Loads the texts of the language wanted; `settled` is set once they are there, or known not to come.
pub fn start(state: State, language: ActiveLanguage, settled: RwSignal<bool>) {
    let wanted = Memo::new(move |_| {
        let asked = state.address.query.with(|query| query.lang.clone());
        match asked {
            Some(code) => texts::negotiate([code.as_str()]),
            None => preferences::language(),
        }
    });
    Effect::new(move || {
        let code = wanted.get();
        spawn_local(async move {
            let words = load(code).await;
            if wanted.get_untracked() == code {
                // The fallback for a language whose texts did not arrive is English.
                language.set(Language::new(words.unwrap_or_else(Words::at_first)));
                settled.set(true);
            }
        });
    });
}

async fn load(code: &str) -> Option<Words> {
    if code == "en" {
        return Some(Words::at_first());
    }
    let bytes = fetch(&format!("lang/{code}.json"), |_| {}).await.ok()?;
    Words::with(code, str::from_utf8(&bytes).ok()?)
}
