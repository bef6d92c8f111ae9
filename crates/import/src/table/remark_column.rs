//! Short remarks that are not understood, in a column of descriptions in which other rows say that they do not take place.

use super::columns::Column;
use crate::actions::is_action;
use crate::cancelled;
use crate::draft::Draft;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use crate::words::plain;

/// So many cells of a column are looked at.
const LOOKED_AT: usize = 500;

/// A cell of more words or bytes is a description.
const MOST_WORDS: usize = 5;
const LONGEST: usize = 60;

/// What was seen of descriptions.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    cells: usize,
    status: bool,
}

impl Seen {
    /// Takes a cell into account.
    pub fn see(&mut self, column: &Column, cell: &str) {
        if self.status || *column != Column::Known("description") || self.cells >= LOOKED_AT {
            return;
        }
        if is_short(cell) {
            self.cells += 1;
            self.status = cancelled::status_alone(cell).is_some();
        }
    }

    /// Whether one said that its event has a status.
    pub fn state(&self) -> bool {
        self.status
    }
}

fn is_short(cell: &str) -> bool {
    cell.len() <= LONGEST && (1..=MOST_WORDS).contains(&cell.split_whitespace().count())
}

/// “Partenza dalla stazione”, “сбор у БКЗ”: where or how people meet.
fn is_of_meeting(remark: &str) -> bool {
    const MEETING: [&str; 24] = [
        "partenza",
        "ritrovo",
        "concentramento",
        "сбор",
        "збір",
        "сборът",
        "treffpunkt",
        "treffen",
        "sammeln",
        "start",
        "meet",
        "meeting",
        "departure",
        "départ",
        "depart",
        "rendez",
        "salida",
        "concentración",
        "concentração",
        "zbiórka",
        "sraz",
        "samling",
        "verzamelen",
        "mit",
    ];
    let first = plain(remark);
    let first = first.split(' ').next().unwrap_or_default();
    MEETING.iter().any(|word| plain(word) == first)
}

/// “main rally”, “time to follow”: what kind of event it is, or that something of it is known later.
fn is_harmless(remark: &str) -> bool {
    const LATER: [Purpose; 3] = [Purpose::Pending, Purpose::Unannounced, Purpose::Details];
    let tokens = tokens(remark);
    let is_later = |at: usize| {
        let mut found = LATER.iter().map(|later| later.phrases().past(&tokens, at));
        found.any(|past| past.is_some())
    };
    is_action(remark) || (0..tokens.len()).any(is_later)
}

/// Says of the short description of an entry that it may be such a remark.
pub fn doubt(draft: &mut Draft) {
    let remark = draft.text_of("description").filter(|remark| {
        let letters = |letter: char| !letter.is_numeric() && !"/@:".contains(letter);
        is_short(remark)
            && !is_of_meeting(remark)
            && !is_harmless(remark)
            && remark.chars().all(letters)
            && cancelled::status(remark).is_none()
            && !cancelled::names_status(remark)
    });
    if let (Some(remark), None) = (remark, draft.text_of("status")) {
        draft.notes.push(format!(
            "“{remark}” is not understood, in a column where other rows say that they are called off: write “cancelled” there if that is meant"
        ));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::read;
    use crate::options::Options;

    /// How many notes are given of the rows of a table with these remarks.
    #[track_caller]
    fn check(remarks: &[&str], expected: &[usize]) {
        let rows = remarks
            .iter()
            .map(|remark| format!("2027-03-06,18:00,Leeds,March,{remark}\n"));
        let text = format!("Date,Time,City,Title,Remarks\n{}", rows.collect::<String>());
        let source: Arc<str> = "sheet.csv".into();
        let read = read(&text, &source, &Options::new(chrono::NaiveDate::MIN)).unwrap();
        let found: Vec<usize> = read.drafts.iter().map(|draft| draft.notes.len()).collect();
        assert_eq!(found, expected, "{remarks:?}");
    }

    #[test]
    fn a_remark_that_is_not_understood_is_said_beside_others_that_call_off() {
        check(
            &["cancelled", "grommled", "", "Bring 2 drums"],
            &[0, 1, 0, 0],
        );
        check(&["grommled", "with drums"], &[0, 0]);
        check(
            &[
                "cancelled",
                "main rally",
                "time to follow",
                "manif nationale",
            ],
            &[0, 0, 0, 0],
        );
        check(
            &["cancelled", "сбор у БКЗ", "Partenza dalla stazione"],
            &[0, 0, 0],
        );
    }
}
