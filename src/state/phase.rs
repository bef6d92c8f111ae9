//! How far the event file is: on its way, failed, or read.

use chrono::{DateTime, Utc};
use event_file::{Calendar, Event, Problem, read::NotJson};

use super::Shared;

/// How far the event file is.
#[derive(Clone, PartialEq)]
pub enum Phase {
    /// On its way.
    Loading {
        /// Bytes received.
        received: u64,
        /// Bytes in all, where the host says so.
        total: Option<u64>,
    },
    /// It did not arrive, or is no event file.
    Failed(Failure),
    /// Read.
    Ready(Shared<Loaded>),
}

/// Why there is nothing to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// No answer: offline, or the host is not reached.
    Network,
    /// The host answered with this HTTP status.
    Status(u16),
    /// The address names a file on another origin, which is refused.
    NotSameOrigin,
    /// The answer is not JSON.
    Unreadable(NotJson),
}

/// How an event file came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Download {
    /// Tells its bytes from others.
    pub fingerprint: u64,
    /// When the host gave it.
    pub at: DateTime<Utc>,
    /// Set for a copy of an earlier visit: whether the host gave something that is no event file,
    /// else it was not reached.
    pub kept: Option<bool>,
}

/// An event file, read, with what is wrong in it.
pub struct Loaded {
    /// The calendar.
    pub calendar: Calendar,
    /// What is wrong with single entries.
    pub problems: Vec<Problem>,
    /// How the file came.
    pub download: Download,
}

impl Default for Phase {
    fn default() -> Self {
        Phase::Loading {
            received: 0,
            total: None,
        }
    }
}

impl Phase {
    /// The calendar, once read.
    pub fn loaded(&self) -> Option<Shared<Loaded>> {
        match self {
            Phase::Ready(loaded) => Some(loaded.clone()),
            _ => None,
        }
    }

    /// The word in `<html data-marchmap>`.
    pub fn name(&self) -> &'static str {
        match self {
            Phase::Loading { .. } => "loading",
            Phase::Failed(_) => "failed",
            Phase::Ready(_) => "ready",
        }
    }
}

impl Loaded {
    /// A calendar just read.
    pub fn new(calendar: Calendar, problems: Vec<Problem>, download: Download) -> Self {
        Self {
            calendar,
            problems,
            download,
        }
    }

    /// The index of the event with this id.
    pub fn find(&self, id: &str) -> Option<u32> {
        // Asked for one event at a time, which is not worth a table of all.
        let mut events = self.calendar.events.iter().zip(0..);
        events.find(|(event, _)| event.id == *id).map(|(_, at)| at)
    }

    /// The event at an index.
    pub fn event(&self, at: u32) -> Option<&Event> {
        self.calendar.events.get(at as usize)
    }
}
