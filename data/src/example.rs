//! Makes the bundled calendar `public/events.json` from `data/example.csv`.

mod entry;
mod ids;

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::project;
use ids::Ids;

/// Where the facts are kept.
pub const SOURCE: &str = "data/example.csv";
/// The event file made from them.
pub const TARGET: &str = "public/events.json";

/// Writes the event file.
///
/// # Errors
/// The CSV cannot be read or carried over, or the file not be written.
pub fn write(target: &Path) -> Result<()> {
    let json = make(&project::read(SOURCE)?)?;
    std::fs::write(target, &json).with_context(|| format!("writing {}", target.display()))?;
    project::say(&format!(
        "{} made from {SOURCE} ({} bytes)",
        target.display(),
        json.len()
    ));
    Ok(())
}

/// The event file (`marchmap/1`) with everything the CSV has, the same bytes for the same CSV.
///
/// # Errors
/// Names the line and column of what cannot be carried over: nothing is dropped or guessed.
pub fn make(csv: &str) -> Result<String> {
    // The csv crate counts one line too few behind CRLF.
    let csv = csv.replace("\r\n", "\n");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let columns: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
    if columns != entry::COLUMNS {
        bail!(
            "the columns of {SOURCE} are to be {}",
            entry::COLUMNS.join(",")
        );
    }
    let mut ids = Ids::default();
    let mut events = Vec::new();
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let event =
            entry::event(&record, &mut ids).with_context(|| format!("{SOURCE}, line {line}"))?;
        events.push(Value::Object(event));
    }
    let file = json!({ "format": "marchmap/1", "calendar": about(), "events": events });
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

/// What the calendar says about itself.
fn about() -> Value {
    json!({
        "title": "Demonstrations for Palestine, 3 to 5 November 2023",
        "description": "Marches, rallies and vigils in solidarity with Palestine or for a ceasefire, \
            on every continent, over one weekend. It is the example that comes with Marchmap: each entry \
            names the report or announcement it was taken from. What no source gave is left out.",
        "language": "en",
        "updated": "2023-11-05T20:00:00Z",
        "credits": [
            { "text": "Facts from the news reports and announcements named in each entry" },
            { "text": "Titles and translations written for this calendar, CC0 1.0",
              "url": "https://creativecommons.org/publicdomain/zero/1.0/" }
        ],
        "tiles": {
            "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
            "attribution": "© OpenStreetMap contributors",
            "max_zoom": 19
        }
    })
}

#[cfg(test)]
mod tests;
