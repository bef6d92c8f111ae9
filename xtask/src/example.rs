//! `cargo xtask example`: makes the bundled calendar `public/events.json` from `data/example.csv`.

mod entry;
mod ids;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::chore::{Chore, Options};
use crate::project;
use ids::Ids;

/// Where the facts are kept.
pub const SOURCE: &str = "data/example.csv";
/// The event file made from them.
pub const TARGET: &str = "public/events.json";

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "example",
    about: "make public/events.json, the bundled calendar, from data/example.csv",
    work,
};

fn work(options: Options) -> Result<()> {
    options.end()?;
    let csv = project::read(SOURCE)?;
    let json = make(&csv)?;
    std::fs::write(project::path(TARGET), &json).with_context(|| format!("writing {TARGET}"))?;
    project::say(&format!(
        "{TARGET} made from {SOURCE} ({} bytes)",
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

/// Whether an event file is the bundled calendar, not one that a fork has put in its place.
pub fn is_bundled(json: &str) -> bool {
    let file: Value = serde_json::from_str(json).unwrap_or_default();
    file["calendar"]["title"] == about()["title"]
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
