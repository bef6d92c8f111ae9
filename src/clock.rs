//! The clock: the page's moment moves on while it is open, so that what is over leaves and today becomes yesterday.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use listing::now::Now;
use query::Query;

use crate::{
    browser::{intl, visibility},
    state::State,
};

const MINUTE: i64 = 60_000;

/// The moment a query is about: the one it names, else the present.
pub fn moment(query: &Query) -> Now {
    query.now.map_or_else(intl::visitor_now, Now::from)
}

/// Updates the state's moment at the turn of each minute and when the page becomes visible; ends with its owner.
pub fn start(state: State) {
    let refresh = move || {
        let now = state.address.query.with_untracked(moment);
        // What nobody looks at can wait.
        if visibility::is_visible() && state.time.now.get_untracked() != now {
            state.time.now.set(now);
        }
    };
    let named = Memo::new(move |_| state.address.query.with(|query| query.now));
    Effect::new(move || {
        named.track();
        refresh();
    });
    // Listens until its owner ends.
    StoredValue::new_local(visibility::on_change(refresh));
    let timer = StoredValue::new(None);
    wait(timer, refresh);
    on_cleanup(move || {
        if let Some(Some(timer)) = timer.try_get_value() {
            timer.clear();
        }
    });
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
    // A browser without timers has a page that stays at its first moment.
    timer.set_value(set_timeout_with_handle(next, left).ok());
}
