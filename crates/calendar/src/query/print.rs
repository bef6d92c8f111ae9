//! Writing a query string.

use chrono::{DateTime, FixedOffset};

use super::{Clock, Part, Query, Sort, View, When, form};

pub fn print(query: &Query) -> String {
    let mut out = String::new();
    let mut say = |key: &str, value: &str| form::append(&mut out, key, value);

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
    if query.sort != Sort::default() {
        say("sort", query.sort.word());
    }
    if let Some(event) = &query.event {
        say("event", event);
    }
    if let Some(lang) = &query.lang {
        say("lang", lang);
    }
    if let Some(theme) = query.theme {
        say("theme", theme.word());
    }
    if query.clock != Clock::default() {
        say("clock", query.clock.word());
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
    out
}

/// RFC 3339, with `Z` for UTC. chrono's own printer needs a feature the rest of the core does not.
fn moment(now: DateTime<FixedOffset>) -> String {
    let text = format!("{now:?}");
    match text.strip_suffix("+00:00") {
        Some(local) => format!("{local}Z"),
        None => text,
    }
}
