//! What marks an event as not public, in the words of several programs.

use serde_json::Value;

use super::fields::Object;
use crate::table::flag::{self, Means, Says};
use crate::words::{self, plain};

/// The mark of an object that is private, a draft, not approved, hidden, deleted or not listed.
pub fn mark(object: &Object) -> Option<String> {
    let attributes = object.get("attributes").and_then(Value::as_object);
    let values = object.iter().chain(attributes.into_iter().flatten());
    let mut values = values.filter(|(name, value)| is_mark(name, value));
    let found = values.next();
    found.map(|(name, value)| format!("{name}: {}", shown(value)))
}

fn is_mark(name: &str, value: &Value) -> bool {
    let cell = match value {
        Value::Bool(said) => said.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return false,
    };
    // Drupal's mark that an entry is published.
    if name == "status" && *value == Value::Bool(false) {
        return true;
    }
    if is_named_by_words(name) && is_word(&plain(&cell)) {
        return true;
    }
    // What is written in words elsewhere may be about anything.
    let answers = words::value(&cell).is_some_and(|said| ["yes", "no"].contains(&said));
    match flag::means(name) {
        Some(means @ (Means::Public | Means::Private)) => {
            answers && flag::says(means, &cell) == Says::Private
        }
        Some(Means::Deleted) => flag::says(Means::Deleted, &cell) == Says::Private,
        _ if name == "hide_from_listings" => cell == "true",
        _ => false,
    }
}

/// Whether a name stands before a word that says for whom an event is: `visibility`, `post_status`, `type`.
fn is_named_by_words(name: &str) -> bool {
    const LAST: [&str; 6] = [
        "visibility",
        "privacy",
        "sensitivity",
        "state",
        "status",
        "access",
    ];
    // The address or the telephone number alone is not for everyone.
    const OTHERS: [&str; 6] = ["address", "location", "contact", "place", "email", "phone"];
    let plain = plain(name);
    let last = plain.rsplit(' ').next().unwrap_or_default();
    let of_event = !OTHERS
        .iter()
        .any(|word| plain.split(' ').any(|own| own == *word));
    matches!(
        plain.as_str(),
        "type" | "event type" | "kind" | "join options"
    ) || LAST.contains(&last) && of_event
}

fn is_word(word: &str) -> bool {
    matches!(word, "pending" | "invitation") || words::value(word) == Some("private")
}

fn shown(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(value: &Value, expected: Option<&str>) {
        assert_eq!(
            mark(value.as_object().unwrap()).as_deref(),
            expected,
            "{value}"
        );
    }

    #[test]
    fn marks_of_several_programs() {
        check(
            &json!({ "visibility": "PRIVATE" }),
            Some("visibility: PRIVATE"),
        );
        check(
            &json!({ "visibility": "UNLISTED" }),
            Some("visibility: UNLISTED"),
        );
        check(&json!({ "draft": true }), Some("draft: true"));
        check(&json!({ "is_visible": false }), Some("is_visible: false"));
        check(&json!({ "status": "draft" }), Some("status: draft"));
        check(
            &json!({ "hide_from_listings": true }),
            Some("hide_from_listings: true"),
        );
        check(
            &json!({ "visibility": "PUBLIC", "draft": false, "is_visible": 1 }),
            None,
        );
        check(&json!({ "status": "publish", "private": null }), None);
        check(&json!({ "published": false }), Some("published: false"));
        check(
            &json!({ "attributes": { "status": false, "title": "Mars" } }),
            Some("status: false"),
        );
        check(&json!({ "attributes": { "status": true } }), None);
        check(&json!({ "approved": 0 }), Some("approved: 0"));
        check(&json!({ "deleted": true }), Some("deleted: true"));
        check(
            &json!({ "deleted_at": "2023-11-01T00:00:00Z" }),
            Some("deleted_at: 2023-11-01T00:00:00Z"),
        );
        check(&json!({ "deleted_at": null, "published": true }), None);
        check(
            &json!({ "post_status": "draft" }),
            Some("post_status: draft"),
        );
        check(
            &json!({ "visibility": "members" }),
            Some("visibility: members"),
        );
        check(&json!({ "type": "private" }), Some("type: private"));
        check(&json!({ "address_visibility": "PRIVATE" }), None);
        check(&json!({ "published": "2023-10-01T00:00:00Z" }), None);
        check(&json!({ "private_notes": "bring water" }), None);
    }
}
