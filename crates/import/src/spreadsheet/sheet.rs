//! A sheet as rows of cells, with the text of merged cells in each row that they span.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Dimensions, Range, Xlsx};

use super::cell::text;
use super::look::Look;
use crate::grid::{Cell, Row};
use crate::table::MOST_COLUMNS;

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
    let mut shown = Shown::new(look);
    let mut reader = book
        .worksheet_cells_reader(name)
        .map_err(|error| error.to_string())?;
    while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
        shown.take(cell.get_position(), &Data::from(cell.get_value().clone()))?;
    }
    for link in links {
        let address = link.target.filter(|address| address.starts_with("http"));
        let (row, column) = link.range.start;
        let cells = shown.cells.get_mut(&row);
        if let Some(cell) = cells.and_then(|row| row.get_mut(&column)) {
            cell.link = address;
        }
    }
    Ok(shown.rows(&merged))
}

/// The rows of a sheet that is read as a whole, without what it hides, and what that is.
///
/// # Errors
/// It has too many cells.
pub fn rows(
    range: &Range<Data>,
    merged: &[Dimensions],
    look: &Look,
) -> Result<(Vec<Row>, Option<String>), String> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut shown = Shown::new(look);
    for (row, column, value) in range.used_cells() {
        shown.take(
            (first_row + row as u32, first_column + column as u32),
            value,
        )?;
    }
    Ok(shown.rows(merged))
}

/// The cells that a sheet shows.
struct Shown<'a> {
    look: &'a Look,
    cells: Cells,
    count: usize,
    /// The rows and columns with cells that it hides.
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<u32>,
    texts: BTreeMap<u32, Texts>,
}

/// How many texts of a row there are, and are struck through.
#[derive(Default)]
struct Texts {
    all: usize,
    struck: usize,
}

impl<'a> Shown<'a> {
    fn new(look: &'a Look) -> Self {
        Self {
            look,
            cells: Cells::new(),
            count: 0,
            hidden_rows: BTreeSet::new(),
            hidden_columns: BTreeSet::new(),
            texts: BTreeMap::new(),
        }
    }

    /// Takes a cell, unless it is empty or hidden.
    fn take(&mut self, (row, column): (u32, u32), value: &Data) -> Result<(), String> {
        let text = text(value);
        if text.is_empty() {
            return Ok(());
        }
        if self.look.rows.contains(&row) {
            self.hidden_rows.insert(row);
            return Ok(());
        }
        if self.look.hides_column(column) {
            self.hidden_columns.insert(column);
            return Ok(());
        }
        if matches!(value, Data::String(_)) {
            let of_row = self.texts.entry(row).or_default();
            of_row.all += 1;
            of_row.struck += usize::from(self.look.struck.contains(&(row, column)));
        }
        self.count += 1;
        if self.count > MOST_CELLS {
            return Err(format!("more than {MOST_CELLS} cells; save it as CSV"));
        }
        let cell = Cell { text, link: None };
        self.cells.entry(row).or_default().insert(column, cell);
        Ok(())
    }

    /// The rows, those struck through marked, and what is hidden.
    fn rows(self, merged: &[Dimensions]) -> (Vec<Row>, Option<String>) {
        let mut all = spread(self.cells, merged);
        let touched: BTreeSet<u32> = self.look.struck.iter().map(|(row, _)| *row).collect();
        for row in &mut all {
            let number = row.number.and_then(|number| u32::try_from(number - 1).ok());
            let texts = number.and_then(|number| self.texts.get(&number));
            row.is_struck =
                texts.is_some_and(|texts| texts.struck * 2 >= texts.all && texts.struck > 0);
            row.is_partly_struck =
                !row.is_struck && number.is_some_and(|number| touched.contains(&number));
        }
        (all, hidden(&self.hidden_rows, &self.hidden_columns))
    }
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
