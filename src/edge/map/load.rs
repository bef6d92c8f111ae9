//! Leaflet's code and style, and the page's own style of the map, fetched once, from the page's own folder.

use super::{super::script, MapError};

/// Loads what [`super::WorldMap`] needs.
///
/// # Errors
/// A file did not arrive.
pub async fn load() -> Result<(), MapError> {
    let style = script::stylesheet("leaflet/leaflet.css").await;
    let own_style = script::stylesheet("leaflet/map.css").await;
    let code = script::load("leaflet/leaflet.js").await;
    style.and(own_style).and(code).map_err(|_| MapError)
}
