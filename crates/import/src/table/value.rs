//! What a cell's text becomes in a field of the event file.

use event_file::event::{Kind, Status};
use fold::fold;
use serde_json::{Map, Value, json};

use super::position::{degrees, position};
use super::stamp;
use crate::draft::Draft;
use crate::ics::windows;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use crate::{cancelled, words};

/// The unknown field that keeps what a source says where no field can hold it.
pub const AS_WRITTEN: &str = "as_written";

/// Puts a cell into a field.
pub fn put(draft: &mut Draft, field: &str, cell: &str) {
    let value: Value = match field {
        "kind" => one_or_more(list(cell).iter().map(|kind| self::kind(kind).into())),
        "organizers" | "tags" => list(cell).into_iter().map(Value::from).collect(),
        "source" => one_or_more(list(cell).into_iter().map(Value::from)),
        "status" => match status(cell) {
            Some(status) => status.name().into(),
            None => {
                keep(draft, field, cell);
                draft.notes.push(format!(
                    "its status, “{cell}”, is not known: listed as tentative, since it may well mean cancelled"
                ));
                Status::Tentative.name().into()
            }
        },
        // “is_online: false”.
        "online" if matches!(words::value(cell), Some("yes" | "no")) => return,
        "timezone" => zone(cell).map_or_else(|| cell.into(), Value::from),
        "lat" | "lon" => match degrees(cell) {
            Some(degrees) => degrees.into(),
            None => return unread_position(draft, field, cell),
        },
        "position" => match position(cell) {
            Some((lat, lon)) => {
                draft.fields.insert("lat".to_owned(), lat.into());
                lon_of(draft, lon);
                return;
            }
            None => return unread_position(draft, field, cell),
        },
        "attendance" => match attendance(cell) {
            Some(count) => count,
            None => return keep(draft, field, cell),
        },
        "links" | "route" | "translations" => match serde_json::from_str(cell) {
            Ok(value) => value,
            Err(_) => return keep(draft, field, cell),
        },
        _ => cell.into(),
    };
    draft.fields.insert(field.to_owned(), value);
}

/// Keeps a position that is no numbers, and says so.
fn unread_position(draft: &mut Draft, field: &str, cell: &str) {
    keep(draft, field, cell);
    let start: String = cell.chars().take(60).collect();
    draft.notes.push(format!(
        "its {field}, “{start}”, is not read; write degrees such as 48.8566"
    ));
}

fn lon_of(draft: &mut Draft, lon: f64) {
    draft.fields.insert("lon".to_owned(), lon.into());
}

/// Keeps a text that no field can hold, and says so.
pub fn keep(draft: &mut Draft, field: &str, text: &str) {
    let kept = draft
        .fields
        .entry(AS_WRITTEN)
        .or_insert_with(|| Map::new().into());
    if let Value::Object(kept) = kept {
        kept.insert(field.to_owned(), text.into());
    }
}

/// Puts a text into a translation.
pub fn translate(draft: &mut Draft, language: &str, field: &str, text: &str) {
    let all = draft
        .fields
        .entry("translations")
        .or_insert_with(|| Map::new().into());
    let Value::Object(all) = all else { return };
    let one = all.entry(language).or_insert_with(|| Map::new().into());
    if let Value::Object(one) = one {
        one.insert(field.to_owned(), text.into());
    }
}

