//! Where the events are, laid out once so that any view of any filter is one pass over them.
//!
//! The points are sorted along a Z-order curve (Morton 1966) over the Mercator square, so that
//! the points of every cell of every power-of-two grid lie side by side.

use event_file::Calendar;
use geo::Position;
use geo::mercator::{LATITUDE_LIMIT, project, wrapped};
use listing::sets::by_number;

/// Bits of a code for each axis; a cell of the finest grid is 0.6 m at the equator.
pub(crate) const AXIS_BITS: u32 = 26;

/// The positions of a calendar's events, in Z-order.
#[derive(Debug, Clone, Default)]
pub struct Points {
    /// Position on the curve, ascending.
    pub(crate) codes: Vec<u64>,
    /// The event at that place of `codes`.
    pub(crate) events: Vec<u32>,
    /// Its position: longitude −180 (included) to 180 (excluded), latitude within the map.
    pub(crate) positions: Vec<Position>,
    /// One more than the greatest event index.
    pub(crate) bound: usize,
}

impl Points {
    /// The points of all events of a calendar that have a position.
    pub fn new(calendar: &Calendar) -> Points {
        let placed = calendar.events.iter().zip(0..);
        Points::placed(placed.filter_map(|(event, index)| Some((index, event.position?))))
    }

    /// Points from indices of events and where they are; what is no number is left out.
    pub fn placed(placed: impl IntoIterator<Item = (u32, Position)>) -> Points {
        let unsorted: Vec<(u32, Position)> = placed
            .into_iter()
            .filter(|(_, position)| position.lat.is_finite() && position.lon.is_finite())
            .map(|(event, position)| {
                let lat = position.lat.clamp(-LATITUDE_LIMIT, LATITUDE_LIMIT);
                let lon = wrapped(position.lon);
                (event, Position { lat, lon })
            })
            .collect();
        // Small pairs are sorted, not what they are of.
        let codes = unsorted.iter().map(|(_, position)| code(*position));
        let sorted = by_number(codes.zip(0..).collect());
        let points = || sorted.iter().map(|(_, at)| unsorted[*at as usize]);
        Points {
            codes: sorted.iter().map(|(code, _)| *code).collect(),
            events: points().map(|(event, _)| event).collect(),
            positions: points().map(|(_, position)| position).collect(),
            bound: unsorted
                .iter()
                .map(|(event, _)| *event as usize + 1)
                .max()
                .unwrap_or(0),
        }
    }

    /// How many events have a position.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether no event has a position.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }
}

/// The place of a position on the curve: the bits of its grid column and row, interleaved.
pub(crate) fn code(position: Position) -> u64 {
    let cells = f64::from(1u32 << AXIS_BITS);
    let last = (1u32 << AXIS_BITS) - 1;
    let point = project(position);
    let column = ((point.x * cells) as u32).min(last);
    let row = ((point.y * cells) as u32).min(last);
    interleave(column, row)
}

/// The place on the curve of a column and a row.
pub(crate) fn interleave(column: u32, row: u32) -> u64 {
    spread(column) | spread(row) << 1
}

/// The bits of a number moved to the even places.
fn spread(number: u32) -> u64 {
    let mut bits = u64::from(number);
    for (shift, mask) in [
        (16, 0x0000_FFFF_0000_FFFF),
        (8, 0x00FF_00FF_00FF_00FF),
        (4, 0x0F0F_0F0F_0F0F_0F0F),
        (2, 0x3333_3333_3333_3333),
        (1, 0x5555_5555_5555_5555),
    ] {
        bits = (bits | bits << shift) & mask;
    }
    bits
}

/// The even bits of a number moved together: the inverse of [`spread`].
pub(crate) fn gather(bits: u64) -> u32 {
    let mut bits = bits & 0x5555_5555_5555_5555;
    for (shift, mask) in [
        (1, 0x3333_3333_3333_3333),
        (2, 0x0F0F_0F0F_0F0F_0F0F),
        (4, 0x00FF_00FF_00FF_00FF),
        (8, 0x0000_FFFF_0000_FFFF),
        (16, 0x0000_0000_FFFF_FFFF),
    ] {
        bits = (bits | bits >> shift) & mask;
    }
    bits as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn interleaving_is_undone(column: u32, row: u32) {
            let bits = interleave(column, row);
            prop_assert_eq!(gather(bits), column);
            prop_assert_eq!(gather(bits >> 1), row);
        }
    }

    #[test]
    fn edges_of_the_world_are_on_the_map() {
        for (lat, lon) in [(90.0, 180.0), (-90.0, -180.0), (0.0, 179.999_999_999)] {
            let points = Points::placed([(7, Position { lat, lon })]);
            assert_eq!(points.len(), 1);
            assert!(points.positions[0].lon < 180.0);
            assert!(points.codes[0] < 1 << (2 * AXIS_BITS));
        }
        assert!(
            Points::placed([(
                0,
                Position {
                    lat: f64::NAN,
                    lon: 0.0
                }
            )])
            .is_empty()
        );
    }
}
