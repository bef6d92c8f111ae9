//! The markup of uMap in names and descriptions (<https://docs.umap-project.org/>): `[[address|label]]`, `{{image}}`, `**bold**`.

use serde_json::{Map, Value};

/// A feature with the texts of its properties in plain words.
pub fn plain(feature: &Value) -> Value {
    let mut feature = feature.clone();
    let properties = feature.get_mut("properties").and_then(Value::as_object_mut);
    for value in properties.into_iter().flat_map(Map::values_mut) {
        if let Value::String(text) = value
            && ["[[", "{{", "**"].iter().any(|mark| text.contains(mark))
        {
            *text = without_markup(text);
        }
    }
    feature
}

/// A text with its links as their labels and addresses, without images.
fn without_markup(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', '{']) {
        left.push_str(&rest[..at]);
        let from = &rest[at..];
        let inside = |open: &str, close: &str| from.strip_prefix(open)?.split_once(close);
        if let Some((link, after)) = inside("[[", "]]") {
            let (address, label) = link.split_once('|').unwrap_or((link, ""));
            let label = label.trim();
            left.push_str(label);
            left.push_str(if label.is_empty() { "" } else { " " });
            left.push_str(address.trim());
            rest = after;
        } else if let Some((_, after)) = inside("{{{", "}}}").or_else(|| inside("{{", "}}")) {
            rest = after;
        } else {
            left.push_str(&from[..1]);
            rest = &from[1..];
        }
    }
    (left + rest).replace("**", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_labels_and_addresses() {
        for (text, expected) in [
            (
                "Place [[https://a.example|infos]], 14h",
                "Place infos https://a.example, 14h",
            ),
            ("[[https://a.example]]", "https://a.example"),
            ("A {{https://a.example/x.png}}B [x] {y}", "A B [x] {y}"),
            ("{{{https://a.example|300}}}A", "A"),
            ("Vieux-Port **(annulé)**", "Vieux-Port (annulé)"),
        ] {
            assert_eq!(without_markup(text), expected);
        }
    }
}
