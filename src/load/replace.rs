//! Another calendar in place of the one shown.

use leptos::prelude::*;
use listing::index::Index;

use crate::{
    browser::scroll,
    state::{Loaded, Shared, State},
    wording::ActiveLanguage,
};

/// Shows another calendar; filters, scroll position and opened event stay.
pub(super) fn show(state: State, language: ActiveLanguage, loaded: Shared<Loaded>) {
    let language = untrack(|| language.get());
    let index = Index::new(&loaded.calendar, &|code| language.locale.country(code));
    let place = scroll::place();
    state.renew(loaded, Shared::new(index));
    // Two frames later the list is rendered.
    if let Some(place) = place {
        request_animation_frame(move || request_animation_frame(move || place.hold()));
    }
}
