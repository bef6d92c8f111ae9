//! A flag by which objects of any program say that their event is called off: `"is_canceled": true`, `"annulled": 1`.

use serde_json::Value;

use super::fields::{Object, plain};
use crate::table::columns::{Column, meaning};
use crate::words;

/// Whether a flag of an object says that it is called off.
pub fn is_off(object: &Object) -> bool {
    let says = |value: &Value| match value {
        Value::Bool(said) => *said,
        value => plain(value).is_some_and(|text| words::value(&text) == Some("yes")),
    };
    object
        .iter()
        .any(|(name, value)| meaning(name) == Some(Column::Known("cancelled")) && says(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_of_any_spelling() {
        for (flag, expected) in [
            (r#"{"is_canceled": true}"#, true),
            (r#"{"isCancelled": true}"#, true),
            (r#"{"cancelled": 1}"#, true),
            (r#"{"annulled": "yes"}"#, true),
            (r#"{"annulé": true}"#, true),
            (r#"{"cancelado": "true"}"#, true),
            (r#"{"is_canceled": false}"#, false),
            (r#"{"cancelled": null}"#, false),
            (r#"{"title": "cancelled"}"#, false),
        ] {
            let object: Value = serde_json::from_str(flag).unwrap();
            assert_eq!(is_off(object.as_object().unwrap()), expected, "{flag}");
        }
    }
}
