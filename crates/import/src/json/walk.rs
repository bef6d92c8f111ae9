//! The walk through what programs put around the entries of a file: lists, pages of results, activities.

use serde_json::Value;

use super::rows;
use super::which::which;
use crate::options::Options;

/// The entries in what programs put around them.
pub fn entries<'a>(value: &'a Value, depth: u8, options: &Options, items: &mut Vec<&'a Value>) {
    const AROUND: [&str; 13] = [
        "data",
        "searchEvents",
        "events",
        "event",
        "group",
        "organizedEvents",
        "elements",
        "_embedded",
        "osdi:events",
        "@graph",
        "orderedItems",
        "items",
        // OData, of Microsoft Graph.
        "value",
    ];
    match value {
        Value::Array(list) => list
            .iter()
            .for_each(|item| entries(item, depth, options, items)),
        Value::Object(object) if depth < 6 && which(object).is_none() => {
            // ActivityStreams: “Create” and its like have the event as their object.
            let activity = object.get("type").and_then(Value::as_str);
            let activity =
                activity.filter(|name| ["Create", "Update", "Announce", "Add"].contains(name));
            let mut inner: Vec<&Value> = AROUND
                .iter()
                .chain(activity.map(|_| &"object"))
                .filter_map(|name| object.get(*name))
                .filter(|inner| inner.is_object() || inner.is_array())
                .collect();
            if rows::is(object, options) {
                inner.clear();
            } else if inner.is_empty() {
                inner = rows::under(object, options);
            }
            match inner[..] {
                [] => items.push(value),
                _ => inner
                    .into_iter()
                    .for_each(|inner| entries(inner, depth + 1, options, items)),
            }
        }
        other => items.push(other),
    }
}
