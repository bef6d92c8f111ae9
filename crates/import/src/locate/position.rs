//! The position that a source gives, checked.

use serde_json::Value;

use crate::draft::Draft;
use crate::table::value::keep;

/// A position this near 0, 0 is one that a program left empty, in degrees.
const NULL_ISLAND: f64 = 0.1;

/// What an entry gives as its position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Given {
    /// Degrees on Earth.
    At(f64, f64),
    /// Two numbers that are no position as they stand.
    Wrong(f64, f64, &'static str),
    /// Nothing.
    Nothing,
}

/// The position an entry gives; half of one is put aside.
pub(super) fn given(draft: &mut Draft) -> Given {
    let number = |field: &str| draft.fields.get(field).and_then(Value::as_f64);
    match (number("lat"), number("lon")) {
        (Some(lat), Some(lon)) if lat.abs() < NULL_ISLAND && lon.abs() < NULL_ISLAND => {
            Given::Wrong(lat, lon, "is near 0, 0, where there is only sea")
        }
        (Some(lat), Some(lon)) if lat.abs() > 90.0 || lon.abs() > 180.0 => {
            Given::Wrong(lat, lon, "is not on Earth")
        }
        (Some(lat), Some(lon)) => Given::At(lat, lon),
        (None, None) => {
            draft.fields.shift_remove("precision");
            Given::Nothing
        }
        _ => {
            put_aside(draft, "has only one of latitude and longitude");
            Given::Nothing
        }
    }
}

/// Takes the position out of the entry, keeps it as the source writes it, and says why.
pub(super) fn put_aside(draft: &mut Draft, why: &str) {
    let shown = ["lat", "lon"].map(|field| {
        let degrees = draft
            .fields
            .shift_remove(field)
            .and_then(|value| value.as_f64());
        let shown = degrees
            .map(|degrees| degrees.to_string())
            .unwrap_or_default();
        if !shown.is_empty() {
            keep(draft, field, &shown);
        }
        shown
    });
    draft.fields.shift_remove("precision");
    let shown = shown.join(", ");
    let shown = shown.trim_matches([',', ' ']);
    draft
        .notes
        .push(format!("the position {shown} {why}: not used"));
}

/// Puts another position in the place of the one given, which is kept as the source writes it.
pub(super) fn put_right(draft: &mut Draft, (lat, lon): (f64, f64), what: &str) {
    let shown = ["lat", "lon"].map(|field| {
        let shown = draft
            .fields
            .get(field)
            .map(Value::to_string)
            .unwrap_or_default();
        keep(draft, field, &shown);
        shown
    });
    draft.fields.insert("lat".to_owned(), lat.into());
    draft.fields.insert("lon".to_owned(), lon.into());
    draft.notes.push(format!(
        "the position {}: {what}, put right",
        shown.join(", ")
    ));
}

/// A position as it was before something was done to it.
type Turn = fn(f64, f64) -> (f64, f64);

/// What may have happened to a position, and what it was before.
pub(super) const TURNED: [(&str, Turn); 4] = [
    ("latitude and longitude are swapped", |lat, lon| (lon, lat)),
    ("the longitude has lost or gained its minus", |lat, lon| {
        (lat, -lon)
    }),
    ("the latitude has lost or gained its minus", |lat, lon| {
        (-lat, lon)
    }),
    ("both have lost or gained their minus", |lat, lon| {
        (-lat, -lon)
    }),
];
