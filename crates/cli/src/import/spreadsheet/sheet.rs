//! A sheet as rows of cells, with the text of merged cells in each row that they span.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Dimensions, Range, Xlsx};

use super::cell::text;
use crate::import::grid::{Cell, Row};
use crate::import::table::MOST_COLUMNS;

/// The most cells of a sheet that are read.
const MOST_CELLS: usize = 4_000_000;

/// Cells by row and column, counted from 0.
type Cells = BTreeMap<u32, BTreeMap<u32, Cell>>;

/// The rows of a sheet of .xlsx, cell by cell: one far away takes no memory for all before it.
///
/// # Errors
/// It cannot be read, or has too many cells.
pub fn xlsx(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Row>, String> {
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let links = book.hyperlinks_by_sheet_name(name).unwrap_or_default();
    let mut cells = Cells::new();
    let mut count = 0;
    let mut reader = book
        .worksheet_cells_reader(name)
        .map_err(|error| error.to_string())?;
    while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
        let (row, column) = cell.get_position();
        let text = text(&Data::from(cell.get_value().clone()));
        if text.is_empty() {
            continue;
        }
        count += 1;
        if count > MOST_CELLS {
            return Err(format!("more than {MOST_CELLS} cells; save it as CSV"));
        }
        let link = None;
        cells
            .entry(row)
            .or_default()
            .insert(column, Cell { text, link });
    }
    for link in links {
        let address = link.target.filter(|address| address.starts_with("http"));
        let (row, column) = link.range.start;
        let cell = cells.get_mut(&row).and_then(|row| row.get_mut(&column));
        if let Some(cell) = cell {
            cell.link = address;
        }
    }
    Ok(spread(cells, &merged))
}

/// The rows of a sheet that is read as a whole.
pub fn rows(range: &Range<Data>, merged: &[Dimensions]) -> Vec<Row> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut cells = Cells::new();
    for (row, column, value) in range.used_cells() {
        let (row, column) = (first_row + row as u32, first_column + column as u32);
        let cell = Cell {
            text: text(value),
            link: None,
        };
        cells.entry(row).or_default().insert(column, cell);
    }
    spread(cells, merged)
}

/// Rows with the text of cells merged downwards in each of their rows.
fn spread(mut cells: Cells, merged: &[Dimensions]) -> Vec<Row> {
    for area in merged {
        let ((top, left), (bottom, _)) = (area.start, area.end);
        let Some(cell) = cells.get(&top).and_then(|row| row.get(&left)).cloned() else {
            continue;
        };
        for (_, row) in cells.range_mut(top.saturating_add(1)..=bottom.max(top.saturating_add(1))) {
            if bottom > top {
                row.entry(left).or_insert_with(|| cell.clone());
            }
        }
    }
    let row = |(number, cells): (u32, BTreeMap<u32, Cell>)| {
        let last = cells.last_key_value().map_or(0, |(column, _)| *column);
        let width = (last as usize + 1).min(MOST_COLUMNS + 1);
        let mut all = vec![Cell::default(); width];
        for (column, cell) in cells {
            if let Some(place) = all.get_mut(column as usize) {
                *place = cell;
            }
        }
        Row {
            number: Some(u64::from(number) + 1),
            cells: all,
            is_struck: false,
        }
    };
    cells.into_iter().map(row).collect()
}
