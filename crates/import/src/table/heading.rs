//! The headings of a table among its first rows, in one row or in two of which the upper spans columns of the lower.

use super::columns::{known, meaning};
use super::shape::says_when;

/// The headings of a table.
#[derive(Debug, PartialEq, Eq)]
pub struct Heading {
    /// One for each column.
    pub names: Vec<String>,
    /// The first row of them.
    pub first: usize,
    /// The first row below them.
    pub after: usize,
}

/// The headings among the first rows: those of the row with the most that are known, two at least, or one when the
/// editor has named columns.
pub fn find(rows: &[Vec<&str>], decided: &[(String, String)], within: usize) -> Option<Heading> {
    let least = if decided.is_empty() { 2 } else { 1 };
    let count = |cells: &Vec<&str>| match is_of_words(cells) {
        true => known(cells, decided),
        false => 0,
    };
    let counts: Vec<usize> = rows.iter().take(within).map(count).collect();
    let most = counts.iter().copied().max().filter(|most| *most >= least)?;
    let at = counts.iter().position(|count| *count == most)?;
    let with_next = |first: usize| {
        let (upper, lower) = (rows.get(first)?, rows.get(first + 1)?);
        let names = joined(upper, lower)?;
        let better = known(&texts(&names), decided) >= most;
        better.then_some(Heading {
            names,
            first,
            after: first + 2,
        })
    };
    let above = at.checked_sub(1);
    with_next(at)
        .or_else(|| above.and_then(with_next))
        .or_else(|| {
            Some(Heading {
                names: rows[at].iter().map(|name| (*name).to_owned()).collect(),
                first: at,
                after: at + 1,
            })
        })
}

fn texts(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

/// Whether cells are words, as headings are: two or more, no date or hour among them.
fn is_of_words(cells: &[&str]) -> bool {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1
        && !cells.iter().any(|cell| says_when(cell))
}

/// The headings of two rows, if the lower has headings that are known below columns that the upper leaves empty or
/// has in common: “Start” over “Date” and “Time”.
pub fn joined(upper: &[&str], lower: &[&str]) -> Option<Vec<String>> {
    let cell = |row: &[&str], at: usize| row.get(at).map_or("", |cell| cell.trim()).to_owned();
    let columns = upper.len().max(lower.len());
    if !is_of_words(lower) || !upper.iter().any(|cell| !cell.trim().is_empty()) {
        return None;
    }
    // “National day of action, 27 February 2027”.
    if upper.iter().any(|cell| says_when(cell)) {
        return None;
    }
    let is_title_line = upper.iter().filter(|cell| !cell.trim().is_empty()).count() == 1;
    let mut spanning = String::new();
    let mut names = Vec::with_capacity(columns);
    let (mut below, mut beside) = (0, 0);
    for at in 0..columns {
        let (above, own) = (cell(upper, at), cell(lower, at));
        if !above.is_empty() {
            spanning.clone_from(&above);
        }
        if own.is_empty() || own == above {
            beside += usize::from(meaning(&above).is_some());
            names.push(above);
            continue;
        }
        if !has_words(&own) {
            return None;
        }
        below += usize::from(above.is_empty() && meaning(&own).is_some());
        let both = format!("{spanning} {own}");
        let is_known = |name: &str| meaning(name).is_some();
        let may_join = !is_title_line || is_known(&spanning);
        names.push(match (may_join && is_known(&both), is_known(&own)) {
            (true, _) => both.trim().to_owned(),
            (false, true) => own,
            // A title above the table is no part of a heading.
            (false, false) if is_title_line && above.is_empty() => own,
            (false, false) if is_known(&spanning) && !above.is_empty() => spanning.clone(),
            (false, false) => both.trim().to_owned(),
        });
    }
    // A line above of which no heading has a part is no heading itself.
    let adds = (0..columns).any(|at| names.get(at).is_some_and(|name| *name != cell(lower, at)));
    (below > 0 && beside + below > 1 && adds).then_some(names)
}

fn has_words(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rows: &[&[&str]], expected: Option<(&[&str], usize)>) {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.to_vec()).collect();
        let found = find(&rows, &[], 25);
        let found = found
            .as_ref()
            .map(|found| (texts(&found.names), found.after));
        let expected = expected.map(|(names, after)| (names.to_vec(), after));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_row_with_the_most_headings() {
        check(
            &[
                &["Spring actions", "", ""],
                &["Date", "City", "Title"],
                &["4 November 2023", "Leeds", "March"],
            ],
            Some((&["Date", "City", "Title"], 2)),
        );
        check(&[&["4 November 2023", "Leeds", "March"]], None);
        check(
            &[&["Date", "City"], &["4 November 2023", "Date City"]],
            Some((&["Date", "City"], 1)),
        );
    }

    #[test]
    fn a_line_above_the_headings_is_none_of_them() {
        for title in ["Walkouts, Saturday 27 February 2027", "Walkouts of schools"] {
            let rows = [
                vec![title, "", ""],
                vec!["Town/City", "Venue", "Start time"],
                vec!["Leeds", "City Square", "12:00"],
            ];
            let found = find(&rows, &[], 25).unwrap();
            assert_eq!((found.first, found.after), (1, 2), "{title}");
            assert_eq!(found.names, ["Town/City", "Venue", "Start time"], "{title}");
        }
    }

    #[test]
    fn headings_in_two_rows() {
        check(
            &[
                &["Title", "Start", "", "City"],
                &["", "Date", "Time", ""],
                &["March", "2023-11-04", "14:00", "Leeds"],
            ],
            Some((&["Title", "Start Date", "Start Time", "City"], 2)),
        );
        check(
            &[
                &["कार्यक्रम", "कब", "", "कहाँ", ""],
                &["", "तारीख", "समय", "शहर", "स्थान"],
                &["मार्च", "2023-11-04", "14:00", "दिल्ली", "जंतर मंतर"],
            ],
            Some((&["कार्यक्रम", "तारीख", "समय", "शहर", "स्थान"], 2)),
        );
        check(
            &[
                &["Date", "City", "Title"],
                &["4 November 2023", "Leeds", "Title"],
            ],
            Some((&["Date", "City", "Title"], 1)),
        );
    }
}
