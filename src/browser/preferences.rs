//! What the visitor's browser says the visitor prefers.

use web_sys::{MediaQueryList, window};

use super::listener::Listener;

const DARK: &str = "(prefers-color-scheme: dark)";

/// The languages the visitor reads, best first, BCP 47.
pub fn languages() -> Vec<String> {
    let Some(window) = window() else {
        return Vec::new();
    };
    let languages = window.navigator().languages();
    languages.iter().filter_map(|tag| tag.as_string()).collect()
}

/// The language of the interface that suits the visitor best; `None` where the visitor reads none of them.
pub fn language() -> Option<&'static str> {
    languages().iter().find_map(|tag| texts::spoken(tag))
}

/// `language` as the visitor's region writes it (`en-GB` for `en`), for dates and numbers; `language`
/// itself when the visitor names no region for it.
pub fn regional(language: &str) -> String {
    let same = |tag: &String| {
        tag.get(..language.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(language))
            && tag[language.len()..].starts_with('-')
    };
    languages()
        .into_iter()
        .find(same)
        .unwrap_or_else(|| language.to_owned())
}

/// Whether the visitor's system shows light text on dark ground.
pub fn dark() -> bool {
    media(DARK).is_some_and(|media| media.matches())
}

/// Calls `changed` whenever [`dark`] changes, until the listener is dropped.
pub fn on_dark(mut changed: impl FnMut(bool) + 'static) -> Option<Listener> {
    let media = media(DARK)?;
    Some(Listener::new(&media.clone(), "change", move |_| {
        changed(media.matches());
    }))
}

/// Whether the visitor wants nothing to move without need.
pub fn still() -> bool {
    media("(prefers-reduced-motion: reduce)").is_some_and(|media| media.matches())
}

/// Whether the window has room for one column only; style/layout.css draws the same line.
pub fn narrow() -> bool {
    media("(max-width: 47.99rem)").is_some_and(|media| media.matches())
}

fn media(query: &str) -> Option<MediaQueryList> {
    window()?.match_media(query).ok()?
}
