//! How far the event file is: on its way, failed, or read.

use std::collections::HashMap;

use calendar::{Calendar, Event, Problem, read::NotJson};

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

/// An event file, read, with what is wrong in it.
pub struct Loaded {
    /// The calendar.
    pub calendar: Calendar,
    /// What is wrong with single entries.
    pub problems: Vec<Problem>,
    by_id: HashMap<String, u32>,
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
    pub fn new(calendar: Calendar, problems: Vec<Problem>) -> Self {
        let by_id = calendar
            .events
            .iter()
            .zip(0..)
            .map(|(event, at)| (event.id.clone(), at))
            .collect();
        Self {
            calendar,
            problems,
            by_id,
        }
    }

    /// The index of the event with this id.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// The event at an index.
    pub fn event(&self, at: u32) -> Option<&Event> {
        self.calendar.events.get(at as usize)
    }
}
