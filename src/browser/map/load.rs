//! Leaflet's code and style, and the page's own style of the map, fetched once, from the page's own folder.

use js_sys::{Reflect, global};

use super::error::MapError;
use crate::browser::script;

/// Loads what [`super::world_map::WorldMap`] needs.
///
/// # Errors
/// A file did not arrive.
pub async fn load() -> Result<(), MapError> {
    let style = script::stylesheet("leaflet/leaflet.css").await;
    let own_style = script::stylesheet("leaflet/map.css").await;
    let code = script::load("leaflet/leaflet.js").await;
    style.and(own_style).and(code).map_err(|_| MapError)?;
    place_flat();
    Ok(())
}

/// Has Leaflet place things by flat transforms, as it does for browsers that know no others. For each one with a
/// depth, be it zero, Chromium and WebKit keep a layer, hundreds on a full map; style/map_ground.css names those there are to be.
fn place_flat() {
    let set = || {
        let leaflet = Reflect::get(&global(), &"L".into()).ok()?;
        let browser = Reflect::get(&leaflet, &"Browser".into()).ok()?;
        Reflect::set(&browser, &"ie3d".into(), &true.into()).ok()
    };
    // Without it all is in its place as well, only slower.
    let _ = set();
}
