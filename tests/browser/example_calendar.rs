//! The bundled example calendar, read without any of the product's own code.

use anyhow::{Context, Result};
use browser_tests::session::Session;
use serde_json::Value;

/// One entry of `events.json` as far as the tests ask.
pub struct Entry {
    pub id: String,
    /// The venue's date.
    pub date: String,
    pub country: String,
    /// Latitude and longitude in degrees.
    pub position: Option<(f64, f64)>,
}

/// Every entry of the bundled calendar.
pub fn entries(session: &Session) -> Result<Vec<Entry>> {
    let text = std::fs::read_to_string(session.dist().join("events.json"))?;
    let file: Value = serde_json::from_str(&text)?;
    let events = file["events"].as_array().context("no events")?;
    let text = |event: &Value, field: &str| event[field].as_str().unwrap_or_default().to_owned();
    let read = |event: &Value| Entry {
        id: text(event, "id"),
        date: text(event, "start").chars().take(10).collect(),
        country: text(event, "country"),
        position: event["lat"].as_f64().zip(event["lon"].as_f64()),
    };
    Ok(events.iter().map(read).collect())
}
