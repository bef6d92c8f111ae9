//! Entries without an hour in a list whose others have one: their words may say it in a way that is not read.

use event_file::event::Status;

use super::Document;
use crate::import::draft::{Draft, Stamp};

/// Fewer entries with an hour are no list.
const LEAST: usize = 2;

impl Document<'_> {
    /// Says so of each of them of which nothing else is said.
    pub fn report_without_hour(&mut self) {
        let drafts = &mut self.reading.drafts;
        let with = drafts.iter().filter(|draft| has_hour(draft)).count();
        let without = |draft: &Draft| {
            !has_hour(draft) && draft.start.is_some() && !draft.hour_is_open && takes_place(draft)
        };
        let count = drafts.iter().filter(|draft| without(draft)).count();
        if with < LEAST.max(2 * count) {
            return;
        }
        for draft in drafts.iter_mut().filter(|draft| without(draft)) {
            if draft.notes.is_empty() {
                draft.notes.push(
                    "no hour is read in it, and the others of the list have one: it has only its day"
                        .to_owned(),
                );
            }
        }
    }
}

fn has_hour(draft: &Draft) -> bool {
    matches!(&draft.start, Some(Stamp::Wall(at)) if at.time.is_some())
}

/// What is called off needs no hour.
fn takes_place(draft: &Draft) -> bool {
    let status = draft.text_of("status");
    let off = [Status::Cancelled, Status::Postponed].map(Status::name);
    status.is_none_or(|status| !off.contains(&status))
}
