//! A column of hours whose heading is not known: no cell of it can be anything else.

use csv::StringRecord;

use super::columns::Column;
use super::records::Records;
use super::{shape, stamp};

/// Takes the one unknown column whose cells are all hours for the time, where a table has none; what is said about it.
pub(super) fn find(
    records: &Records<'_>,
    columns: &mut [Column],
    headings: &[&str],
) -> Option<String> {
    let is_time = |column: &Column| matches!(column, Column::Known("time" | "all_day"));
    if columns.iter().any(is_time) {
        return None;
    }
    let mut records = records.clone();
    let mut record = StringRecord::new();
    let mut hours = vec![0_usize; columns.len()];
    let mut others = vec![0_usize; columns.len()];
    while records.next(&mut record).is_some() {
        for (at, (column, cell)) in columns.iter().zip(&record).enumerate() {
            let cell = cell.trim();
            match column {
                // The day says the hour.
                Column::Known("start") if stamp::clock_of(cell).is_some() => return None,
                Column::Other(_) if !cell.is_empty() => match is_hour(cell) {
                    true => hours[at] += 1,
                    false => others[at] += 1,
                },
                _ => {}
            }
        }
    }
    let mut found = (0..columns.len()).filter(|at| hours[*at] > 0 && others[*at] == 0);
    match (found.next(), found.next()) {
        (Some(at), None) => {
            columns[at] = Column::Known("time");
            Some(format!(
                "“{}” holds hours: taken for the time; --map COLUMN=FIELD says otherwise",
                headings[at].trim()
            ))
        }
        (Some(one), Some(other)) => Some(format!(
            "“{}” and “{}” hold hours that are not read; --map COLUMN=time says which is the beginning",
            headings[one].trim(),
            headings[other].trim()
        )),
        _ => None,
    }
}

/// Whether a cell can be nothing but an hour, or says that it is open.
fn is_hour(cell: &str) -> bool {
    matches!(stamp::clock(cell), Ok(Some(_))) && shape::says_hour(cell)
}
