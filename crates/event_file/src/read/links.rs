//! Addresses: the event's page, streams, sources, posters and more links.

use std::borrow::Cow;

use super::json::{Json, Members, member};
use super::lists::{self, Items};
use super::scope::{Reading, Scope};
use crate::event::{Link, Text};
use crate::link::{clickable, dangerous, loadable};
use crate::marks;
use crate::problem::{Outcome, ProblemKind, Severity};

/// A field that holds one address. What is not clickable is kept and shown as written.
pub(super) fn address(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Option<Text> {
    let text = trimmed(scope, name, json)?;
    warn_unless_clickable(scope, name, &text);
    Some(text)
}

/// The address of a poster.
pub(super) fn image(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Option<Text> {
    let text = trimmed(scope, name, json)?;
    if !loadable(&text) {
        let json = Json::Text(text.as_str().into());
        let (kind, done) = (ProblemKind::NotLoadable, Outcome::ShownAsWritten);
        scope
            .note(Severity::Warning, kind, name, &json, done)
            .suggestion = with_scheme(&text);
    }
    Some(text)
}

/// Where an entry comes from: addresses or words. Only what looks like a trap is a problem.
pub(super) fn sources(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Vec<Text> {
    let sources = lists::texts(scope, name, json);
    for text in &sources {
        if dangerous(text) {
            warn_unless_clickable(scope, name, text);
        }
    }
    sources
}

/// A list of `{label, url}`; a bare address is one without a label.
pub(super) fn links(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Vec<Link> {
    if json.is_absent() {
        return Vec::new();
    }
    let mut items = Items::of(name, json);
    let mut form = !items.is_list();
    let mut links = Vec::new();
    while let Some(item) = items.next() {
        if item.is_absent() {
            continue;
        }
        match item {
            Json::Text(_) => {
                form = true;
                let url = address(scope, &items.path(), item).unwrap_or_default();
                links.push(Link {
                    url,
                    ..Link::default()
                });
            }
            Json::Object(members) if has_url(&members) => {
                links.push(link(scope.inside(&items.path()), members));
            }
            other => items.refuse(scope, ProblemKind::NotALink, other),
        }
    }
    items.keep(scope);
    if form && !links.is_empty() {
        let (kind, done) = (ProblemKind::LinkForm, Outcome::ReadAnyway);
        scope.note(Severity::Warning, kind, name, &Json::Null, done);
    }
    links
}

fn has_url(members: &Members<'_>) -> bool {
    let url = member(members, "url");
    url.is_some_and(|url| matches!(url, Json::Text(_)) && !url.is_absent())
}

fn link(mut scope: Scope<'_>, members: Members<'_>) -> Link {
    let mut link = Link::default();
    for (name, value) in members {
        match &*name {
            "url" => link.url = address(&mut scope, &name, value).unwrap_or_default(),
            "label" => link.label = scope.text(&name, value).unwrap_or_default(),
            _ => scope.keep(&name, value),
        }
    }
    link.rest = scope.rest;
    link
}

/// Text without white space around it.
fn trimmed(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Option<Text> {
    fn read(text: &str) -> Reading<Cow<'_, str>> {
        if marks::shortened(text).is_some() {
            return Reading::Bad(ProblemKind::TooManyMarks, None);
        }
        match text.trim() {
            same if same.len() == text.len() => Reading::Good(Cow::Borrowed(text)),
            bare => Reading::Lenient(bare.into(), ProblemKind::Spelling, Some(bare.to_owned())),
        }
    }
    scope.formed(name, json, read, Severity::Error, Outcome::Ignored)
}

fn warn_unless_clickable(scope: &mut Scope<'_>, name: &str, text: &str) {
    if !clickable(text) {
        let json = Json::Text(text.into());
        let (kind, done) = (ProblemKind::NotClickable, Outcome::NotALink);
        scope
            .note(Severity::Warning, kind, name, &json, done)
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
