//! The pure arithmetic of the map: which events one marker stands for, where the land lies, which names have room.
//!
//! Like `calendar`, it knows no browser, no clock and no files. It is a crate of its own
//! because it is compiled for speed: it comes after the list, which waits for every byte.

pub mod around;
pub mod basemap;
pub mod cities;
pub mod cluster;
pub mod framing;
pub mod labels;
pub mod points;
pub mod spread;
