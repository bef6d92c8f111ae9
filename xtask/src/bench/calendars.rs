//! The made-up calendars: a file for each size, and for one size a file for each shape that event files come in.

use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use bench::synthetic::{self, Shape};
use flate2::read::GzDecoder;

use crate::project;

/// Where the cities come from.
const PLACES: &str = "crates/gazetteer/data/places.txt.gz";

/// The size that is written in every shape.
const SHAPED: usize = 100_000;

/// Writes the calendars: `events-1000.json` and so on, `shapes/no-ids.json` and so on.
///
/// # Errors
/// The gazetteer cannot be read or a file not be written.
pub fn write(folder: &Path, sizes: &[usize]) -> Result<()> {
    let packed = std::fs::File::open(project::path(PLACES)).context(PLACES)?;
    let mut gazetteer = String::new();
    GzDecoder::new(packed).read_to_string(&mut gazetteer)?;
    let write = |name: String, events, shape| {
        let path = folder.join(name);
        let text = synthetic::shaped(&gazetteer, events, synthetic::SEED, shape);
        std::fs::write(&path, text).with_context(|| path.display().to_string())
    };
    for &events in sizes {
        project::say(&format!("a synthetic calendar of {events} events"));
        write(format!("events-{events}.json"), events, Shape::Numbered)?;
    }
    std::fs::create_dir_all(folder.join("shapes"))?;
    if sizes.contains(&SHAPED) {
        project::say(&format!("{SHAPED} events in each shape"));
        for (name, shape) in Shape::ALL {
            write(
                format!("shapes/{}.json", name.replace(' ', "-")),
                SHAPED,
                shape,
            )?;
        }
    }
    Ok(())
}
