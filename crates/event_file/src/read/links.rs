//! Addresses: the event's page, streams, sources, posters and more links.

use serde_json::Value;

use super::cell::Cell;
use super::lists::{self, Items};
use super::scope::{Reading, Scope};
use crate::event::{Link, Text};
use crate::link::{clickable, dangerous, loadable};
use crate::problem::{Outcome, ProblemKind, Severity};

/// A field that holds one address. What is not clickable is kept and shown as written.
pub(super) fn address(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Option<Text> {
    let text = trimmed(scope, name, cell)?;
    judge(scope, name, &text);
    Some(text)
}

/// The address of a poster.
pub(super) fn image(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Option<Text> {
    let text = trimmed(scope, name, cell)?;
    if !loadable(&text) {
        let cell = Cell::Text(text.as_str().into());
        let (kind, done) = (ProblemKind::NotLoadable, Outcome::ShownAsWritten);
        scope
            .note(Severity::Warning, kind, name, &cell, done)
            .suggestion = with_scheme(&text);
    }
    Some(text)
}

/// Where an entry comes from: addresses or words. Only what looks like a trap is a problem.
pub(super) fn sources(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Vec<Text> {
    let sources = lists::texts(scope, name, cell);
    for text in &sources {
        if dangerous(text) {
            judge(scope, name, text);
        }
    }
    sources
}

/// A list of `{label, url}`; a bare address stands for one without a label.
pub(super) fn links(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Vec<Link> {
    if cell.is_absent() {
        return Vec::new();
    }
    let mut items = Items::of(name, cell);
    let mut form = !items.is_list();
    let mut links = Vec::new();
    for (path, item) in std::mem::take(&mut items.items) {
        match item {
            Cell::Absent => {}
            Cell::Text(_) => {
                form = true;
                let url = address(scope, &path, item).unwrap_or_default();
                links.push(Link {
                    url,
                    ..Link::default()
                });
            }
            Cell::Other(value) if has_url(&value) => links.push(link(scope, &path, *value)),
            item => {
                let done = items.left_over();
                scope.note(Severity::Error, ProblemKind::NotALink, &path, &item, done);
                items.leave(item);
            }
        }
    }
    items.keep(scope, name);
    if form && !links.is_empty() {
        let (kind, done) = (ProblemKind::LinkForm, Outcome::ReadAnyway);
        scope.note(Severity::Warning, kind, name, &Cell::Absent, done);
    }
    links
}

fn has_url(value: &Value) -> bool {
    matches!(value.get("url"), Some(Value::String(url)) if !url.trim().is_empty())
}

fn link(scope: &mut Scope<'_>, path: &str, value: Value) -> Link {
    let mut link = Link::default();
    let mut inside = scope.inside(path);
    let Value::Object(members) = value else {
        return link;
    };
    for (name, value) in members {
        match name.as_str() {
            "url" => link.url = address(&mut inside, &name, value.into()).unwrap_or_default(),
            "label" => link.label = inside.text(&name, value.into()).unwrap_or_default(),
            _ => {
                inside.rest.insert(name, value);
            }
        }
    }
    link.rest = inside.rest;
    link
}

/// Text without white space around it.
fn trimmed(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Option<Text> {
    let read = |text: &str| match text.trim() {
        same if same == text => Reading::Good(text.into()),
        bare => Reading::Lenient(bare.into(), ProblemKind::Spelling, Some(bare.to_owned())),
    };
    scope.parsed(name, cell, read, Severity::Error, Outcome::Ignored)
}

fn judge(scope: &mut Scope<'_>, name: &str, text: &str) {
    if !clickable(text) {
        let cell = Cell::Text(text.into());
        let (kind, done) = (ProblemKind::NotClickable, Outcome::NotALink);
        scope
            .note(Severity::Warning, kind, name, &cell, done)
            .suggestion = with_scheme(text);
    }
}

/// The address meant by `www.example.org`, or by one with spaces in it.
fn with_scheme(text: &str) -> Option<String> {
    let text = text.trim();
    let host = text.split('/').next().unwrap_or_default();
    let is_host = host.starts_with("www.") || text.contains('/') && host.contains('.');
    let full = if is_host && !host.contains([':', '@']) && host.is_ascii() {
        format!("https://{text}")
    } else {
        text.to_owned()
    };
    let full = full.replace(' ', "%20");
    // A megabyte is not worth suggesting.
    (full.len() < 500 && full != text && clickable(&full)).then_some(full)
}
