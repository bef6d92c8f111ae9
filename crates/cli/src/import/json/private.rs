//! What marks an event as not public, in the words of several programs.

use serde_json::Value;

use super::fields::Object;

/// The mark of an object that is private, a draft, hidden or not listed.
pub fn mark(object: &Object) -> Option<String> {
    const TRUE: [&str; 8] = [
        "private",
        "is_private",
        "isPrivate",
        "draft",
        "is_draft",
        "isDraft",
        "hide_from_listings",
        "hidden",
    ];
    const FALSE: [&str; 5] = ["is_visible", "isVisible", "public", "is_public", "isPublic"];
    const WORDS: [&str; 7] = [
        "visibility",
        "privacy",
        "sensitivity",
        "access",
        "joinOptions",
        "state",
        "status",
    ];
    let says = |name: &str| object.get(name);
    let named = |name: &str| format!("{name}: {}", shown(&object[name]));
    let is = |name: &&&str, wanted: bool| match says(name) {
        Some(Value::Bool(said)) => *said == wanted,
        Some(Value::Number(said)) => said.as_i64() == Some(i64::from(wanted)),
        Some(Value::String(said)) => {
            said.eq_ignore_ascii_case(if wanted { "true" } else { "false" })
        }
        _ => false,
    };
    let flag = TRUE.iter().find(|name| is(name, true));
    let flag = flag.or_else(|| FALSE.iter().find(|name| is(name, false)));
    let word = WORDS.iter().find(|name| {
        let said = says(name).and_then(Value::as_str).unwrap_or_default();
        is_word(&said.to_ascii_lowercase())
    });
    flag.or(word).map(|name| named(name))
}

fn is_word(word: &str) -> bool {
    matches!(
        word,
        "private"
            | "unlisted"
            | "restricted"
            | "confidential"
            | "personal"
            | "draft"
            | "pending"
            | "hidden"
            | "trash"
            | "secret"
            | "invite_only"
            | "invitation"
    )
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
    }
}
