//! One change of one event, and the kinds of changes.

use chrono::{DateTime, Utc};

/// One thing that changed of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// When the site first had it.
    pub(crate) at: DateTime<Utc>,
    /// The event's id.
    pub(crate) id: String,
    pub(crate) what: What,
    /// As the event file had it; empty for what was not there.
    pub(crate) before: String,
    /// As it has it now.
    pub(crate) now: String,
}

/// What changed of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    /// All of it: it is new.
    New,
    /// Start, end or zone; written `2023-11-04T14:00`, `2023-11-04T14:00/2023-11-04T17:00`.
    Time,
    /// Place, address, city, region or country.
    Place,
    /// Whether it takes place.
    Status,
    /// The title.
    Title,
}

impl What {
    /// Every kind of change with its name in `changes.json`.
    pub(crate) const ALL: [(&str, What); 5] = [
        ("new", What::New),
        ("time", What::Time),
        ("place", What::Place),
        ("status", What::Status),
        ("title", What::Title),
    ];

    pub(crate) fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, what)| *what == self);
        found.map_or("new", |(name, _)| name)
    }
}
