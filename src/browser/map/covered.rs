//! What something else on the page covers of the map, and looking beside it.

use geo::MapPosition;
use geo::Position;
use geo::mercator::{Projected, WORLD_PIXELS, project, unproject};
use web_sys::window;

use super::{Inner, WorldMap};

/// Pixels along the map's sides that something else covers.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Covered {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Covered {
    /// Where to look for `at` to be in the middle of what is free.
    pub fn beside(self, at: MapPosition) -> MapPosition {
        let scale = WORLD_PIXELS * at.zoom.exp2();
        let (lat, lon) = (at.lat, at.lon);
        let point = project(Position { lat, lon });
        let Position { lat, lon } = unproject(Projected {
            x: point.x + (self.right - self.left) / 2.0 / scale,
            y: point.y + (self.bottom - self.top) / 2.0 / scale,
        });
        MapPosition { lat, lon, ..at }
    }
}

impl Inner {
    /// What is not seen of the map: what the first element that a selector finds covers of it, and
    /// what lies beyond the window. Nothing where all is covered: then there is no beside.
    pub fn covered_by(&self, selector: &str) -> Covered {
        let covered = || {
            let window = window()?;
            let (width, height) = (window.inner_width().ok()?, window.inner_height().ok()?);
            let map = self.map.get_container().get_bounding_client_rect();
            let (left, top) = (map.left().max(0.0), map.top().max(0.0));
            let right = map.right().min(width.as_f64()?);
            let bottom = map.bottom().min(height.as_f64()?);
            let mut covered = Covered {
                left: left - map.left(),
                right: map.right() - right,
                top: top - map.top(),
                bottom: map.bottom() - bottom,
            };
            let cover = window.document()?.query_selector(selector).ok()?;
            let Some(cover) = cover.map(|cover| cover.get_bounding_client_rect()) else {
                return Some(covered);
            };
            let width = cover.right().min(right) - cover.left().max(left);
            let height = cover.bottom().min(bottom) - cover.top().max(top);
            // A pixel more or less is a matter of rounding.
            let (wide, high) = (width > right - left - 2.0, height > bottom - top - 2.0);
            if width < 1.0 || height < 1.0 {
                return Some(covered);
            }
            match (wide, cover.left() - left < 1.0, cover.top() - top < 1.0) {
                _ if wide && high => return None,
                (true, _, true) => covered.top += height,
                (true, _, false) => covered.bottom += height,
                (false, true, _) => covered.left += width,
                (false, false, _) => covered.right += width,
            }
            Some(covered)
        };
        covered().unwrap_or_default()
    }

    /// Where a position is on the map, in pixels from its left and upper edge, in the copy of the
    /// world at hand; `None` while the map has no size.
    fn pixels(&self, position: Position) -> Option<[f64; 2]> {
        let view = self.viewport()?;
        let corner = project(Position {
            lat: view.north,
            lon: view.west,
        });
        let point = project(Position {
            lat: position.lat,
            lon: view.nearest_copy(position.lon),
        });
        let scale = WORLD_PIXELS * view.zoom.exp2();
        Some([(point.x - corner.x) * scale, (point.y - corner.y) * scale])
    }

    /// Whether a position is at least so many parts of the map's size from each edge, and from
    /// what is covered.
    fn shows(&self, position: Position, margin: f64, covered: Covered) -> bool {
        let size = self.map.get_size();
        self.pixels(position).is_some_and(|[x, y]| {
            let (width, height) = (size.x(), size.y());
            (covered.left + width * margin..=width * (1.0 - margin) - covered.right).contains(&x)
                && (covered.top + height * margin..=height * (1.0 - margin) - covered.bottom)
                    .contains(&y)
        })
    }
}

impl WorldMap {
    /// Whether a position is in view and not at the very edge.
    pub fn shows(&self, position: Position) -> bool {
        self.inner.shows(position, 1.0 / 12.0, Covered::default())
    }

    /// Whether a position in view is beneath what `cover`, a selector, finds.
    pub fn is_beneath(&self, position: Position, cover: &str) -> bool {
        let covered = self.inner.covered_by(cover);
        self.inner.shows(position, 0.0, Covered::default())
            && !self.inner.shows(position, 0.0, covered)
    }
}
