//! The selections of events that have a feed.

use std::collections::BTreeMap;

use event_file::Event;
use fold::fold;

use crate::context::Context;
use crate::name;

/// Events that have the same value of one field.
pub(super) struct Scope {
    /// What its files are called, without their ending.
    pub(super) file: String,
    /// What it is called.
    pub(super) name: String,
    /// The query that shows the same events, in keys and values of the query string; empty for all events.
    pub(super) pairs: Vec<(&'static str, String)>,
    /// Its events, in the order of the file.
    pub(super) events: Vec<usize>,
    /// The one that was last, of those with a date.
    pub(super) last: Option<usize>,
}

/// A field whose values have feeds, and how many events a value must have.
const FEWEST: [(&str, usize); 7] = [
    ("country", 1),
    ("region", 1),
    ("city", 3),
    ("kind", 1),
    ("tag", 3),
    ("organizer", 3),
    ("campaign", 1),
];

/// Every scope: all events first, then by field and value. Events count whether they are over or not, so that a feed
/// stays when its events are over.
pub(super) fn scopes(context: &Context<'_>) -> Vec<Scope> {
    let mut groups: BTreeMap<(usize, Vec<String>), Scope> = BTreeMap::new();
    for (at, event, _) in context.events() {
        for (field, pairs) in values(event) {
            let values: Vec<String> = pairs.iter().map(|(_, value)| fold(value.trim())).collect();
            if values.iter().any(String::is_empty) {
                continue;
            }
            let group = groups
                .entry((field, values))
                .or_insert_with_key(|(field, values)| {
                    let values: Vec<&str> = values.iter().map(String::as_str).collect();
                    Scope {
                        file: name::of_scope(FEWEST[*field].0, &values),
                        name: named(context, event, &pairs),
                        pairs,
                        events: Vec::new(),
                        last: None,
                    }
                });
            // A value may be listed twice in a list.
            if group.events.last() != Some(&at) {
                group.events.push(at);
            }
        }
    }
    let all = Scope {
        file: "all".to_owned(),
        name: context.say("site.all_events"),
        pairs: Vec::new(),
        events: (0..context.pages.len()).collect(),
        last: None,
    };
    let by_value = groups
        .into_iter()
        .filter(|((field, _), scope)| scope.events.len() >= FEWEST[*field].1);
    let mut scopes: Vec<Scope> = [all]
        .into_iter()
        .chain(by_value.map(|(_, scope)| scope))
        .collect();
    for scope in &mut scopes {
        let dated = scope
            .events
            .iter()
            .copied()
            .filter(|at| context.moments[*at].is_some());
        scope.last = dated.max_by_key(|at| context.moments[*at]);
    }
    scopes
}

/// The values of an event that have feeds, each with the place of its field in [`FEWEST`]. Cities and regions go with
/// their country: there is more than one Paris.
fn values(event: &Event) -> Vec<(usize, Vec<(&'static str, String)>)> {
    let mut values = Vec::new();
    let place = |key, value: &str| {
        let country = event
            .country
            .iter()
            .map(|country| ("country", country.to_string()));
        country.chain([(key, value.to_owned())]).collect()
    };
    let own = |key, value: &str| vec![(key, value.to_owned())];
    values.extend(
        event
            .country
            .iter()
            .map(|country| (0, own("country", country))),
    );
    values.extend(
        event
            .region
            .iter()
            .map(|region| (1, place("region", region))),
    );
    values.extend(event.city.iter().map(|city| (2, place("city", city))));
    values.extend(event.kinds.iter().map(|kind| (3, own("kind", kind.name()))));
    values.extend(event.tags.iter().map(|tag| (4, own("tag", tag))));
    values.extend(
        event
            .organizers
            .iter()
            .map(|name| (5, own("organizer", name))),
    );
    values.extend(
        event
            .campaign
            .iter()
            .map(|campaign| (6, own("campaign", campaign))),
    );
    values
}

/// What a value is called in the site's language; `event` is one that has it.
fn named(context: &Context<'_>, event: &Event, pairs: &[(&'static str, String)]) -> String {
    let names = pairs.iter().rev().map(|(key, value)| match *key {
        "country" => context.country(event).unwrap_or_else(|| value.clone()),
        "kind" => {
            let kind = event.kinds.iter().find(|kind| kind.name() == value);
            kind.map_or_else(|| value.clone(), |kind| context.kind(kind))
        }
        _ => value.trim().to_owned(),
    });
    names
        .collect::<Vec<_>>()
        .join(&context.say("event.separator"))
}
