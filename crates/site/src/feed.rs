//! Feeds to subscribe to, for each selection of events that people follow: iCalendar and Atom, and `feeds.json`, the list
//! of them.

mod atom;
mod scope;

use chrono::{DateTime, Days, Utc};
use event_file::Event;
use event_file::event::Status;
use export::{Feed, FeedEvent};
use serde_json::{Map, Value, json};

use crate::context::Context;
use crate::files::{Content, Files, text};
use scope::Scope;

pub(crate) use atom::changes;

/// How long a feed has an event after its last day; calendar apps remove what is no longer in a feed.
const PAST: Days = Days::new(60);

/// The same for one that was cancelled.
const CANCELLED: Days = Days::new(30);

/// Every feed, and the list of them.
pub(crate) fn feeds(context: &Context<'_>, files: &mut Files) {
    let about = &context.input.calendar.about;
    let pages: Vec<String> = context
        .events()
        .map(|(at, ..)| context.input.url.of(&context.path(at)))
        .collect();
    let blocks: Vec<Option<String>> = context
        .events()
        .map(|(at, event, _)| {
            let one = FeedEvent {
                event,
                changed: context.changed[at],
                page: &pages[at],
            };
            export::feed_event(one, about, context.input.reader)
        })
        .collect();
    let current: Vec<bool> = context
        .events()
        .map(|(_, event, _)| is_current(event, context))
        .collect();
    let mut list = Vec::new();
    for scope in scope::scopes(context) {
        let events = scope.current(&current);
        let changed = events
            .iter()
            .map(|at| context.changed[*at])
            .max()
            .unwrap_or(context.record.since);
        let name = format!("{} · {}", scope.name, context.title());
        let (ics, atom) = (
            format!("feeds/{}.ics", scope.file),
            format!("feeds/{}.atom", scope.file),
        );
        let page = scope.link(context);
        let feed = Feed {
            name: if scope.pairs.is_empty() {
                context.title()
            } else {
                &name
            },
            source: &context.input.url.of(&ics),
            page: &page,
            changed,
        };
        let dated: Vec<&str> = events
            .iter()
            .filter_map(|at| blocks[*at].as_deref())
            .collect();
        if !dated.is_empty() {
            files.insert(
                ics.clone(),
                Content::Bytes(export::feed(feed, dated).into_bytes()),
            );
        }
        let first = in_time(&events, context);
        let source = context.input.url.of(&atom);
        files.insert(
            atom.clone(),
            text(atom::events(
                context,
                Feed {
                    source: &source,
                    ..feed
                },
                &first,
                &pages,
            )),
        );
        let query: Map<String, Value> = scope
            .pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), json!(value)))
            .collect();
        list.push(json!({
            "scope": query,
            "name": scope.name,
            "count": scope.events.len(),
            "ics": files.contains_key(&ics).then_some(ics),
            "atom": atom,
        }));
    }
    let entries: Vec<String> = list.iter().map(|feed| format!("    {feed}")).collect();
    let list = format!(
        "{{\n  \"format\": \"marchmap-feeds/1\",\n  \"feeds\": [\n{}\n  ]\n}}\n",
        entries.join(",\n")
    );
    files.insert("feeds.json".to_owned(), Content::Bytes(list.into_bytes()));
}

/// Whether an event is in feeds still.
fn is_current(event: &Event, context: &Context<'_>) -> bool {
    let kept = match event.status {
        Status::Cancelled => CANCELLED,
        _ => PAST,
    };
    let line = context
        .input
        .now
        .instant
        .date_naive()
        .checked_sub_days(kept);
    event
        .span()
        .zip(line)
        .is_none_or(|(span, line)| span.last >= line)
}

impl Scope {
    /// The events a feed has now, in the order of the file. One at least, the last there was: a calendar without any
    /// is not valid (RFC 5545, section 3.4).
    fn current(&self, current: &[bool]) -> Vec<usize> {
        let mut events: Vec<usize> = self
            .events
            .iter()
            .copied()
            .filter(|at| current[*at])
            .collect();
        if events.is_empty() {
            events.extend(self.last);
        }
        events
    }

    /// The page that shows the same events.
    fn link(&self, context: &Context<'_>) -> String {
        let mut query = String::new();
        for (key, value) in &self.pairs {
            query::append_pair(&mut query, key, value);
        }
        match query.is_empty() {
            true => context.input.url.of(""),
            false => context.input.url.of(&format!("?{query}")),
        }
    }
}

/// The events that come next, and then those that were last.
fn in_time(events: &[usize], context: &Context<'_>) -> Vec<usize> {
    let now: DateTime<Utc> = context.input.now.instant;
    // Whole days, so that a feed does not change during one.
    let today = now
        .date_naive()
        .and_time(Default::default())
        .and_utc()
        .timestamp();
    let mut order: Vec<(bool, i64, usize)> = events
        .iter()
        .map(|at| {
            let start = context.moments[*at].unwrap_or(i64::MAX);
            (start < today, start.abs_diff(today) as i64, *at)
        })
        .collect();
    order.sort_unstable();
    order
        .into_iter()
        .take(atom::MOST)
        .map(|(_, _, at)| at)
        .collect()
}
