//! Moving the map: by the page, which is no hand on it, and by the visitor through the page's controls.

use geo::MapPosition;
use geo::viewport::Bounds;

use super::WorldMap;
use super::covered::Covered;
use super::view::{self, Aim};

impl WorldMap {
    /// The closest zoom.
    pub const CLOSEST: f64 = view::CLOSEST;

    /// The whole world.
    pub const WORLD: MapPosition = view::WORLD;

    /// Looks at a position from a zoom, as the page's own move.
    pub fn look_at(&self, position: MapPosition) {
        self.inner.aim(Aim::At(position));
    }

    /// The same, with the position in the middle of what `cover`, a selector, leaves free.
    pub fn look_at_beside(&self, position: MapPosition, cover: &str) {
        let covered = self.inner.covered_by(cover);
        self.inner.aim(Aim::At(covered.beside(position)));
    }

    /// Looks at all of a box, no closer than where a city fills the map, as the page's own move.
    pub fn fit(&self, bounds: Bounds) {
        self.inner.aim(Aim::Around(bounds));
    }

    /// Looks at all of a box as closely as it fits beside what `cover`, a selector, finds, as the
    /// page's own move.
    pub fn fit_closely(&self, bounds: Bounds, cover: &str) {
        let covered = self.inner.covered_by(cover);
        self.inner.aim(Aim::Into(bounds, covered));
    }

    /// Looks at all of a box as closely as it fits, as the visitor's move.
    pub fn zoom_to(&self, bounds: Bounds) {
        self.inner.hand.set(true);
        self.inner.turn_to(Aim::Into(bounds, Covered::default()));
    }

    /// Looks at the whole world, as the visitor's move.
    pub fn show_world(&self) {
        self.inner.hand.set(true);
        self.inner.turn_to(Aim::At(view::WORLD));
    }

    /// Goes one step closer, as the visitor's move.
    pub fn zoom_in(&self) {
        self.inner.hand.set(true);
        self.inner.map.zoom_in(1.0);
    }

    /// Goes one step away, as the visitor's move.
    pub fn zoom_out(&self) {
        self.inner.hand.set(true);
        self.inner.map.zoom_out(1.0);
    }
}
