//! The index of the calendar in the page's language.

use std::time::Duration;

use leptos::prelude::*;
use listing::index::{Index, Preparation};

use crate::{
    state::{Loaded, Shared, State},
    wording::ActiveLanguage,
};

/// Indexes the calendar as soon as it and the language's texts are there.
pub fn start(state: State, language: ActiveLanguage, settled: RwSignal<bool>) {
    Effect::new(move || {
        let current = language.get();
        let loaded = state.source.loaded.get();
        let Some(loaded) = loaded.filter(|_| settled.get()) else {
            return state.listing.index.set(None);
        };
        let index = Shared::new(Index::new(&loaded.calendar, &|code| {
            current.locale.country(code)
        }));
        state.listing.prepared.set(false);
        state.listing.index.set(Some(index.clone()));
        prepare(state, loaded, index, Preparation::default());
    });
}

/// Prepares the index in short tasks for queries nobody has made yet.
fn prepare(state: State, loaded: Shared<Loaded>, index: Shared<Index>, mut so_far: Preparation) {
    let step = move || {
        let now = state.listing.index.get_untracked();
        if now.is_none_or(|now| now != index) {
            return;
        }
        let more = state
            .address
            .query
            .with_untracked(|asked| so_far.step(&loaded.calendar, &index, asked));
        match more {
            true => prepare(state, loaded, index, so_far),
            false => state.listing.prepared.set(true),
        }
    };
    set_timeout(step, Duration::ZERO);
}
