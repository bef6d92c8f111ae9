//! The event file: on its way, failed, or read; and whether there is a newer one.

use chrono::{DateTime, Utc};
use event_file::{Calendar, Event, Problem, read::NotAnEventFile};
use leptos::prelude::*;

use super::{Pruned, Shared};

/// The event file as signals.
#[derive(Clone, Copy)]
pub struct Source {
    /// How far the event file is.
    pub phase: Pruned<RwSignal<Phase>>,
    /// The calendar, once read.
    pub loaded: Pruned<Memo<Option<Shared<Loaded>>>>,
    /// A newer event file, read, until the visitor wants to see it.
    pub newer: Pruned<RwSignal<Option<Shared<Loaded>>>>,
    /// Set while the calendar shown is an old one.
    pub stale: Pruned<RwSignal<Option<Stale>>>,
    /// The last calendar that had events, once the host gives one without any.
    pub before: Pruned<RwSignal<Option<Shared<Loaded>>>>,
    /// Counts the attempts to load the file: a change has it fetched again.
    pub attempt: Pruned<RwSignal<u32>>,
}

/// The calendar shown is an old one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stale {
    /// When the host gave the calendar shown.
    pub at: DateTime<Utc>,
    /// What the host gives now.
    pub cause: Cause,
}

/// Why an old calendar is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The host is not reached.
    Unreached,
    /// The host gives something that is no event file.
    Broken,
    /// The host gives an event file without events, and the visitor wanted to see the one before.
    Emptied,
}

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
    /// The answer is no event file.
    Unreadable(NotAnEventFile),
}

/// How an event file came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Download {
    /// Which of the page's downloads it is.
    pub number: u32,
    /// When the host gave it.
    pub at: DateTime<Utc>,
    /// Set for a copy on this device: why it is shown.
    pub copy: Option<Cause>,
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

impl Source {
    /// Nothing has arrived yet.
    pub fn new() -> Self {
        let phase = Pruned::signal(Phase::default());
        Self {
            phase,
            loaded: Pruned::memo(move |_| phase.with(Phase::loaded)),
            newer: Pruned::signal(None),
            stale: Pruned::signal(None),
            before: Pruned::signal(None),
            attempt: Pruned::signal(0),
        }
    }

    /// How many events there are.
    pub fn total(self) -> usize {
        let total = |loaded: &Shared<Loaded>| loaded.calendar.events.len();
        self.loaded.with(|loaded| loaded.as_ref().map_or(0, total))
    }

    /// How many problems the file has.
    pub fn problems(self) -> usize {
        let problems = |loaded: &Shared<Loaded>| loaded.problems.len();
        self.loaded
            .with(|loaded| loaded.as_ref().map_or(0, problems))
    }

    /// Fetches the event file again.
    pub fn retry(self) {
        self.phase.set(Phase::default());
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// Notes how much of the event file has arrived.
    pub fn receive(self, received: u64, total: Option<u64>) {
        self.phase.set(Phase::Loading { received, total });
    }

    /// Notes that the event file did not arrive or is none.
    pub fn fail(self, failure: Failure) {
        self.phase.set(Phase::Failed(failure));
    }

    /// Shows a calendar just read.
    pub fn show(self, loaded: Loaded) {
        self.phase.set(Phase::Ready(Shared::new(loaded)));
    }
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
