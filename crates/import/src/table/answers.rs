//! What the answers of a row say together: of two, the one counts that says less surely that the event takes place.

use event_file::event::Status;

use super::flag::{Flag, Says};
use super::value;
use crate::draft::Draft;

/// The answers of a row.
#[derive(Debug, Default)]
pub struct Answers {
    status: Option<Status>,
    /// Headings and cells that leave it open whether it takes place.
    unclear: Vec<(String, String)>,
    /// Headings and days that may be those to which it is moved.
    days: Vec<(String, String)>,
}

impl Answers {
    /// Takes a cell; an empty one too.
    pub fn take(&mut self, draft: &mut Draft, flag: &Flag, heading: &str, cell: &str) {
        let heading = heading.trim();
        let says = match cell.is_empty() {
            true => flag.empty(),
            false => flag.says(cell),
        };
        match says {
            Says::Private => {
                let shown = if cell.is_empty() { "no tick" } else { cell };
                draft.private = Some(format!("{heading}: {shown}"));
            }
            Says::Status(status) => {
                if self.status.is_none_or(|before| rank(status) > rank(before)) {
                    self.status = Some(status);
                }
            }
            Says::Unclear => self.unclear.push((heading.to_owned(), cell.to_owned())),
            Says::Day => self.days.push((heading.to_owned(), cell.to_owned())),
            Says::Text => {
                let kept = draft.fields.entry(flag.name.clone());
                kept.or_insert_with(|| cell.into());
            }
            Says::Fine => draft.confirmed |= flag.confirms(cell),
            Says::LeftOut => {}
        }
    }

    /// Puts the status that follows. `is_start` tells whether a cell is the day of the event.
    pub fn settle(self, draft: &mut Draft, is_start: impl Fn(&str) -> bool) {
        if let Some(status) = self.status {
            let open = draft
                .text_of("status")
                .is_none_or(|has| ["scheduled", "tentative"].contains(&has));
            if open {
                draft.put("status", status.name());
            }
            if status == Status::Tentative {
                let note = "it is not confirmed: listed as tentative";
                draft.notes.push(note.to_owned());
            }
        }
        for (heading, cell) in self.days {
            value::keep(draft, &heading, &cell);
            if is_start(&cell) {
                continue;
            }
            let open = draft
                .text_of("status")
                .is_none_or(|has| ["scheduled", "tentative"].contains(&has));
            if open {
                draft.put("status", Status::Postponed.name());
            }
            draft.notes.push(format!(
                "“{heading}: {cell}” is another day than its date: listed as postponed on its date; --map says which is the day"
            ));
        }
        for (heading, cell) in self.unclear {
            value::keep(draft, &heading, &cell);
            value::unclear(draft, &heading, &cell);
        }
    }
}

/// How much a status says against going there.
pub(super) fn rank(status: Status) -> u8 {
    match status {
        Status::Scheduled => 0,
        Status::MovedOnline | Status::Rescheduled => 1,
        Status::Tentative => 2,
        Status::Postponed => 3,
        Status::Cancelled => 4,
    }
}
