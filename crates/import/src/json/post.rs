//! Posts of WordPress's REST API (`wp/v2`): the fields of the event beside those of the post.
//!
//! Source: <https://developer.wordpress.org/rest-api/reference/posts/>.

use std::borrow::Cow;

use serde_json::Value;

use super::fields::Object;

/// The days on which a post was written, which say nothing of the event.
const WRITTEN: [&str; 4] = ["date", "date_gmt", "modified", "modified_gmt"];

/// The object without what only the post has, its texts plain; any other object as it is.
pub fn without_post(object: &Object) -> Cow<'_, Object> {
    let rendered = |value: &Value| {
        let text = value.get("rendered").and_then(Value::as_str);
        text.map(|text| Value::String(text.to_owned()))
    };
    let title = object.get("title").and_then(rendered);
    let is_post = title.is_some() && object.contains_key("date");
    if !is_post {
        return Cow::Borrowed(object);
    }
    let of_event = object
        .iter()
        .filter(|(name, _)| !WRITTEN.contains(&name.as_str()) && *name != "guid");
    let plain = |(name, value): (&String, &Value)| {
        let value = rendered(value).unwrap_or_else(|| value.clone());
        (name.clone(), value)
    };
    Cow::Owned(of_event.map(plain).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_day_of_a_post_is_not_that_of_the_event() {
        let post = json!({ "date": "2026-11-20T09:12:00", "modified": "2026-11-22T10:00:00", "title": { "rendered": "Marche" },
            "acf": { "date_evenement": "20261205" } });
        let event = json!({ "title": "Marche", "acf": { "date_evenement": "20261205" } });
        assert_eq!(
            Value::Object(without_post(post.as_object().unwrap()).into_owned()),
            event
        );
        let other = json!({ "title": "Marche", "date": "2026-12-05" });
        assert_eq!(
            Value::Object(without_post(other.as_object().unwrap()).into_owned()),
            other
        );
    }
}
