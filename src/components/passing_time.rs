//! Time passes while the page is open: what is over goes, and today becomes yesterday.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use listing::now::Now;
use query::Query;

use crate::{
    browser::{intl, visibility},
    reactive::{Derived, effect},
    state::State,
};

const MINUTE: i64 = 60_000;

/// Moves the state's moment on, at the turn of each minute and when the page is looked at again,
/// unless the link names a moment. Ends with its owner.
pub fn follow(state: State) {
    let refresh = move || {
        let now = state.query.with_untracked(moment);
        // What nobody looks at can wait.
        if visibility::is_visible() && state.now.get_untracked() != now {
            state.now.set(now);
        }
    };
    let named = Derived::new(move || state.query.with(|query| query.now));
    effect(move || {
        named.track();
        refresh();
    });
    // Kept until the app ends.
    StoredValue::new_local(visibility::on_change(refresh));
    let timer = StoredValue::new(None);
    wait(timer, refresh);
    on_cleanup(move || {
        if let Some(Some(timer)) = timer.try_get_value() {
            timer.clear();
        }
    });
}

/// The moment a query is about.
pub fn moment(query: &Query) -> Now {
    query.now.map_or_else(intl::visitor_now, Now::from)
}

/// Calls `refresh` at the turn of this minute and of those after it.
fn wait(timer: StoredValue<Option<TimeoutHandle>>, refresh: impl Fn() + Copy + 'static) {
    let passed = intl::visitor_now()
        .instant
        .timestamp_millis()
        .rem_euclid(MINUTE);
    let left = Duration::from_millis((MINUTE - passed).unsigned_abs());
    let next = move || {
        refresh();
        wait(timer, refresh);
    };
    // A browser that has no timers has a page that stands still.
    timer.set_value(set_timeout_with_handle(next, left).ok());
}
