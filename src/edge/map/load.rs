//! Leaflet's own code and style, fetched once, from the page's own folder.

use super::{super::script, MapError};

/// Loads what [`super::WorldMap`] needs.
///
/// # Errors
/// A file did not arrive.
pub async fn load() -> Result<(), MapError> {
    let style = script::stylesheet("leaflet/leaflet.css").await;
    let code = script::load("leaflet/leaflet.js").await;
    style.and(code).map_err(|_| MapError)
}
