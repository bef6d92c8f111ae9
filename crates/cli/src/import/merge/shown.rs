//! What an entry is found by, besides its names.

use serde_json::{Map, Value};

use super::like;
use crate::twin::Look;

/// What an entry is found by, besides its names.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) at: usize,
    pub(super) page: Option<String>,
    pub(super) day: Option<String>,
    pub(super) start: Option<u64>,
    pub(super) look: Look,
}

impl Shown {
    pub(super) fn new(at: usize, fields: &Map<String, Value>) -> Self {
        Self {
            at,
            page: like::page_of(fields),
            day: like::day(fields).map(str::to_owned),
            start: like::start_and_title(fields),
            look: like::look(fields),
        }
    }
}
