//! What one marker stands for.

use geo::Position;
use geo::viewport::Bounds;

use crate::points::Points;

/// The events shown by one marker.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Stable while panning and, for a single event, at every zoom; unique among those in view.
    pub key: u64,
    /// The event's position, or the mean of the events in the leading cell, which keeps it off the
    /// sea between two coasts; the longitude is of the copy of the world that is in view.
    pub position: Position,
    /// Which events.
    pub events: Members,
}

/// The events of a cluster: one, or those of its cells.
#[derive(Debug, Clone, PartialEq)]
pub enum Members {
    /// The index of the only event.
    One(u32),
    /// More than one.
    Many {
        /// How many.
        count: u32,
        /// The one nearest to the marker, to name the cluster by.
        central: u32,
        /// The box around them, in the copy of the world in view; for zooming in.
        around: Bounds,
        /// Where they are; for [`members`](super::members).
        stretches: Vec<Stretch>,
    },
}

/// Points that follow each other: those of one cell, matching or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub(crate) from: u32,
    pub(crate) to: u32,
}

impl Cluster {
    /// The marker of one event, under the same key wherever it is.
    pub(crate) fn alone(event: u32, position: Position) -> Self {
        Self {
            key: 1 << 63 | u64::from(event),
            position,
            events: Members::One(event),
        }
    }

    /// Whether it stands for an event, among others or alone.
    pub fn holds(&self, event: u32, points: &Points) -> bool {
        match &self.events {
            Members::One(only) => *only == event,
            Members::Many { stretches, .. } => stretches
                .iter()
                .any(|stretch| points.events[stretch.range()].contains(&event)),
        }
    }

    /// How many events it stands for.
    pub fn count(&self) -> u32 {
        match self.events {
            Members::One(_) => 1,
            Members::Many { count, .. } => count,
        }
    }
}

impl Stretch {
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.from as usize..self.to as usize
    }
}
