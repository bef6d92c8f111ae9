//! The map's error.

/// Leaflet is not there or refused, or a file the map needs did not arrive or is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapError;
