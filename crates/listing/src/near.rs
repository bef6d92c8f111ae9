//! Where a city that a link names is, by the calendar's own events, and what lies around it.

use event_file::Calendar;
use event_file::event::Precision;
use fold::fold;
use geo::{Position, distance_km, is_beyond};
use query::Facet;
use query::near::Near;

use crate::index::Index;
use crate::sets::Bits;

impl Index {
    /// The position of a city in which the calendar has an event: that of the first event placed at the city itself, else
    /// of the first that has any. Names are compared folded. `None` for a city in which there is none with a position.
    pub fn position_of(&self, calendar: &Calendar, near: &Near) -> Option<Position> {
        let event = self.event_in(calendar, near)?;
        calendar.events.get(event as usize)?.position
    }

    /// The event whose position stands for a city: see [`Index::position_of`].
    pub fn event_in(&self, calendar: &Calendar, near: &Near) -> Option<u32> {
        let column = self.column(calendar, Facet::City);
        let number = column.number(&near.city)?;
        let country = near.country.as_deref().map(fold);
        let (mut city, mut any) = (None, None);
        column.events.with(&[number]).each(|at| {
            let Some(event) = calendar.events.get(at as usize) else {
                return;
            };
            let own = event.country.as_deref().map(fold);
            if country.is_some() && own != country {
                return;
            }
            let placed = event.position.map(|_| at);
            any = any.or(placed);
            if event.precision == Precision::City {
                city = city.or(placed);
            }
        });
        city.or(any)
    }
}

/// The events at most `kilometres` away from a position. One without a position is near nothing.
pub(crate) fn around(calendar: &Calendar, from: Position, kilometres: f64) -> Bits {
    let mut inside = Bits::none(calendar.events.len());
    for (at, event) in (0..).zip(&calendar.events) {
        let near = |position: Position| {
            !is_beyond(from, position, kilometres) && distance_km(from, position) <= kilometres
        };
        if event.position.is_some_and(near) {
            inside.insert(at);
        }
    }
    inside
}
