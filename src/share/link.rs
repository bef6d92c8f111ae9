//! Links to pass on: to an event's own page where the site has one, else to the event in the app.

use chrono::Days;
use event_file::Event;
use leptos::prelude::*;

use crate::{
    browser::{address, share, site},
    state::State,
};

/// How long after its last day an event surely has a page of its own; sites remove them after a year.
const LASTS: Days = Days::new(360);

/// The address of the list as it is, to be opened anywhere.
pub(super) fn to_list(state: State) -> Option<String> {
    share::address(&untrack(|| state.address.link_to_list()))
}

/// The address of an event.
pub(super) fn to_event(event: &Event, state: State) -> Option<String> {
    match has_page(event, state) {
        true => address::own(&export::event_path(&event.id)),
        false => share::address(&state.address.link_to_event(&event.id)),
    }
}

/// Whether the site has a page for an event: it is of the site's own file, and did not end long ago.
fn has_page(event: &Event, state: State) -> bool {
    let is_own = state
        .address
        .query
        .with_untracked(|query| query.data.is_none());
    let today = state.time.now.with_untracked(|now| now.today);
    let is_lasting = || {
        let span = event.span();
        span.is_none_or(|span| {
            span.last
                .checked_add_days(LASTS)
                .is_none_or(|end| end >= today)
        })
    };
    is_own && is_lasting() && site::is_generated()
}
