//! Tables in plain text, whose columns are parted by tabs or by two spaces or more, as they are copied from PDF files and web pages.

use super::grid::{Cell, Row};
use super::table::columns::known;
use super::table::shape::says_when;

/// The fewest headings of such a table.
const FEWEST: usize = 3;

/// The longest line that is looked at, in bytes.
const LONGEST: usize = 2000;

/// A cell: the column of characters where it begins, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece<'l> {
    at: usize,
    text: &'l str,
}

/// The rows of the table whose headings stand on a line, and the line after it.
///
/// A line without a day or an hour that leaves the first column empty goes on with the cells of the row above. A day in the first
/// column, also alone on its line, holds for the rows below that leave this column empty.
pub fn table(lines: &[String], at: usize) -> Option<(Vec<Row>, usize)> {
    let headings = headings(&lines[at])?;
    let mut rows = vec![row(at, headings.len(), place(&headings, &headings)?)];
    let (mut next, mut entries) = (at + 1, 0);
    let mut day = "";
    while let Some(line) = lines.get(next) {
        let pieces = pieces(line);
        let says = pieces.iter().any(|piece| says_when(piece.text));
        let begins_first = pieces.first().is_some_and(|piece| {
            headings
                .get(1)
                .is_some_and(|second| piece.at + 1 < second.at)
        });
        if is_rule(line) && entries == 0 {
            next += 1;
            continue;
        }
        let placed = place(&headings, &pieces);
        match placed {
            Some(mut placed) if says && pieces.len() > 1 => {
                match placed.first() {
                    Some((0, first)) => day = if says_when(first) { first } else { "" },
                    _ => placed.push((0, day)),
                }
                rows.push(row(next, headings.len(), placed));
                entries += 1;
            }
            Some(placed) if entries > 0 && !pieces.is_empty() && !begins_first => {
                go_on(rows.last_mut()?, placed);
            }
            // “Saturday 6 March” over the rows of that day.
            _ if pieces.len() == 1 && says && begins_first && is_followed(lines, next) => {
                day = pieces[0].text;
            }
            _ if pieces.is_empty() && is_followed(lines, next) => {}
            _ => break,
        }
        next += 1;
    }
    (entries > 0).then_some((rows, next))
}

/// The headings on a line: three or more, of which two thirds are known, no day and no hour among them.
fn headings(line: &str) -> Option<Vec<Piece<'_>>> {
    let pieces = pieces(line);
    let texts: Vec<&str> = pieces.iter().map(|piece| piece.text).collect();
    let is_heading = texts.len() >= FEWEST
        && !texts.iter().any(|text| says_when(text))
        && known(&texts, &[]) * 3 >= texts.len() * 2;
    is_heading.then_some(pieces)
}

/// The pieces of a line between tabs, or two spaces or more.
fn pieces(line: &str) -> Vec<Piece<'_>> {
    if line.len() > LONGEST {
        return Vec::new();
    }
    let mut pieces = Vec::new();
    let mut from = None;
    let mut gap = 0;
    let mut end = 0;
    for (column, (at, sign)) in line.char_indices().enumerate() {
        let is_wide = matches!(sign, '\t' | '\u{3000}');
        if is_wide || sign.is_whitespace() {
            gap += if is_wide { 2 } else { 1 };
            continue;
        }
        if let (Some((start, first)), true) = (from, gap > 1) {
            pieces.push(Piece {
                at: start,
                text: &line[first..end],
            });
            from = None;
        }
        from.get_or_insert((column, at));
        (gap, end) = (0, at + sign.len_utf8());
    }
    if let Some((start, first)) = from {
        pieces.push(Piece {
            at: start,
            text: &line[first..end],
        });
    }
    pieces
}

