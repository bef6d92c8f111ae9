//! Where the event file is, how it came, and its snapshot on this device.

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, Utc};
use event_file::Calendar;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{download::in_a_frame, fetch::Pieces, intl, snapshot},
    state::{Download, State},
};

/// The event file, beside the page.
pub const EVENT_FILE: &str = "events.json";

/// A number for each file read since the page was opened.
pub fn next_number() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// How a file that the host gave just now has come.
pub fn download() -> Download {
    Download {
        number: next_number(),
        at: intl::visitor_now().instant,
        copy: None,
    }
}

/// Keeps a snapshot of a file that could be read, but not from within another page. A calendar without events never
/// takes the place of another.
pub fn keep(state: State, address: &str, calendar: &Calendar, pieces: Pieces, at: DateTime<Utc>) {
    let embedded = state.address.query.with_untracked(|query| query.embed) || in_a_frame();
    if !embedded {
        let address = address.to_owned();
        let has_events = !calendar.events.is_empty();
        spawn_local(async move { snapshot::keep(&address, pieces, at, has_events).await });
    }
}
