//! The position that a source gives, checked.

use serde_json::Value;

use crate::import::draft::Draft;
use crate::import::table::value::keep;

/// A position this near 0, 0 is one that a program left empty, in degrees.
const NULL_ISLAND: f64 = 0.1;

/// The position an entry gives, checked; one that can't be is kept aside.
pub(super) fn position(draft: &mut Draft) -> Option<(f64, f64)> {
    let number = |field: &str| draft.fields.get(field).and_then(Value::as_f64);
    let (lat, lon) = (number("lat"), number("lon"));
    let wrong = match (lat, lon) {
        (Some(lat), Some(lon)) if lat.abs() < NULL_ISLAND && lon.abs() < NULL_ISLAND => {
            "is near 0, 0, where there is only sea"
        }
        (Some(lat), Some(lon)) if lat.abs() > 90.0 || lon.abs() > 180.0 => "is not on Earth",
        (Some(lat), Some(lon)) => return Some((lat, lon)),
        (None, None) => {
            draft.fields.shift_remove("precision");
            return None;
        }
        _ => "has only one of latitude and longitude",
    };
    let shown = [("lat", lat), ("lon", lon)].map(|(field, degrees)| {
        draft.fields.shift_remove(field);
        let Some(degrees) = degrees else {
            return String::new();
        };
        keep(draft, field, &degrees.to_string());
        degrees.to_string()
    });
    draft.fields.shift_remove("precision");
    draft.notes.push(format!(
        "the position {} {wrong}: not used",
        shown.join(", ").trim_matches([',', ' '])
    ));
    None
}
