//! Headings that say that the day of what follows is not known: “Date tba”, “Dates à confirmer”.

use super::super::Document;
use super::super::line::Line;
use super::super::surroundings::Heading;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// So many words more may stand in such a line: “Date to be announced (spring)”.
const MOST_MORE: usize = 3;

impl Document<'_> {
    /// Takes such a line over entries: they do not have the day of the heading above it. `following` is the
    /// next line that is not blank. Whether it is one.
    pub fn takes_undated(&mut self, line: &Line, following: Option<&Line>) -> bool {
        let is_entry = |next: &Line| {
            let hour = next.has_clock() && !next.has_date() && !next.is_pure_when();
            hour || self.begins_like_entry(next)
        };
        let over_entries = || following.is_some_and(is_entry);
        if !is_undated(line) || !self.lead.is_empty() || !over_entries() {
            return false;
        }
        self.finish();
        let reason = format!(
            "the heading above, “{}”, says that its day is not known yet: write the day once there is one",
            line.text.trim().trim_end_matches([':', '：'])
        );
        self.set_day(line, Heading::Unread(reason));
        true
    }
}

/// Whether a line says that a day is not known, and little more.
fn is_undated(line: &Line) -> bool {
    // “Date: tba”.
    let text = line.text.replace([':', '：'], " ");
    let tokens = tokens(&text);
    let to = Purpose::Undated.phrases().past(&tokens, 0);
    let more = |to: usize| {
        tokens[to..]
            .iter()
            .filter(|token| token.word().is_some())
            .count()
    };
    to.is_some_and(|to| more(to) <= MOST_MORE)
        && tokens.iter().all(|token| token.digits() == 0)
        && line.links.is_empty()
}
