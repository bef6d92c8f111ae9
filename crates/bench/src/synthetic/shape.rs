//! The shapes event files come in: the same events, written as different people and programs write them.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::dice::Dice;

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Ids with a prefix and a number; nothing unusual.
    Numbered,
    /// Ids that are version 4 UUIDs (RFC 9562).
    Uuids,
    /// No ids.
    NoIds,
    /// One entry in the middle has a warning.
    OneWarning,
    /// One entry of a hundred has a flaw, each of another kind.
    Flawed,
    /// Unknown fields, escapes for what is not ASCII, and `null` for what is not known.
    Unusual,
    /// A GeoJSON FeatureCollection.
    GeoJson,
    /// Indented by two spaces.
    Pretty,
}

/// How many kinds of flaws there are.
const FLAWS: usize = 10;

impl Shape {
    /// Every one, with its name in tables.
    pub const ALL: [(&'static str, Shape); 8] = [
        ("prefix and number", Shape::Numbered),
        ("uuids", Shape::Uuids),
        ("no ids", Shape::NoIds),
        ("one warning", Shape::OneWarning),
        ("a hundredth flawed", Shape::Flawed),
        ("unknown fields and escapes and nulls", Shape::Unusual),
        ("GeoJSON", Shape::GeoJson),
        ("pretty print", Shape::Pretty),
    ];

    /// What stands before the entries, with what the calendar says about itself.
    pub(super) fn head(self, about: &Value) -> String {
        match self {
            Shape::GeoJson => {
                format!("{{\"type\":\"FeatureCollection\",\"calendar\":{about},\"features\":[")
            }
            Shape::Pretty => {
                let about = format!("{about:#}").replace('\n', "\n  ");
                format!(
                    "{{\n  \"format\": \"marchmap/1\",\n  \"calendar\": {about},\n  \"events\": ["
                )
            }
            _ => format!("{{\"format\":\"marchmap/1\",\"calendar\":{about},\"events\":["),
        }
    }

    /// The entry of an event, the `number`th of `events`.
    pub(super) fn entry(self, mut event: Value, number: usize, events: usize) -> String {
        match self {
            Shape::Numbered => {}
            Shape::Uuids => event["id"] = uuid(number).into(),
            Shape::NoIds => {
                event
                    .as_object_mut()
                    .map(|fields| fields.shift_remove("id"));
            }
            Shape::OneWarning if number == events / 2 => lower_country(&mut event),
            Shape::OneWarning => {}
            Shape::Flawed if number % 100 == 50 => flaw(&mut event, number / 100),
            Shape::Flawed => {}
            Shape::Unusual => {
                for field in ["address", "region", "precision", "online", "url", "image"] {
                    event[field] = Value::Null;
                }
                event["x-desk"] = json!({ "row": number, "checked": [true, null, "by phone"] });
                event["postcode"] = format!("{:05}", number % 100_000).into();
                let words = event["description"].as_str().unwrap_or_default();
                event["description"] = format!("“{words}”\n\n\"{words}\"\t\\").into();
                return escaped(&event.to_string());
            }
            Shape::GeoJson => event = feature(event),
            Shape::Pretty => return format!("{event:#}").replace('\n', "\n    "),
        }
        event.to_string()
    }

    /// What stands between two entries, or before the first.
    pub(super) fn between(self, is_first: bool) -> &'static str {
        match (self, is_first) {
            (Shape::Pretty, true) => "\n    ",
            (Shape::Pretty, false) => ",\n    ",
            (_, true) => "\n",
            (_, false) => ",\n",
        }
    }

    /// What stands after the last.
    pub(super) fn foot(self) -> &'static str {
        match self {
            Shape::Pretty => "\n  ]\n}\n",
            _ => "\n]}\n",
        }
    }
}

/// A UUID that follows from the number.
fn uuid(number: usize) -> String {
    let mut dice = Dice::new(number as u64);
    let mut digits: String = (0..8)
        .map(|_| format!("{:04x}", dice.below(1 << 16)))
        .collect();
    // The version and the variant.
    digits.replace_range(12..13, "4");
    digits.replace_range(16..17, "a");
    for dash in [20, 16, 12, 8] {
        digits.insert(dash, '-');
    }
    digits
}

/// Writes a country in small letters, which is read with a warning.
fn lower_country(event: &mut Value) {
    let country = event["country"].as_str().map(str::to_lowercase);
    event["country"] = country.into();
}

/// A flaw; which one, the number says.
fn flaw(event: &mut Value, number: usize) {
    match number % FLAWS {
        0 => event["start"] = "4/11 14h".into(),
        1 => event["lat"] = "48,85".into(),
        2 => event["country"] = "Deutschland".into(),
        3 => event["status"] = "abgesagt".into(),
        4 => event["timezone"] = "Europe/Pariss".into(),
        5 => event["tags"] = json!(["a", {}]),
        6 => *event = "see the mail of Monday".into(),
        7 => event["id"] = "synthetic-0".into(),
        8 => event["end"] = "2030-01-01".into(),
        _ => event["url"] = "javascript:alert(1)".into(),
    }
}

/// A feature whose properties are the event's fields.
fn feature(mut event: Value) -> Value {
    let mut take = |field: &str| {
        let fields = event.as_object_mut()?;
        fields.shift_remove(field)
    };
    let (id, lat, lon) = (take("id"), take("lat"), take("lon"));
    let point = |(lat, lon)| json!({ "type": "Point", "coordinates": [lon, lat] });
    let geometry = lat.zip(lon).map(point);
    json!({ "type": "Feature", "id": id, "geometry": geometry, "properties": event })
}

/// JSON with escapes for all that is not ASCII, as Python writes it.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len() * 2);
    for letter in json.chars() {
        if letter.is_ascii() {
            escaped.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            // Writing to a String can't fail.
            let _ = write!(escaped, "\\u{unit:04x}");
        }
    }
    escaped
}
