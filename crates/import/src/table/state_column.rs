//! Whether a column called “estado” or “state” says in which part of a country events are, or whether they take place.

use gazetteer::{Gazetteer, countries};

use super::columns::Column;
use super::remark::is_status;
use crate::words::value;

/// Headings that mean a part of a country, a country, and whether something takes place.
const EITHER: [&str; 7] = ["estado", "state", "stato", "stat", "estat", "stát", "staat"];

/// So many cells of a column are looked at.
const LOOKED_AT: usize = 500;

/// What was seen of the columns of regions and countries.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    cells: usize,
    place: bool,
    status: bool,
}

impl Seen {
    /// Takes a cell into account.
    pub fn see(&mut self, column: &Column, cell: &str) {
        let settled = self.place && self.status || self.cells >= LOOKED_AT;
        if settled || !matches!(column, Column::Known("region" | "country")) {
            return;
        }
        self.cells += 1;
        if !self.status && says_whether(cell) {
            self.status = true;
        } else if !self.place {
            self.place = is_place(cell);
        }
    }

    /// Whether columns with such a heading hold nothing but names, so that one that is not known is a name as well.
    pub fn are_places(&self) -> bool {
        self.place && !self.status
    }
}

/// Whether a cell of a column of regions or countries says whether its event takes place. Under a heading that means either,
/// words that are neither a place nor a status do; `are_places` tells that all others of the column are places.
pub fn is_of_event(column: &Column, heading: &str, cell: &str, are_places: bool) -> bool {
    let is_region = *column == Column::Known("region");
    let either = is_either(heading);
    (is_region || either) && is_status(cell) || either && !are_places && !is_place(cell)
}

/// Compared without its marks: this is asked of every row.
pub fn is_either(heading: &str) -> bool {
    let heading = heading.trim().trim_end_matches([':', '?']);
    let is = |word: &str| {
        heading.eq_ignore_ascii_case(word) || !word.is_ascii() && heading.to_lowercase() == word
    };
    EITHER.iter().any(|word| is(word))
}

fn says_whether(cell: &str) -> bool {
    is_status(cell) || matches!(value(cell), Some("scheduled"))
}

/// Whether a cell names a country or a part of one, by its name or an abbreviation.
fn is_place(cell: &str) -> bool {
    const LONGEST_CODE: usize = 4;
    let name = cell
        .split(['(', ',', '/'])
        .next()
        .unwrap_or_default()
        .trim();
    let letters = name.chars().filter(|letter| letter.is_alphabetic());
    let code = letters.clone().count() <= LONGEST_CODE && letters.clone().all(char::is_uppercase);
    let abbreviated = name.contains('.') && name.starts_with(char::is_uppercase);
    code || abbreviated
        || cell.chars().all(|letter| !letter.is_alphabetic())
        || countries::code(name).is_some()
        || !Gazetteer::embedded().regions(name, None).is_empty()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::read;
    use crate::options::Options;

    /// Of rows with a column of this heading, region (or country) and status.
    #[track_caller]
    fn check(heading: &str, cells: &[&str], expected: &[(&str, &str)]) {
        let rows = cells
            .iter()
            .map(|cell| format!("2027-03-06,18:00,Sevilla,Marcha,{cell}\n"));
        let rows: String = rows.collect();
        let text = format!("Fecha,Hora,Ciudad,Título,{heading}\n{rows}");
        let source: Arc<str> = "sheet.csv".into();
        let read = read(&text, &source, &Options::new(chrono::NaiveDate::MIN)).unwrap();
        let found: Vec<(&str, &str)> = read
            .drafts
            .iter()
            .map(|draft| {
                let region = draft.text_of("region").or(draft.text_of("country"));
                let status = draft.text_of("status");
                (region.unwrap_or_default(), status.unwrap_or_default())
            })
            .collect();
        assert_eq!(found, expected, "{heading}: {cells:?}");
        for (draft, (_, status)) in read.drafts.iter().zip(expected) {
            let said =
                *status != "tentative" || draft.notes.iter().any(|note| note.contains("status"));
            assert!(said, "{heading}: {cells:?}");
        }
    }

    #[test]
    fn words_that_are_no_region_are_a_status() {
        let cells = ["Activo", "Zorbal", "Suspendido", "Denegada", "Se hace"];
        let expected = [
            ("", "scheduled"),
            ("", "tentative"),
            ("", "cancelled"),
            ("", "cancelled"),
            ("", "scheduled"),
        ];
        for heading in ["Estado", "estado", "state", "State", "Stato"] {
            check(heading, &cells, &expected);
        }
        check("Estado", &["Zorbal"], &[("", "tentative")]);
        check(
            "Stato",
            &["Attivo", "Sospeso"],
            &[("", "scheduled"), ("", "cancelled")],
        );
    }

    #[test]
    fn regions_are_regions_and_so_are_unknown_ones_among_them() {
        let cells = ["Jalisco", "Edo. Méx.", "Xorbal", "TX"];
        let expected = [
            ("Jalisco", ""),
            ("Edo. Méx.", ""),
            ("Xorbal", ""),
            ("TX", ""),
        ];
        check("Estado", &cells, &expected);
        check("Bundesland", &["Zorbal"], &[("Zorbal", "")]);
        check(
            "Estado",
            &["Jalisco", "Cancelado", "Zorbal"],
            &[("Jalisco", ""), ("", "cancelled"), ("", "tentative")],
        );
        check("Stato", &["Italia"], &[("Italia", "")]);
    }
}
