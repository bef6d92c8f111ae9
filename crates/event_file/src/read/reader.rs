//! What has been read so far: the calendar as it grows, and the problems found.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::json::Json;
use super::row::Row;
use super::scope::Scope;
use super::timezone::KnownZones;
use super::{event, id};
use crate::event::Event;
use crate::file::Calendar;
use crate::problem::{Outcome, Problem, ProblemKind, Severity};
use crate::zone::Zones;

/// The longest label a problem carries, in characters.
const LABEL: usize = 80;

/// Grows a calendar entry by entry.
pub(super) struct Reader<'z> {
    /// The file's text, which the texts of events are parts of.
    text: Arc<String>,
    zones: KnownZones<'z>,
    pub(super) calendar: Calendar,
    pub(super) problems: Vec<Problem>,
    /// For each event, which entry of the file it was.
    entries: Vec<usize>,
    /// Entries so far.
    count: usize,
}

impl<'z> Reader<'z> {
    pub(super) fn new(text: &Arc<String>, zones: &'z dyn Zones) -> Self {
        Self {
            text: text.clone(),
            zones: KnownZones::new(zones),
            calendar: Calendar::default(),
            problems: Vec::new(),
            entries: Vec::new(),
            count: 0,
        }
    }

    /// The scope of the file itself.
    pub(super) fn file(&mut self) -> Scope<'_> {
        Scope::new(&mut self.problems, &self.text, Map::new())
    }

    /// Takes in the entry gathered in `row`, and empties it. `geometry` is a feature's.
    pub(super) fn entry(&mut self, row: &mut Row<'_>, geometry: Json<'_>) {
        if row.is_empty() && geometry.is_absent() {
            let nothing = row.nothing();
            row.clear();
            return self.unreadable(nothing, ProblemKind::EmptyEntry);
        }
        let before = self.problems.len();
        let rest = std::mem::take(&mut row.rest);
        let mut scope = Scope::new(&mut self.problems, &self.text, rest);
        for name in std::mem::take(&mut row.repeated) {
            let (kind, done) = (ProblemKind::RepeatedField, Outcome::LastUsed);
            scope.note(Severity::Warning, kind, &name, &Json::Null, done);
        }
        let event = event::event(row, geometry, scope, &mut self.zones);
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
    pub(super) fn unreadable(&mut self, json: Json<'_>, kind: ProblemKind) {
        self.problems.push(Problem {
            severity: Severity::Error,
            entry: Some(self.count),
            label: None,
            field: None,
            value: Some(json.shown()),
            kind,
            suggestion: None,
            outcome: Outcome::NotShown,
        });
        self.calendar.unreadable.push(json.into());
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
