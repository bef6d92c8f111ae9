//! What has been read so far: the calendar as it grows, and the problems found.

use serde_json::{Map, Value};

use super::cell::Cell;
use super::row::Row;
use super::scope::Scope;
use super::{event, id};
use crate::problem::{Outcome, Problem, ProblemKind, Severity};
use crate::{Calendar, Event};

/// The longest label a problem carries, in characters.
const LABEL: usize = 80;

/// Grows a calendar entry by entry.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) calendar: Calendar,
    pub(super) problems: Vec<Problem>,
    /// For each event, which entry of the file it was.
    entries: Vec<usize>,
    /// Entries so far.
    pub(super) count: usize,
}

impl Reader {
    /// The scope of the file itself.
    pub(super) fn file(&mut self) -> Scope<'_> {
        Scope::new(&mut self.problems, Map::new())
    }

    /// Takes in the entry gathered in `row`, and empties it. `geometry` is a feature's.
    pub(super) fn entry(&mut self, row: &mut Row<'_>, geometry: Cell<'_>) {
        let before = self.problems.len();
        let mut scope = Scope::new(&mut self.problems, std::mem::take(&mut row.rest));
        for name in std::mem::take(&mut row.repeated) {
            let (kind, done) = (ProblemKind::RepeatedField, Outcome::LastUsed);
            scope.note(Severity::Warning, kind, &name, &Cell::Absent, done);
        }
        let event = event::event(row, geometry, scope);
        row.clear();
        if before < self.problems.len() {
            let label = label(&event);
            for problem in &mut self.problems[before..] {
                problem.entry = Some(self.count);
                problem.label.clone_from(&label);
            }
        }
        self.calendar.events.push(event);
        self.entries.push(self.count);
        self.count += 1;
    }

    /// Takes in an entry that is no event.
    pub(super) fn unreadable(&mut self, value: Value, kind: ProblemKind) {
        let cell = Cell::from(value.clone());
        self.problems.push(Problem {
            severity: Severity::Error,
            entry: Some(self.count),
            label: None,
            field: None,
            value: Some(cell.shown()),
            kind,
            suggestion: None,
            outcome: Outcome::NotShown,
        });
        self.calendar.unreadable.push(value);
        self.count += 1;
    }

    /// Gives every event its id, and the problems the order of the file.
    pub(super) fn finish(mut self) -> (Calendar, Vec<Problem>) {
        id::assign(&mut self.calendar.events, |event, at, kind, given| {
            self.problems.push(Problem {
                severity: Severity::Warning,
                entry: Some(self.entries[at]),
                label: label(event),
                field: Some("id".to_owned()),
                value: given.map(|id| Value::from(id.as_str()).to_string()),
                kind,
                suggestion: (kind == ProblemKind::RepeatedId).then(|| event.id.to_string()),
                outcome: Outcome::IdSuffixed,
            });
        });
        self.problems.sort_by_key(|problem| problem.entry);
        (self.calendar, self.problems)
    }
}

/// What an editor recognises the event by.
fn label(event: &Event) -> Option<String> {
    let text = if event.title.is_empty() {
        &event.id
    } else {
        &event.title
    };
    let text = text.trim();
    match text.char_indices().nth(LABEL) {
        Some((end, _)) => Some(format!("{}…", &text[..end])),
        None => (!text.is_empty()).then(|| text.to_owned()),
    }
}
