//! A sheet as rows of cells, with the text of merged cells in each row that they span.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, DataRef, Dimensions, Range, Xlsx};

use super::cell::text;
use super::look::Look;
use crate::import::grid::{Cell, Row};
use crate::import::table::MOST_COLUMNS;

/// The most cells of a sheet that are read.
const MOST_CELLS: usize = 4_000_000;

/// Cells by row and column, counted from 0.
type Cells = BTreeMap<u32, BTreeMap<u32, Cell>>;

/// The rows of a sheet of .xlsx, cell by cell: one far away takes no memory for all before it. What the sheet hides is
/// left out, and named.
///
/// # Errors
/// It cannot be read, or has too many cells.
pub fn xlsx(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    look: &Look,
) -> Result<(Vec<Row>, Option<String>), String> {
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let links = book.hyperlinks_by_sheet_name(name).unwrap_or_default();
    let mut cells = Cells::new();
    let mut count = 0;
    let (mut rows, mut columns) = (BTreeSet::new(), BTreeSet::new());
    let mut texts: BTreeMap<u32, Texts> = BTreeMap::new();
    let mut reader = book
        .worksheet_cells_reader(name)
        .map_err(|error| error.to_string())?;
    while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
        let (row, column) = cell.get_position();
        let text = text(&Data::from(cell.get_value().clone()));
        if text.is_empty() {
            continue;
        }
        if look.rows.contains(&row) {
            rows.insert(row);
            continue;
        }
        if look.hides_column(column) {
            columns.insert(column);
            continue;
        }
        if matches!(
            cell.get_value(),
            DataRef::String(_) | DataRef::SharedString(_)
        ) {
            let of_row = texts.entry(row).or_default();
            of_row.all += 1;
            of_row.struck += usize::from(look.struck.contains(&(row, column)));
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
    let mut all = spread(cells, &merged);
    let touched: BTreeSet<u32> = look.struck.iter().map(|(row, _)| *row).collect();
    for row in &mut all {
        let number = row.number.and_then(|number| u32::try_from(number - 1).ok());
        let texts = number.and_then(|number| texts.get(&number));
        row.is_struck =
            texts.is_some_and(|texts| texts.struck * 2 >= texts.all && texts.struck > 0);
        row.is_partly_struck =
            !row.is_struck && number.is_some_and(|number| touched.contains(&number));
    }
    Ok((all, hidden(&rows, &columns)))
}

/// How many texts of a row there are, and are struck through.
#[derive(Default)]
struct Texts {
    all: usize,
    struck: usize,
}

/// “rows 4, 7 and columns F”: what has cells and is not shown.
fn hidden(rows: &BTreeSet<u32>, columns: &BTreeSet<u32>) -> Option<String> {
    const SHOWN: usize = 10;
    let listed = |what: &str, names: Vec<String>| {
        let more = names.len().saturating_sub(SHOWN);
        let shown = names[..names.len() - more].join(", ");
        match (names.len(), more) {
            (0, _) => None,
            (_, 0) => Some(format!("{what} {shown}")),
            (_, more) => Some(format!("{what} {shown} and {more} more")),
        }
    };
    let rows = rows.iter().map(|row| (row + 1).to_string()).collect();
    let columns = columns.iter().map(|column| letters(*column)).collect();
    let parts = [listed("row", rows), listed("column", columns)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// The letters of a column.
fn letters(column: u32) -> String {
    let own = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => own.to_string(),
        more => format!("{}{own}", letters(more - 1)),
    }
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
            ..Row::default()
        }
    };
    cells.into_iter().map(row).collect()
}
