//! The edges of the map, computed from first principles (spherical Web Mercator, EPSG:3857, tiles of 256 px).

use std::f64::consts::PI;

/// Pixels from the world's top left corner at `zoom`.
fn project((lat, lon): (f64, f64), zoom: f64) -> (f64, f64) {
    let world = 256.0 * zoom.exp2();
    let lat = lat.to_radians();
    let x = (lon + 180.0) / 360.0;
    let y = (1.0 - (lat.tan() + 1.0 / lat.cos()).ln() / PI) / 2.0;
    (x * world, y * world)
}

/// Whether a place lies on a map of `width` × `height` pixels around `middle`.
pub fn in_view(place: (f64, f64), middle: (f64, f64), zoom: f64, width: f64, height: f64) -> bool {
    let (x, y) = project(place, zoom);
    let (middle_x, middle_y) = project(middle, zoom);
    (x - middle_x).abs() <= width / 2.0 && (y - middle_y).abs() <= height / 2.0
}
