//! The Earth's geometry: positions, distances, areas, the Web Mercator projection and what a map shows of it.

mod area;
mod distance;
pub mod mercator;
pub mod number;
mod position;
pub mod viewport;

pub use area::{Area, MapPosition};
pub use distance::{distance_km, is_beyond};
pub use position::Position;
