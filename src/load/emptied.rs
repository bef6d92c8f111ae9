//! A calendar that had events and has none any more: its last copy.

use event_file::read;
use leptos::prelude::*;

use super::{replace, transfer::next_number};
use crate::{
    browser::{intl, snapshot},
    state::{Cause, Download, Loaded, Shared, Source, State},
    wording::ActiveLanguage,
};

/// Whether the calendar shown is the last one that had events.
pub(super) fn is_shown(source: Source) -> bool {
    let before = source.before.get_untracked();
    before.is_some() && before == source.loaded.get_untracked()
}

/// Looks for a copy with events of the file at `address`, which the host gave without any.
pub(super) async fn find(source: Source, empty: Shared<Loaded>, address: String) {
    if source.before.with_untracked(Option::is_some) {
        return;
    }
    let Some(copy) = snapshot::find(&address).await else {
        return;
    };
    let at = copy.at;
    let Some(bytes) = copy.bytes().await else {
        return;
    };
    let Ok((calendar, problems)) = read(bytes, &intl::IntlZones) else {
        return;
    };
    let is_current = source.loaded.get_untracked().as_ref() == Some(&empty);
    if is_current && !calendar.events.is_empty() {
        let download = Download {
            number: next_number(),
            at,
            copy: Some(Cause::Emptied),
        };
        source.before.set(Some(Shared::new(Loaded {
            calendar,
            problems,
            download,
        })));
    }
}

/// Shows the last calendar that had events.
pub fn show_before(state: State, language: ActiveLanguage) {
    if let Some(before) = state.source.before.get_untracked() {
        replace::show(state, language, before);
    }
}
