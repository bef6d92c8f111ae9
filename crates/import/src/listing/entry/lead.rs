//! Which lines of a block stand before the one that says when and where: “Sundsvall is not for sale / We march with the others /
//! Old Square, 1.15 pm”.

use super::super::doubts::place_words::tells_where;
use super::super::doubts::unread_words::names_place;
use super::super::line::Line;
use super::super::line::span::Kind;
use super::Entry;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// As many words has the text of a place at most.
const MOST_WORDS: usize = 8;

impl Entry {
    /// The entry with all lines as its lead that stand before its only hour, where a place stands beside this hour, the day is known and
    /// none of these lines is a place or says when.
    pub fn with_lead_of_hour(mut self, day_is_known: bool) -> Self {
        let timed = |line: &Line| line.has_clock();
        let mut hours = (0..self.lines.len()).filter(|at| timed(&self.lines[*at]));
        let (Some(at), None) = (hours.next(), hours.next()) else {
            return self;
        };
        let line = &self.lines[at];
        let before = self.lines.get(self.lead..at).unwrap_or_default();
        let plain = |line: &Line| {
            let texts = line.texts();
            line.label().is_none()
                && line.days().is_none()
                && texts.head == 0
                && !texts.all.iter().any(|text| names_place(text))
        };
        let known = day_is_known || line.has_date();
        if before.is_empty() || !known || !before.iter().all(plain) || !is_where(line) {
            return self;
        }
        self.lead = at;
        self
    }
}

/// Whether a line says, beside its hour, where something is, and nothing else.
fn is_where(line: &Line) -> bool {
    let texts = line.texts();
    let words = texts.all.iter().flat_map(|text| text.split_whitespace());
    // “Samling gångbron Storgatan/E4”.
    let gathers = |text: &str| Purpose::Gather.phrases().past(&tokens(text), 0).is_some();
    let says = |text: &String| names_place(text) || tells_where(text) || gathers(text);
    let stage = line
        .spans
        .iter()
        .any(|span| matches!(span.kind, Kind::Stage(_)));
    let short = words.count() <= MOST_WORDS && !texts.all.is_empty();
    short && line.label().is_none() && (stage || texts.all.iter().any(says))
}
