//! The made-up calendars, a file for each size.

use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use bench::synthetic;
use flate2::read::GzDecoder;

use crate::project;

/// Where the cities come from.
const PLACES: &str = "crates/gazetteer/data/places.txt.gz";

/// Writes the calendars, `events-1000.json` and so on.
///
/// # Errors
/// The gazetteer cannot be read or a file not be written.
pub fn write(folder: &Path, sizes: &[usize]) -> Result<()> {
    let packed = std::fs::File::open(project::path(PLACES)).context(PLACES)?;
    let mut gazetteer = String::new();
    GzDecoder::new(packed).read_to_string(&mut gazetteer)?;
    for &events in sizes {
        let path = folder.join(format!("events-{events}.json"));
        project::say(&format!("a synthetic calendar of {events} events"));
        std::fs::write(
            &path,
            synthetic::calendar(&gazetteer, events, synthetic::SEED),
        )
        .with_context(|| path.display().to_string())?;
    }
    Ok(())
}
