//! The room that names take up on the map.

use std::collections::HashMap;

/// Pixels a letter is wide, about; one of Chinese, Japanese or Korean is twice that.
pub(super) const LETTER: f64 = 7.0;

/// Pixels a line of a name is high, with room around it.
pub(super) const LINE: f64 = 20.0;

/// The side of the cells in which neighbours are looked for, in pixels: no name is wider.
const CELL: f64 = 256.0;

/// Pixels a name is wide, with room around it.
pub(super) fn width(text: &str) -> f64 {
    let letters = text
        .chars()
        .map(|c| if c >= '\u{1100}' { 2.0 } else { 1.0 });
    letters.sum::<f64>() * LETTER + LETTER
}

/// What is taken up by names already, by cells.
#[derive(Default)]
pub(super) struct Room(HashMap<(i32, i32), Vec<[f64; 3]>>);

impl Room {
    /// Takes a place up, if nothing is in the way.
    pub(super) fn take(&mut self, x: f64, y: f64, width: f64) -> bool {
        let cell = ((x / CELL).floor() as i32, (y / CELL).floor() as i32);
        let near = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (cell.0 + dx, cell.1 + dy)));
        let taken = near
            .filter_map(|cell| self.0.get(&cell))
            .flatten()
            .any(|other| {
                (other[0] - x).abs() < (other[2] + width) / 2.0 && (other[1] - y).abs() < LINE
            });
        if !taken {
            self.0.entry(cell).or_default().push([x, y, width]);
        }
        !taken
    }
}
