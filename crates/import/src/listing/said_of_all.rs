//! What a line says of several events at once.

use super::line::Line;
use crate::cancelled::{Several, Verdict};

/// A line that says of several events whether they take place.
#[derive(Debug)]
pub struct SaidOfAll {
    /// The line.
    pub line: Line,
    /// What it says.
    pub verdict: Verdict,
    /// Of which events.
    pub several: Several,
    /// How many events were read before it.
    pub before: usize,
}
