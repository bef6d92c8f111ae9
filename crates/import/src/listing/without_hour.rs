//! Entries without an hour in a list whose others have one: their words may say it in a way that is not read.

use event_file::event::Status;

use super::Document;
use crate::draft::{Draft, Stamp};

/// Fewer entries with an hour are no list.
const LEAST: usize = 2;

impl Document<'_> {
    /// Says so of each of them of which nothing else is said.
    pub fn report_without_hour(&mut self) {
        // What is refused would mostly have one.
        let refused = self.reading.rejects.len();
        let drafts = &mut self.reading.drafts;
        let with = drafts.iter().filter(|draft| has_hour(draft)).count() + refused;
        let without = |draft: &Draft| {
            !has_hour(draft) && draft.start.is_some() && !draft.hour_is_open && takes_place(draft)
        };
        let count = drafts.iter().filter(|draft| without(draft)).count();
        if with < LEAST.max(2 * count) {
            return;
        }
        for draft in drafts.iter_mut().filter(|draft| without(draft)) {
            if draft.notes.is_empty() {
                let note = note(draft);
                draft.notes.push(note);
            }
        }
    }
}

/// What is said: of an entry in whose words nothing is known, also that they may call it off.
fn note(draft: &Draft) -> String {
    let words = draft.text_of("place").or(draft.text_of("description"));
    let is_name = |words: &&str| words.chars().next().is_some_and(char::is_uppercase);
    let off = words
        .filter(|words| !is_name(words))
        .map(|words| format!("; if “{words}” says that it does not take place, write “cancelled”"));
    format!(
        "no hour is read in it, and the others of the list have one: it has only its day{}",
        off.unwrap_or_default()
    )
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
