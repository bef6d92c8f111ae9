//! Ids: links to events break when they change.

use std::collections::{HashMap, HashSet};

use event_file::{Calendar, Event};
use fold::fold;

use super::super::finding::{Change, Finding, Severity, short};
use super::super::subject::Subject;

/// The file as it was.
pub struct Before {
    /// Every id it had.
    ids: HashSet<String>,
    /// Ids by what an event is recognised by; `None` when several were alike.
    by_likeness: HashMap<String, Option<String>>,
}

impl Before {
    /// What to remember of the file as it was.
    pub fn new(calendar: &Calendar) -> Self {
        let mut by_likeness: HashMap<String, Option<String>> = HashMap::new();
        for event in &calendar.events {
            for likeness in likenesses(event) {
                by_likeness
                    .entry(likeness)
                    .and_modify(|id| *id = None)
                    .or_insert_with(|| Some(event.id.to_string()));
            }
        }
        let ids = calendar.events.iter().map(|event| event.id.to_string());
        Self {
            ids: ids.collect(),
            by_likeness,
        }
    }
}

/// What an event may be recognised by when its id is another.
fn likenesses(event: &Event) -> Vec<String> {
    let city = fold(event.city.as_deref().unwrap_or_default());
    let start = event
        .start
        .map(|start| start.to_string())
        .unwrap_or_default();
    let title = fold(&event.title);
    let mut all = vec![
        format!("title\0{title}\0{start}\0{city}"),
        format!(
            "day\0{title}\0{}\0{city}",
            start.get(..10).unwrap_or_default()
        ),
    ];
    if let Some(url) = &event.url {
        all.push(format!(
            "url\0{url}\0{}",
            start.get(..10).unwrap_or_default()
        ));
    }
    all
}

pub fn check(subjects: &[Subject<'_>], before: Option<&Before>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(before) = before {
        let now: HashSet<&str> = subjects.iter().map(|one| one.event.id.as_str()).collect();
        findings.extend(
            subjects
                .iter()
                .filter_map(|subject| changed(subject, before, &now)),
        );
    }
    let without: Vec<&Subject<'_>> = subjects.iter().filter(|one| !one.has_id).collect();
    if let Some(first) = without.first() {
        let message = match without.len() {
            1 => "An event has no id. It gets one made of title, start and city, which changes with them, and links to it break.".to_owned(),
            several => format!(
                "{several} events have no id. They get one made of title, start and city, which changes with them, and links to them break."
            ),
        };
        let finding = Finding::new(Severity::Note, "no_id", first.entry, "id", message);
        findings.push(finding.help(format!(
            "Write \"id\": \"{}\" into the first.",
            first.event.id
        )));
    }
    findings
}

fn changed(subject: &Subject<'_>, before: &Before, now: &HashSet<&str>) -> Option<Finding> {
    let event = subject.event;
    if before.ids.contains(event.id.as_str()) {
        return None;
    }
    let was = likenesses(event)
        .iter()
        .find_map(|likeness| before.by_likeness.get(likeness).cloned().flatten())
        .filter(|was| !now.contains(was.as_str()))?;
    let message = format!(
        "This event had the id “{}” before and has “{}” now: links to it break.",
        short(&was),
        short(&event.id)
    );
    let finding = Finding::new(
        Severity::Warning,
        "changed_id",
        subject.entry,
        "id",
        message,
    );
    Some(
        finding
            .help(format!("Write \"id\": \"{was}\"."))
            .fix([Change::text("id", &was)]),
    )
}