/// Texts with `;` or `|` between them.
fn list(cell: &str) -> Vec<String> {
    if let Ok(Value::Array(items)) = serde_json::from_str(cell) {
        let texts = items.into_iter().map(|item| match item {
            Value::String(text) => text,
            other => other.to_string(),
        });
        return texts.collect();
    }
    let parts = cell.split([';', '|']).map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// One value, or a list of them.
pub fn one_or_more(values: impl Iterator<Item = Value>) -> Value {
    let mut values: Vec<Value> = values.collect();
    match values.len() {
        1 => values.swap_remove(0),
        _ => values.into(),
    }
}

/// A known kind by its own name, whatever its capitals; any other as written.
pub fn kind(text: &str) -> String {
    let plain = fold(text).replace([' ', '_'], "-");
    let known = Kind::KNOWN.iter().find(|(name, _)| *name == plain);
    known.map_or_else(|| text.to_owned(), |(name, _)| (*name).to_owned())
}

/// A status by the words used for it, in any language.
pub fn status(text: &str) -> Option<Status> {
    let text = text.trim().trim_end_matches('\u{fe0f}');
    let known = match words::value(text) {
        _ if matches!(text, "✅" | "☑" | "✔") => Some(Status::Scheduled),
        // “Zakazano” is Polish for banned, and Croatian for arranged; in Czech it has its marks.
        _ if text.eq_ignore_ascii_case("zakazano") => return None,
        Some("scheduled") => Some(Status::Scheduled),
        Some("moved-online" | "online") => Some(Status::MovedOnline),
        _ if was_moved(text) => Some(Status::Rescheduled),
        _ => cancelled::status(text),
    };
    known.or_else(|| {
        let plain = fold(text.trim()).replace([' ', '_'], "-");
        let named = Status::ALL.iter().find(|(name, _)| *name == plain);
        named.map(|(_, status)| *status)
    })
}

/// “Reporté du 18/09”: the day that it has is the new one.
fn was_moved(text: &str) -> bool {
    let tokens = tokens(text);
    Purpose::MovedFrom.phrases().past(&tokens, 0).is_some()
}

/// What a column of cancellations says: a tick, a word, a day. What is none of these is kept.
pub fn cancel(draft: &mut Draft, heading: &str, cell: &str) {
    let day = || stamp::said(cell).is_some();
    let said = match words::value(cell) {
        Some("no" | "scheduled") => return,
        Some("yes") => Some(Status::Cancelled),
        _ if matches!(cell.trim_end_matches('\u{fe0f}'), "✅" | "❌" | "🚫" | "⛔") => {
            Some(Status::Cancelled)
        }
        _ => cancelled::status(cell).or_else(|| day().then_some(Status::Cancelled)),
    };
    match said {
        Some(status) => draft.put("status", status.name()),
        None => {
            keep(draft, heading, cell);
            unclear(draft, heading, cell);
        }
    }
}

/// Lists an entry as tentative of which a cell says something that is not understood.
pub fn unclear(draft: &mut Draft, heading: &str, cell: &str) {
    let open = draft
        .text_of("status")
        .is_none_or(|status| status == Status::Scheduled.name());
    if open {
        draft.put("status", Status::Tentative.name());
    }
    draft.notes.push(format!(
        "“{heading}: {cell}” does not say clearly whether it takes place: listed as tentative"
    ));
}

/// A zone's IANA id from what is written: the id in any capitals, or Windows' name for it.
pub fn zone(text: &str) -> Option<String> {
    let text = text.trim().trim_matches('"');
    match tz_database::named(text) {
        Some(zone) => Some(zone.name().to_owned()),
        None => windows::iana(text).map(str::to_owned),
    }
}

/// `500`, `1000-2000`.
fn attendance(cell: &str) -> Option<Value> {
    let number = |text: &str| {
        let text = text.trim();
        text.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| text.parse::<u64>().ok())?
    };
    if let Some(count) = number(cell) {
        return Some(count.into());
    }
    let (low, high) = cell.split_once(['-', '–'])?;
    Some(json!({ "low": number(low)?, "high": number(high)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_values() {
        assert_eq!(
            attendance("1000-2000"),
            Some(json!({ "low": 1000, "high": 2000 }))
        );
        assert_eq!(attendance("about 500"), None);
        assert_eq!(kind("Sit-In"), "sit-in");
        assert_eq!(kind("Bike ride"), "Bike ride");
        assert_eq!(status("Abgesagt"), Some(Status::Cancelled));
        assert_eq!(status("zakázáno"), Some(Status::Cancelled));
        assert_eq!(status("zakazano"), None);
        assert_eq!(status("sold out"), Some(Status::Scheduled));
        assert_eq!(status("MOVED_ONLINE"), Some(Status::MovedOnline));
        assert_eq!(status("reporté du 18/09"), Some(Status::Rescheduled));
        assert_eq!(status("verschoben vom 18.9."), Some(Status::Rescheduled));
        assert_eq!(zone("europe/paris").as_deref(), Some("Europe/Paris"));
        assert_eq!(
            zone("Eastern Standard Time").as_deref(),
            Some("America/New_York")
        );
        assert_eq!(list("a; b|c"), ["a", "b", "c"]);
    }
}
