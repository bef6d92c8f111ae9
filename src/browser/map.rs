//! The world map: the only code that knows Leaflet.
//!
//! Leaflet itself is loaded beforehand ([`load()`] puts its global `L` in place).

mod archive;
mod archive_layer;
mod basemap;
mod covered;
mod div_icon;
mod error;
mod gestures;
mod glide;
mod labels;
mod leaflet_listener;
mod legs;
mod load;
mod marker;
mod markers;
mod moves;
mod order;
mod panes;
mod ring;
mod route;
mod streets;
mod view;
mod world_map;

pub use archive::Archive;
pub use gestures::{CooperativeGestures, Refused};
pub use load::load;
pub use marker::{Marker, What, radius};
pub use view::Rest;
pub use world_map::{MapIntents, WorldMap};
