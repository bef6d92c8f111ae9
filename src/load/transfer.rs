//! Where the event file is, and how it came.

use chrono::DateTime;
use event_file::file::fingerprint;

use crate::{
    browser::{fetch::Arrived, intl},
    state::Download,
};

/// The event file, beside the page.
pub const EVENT_FILE: &str = "events.json";

/// How a file that arrived has come.
pub fn download(arrived: &Arrived) -> Download {
    let kept = arrived.kept;
    let at = kept.and_then(|kept| DateTime::from_timestamp_millis(kept.at));
    Download {
        fingerprint: fingerprint(&arrived.bytes),
        at: at.unwrap_or_else(|| intl::visitor_now().instant),
        kept: kept.map(|kept| kept.broken),
    }
}