/// The column of each piece: one after the other where there are as many as headings, else the one above it. `None` where two stand in
/// one column.
fn place<'l>(headings: &[Piece], pieces: &[Piece<'l>]) -> Option<Vec<(usize, &'l str)>> {
    if pieces.len() == headings.len() {
        let texts = pieces.iter().map(|piece| piece.text);
        return Some(texts.enumerate().collect());
    }
    let mut placed: Vec<(usize, &str)> = Vec::new();
    for piece in pieces {
        let after = headings
            .iter()
            .position(|heading| heading.at > piece.at + 1)
            .unwrap_or(headings.len());
        let column = after.saturating_sub(1);
        if placed.last().is_some_and(|(last, _)| *last >= column) {
            return None;
        }
        placed.push((column, piece.text));
    }
    Some(placed)
}

fn row(at: usize, columns: usize, placed: Vec<(usize, &str)>) -> Row {
    let empty = || Cell {
        text: String::new(),
        link: None,
    };
    let mut cells: Vec<Cell> = std::iter::repeat_with(empty).take(columns).collect();
    for (column, text) in placed {
        if let Some(cell) = cells.get_mut(column) {
            text.clone_into(&mut cell.text);
        }
    }
    Row {
        number: Some(at as u64 + 1),
        cells,
        is_struck: false,
        is_partly_struck: false,
    }
}

/// Adds the pieces of a line to the cells above them.
fn go_on(row: &mut Row, placed: Vec<(usize, &str)>) {
    for (column, text) in placed {
        if let Some(cell) = row.cells.get_mut(column) {
            if !cell.text.is_empty() {
                cell.text.push(' ');
            }
            cell.text.push_str(text);
        }
    }
}

/// `-----  ----`, `=======`
fn is_rule(line: &str) -> bool {
    let signs = line.chars().filter(|sign| !sign.is_whitespace());
    line.trim().len() > 2 && signs.clone().all(|sign| "-=_+–—─".contains(sign))
}

/// Whether the next line is a row.
fn is_followed(lines: &[String], at: usize) -> bool {
    let next = lines.get(at + 1).map(|line| pieces(line));
    next.is_some_and(|pieces| pieces.len() > 1 && pieces.iter().any(|piece| says_when(piece.text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let rows = table(&lines, 0).map(|(rows, _)| rows).unwrap_or_default();
        let rows: Vec<Vec<&str>> = rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect())
            .collect();
        assert_eq!(rows, expected, "{text}");
    }

    #[test]
    fn columns_of_spaces_are_a_table() {
        check(
            "Datum       Zeit         Thema          Ort\n\
             ----------------------------------------------\n\
             06.03.2027  14:00-16:00  Gegen Krieg    Alter Markt\n\
             \x20           17:00        Mahnwache      Platz der\n\
             \x20                                       Republik\n",
            &[
                &["Datum", "Zeit", "Thema", "Ort"],
                &["06.03.2027", "14:00-16:00", "Gegen Krieg", "Alter Markt"],
                &["06.03.2027", "17:00", "Mahnwache", "Platz der Republik"],
            ],
        );
        check(
            "Date\tTime\tCity\tPlace\n6 March 2027\t2 pm\tLeeds\tTown Hall\n\nAll are welcome\n",
            &[
                &["Date", "Time", "City", "Place"],
                &["6 March 2027", "2 pm", "Leeds", "Town Hall"],
            ],
        );
    }

    #[test]
    fn a_day_holds_for_the_rows_below() {
        check(
            "Date       Time   Place\n\
             Saturday 6 March\n\
             \x20          14:00  Town Hall, Leeds\n\
             Sunday 7 March\n\
             \x20          11:00  Guildhall, Hull\n",
            &[
                &["Date", "Time", "Place"],
                &["Saturday 6 March", "14:00", "Town Hall, Leeds"],
                &["Sunday 7 March", "11:00", "Guildhall, Hull"],
            ],
        );
    }

    #[test]
    fn other_lines_are_none() {
        check("Rally  March  Vigil\nLeeds  2 pm  Town Hall\n", &[]);
        check("Date   Time\n6 March 2027   2 pm\n", &[]);
        check("Date   Time   Place\nno rows\n", &[]);
    }
}
