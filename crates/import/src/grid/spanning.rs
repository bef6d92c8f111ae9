//! Cells that span several rows or columns: each is in all of them.

use super::Cell;
use crate::table::MOST_COLUMNS;

/// The most rows or columns that one cell spans.
const MOST: usize = 200;

/// The cells of the last row, each with the number of rows below that it also is in.
#[derive(Debug, Default)]
pub struct Spanning {
    open: Vec<(usize, Cell)>,
}

impl Spanning {
    /// The next row, of cells with the number of rows and columns that they span. Its text is in the first column of a cell, and
    /// in each of its rows. A row ends soon after [`MOST_COLUMNS`].
    pub fn row(&mut self, cells: impl Iterator<Item = (Cell, usize, usize)>) -> Vec<Cell> {
        let mut row: Vec<(usize, Cell)> = Vec::new();
        let carry = |row: &mut Vec<(usize, Cell)>| {
            while let Some((left, cell)) = self.open.get(row.len()).filter(|(left, _)| *left > 0) {
                row.push((left - 1, cell.clone()));
            }
        };
        for (cell, down, across) in cells {
            carry(&mut row);
            let below = down.clamp(1, MOST) - 1;
            row.push((below, cell));
            let empty = (1..across.clamp(1, MOST)).map(|_| (below, Cell::default()));
            row.extend(empty);
            if row.len() > MOST_COLUMNS {
                break;
            }
        }
        carry(&mut row);
        self.open = row;
        self.open.iter().map(|(_, cell)| cell.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_in_each_row_that_it_spans() {
        let mut spanning = Spanning::default();
        let mut row = |cells: &[(&str, usize, usize)]| {
            let cells = cells.iter().map(|(text, down, across)| {
                let text = (*text).to_owned();
                (Cell { text, link: None }, *down, *across)
            });
            let row = spanning.row(cells);
            let texts = row.into_iter().map(|cell| cell.text);
            texts.collect::<Vec<_>>().join("/")
        };
        assert_eq!(row(&[("day", 2, 1), ("Leeds", 1, 2)]), "day/Leeds/");
        assert_eq!(row(&[("York", 1, 1)]), "day/York");
        assert_eq!(row(&[("Hull", 1, 1)]), "Hull");
    }

    #[test]
    fn a_row_is_not_wider_than_is_read() {
        let cells = (0..100_000).map(|_| (Cell::default(), 200, 200));
        let row = Spanning::default().row(cells);
        assert!(row.len() <= MOST_COLUMNS + MOST, "{}", row.len());
    }
}
