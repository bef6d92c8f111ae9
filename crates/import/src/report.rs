//! What an import tells: what it did, what an editor should look at, and that the counts add up.

mod places;

use std::fmt::Write as _;

use serde_json::Value;

use self::places::Places;
use super::merge::{Change, Entry};

/// The most remarks printed of a run; the rest are counted.
const MOST: usize = 20;

/// The most different remarks that are counted one by one.
const REMEMBERED: usize = 200;

/// What a run did.
#[derive(Debug, Default)]
pub struct Report {
    lines: String,
    /// What is said, where, and how often.
    notes: Vec<(Places, String)>,
    /// How many more there are.
    more: usize,
    /// Entries found in the sources.
    pub entries: usize,
    /// Entries that did not go in.
    pub rejected: usize,
    /// Single events that the others gave.
    pub events: usize,
    added: usize,
    updated: usize,
    unchanged: usize,
    twice: usize,
}

impl Report {
    /// Something an editor should look at.
    pub fn note(&mut self, at: impl ToString, note: impl Into<String>) {
        let note = note.into();
        let room = self.notes.len() < REMEMBERED;
        let at = at.to_string();
        match self.notes.iter_mut().find(|(_, said)| *said == note) {
            Some((places, _)) => places.add(&at),
            None if room => self.notes.push((Places::new(at), note)),
            None => self.more += 1,
        }
    }

    /// What became of an event; with `shown`, what changes in it.
    pub fn change(&mut self, entry: &Entry, change: &Change, shown: bool) {
        self.events += 1;
        let name = || {
            let fields = entry.fields();
            let text = |field: &str| {
                fields
                    .get(field)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
            };
            let parts = [text("start"), text("title"), text("city")];
            parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        };
        match change {
            Change::Added => {
                self.added += 1;
            }
            Change::Updated { fields, .. } => {
                self.updated += 1;
                if shown {
                    let _ = writeln!(self.lines, "~ {}", name());
                    for (field, before, now) in fields {
                        let _ = writeln!(
                            self.lines,
                            "    {field}: {} → {}",
                            brief(before),
                            brief(now)
                        );
                    }
                }
            }
            Change::Unchanged { .. } => self.unchanged += 1,
            Change::Twice => self.twice += 1,
        }
        if let Change::Updated { kept, .. } | Change::Unchanged { kept } = change
            && !kept.is_empty()
        {
            let kept = kept.join(", ");
            let note = format!("{kept} stays as the file has it; the source says otherwise");
            self.note(name(), note);
        }
    }

    /// All of it in words.
    pub fn text(&self, dry: bool, rejects: Option<&str>) -> String {
        let mut text = self.lines.clone();
        for (places, note) in self.notes.iter().take(MOST) {
            let _ = writeln!(text, "note: {places}: {note}");
        }
        let more = self.notes.len().saturating_sub(MOST) + self.more;
        if more > 0 {
            let _ = writeln!(text, "note: and {more} other remarks");
        }
        let would = if dry { "would be " } else { "" };
        let _ = writeln!(
            text,
            "{} entries read: {} {would}rejected, {} gave {} events ({} {would}added, {} {would}changed, {} unchanged, {} there twice)",
            self.entries,
            self.rejected,
            self.entries.saturating_sub(self.rejected),
            self.events,
            self.added,
            self.updated,
            self.unchanged,
            self.twice
        );
        if let Some(path) = rejects.filter(|_| self.rejected > 0) {
            let _ = writeln!(
                text,
                "what {} rejected, with the reasons: {path}",
                if dry { "would be" } else { "was" }
            );
        }
        text
    }
}

fn brief(value: &Value) -> String {
    let text = match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match text.chars().count() > 60 {
        true => text.chars().take(59).chain(['…']).collect(),
        false => text,
    }
}
