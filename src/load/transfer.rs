//! Where the event file is, how it came, and its snapshot on this device.

use chrono::{DateTime, Utc};
use event_file::file::fingerprint;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        download::in_a_frame,
        fetch::{Arrived, Pieces},
        intl, snapshot,
    },
    state::{Download, State},
};

/// The event file, beside the page.
pub const EVENT_FILE: &str = "events.json";

/// How a file that the host gave has come.
pub fn download(arrived: &Arrived) -> Download {
    Download {
        fingerprint: fingerprint(&arrived.bytes),
        at: intl::visitor_now().instant,
        kept: None,
    }
}

/// Keeps a snapshot of a file that could be read, but not from within another page.
pub fn keep(state: State, address: &str, pieces: Pieces, at: DateTime<Utc>) {
    let embedded = state.address.query.with_untracked(|query| query.embed) || in_a_frame();
    if !embedded {
        let address = address.to_owned();
        spawn_local(async move { snapshot::keep(&address, pieces, at).await });
    }
}
