//! Writing a query string.

use chrono::{DateTime, FixedOffset};

use event_file::WallTime;

use crate::choice::{Clock, Part, Sort, View, When};
use crate::form;
use crate::query::Query;

impl Query {
    /// The query string without `?`, in canonical order, defaults left out.
    pub fn print(&self) -> String {
        let mut out = String::new();
        until_event(self, &mut |key, value| form::append(&mut out, key, value));
        if let Some(event) = &self.event {
            form::append(&mut out, "event", event);
        }
        after_event(self, &mut |key, value| form::append(&mut out, key, value));
        out
    }

    /// What links to events under this query have in common.
    pub fn event_links(&self) -> EventLinks {
        let mut links = EventLinks::default();
        until_event(self, &mut |key, value| {
            form::append(&mut links.before, key, value);
        });
        after_event(self, &mut |key, value| {
            form::append(&mut links.after, key, value);
        });
        links
    }
}

/// A query but for its event, so that links to many are quickly written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventLinks {
    before: String,
    after: String,
}

impl EventLinks {
    /// The query string without `?` that opens the event of this id.
    pub fn to(&self, id: &str) -> String {
        let mut out = self.before.clone();
        form::append(&mut out, "event", id);
        if !self.after.is_empty() {
            out.push('&');
            out.push_str(&self.after);
        }
        out
    }
}

fn until_event(query: &Query, say: &mut dyn FnMut(&str, &str)) {
    if !query.q.is_empty() {
        say("q", &query.q);
    }
    for words in &query.or.q {
        say("q", words);
    }
    if query.when != When::default() || !query.or.when.is_empty() {
        say("when", query.when.word());
    }
    for when in &query.or.when {
        say("when", when.word());
    }
    if let Some(date) = query.from {
        say("from", &date.to_string());
    }
    if let Some(date) = query.to {
        say("to", &date.to_string());
    }
    for (facet, value) in query.chosen.iter() {
        say(facet.key(), value);
    }
    for area in query.area.iter().chain(&query.or.area) {
        say("area", &area.to_string());
    }
    if let Some(map) = query.map {
        say("map", &map.to_string());
    }
    if query.view != View::default() {
        say("view", query.view.word());
    }
    if let Some(near) = &query.near {
        say("near", &near.to_string());
    }
    if let Some(within) = query.within {
        say("within", &within.to_string());
    }
    if query.sort != Sort::default() {
        say("sort", query.sort.word());
    }
}

fn after_event(query: &Query, say: &mut dyn FnMut(&str, &str)) {
    if let Some(lang) = &query.lang {
        say("lang", lang);
    }
    if let Some(theme) = query.theme {
        say("theme", theme.word());
    }
    if let Some(accent) = query.accent {
        say("accent", &accent.to_string());
    }
    if query.clock != Clock::default() {
        say("clock", query.clock.word());
    }
    if query.check {
        say("check", "1");
    }
    if query.embed {
        say("embed", "1");
    }
    if !query.hide.is_empty() {
        let words: Vec<&str> = query.hide.iter().map(|part: &Part| part.word()).collect();
        say("hide", &words.join(","));
    }
    if let Some(data) = &query.data {
        say("data", data);
    }
    if let Some(now) = query.now {
        say("now", &moment(now));
    }
    for (key, value) in &query.rest {
        say(key, value);
    }
}

/// RFC 3339, with `Z` for UTC.
fn moment(now: DateTime<FixedOffset>) -> String {
    let local = now.naive_local();
    WallTime {
        date: local.date(),
        time: Some(local.time()),
        offset: Some(now.offset().local_minus_utc() / 60),
    }
    .to_string()
}
