//! The rows of a table, each with its line. A quote that is not closed spoils its own row and no other.

use std::sync::Arc;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::shape::{LONGEST_ROW, Shape};
use crate::draft::Origin;

/// The most lines of a cell; a quote that opens more was not meant as one.
const MOST_LINES: usize = 200;

/// Rows, read one after the other.
pub struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    rows: Reader<&'a [u8]>,
    /// Where in the text the reader began.
    base: usize,
    /// A byte and the line it stands on, which only grow.
    at: (usize, u64),
}

/// A row as it stands.
pub struct Row<'a> {
    /// Counted from 1.
    pub line: u64,
    /// Without the line breaks around it.
    pub text: &'a str,
    /// Why it cannot be read; its cells are then none.
    pub broken: Option<String>,
}

impl<'a> Records<'a> {
    /// The rows from the heading on.
    pub fn new(text: &'a str, shape: Shape) -> Self {
        Self {
            text,
            delimiter: shape.delimiter,
            rows: reader(text, shape.delimiter, shape.heading),
            base: shape.heading,
            at: (0, 1),
        }
    }

    /// The next row; its cells are put into `record`.
    pub fn next(&mut self, record: &mut StringRecord) -> Option<Row<'a>> {
        let from = self.position();
        let read = self.rows.read_record(record);
        let to = self.position();
        let written = written(self.text, from, to);
        let start = written.as_ptr() as usize - self.text.as_ptr() as usize;
        let line = self.line(start);
        match read {
            Ok(false) => None,
            Ok(true)
                if is_open(written, self.delimiter)
                    || written.matches('\n').count() > MOST_LINES =>
            {
                // Its first line alone is the broken row; what follows is read again.
                let first = written.lines().next().unwrap_or_default();
                self.restart(start + first.len());
                record.clear();
                Some(Row {
                    line,
                    text: first,
                    broken: Some("a quote (\") that is not closed".to_owned()),
                })
            }
            Ok(true) => Some(Row {
                line,
                text: written,
                broken: None,
            }),
            Err(error) => {
                record.clear();
                Some(Row {
                    line,
                    text: written,
                    broken: Some(error.to_string()),
                })
            }
        }
    }

    fn restart(&mut self, at: usize) {
        self.base = at;
        self.rows = reader(self.text, self.delimiter, at);
    }

    fn position(&self) -> usize {
        let read = usize::try_from(self.rows.position().byte()).unwrap_or(usize::MAX);
        self.base.saturating_add(read).min(self.text.len())
    }

    /// The line on which a byte stands; bytes are asked for in order.
    fn line(&mut self, byte: usize) -> u64 {
        let (at, line) = &mut self.at;
        if byte > *at {
            let between = &self.text.as_bytes()[*at..byte];
            *line += between.iter().filter(|byte| **byte == b'\n').count() as u64;
            *at = byte;
        }
        *line
    }
}

impl Clone for Records<'_> {
    /// The same rows, from the next one on.
    fn clone(&self) -> Self {
        let base = self.position();
        Self {
            text: self.text,
            delimiter: self.delimiter,
            rows: reader(self.text, self.delimiter, base),
            base,
            at: self.at,
        }
    }
}

fn reader(text: &str, delimiter: u8, from: usize) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(&text.as_bytes()[from.min(text.len())..])
}

/// Whether a row of several lines is one only because a quote was not closed: one is open at its end, or is closed in
/// the middle of a cell (RFC 4180, section 2).
fn is_open(row: &str, delimiter: u8) -> bool {
    if !row.contains('\n') {
        return false;
    }
    let bytes = row.as_bytes();
    let (mut at, mut begins, mut inside) = (0, true, false);
    while at < bytes.len() {
        let byte = bytes[at];
        let next = bytes.get(at + 1).copied();
        match byte {
            b'"' if inside && next == Some(b'"') => at += 1,
            b'"' if inside => {
                inside = false;
                let ends =
                    next.is_none_or(|next| next == delimiter || matches!(next, b'\n' | b'\r'));
                if !ends {
                    return true;
                }
            }
            b'"' if begins => inside = true,
            _ => {}
        }
        begins = !inside && byte == delimiter;
        at += 1;
    }
    inside
}

/// A row as it stands, without the line breaks around it.
fn written(text: &str, from: usize, to: usize) -> &str {
    let to = to.min(text.len());
    text.get(from.min(to)..to)
        .unwrap_or_default()
        .trim_matches(['\n', '\r'])
}

/// Why a row cannot be split into its columns.
pub fn misshapen(text: &str, record: &StringRecord, columns: usize) -> Option<String> {
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

/// Where a row stands.
pub fn origin(source: &Arc<str>, number: u64) -> Origin {
    Origin {
        source: Arc::clone(source),
        unit: "line",
        number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shape = Shape {
            delimiter: b',',
            heading: 0,
        };
        let mut records = Records::new(text, shape);
        let mut record = StringRecord::new();
        let mut found = Vec::new();
        while let Some(row) = records.next(&mut record) {
            let cells: Vec<&str> = record.iter().collect();
            found.push(match row.broken {
                Some(_) => format!("{} broken {}", row.line, row.text),
                None => format!("{} {}", row.line, cells.join("|")),
            });
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_quote_that_is_not_closed_spoils_one_row() {
        check("a,b\nc,\"d\ne\",f\n", &["1 a|b", "2 c|d\ne|f"]);
        check(
            "a,b\n1,\"open\n2,x\n3,y\n",
            &["1 a|b", "2 broken 1,\"open", "3 2|x", "4 3|y"],
        );
        check("a,\"b\"\"c\"\nd,5\" e\n", &["1 a|b\"c", "2 d|5\" e"]);
        check("\n\na,b\r\n\r\nc,d", &["3 a|b", "5 c|d"]);
    }

    #[test]
    fn a_quote_closed_by_one_of_another_row_spoils_one_row() {
        check(
            "1,\"open,x\n2,\"a b\",y\n3,z\n",
            &["1 broken 1,\"open,x", "2 2|a b|y", "3 3|z"],
        );
    }
}
