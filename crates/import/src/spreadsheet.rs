//! Spreadsheets of Excel and OpenDocument: each sheet that is shown, as a table.

mod cell;
mod look;
mod sheet;

use std::io::Cursor;
use std::sync::Arc;

use calamine::{Error, Ods, Reader as _, SheetVisible, Sheets, Xls, Xlsb, Xlsx};
use zip::ZipArchive;

use self::look::Look;
use super::draft::Reading;
use super::grid::{self, Grid};
use super::options::Options;

/// The most bytes that the parts of a spreadsheet may have, unpacked.
const LARGEST: u64 = 512 << 20;
/// In how many rows at the start of a sheet its headings are looked for.
const HEADING_WITHIN: usize = 25;

/// Reads a spreadsheet.
///
/// # Errors
/// It cannot be opened, is too large, or no sheet of it has rows with dates.
pub fn read(bytes: &[u8], source: &Arc<str>, options: &Options) -> Result<Reading, String> {
    if unpacked(bytes) > LARGEST {
        let most = LARGEST >> 20;
        return Err(format!(
            "a spreadsheet of more than {most} MiB; save its sheets as CSV"
        ));
    }
    let mut book = open(bytes)
        .map_err(|error| format!("a spreadsheet that cannot be opened: {error}; save it as CSV"))?;
    let shown: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let mut grids = Vec::new();
    let mut notes = Vec::new();
    for (number, (name, is_shown)) in shown.into_iter().enumerate() {
        if !is_shown {
            notes.push(format!("the sheet “{name}” is hidden, and not read"));
            continue;
        }
        let look = match book {
            Sheets::Xlsx(_) => look::xlsx::look(bytes, &name),
            Sheets::Ods(_) => look::ods::look(bytes, &name),
            Sheets::Xls(_) => look::xls::look(bytes, number),
            Sheets::Xlsb(_) => Look::default(),
        };
        if let Sheets::Xlsb(_) = book {
            let note = "hidden rows and columns of .xlsb are read as well; save it as .xlsx to leave them out";
            notes.push(format!("the sheet “{name}”: {note}"));
        }
        let (rows, hidden) =
            rows(&mut book, &name, &look).map_err(|why| format!("the sheet “{name}”: {why}"))?;
        notes.extend(hidden.map(|parts| format!("the sheet “{name}” hides {parts}: not read")));
        if !rows.is_empty() {
            grids.push((name, rows));
        }
    }
    let several = grids.len() > 1;
    let mut reading = Reading::default();
    for (name, rows) in grids {
        let source: Arc<str> = match several {
            true => format!("{source}, sheet “{name}”").into(),
            false => Arc::clone(source),
        };
        let grid = Grid {
            above: vec![name.clone()],
            rows,
            heading_within: HEADING_WITHIN,
            unit: "row",
        };
        let before = reading.entries;
        let is_table = grid::take(&grid, &source, options, &mut reading);
        if several {
            let found = reading.entries - before;
            notes.push(match (is_table, found) {
                (false, 0) => {
                    format!("the sheet “{name}” has no headings that are known, and is not read")
                }
                _ => format!("the sheet “{name}” has {found} entries"),
            });
        }
    }
    if reading.entries == 0 {
        return Err(
            "a spreadsheet without a row of headings such as date, title, city; say --map HEADING=FIELD"
                .to_owned(),
        );
    }
    reading.notes.splice(0..0, notes);
    Ok(reading)
}

/// Opens a spreadsheet of the format that its content tells.
fn open(bytes: &[u8]) -> Result<Sheets<Cursor<&[u8]>>, Error> {
    let cursor = || Cursor::new(bytes);
    let Ok(archive) = ZipArchive::new(cursor()) else {
        return Ok(Sheets::Xls(Xls::new(cursor())?));
    };
    let has = |name: &str| {
        archive
            .file_names()
            .flatten()
            .any(|own| own.eq_ignore_ascii_case(name))
    };
    Ok(if has("xl/workbook.xml") {
        Sheets::Xlsx(Xlsx::new(cursor())?)
    } else if has("xl/workbook.bin") {
        Sheets::Xlsb(Xlsb::new(cursor())?)
    } else {
        Sheets::Ods(Ods::new(cursor())?)
    })
}

/// The rows of a sheet, and what of it is hidden.
fn rows(
    book: &mut Sheets<Cursor<&[u8]>>,
    name: &str,
    look: &Look,
) -> Result<(Vec<grid::Row>, Option<String>), String> {
    match book {
        Sheets::Xlsx(book) => sheet::xlsx(book, name, look),
        Sheets::Xls(book) => {
            let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
            let range = book
                .worksheet_range(name)
                .map_err(|error| error.to_string())?;
            sheet::rows(&range, &merged, look)
        }
        other => {
            let range = other
                .worksheet_range(name)
                .map_err(|error| error.to_string())?;
            sheet::rows(&range, &[], look)
        }
    }
}

/// How many bytes the parts of a ZIP archive say that they have, unpacked.
fn unpacked(bytes: &[u8]) -> u64 {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return 0;
    };
    (0..archive.len())
        .filter_map(|at| archive.by_index_raw(at).ok().map(|file| file.size()))
        .fold(0, u64::saturating_add)
}

#[cfg(test)]
mod tests;
