//! From the network into the state: the event file, its index, the interface's texts.

pub mod aliases;
pub mod changes;
pub mod cities;
pub mod emptied;
mod event_file;
mod index;
pub mod known_cities;
mod language;
pub mod refresh;
mod replace;
mod transfer;

use leptos::prelude::*;

use crate::{state::State, wording::ActiveLanguage};

/// Loads what the page needs, and again when the address asks for something else; ends with its owner. Gives whether the
/// language is settled: its texts are there, or known not to come.
pub fn start(state: State, language: ActiveLanguage) -> ReadSignal<bool> {
    // The index is made once, in the language that stays.
    let settled = RwSignal::new(false);
    language::start(state, language, settled);
    event_file::start(state);
    index::start(state, language, settled);
    settled.read_only()
}
