//! The panes of the map (Leaflet's term: layers stacked by `z-index`), whose heights are in style/map_ground.css.
//!
//! From the ground up: Leaflet's `overlayPane` with the basemap, streets, route, names, legs, Leaflet's `markerPane`.

use leaflet::Map;
use web_sys::HtmlElement;

/// Street tiles.
pub const STREETS: &str = "streets";

/// The path of a march.
pub const ROUTE: &str = "route";

/// Names of countries and cities.
pub const NAMES: &str = "names";

/// Lines from markers to their places.
pub const LEGS: &str = "legs";

/// The pane of this name, made when the map has none.
pub fn pane(map: &Map, name: &str) -> HtmlElement {
    let pane = map.get_pane_by_name(name);
    match pane.is_undefined() {
        true => map.create_pane_by_name(name),
        false => pane,
    }
}
