//! Tables without headings whose rows stand in groups, below a row with one cell: “6 December 2026;;;” or “LEEDS;;;”. They are
//! handed on as a listing whose columns are parted by `|`, so that a row is an entry though no cell of it is an hour.

use csv::{ReaderBuilder, StringRecord};

use super::shape::says_when;
use crate::actions::is_action;

/// Fewer columns are no table.
const LEAST_COLUMNS: usize = 3;

/// The label that the column of titles gets.
const TITLE: &str = "Title: ";

/// The lines of such a table as those of a listing, each with its own number; `None` where a text is none.
pub fn as_listing(text: &str) -> Option<String> {
    let rows = b";\t,"
        .iter()
        .find_map(|delimiter| rows(text, *delimiter))?;
    let titles = titles(&rows);
    let mut listing = String::with_capacity(text.len());
    for row in &rows {
        let mut filled = row.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        if is_heading(row) {
            listing.extend(filled.next().map(|(_, cell)| cell));
        } else {
            for (number, (column, cell)) in filled.enumerate() {
                listing.push_str(if number > 0 { " | " } else { "" });
                listing.push_str(if titles == Some(column) { TITLE } else { "" });
                listing.push_str(cell);
            }
        }
        listing.push('\n');
    }
    Some(listing)
}

/// The rows of a grouped table, one of each line: all of as many cells, some of them headings, and of the others no few with
/// a day or an hour.
fn rows(text: &str, delimiter: u8) -> Option<Vec<StringRecord>> {
    let rows: Option<Vec<StringRecord>> = text.lines().map(|line| row(line, delimiter)).collect();
    let rows = rows?;
    let mut filled = rows.iter().filter(|row| !row.is_empty());
    let columns = filled.next()?.len();
    let is_even = columns >= LEAST_COLUMNS && filled.all(|row| row.len() == columns);
    let entries = || entries(&rows);
    let dated = entries().filter(|row| row.iter().any(says_when)).count();
    let is_table =
        is_even && rows.iter().any(is_heading) && dated > 0 && dated * 3 >= entries().count();
    is_table.then_some(rows)
}

/// The cells of a line; none where it is blank. `None` where a cell goes on in the next line.
fn row(line: &str, delimiter: u8) -> Option<StringRecord> {
    if line.trim().is_empty() {
        return Some(StringRecord::new());
    }
    if !line.matches('"').count().is_multiple_of(2) {
        return None;
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_reader(line.as_bytes());
    let mut row = StringRecord::new();
    matches!(reader.read_record(&mut row), Ok(true)).then_some(())?;
    row.trim();
    Some(row)
}

/// Whether only the first cell of a row says something.
fn is_heading(row: &StringRecord) -> bool {
    let mut cells = row.iter().map(str::is_empty);
    cells.next() == Some(false) && cells.all(|empty| empty)
}

/// The rows that are neither blank nor headings.
fn entries(rows: &[StringRecord]) -> impl Iterator<Item = &StringRecord> {
    let is_filled = |row: &&StringRecord| row.iter().any(|cell| !cell.is_empty());
    rows.iter().filter(is_filled).filter(|row| !is_heading(row))
}

/// The column whose cells say what people do, if most of them do and those of no other column do so as often.
fn titles(rows: &[StringRecord]) -> Option<usize> {
    let all = entries(rows).count();
    let columns = rows.iter().map(StringRecord::len).max()?;
    let actions = |column: usize| {
        let cells = entries(rows).filter_map(|row| row.get(column));
        cells.filter(|cell| is_action(cell)).count()
    };
    let counts: Vec<usize> = (0..columns).map(actions).collect();
    let most = counts
        .iter()
        .copied()
        .max()
        .filter(|most| most * 2 >= all)?;
    let mut with_most = (0..columns).filter(|column| counts.get(*column) == Some(&most));
    let found = with_most.next();
    found.filter(|_| with_most.next().is_none())
}

#[cfg(test)]
mod tests {
    use crate::options::Options;
    use crate::source::read;

    /// What the events of a table are: start, title, place, status.
    #[track_caller]
    fn check(rows: &[&str], expected: &[&str]) {
        let text = rows.join("\n");
        let options = Options::new(chrono::NaiveDate::MIN);
        let read = read(text.as_bytes(), "sheet.csv", None, &options).unwrap();
        let found: Vec<String> = read
            .drafts
            .iter()
            .map(|draft| {
                let field = |name: &str| draft.text_of(name).unwrap_or("-");
                let start = draft.start.map_or(String::new(), |start| start.to_string());
                let [title, place, status] = ["title", "place", "status"].map(field);
                format!("{start} {title}, {place}, {status}")
            })
            .collect();
        assert_eq!(found, expected, "{rows:?}");
    }

    #[test]
    fn a_row_without_an_hour_is_an_entry_of_its_own() {
        check(
            &[
                "5 December 2026;;;",
                "Leeds;11:00;City Square;Rally one",
                ";;;",
                "6 December 2026;;;",
                "York;10:00;Market Square;Rally two",
                "Hull;permit pending;Minster Yard;Vigil three",
                "Ripon;cancelled;Old Market;Vigil four",
            ],
            &[
                "2026-12-05T11:00 Rally one, City Square, -",
                "2026-12-06T10:00 Rally two, Market Square, -",
                "2026-12-06 Vigil three, Minster Yard, tentative",
                "2026-12-06 Vigil four, Old Market, cancelled",
            ],
        );
    }

    #[test]
    fn a_group_of_one_row_has_its_own_title() {
        check(
            &[
                "Spring 2027,,,",
                "LYON,,,",
                "05/04/2027,14h00,place Bellecour,Marche pour le climat",
                "LILLE,,,",
                "12/04/2027,16h30,Grand-Place,Lille pour la paix",
                "13/04/2027,18h00,Grand-Place,Rassemblement",
            ],
            &[
                "2027-04-05T14:00 Marche pour le climat, place Bellecour, -",
                "2027-04-12T16:30 Lille pour la paix, Grand-Place, -",
                "2027-04-13T18:00 Rassemblement, Grand-Place, -",
            ],
        );
    }

    #[test]
    fn a_listing_is_no_such_table() {
        for text in [
            "5 December 2026\nLeeds; 11:00; City Square\n",
            "Leeds;11:00;City Square\nYork;12:00;Market Square\n",
            "One, two, three\nfour\n",
            "",
        ] {
            assert_eq!(super::as_listing(text), None, "{text}");
        }
    }
}
