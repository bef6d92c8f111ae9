//! Moving the map: by the page, and by the visitor through the page's controls.

use geo::viewport::{Bounds, Viewport};
use geo::{MapPosition, Position};

use super::covered::Covered;
use super::view::{self, Aim};
use super::world_map::WorldMap;

impl WorldMap {
    /// The closest zoom.
    pub const CLOSEST: f64 = view::MAX_ZOOM;

    /// The whole world.
    pub const WORLD: MapPosition = view::WORLD;

    /// Looks at a position from a zoom, as the page's own move.
    pub fn look_at(&self, position: MapPosition) {
        self.view.aim(Aim::At(position));
    }

    /// The same, with the position in the middle of what `cover`, a selector, leaves free.
    pub fn look_at_beside(&self, position: MapPosition, cover: &str) {
        let covered = self.view.covered_by(cover);
        self.view.aim(Aim::At(covered.beside(position)));
    }

    /// Looks at all of a box beside what `cover`, a selector, finds, no closer than where a city fills the map, as the
    /// page's own move.
    pub fn fit(&self, bounds: Bounds, cover: &str) {
        let covered = self.view.covered_by(cover);
        self.view.aim(Aim::Around(bounds, covered));
    }

    /// Looks at a position from the present zoom, beside what `cover`, a selector, finds, as the visitor's move.
    pub fn go_to(&self, Position { lat, lon }: Position, cover: &str) {
        if let Some(here) = self.position() {
            let covered = self.view.covered_by(cover);
            self.view.by_visitor.set(true);
            let there = MapPosition { lat, lon, ..here };
            self.view.turn_to(Aim::At(covered.beside(there)));
        }
    }

    /// What the map shows beside what `cover`, a selector, finds; `None` while it has no size.
    pub fn viewport_beside(&self, cover: &str) -> Option<Viewport> {
        self.view.viewport_beside(self.view.covered_by(cover))
    }

    /// Looks at all of a box as closely as it fits beside what `cover`, a selector, finds, as the
    /// page's own move.
    pub fn fit_closely(&self, bounds: Bounds, cover: &str) {
        let covered = self.view.covered_by(cover);
        self.view.aim(Aim::Into(bounds, covered));
    }

    /// Looks at all of a box as closely as it fits, as the visitor's move.
    pub fn zoom_to(&self, bounds: Bounds) {
        self.view.by_visitor.set(true);
        self.view.turn_to(Aim::Into(bounds, Covered::default()));
    }

    /// Looks at the whole world, as the visitor's move.
    pub fn show_world(&self) {
        self.view.by_visitor.set(true);
        self.view.turn_to(Aim::At(view::WORLD));
    }

    /// Goes one step closer, as the visitor's move.
    pub fn zoom_in(&self) {
        self.view.by_visitor.set(true);
        self.view.map.zoom_in(1.0);
    }

    /// Goes one step away, as the visitor's move.
    pub fn zoom_out(&self) {
        self.view.by_visitor.set(true);
        self.view.map.zoom_out(1.0);
    }

    /// Whether the page moves the map, and it is not there yet.
    pub fn is_turning(&self) -> bool {
        self.view.is_turning()
    }

    /// Whether the visitor has touched the map since the page last moved it.
    pub fn is_by_visitor(&self) -> bool {
        self.view.by_visitor.get()
    }

    /// Whether a position is in view and not at the very edge.
    pub fn shows(&self, position: Position) -> bool {
        self.view.shows(position, 1.0 / 12.0, Covered::default())
    }

    /// Whether a position in view is beneath what `cover`, a selector, finds.
    pub fn is_beneath(&self, position: Position, cover: &str) -> bool {
        let covered = self.view.covered_by(cover);
        self.view.shows(position, 0.0, Covered::default())
            && !self.view.shows(position, 0.0, covered)
    }
}
