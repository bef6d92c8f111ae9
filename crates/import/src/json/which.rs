//! Which program's entry a JSON object is, by the names in it.

use serde_json::Value;

use super::fields::Object;
use super::{activity, calendar, osdi, tribe};
use crate::format::Format;

/// Which program's entry an object is. A name that others use as well is not enough: what a program's reader does not
/// know, it leaves out.
pub fn which(object: &Object) -> Option<Format> {
    let has = |name: &str| object.contains_key(name);
    if object.get("timeslots").is_some_and(Value::is_array) {
        return Some(Format::Mobilize);
    }
    if object.get("start_datetime").is_some_and(Value::is_number) {
        return Some(Format::Gancio);
    }
    if has("beginsOn") {
        return Some(Format::Mobilizon);
    }
    if has("@type") && !has("@graph") {
        return Some(Format::Jsonld);
    }
    if calendar::is(object) {
        return Some(Format::Calendar);
    }
    if tribe::is(object) {
        return Some(Format::Tribe);
    }
    if osdi::is(object) {
        return Some(Format::Actionnetwork);
    }
    activity::is(object).then_some(Format::Jsonld)
}
