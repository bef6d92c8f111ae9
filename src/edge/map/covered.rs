//! What something else on the page covers of the map, and looking beside it.

use calendar::event::Position;
use calendar::mercator::{Projected, WORLD_PIXELS, project, unproject};
use calendar::query::MapPosition;
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
    /// What the first element that a selector finds covers of the map; nothing where none is
    /// found, and where one covers all: then there is no beside.
    pub fn covered_by(&self, selector: &str) -> Covered {
        let covered = || {
            let cover = window()?.document()?.query_selector(selector).ok()??;
            let (cover, map) = (
                cover.get_bounding_client_rect(),
                self.map.get_container().get_bounding_client_rect(),
            );
            let left = cover.left().max(map.left());
            let right = cover.right().min(map.right());
            let top = cover.top().max(map.top());
            let bottom = cover.bottom().min(map.bottom());
            let (width, height) = (right - left, bottom - top);
            // A pixel more or less is a matter of rounding.
            let (wide, high) = (width > map.width() - 2.0, height > map.height() - 2.0);
            if width < 1.0 || height < 1.0 || (wide && high) {
                return None;
            }
            let mut covered = Covered::default();
            match (wide, left - map.left() < 1.0, top - map.top() < 1.0) {
                (true, _, true) => covered.top = height,
                (true, _, false) => covered.bottom = height,
                (false, true, _) => covered.left = width,
                (false, false, _) => covered.right = width,
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
