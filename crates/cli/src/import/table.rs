//! CSV and TSV: a row for each entry, whatever the delimiter, headings in several languages.

pub mod columns;
pub mod ours;
pub mod row;
pub mod value;

use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use self::columns::{Column, known};
use super::draft::{Draft, Origin, Reading, Reject};
use super::options::Options;
use super::when::order::{Evidence, Reckoning};

/// The most columns of a table.
pub const MOST_COLUMNS: usize = 1000;
/// The most bytes of a row. A quote that is never closed makes the rest of a file one row.
const LONGEST_ROW: usize = 1 << 20;
/// In how many lines at the start a heading is looked for.
const HEADING_WITHIN: usize = 20;

/// Where a table's heading is and what stands between its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    delimiter: u8,
    /// The byte at which the heading begins.
    heading: usize,
}

/// Finds the heading of a table: the first line with two headings that are known, or as many as an
/// editor has told.
pub fn shape(text: &str, decided: &[(String, String)]) -> Option<Shape> {
    let mut at = 0;
    for line in text.split_inclusive('\n').take(HEADING_WITHIN) {
        if line.len() > LONGEST_ROW {
            return None;
        }
        let best = *b",;\t|"
            .iter()
            .max_by_key(|delimiter| known_in(line, **delimiter, decided))?;
        let least = if decided.is_empty() { 2 } else { 1 };
        if known_in(line, best, decided) >= least {
            return Some(Shape {
                delimiter: best,
                heading: at,
            });
        }
        at += line.len();
    }
    None
}

fn known_in(line: &str, delimiter: u8, decided: &[(String, String)]) -> usize {
    let cells: Vec<&str> = line.split(char::from(delimiter)).collect();
    if cells.len() > MOST_COLUMNS {
        return 0;
    }
    let cells: Vec<&str> = cells
        .iter()
        .map(|cell| cell.trim().trim_matches('"'))
        .collect();
    known(&cells, decided)
}

/// Reads a table.
///
/// # Errors
/// It has no heading that is known, or far too many columns.
pub fn read(text: &str, source: &Arc<str>, options: &Options) -> Result<Reading, String> {
    let shape = shape(text, &options.columns)
        .ok_or("no line with headings such as date, title, city; say --map HEADING=FIELD")?;
    let mut reading = Reading::default();
    let mut lines = Lines {
        text,
        at: 0,
        line: 1,
    };
    for before in text[..shape.heading].lines() {
        let number = lines.to(lines.at + before.len());
        if !before
            .trim()
            .trim_matches(char::from(shape.delimiter))
            .is_empty()
        {
            let origin = origin(source, number);
            reading.reject(Reject::new(
                origin,
                before,
                "stands before the heading of the table",
            ));
        }
    }
    lines.to(shape.heading);
    let table = &text[shape.heading..];
    let mut rows = ReaderBuilder::new()
        .delimiter(shape.delimiter)
        .flexible(true)
        .from_reader(table.as_bytes());
    let heading = rows.headers().map_err(|error| error.to_string())?.clone();
    if heading.len() > MOST_COLUMNS {
        return Err(format!(
            "{} columns; at most {MOST_COLUMNS} are read",
            heading.len()
        ));
    }
    let headings: Vec<&str> = heading.iter().collect();
    if ours::is_ours(&headings) {
        ours::read(
            &mut rows,
            &headings,
            &mut lines,
            shape.heading,
            source,
            &mut reading,
        );
        return Ok(reading);
    }
    let columns = columns::columns(&headings, &options.columns);
    let kept = columns.iter().filter_map(|column| match column {
        Column::Other(name) if !name.is_empty() => Some(name.as_str()),
        _ => None,
    });
    let kept: Vec<&str> = kept.take(20).collect();
    if !kept.is_empty() {
        let kept = kept.join(", ");
        reading.notes.push(format!(
            "kept under their own names: {kept}; --map COLUMN=FIELD says what they are"
        ));
    }
    let reckoning = reckoning(table, shape.delimiter, &columns, options);
    let mut record = StringRecord::new();
    loop {
        let from = shape.heading + position(&rows);
        match rows.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                let written = written(text, from, shape.heading + position(&rows));
                let number = lines.to(written.as_ptr() as usize - text.as_ptr() as usize);
                if record.iter().all(|cell| cell.trim().is_empty()) {
                    continue;
                }
                let origin = origin(source, number);
                reading.push(entry(origin, written, &record, &columns, &reckoning));
            }
            Err(error) => {
                let number = lines.to(from);
                reading.reject(Reject::new(origin(source, number), "", error.to_string()));
            }
        }
    }
    Ok(reading)
}

fn entry(
    origin: Origin,
    text: &str,
    record: &StringRecord,
    columns: &[Column],
    reckoning: &Reckoning,
) -> Result<Draft, Box<Reject>> {
    if let Some(reason) = misshapen(text, record, columns.len()) {
        return Err(Box::new(Reject::new(origin, text, reason)));
    }
    row::fill(
        Draft::new(origin, text),
        columns.iter().zip(record),
        reckoning,
    )
}

/// Why a row can't be told apart into its columns.
fn misshapen(text: &str, record: &StringRecord, columns: usize) -> Option<String> {
    if text.len() > LONGEST_ROW {
        return Some(format!(
            "a row of {} bytes, at most {LONGEST_ROW} are read; is a quote not closed?",
            text.len()
        ));
    }
    let more = record
        .iter()
        .skip(columns)
        .any(|cell| !cell.trim().is_empty());
    more.then(|| {
        format!(
            "{} cells under {columns} headings; put cells with a delimiter in quotes",
            record.len()
        )
    })
}

/// What is settled about dates: what the editor says, else what all dates of the table allow.
fn reckoning(table: &str, delimiter: u8, columns: &[Column], options: &Options) -> Reckoning {
    let mut evidence = Evidence::default();
    let dates: Vec<usize> = (0..columns.len())
        .filter(|at| row::is_date(&columns[*at]))
        .collect();
    if options.order.is_none() {
        let mut rows = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(table.as_bytes());
        let mut record = StringRecord::new();
        while let Ok(true) = rows.read_record(&mut record) {
            for cell in dates.iter().filter_map(|at| record.get(*at)) {
                row::see(&mut evidence, cell);
            }
        }
    }
    Reckoning {
        order: options.order.or(evidence.order()),
        year: options.year,
    }
}

fn position(rows: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(rows.position().byte()).unwrap_or(usize::MAX)
}

/// A row as it stands, without the line breaks around it.
fn written(text: &str, from: usize, to: usize) -> &str {
    let to = to.min(text.len());
    text.get(from.min(to)..to)
        .unwrap_or_default()
        .trim_matches(['\n', '\r'])
}

fn origin(source: &Arc<str>, number: u64) -> Origin {
    Origin {
        source: Arc::clone(source),
        unit: "line",
        number,
    }
}

/// Counts lines on the way through a text.
pub struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line on which a byte stands; bytes are asked for in order.
    pub fn to(&mut self, byte: usize) -> u64 {
        let byte = byte.min(self.text.len());
        if byte > self.at {
            let between = &self.text.as_bytes()[self.at..byte];
            self.line += between.iter().filter(|byte| **byte == b'\n').count() as u64;
            self.at = byte;
        }
        self.line
    }
}
