//! The list as a text for messengers and mails, the same as `marchmap export --to text` writes.

use export::text::{Style, text};
use leptos::prelude::*;

use super::link;
use crate::{state::State, wording::Language};

/// The matching events; `None` before there is a calendar.
pub(super) fn of_list(state: State, language: &Language) -> Option<String> {
    let loaded = state.source.loaded.get_untracked()?;
    let events = state
        .listing
        .results
        .with_untracked(|results| results.matched.clone());
    let all = link::to_list(state);
    text(
        &loaded.calendar,
        &events,
        &Style {
            words: &language.words,
            day: &|day| language.locale.day(day),
            time: &|time| language.locale.time(time),
            more: &|count| language.count("site.more", count, &[]),
            link: &|event| link::to_event(event, state),
            all: all.as_deref(),
            longest: None,
        },
    )
}
