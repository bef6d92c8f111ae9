//! Names that no edge cuts, for a map that does not move.

use geo::Position;
use geo::mercator::{WORLD_PIXELS, project};
use geo::viewport::Viewport;

use super::room::{LINE, width};
use super::{BELOW, Label};

/// The names that lie in view with all their letters.
pub fn whole(mut labels: Vec<Label>, view: &Viewport) -> Vec<Label> {
    let world = WORLD_PIXELS * view.zoom.exp2();
    let height = |lat| project(Position { lat, lon: 0.0 }).y * world;
    let (top, bottom) = (height(view.north), height(view.south));
    let across = |lon: f64| (lon - view.west) / 360.0 * world;
    let right = across(view.east);
    labels.retain(|label| {
        let below = if label.country { 0.0 } else { BELOW };
        let x = across(view.nearest_copy(label.position.lon));
        let y = height(label.position.lat) + below;
        let half = width(&label.text) / 2.0;
        half <= x && x + half <= right && top + LINE / 2.0 <= y && y + LINE / 2.0 <= bottom
    });
    labels
}
