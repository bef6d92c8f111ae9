//! Atom (RFC 4287), for feed readers and for programs that pass events on.

use atom_syndication as atom;
use chrono::{DateTime, Utc};
use event_file::Event;
use export::Feed;

use crate::change::Change;
use crate::context::Context;
use crate::page::change_lines;

/// The events an Atom feed has at most: readers of such feeds load all of it each time.
pub(super) const MOST: usize = 200;

/// A feed of events; `pages` are the addresses of all events.
pub(super) fn events(
    context: &Context<'_>,
    feed: Feed<'_>,
    events: &[usize],
    pages: &[String],
) -> String {
    let entries = events.iter().filter_map(|&at| {
        let event = context.input.calendar.events.get(at)?;
        let categories = event.kinds.iter().map(|kind| atom::Category {
            term: kind.name().to_owned(),
            scheme: None,
            label: Some(context.kind(kind)),
        });
        Some(atom::Entry {
            title: atom::Text::plain(with_city(context, context.marked_name(event), event)),
            id: pages[at].clone(),
            updated: context.changed[at].into(),
            links: vec![link("alternate", &pages[at], "text/html")],
            summary: Some(atom::Text::plain(context.summary(event))),
            categories: categories.collect(),
            ..atom::Entry::default()
        })
    });
    written(context, feed, entries.collect())
}

/// The feed of what changed, the newest first.
pub(crate) fn changes(context: &Context<'_>, path: &str, page: &str) -> String {
    let url = &context.input.url;
    let (source, page) = (url.of(path), url.of(page));
    let changes = context.changes().into_iter().rev().take(MOST);
    let entries = changes.map(|(at, event, change)| {
        let address = url.of(&context.path(at));
        atom::Entry {
            title: atom::Text::plain(with_city(
                context,
                format!(
                    "{} · {}",
                    context.said(change, event),
                    context.plain_name(event)
                ),
                event,
            )),
            id: identity(&address, change),
            updated: change.at.into(),
            links: vec![link("alternate", &address, "text/html")],
            summary: Some(atom::Text::plain(
                change_lines(context, event, change).join("\n"),
            )),
            ..atom::Entry::default()
        }
    });
    let entries: Vec<atom::Entry> = entries.collect();
    let feed = Feed {
        name: &format!("{} · {}", context.say("change.title"), context.title()),
        source: &source,
        page: &page,
        changed: context
            .record
            .changes
            .last()
            .map_or(context.record.since, |change| change.at),
    };
    written(context, feed, entries)
}

/// A title with the event's city behind it: feed readers show little else.
fn with_city(context: &Context<'_>, title: String, event: &Event) -> String {
    match context.city(event) {
        Some(city) if !city.trim().is_empty() => format!("{title} · {}", city.trim()),
        _ => title,
    }
}

/// An IRI that no other change has: a fragment of the event's page.
fn identity(page: &str, change: &Change) -> String {
    let mark = if page.contains('#') { '.' } else { '#' };
    let what = change.what.name();
    format!("{page}{mark}{what}-{}", change.at.format("%Y%m%dT%H%M%SZ"))
}

fn written(context: &Context<'_>, feed: Feed<'_>, entries: Vec<atom::Entry>) -> String {
    let author = atom::Person {
        name: context.title().to_owned(),
        ..atom::Person::default()
    };
    let updated: DateTime<Utc> = feed.changed;
    atom::Feed {
        title: atom::Text::plain(feed.name),
        id: feed.source.to_owned(),
        updated: updated.into(),
        authors: vec![author],
        links: vec![
            link("self", feed.source, "application/atom+xml"),
            link("alternate", feed.page, "text/html"),
        ],
        lang: Some(context.language().to_owned()),
        entries,
        ..atom::Feed::default()
    }
    .to_string()
}

fn link(relation: &str, address: &str, media: &str) -> atom::Link {
    atom::Link {
        href: address.to_owned(),
        rel: relation.to_owned(),
        mime_type: Some(media.to_owned()),
        ..atom::Link::default()
    }
}
