//! Whether the map fills a phone's screen, with the events in view in a sheet.

use leptos::prelude::*;
use query::{Query, View};

use crate::{browser::preferences, state::State};

/// Whether it does; what asks follows the view chosen.
pub fn is_filled(state: State) -> bool {
    let fills = |query: &Query| query.view == View::Map && !query.embed;
    state.address.query.with(fills) && preferences::narrow()
}
