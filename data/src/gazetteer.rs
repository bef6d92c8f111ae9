//! Makes `crates/gazetteer/data/`, the cities, regions and countries that the
//! tool knows, and the names of months and days that it reads, from packages of PyPI and npm in the versions and
//! with the hashes of `data/gazetteer/`.

mod countries;
mod dates;
mod places;
mod regions;
pub mod sources;

use std::io::Write as _;

use anyhow::{Context as _, Result};
use flate2::{Compression, GzBuilder};

use crate::project;

/// Writes the cities, regions and countries.
///
/// # Errors
/// A source is not as expected, or a file cannot be written.
pub fn write_all() -> Result<()> {
    let sources = sources::fetch()?;
    let regions = regions::lines(&sources)?;
    let places = places::lines(&sources)?;
    write("places", &(regions + &places))?;
    write("countries", &countries::lines(&sources)?)?;
    let dates = project::path("crates/import/src/when/cldr.txt");
    std::fs::write(&dates, dates::lines(&sources)?).with_context(|| dates.display().to_string())
}

/// Writes one of the files, gzipped, the same for the same text.
fn write(name: &str, text: &str) -> Result<()> {
    let file = format!("crates/gazetteer/data/{name}.txt.gz");
    let mut packed = GzBuilder::new().write(Vec::new(), Compression::best());
    packed.write_all(text.as_bytes())?;
    let packed = packed.finish()?;
    std::fs::write(project::path(&file), &packed).with_context(|| format!("writing {file}"))?;
    let lines = text.lines().count();
    let (whole, size) = (text.len(), packed.len());
    project::say(&format!(
        "{file} made: {lines} lines, {whole} bytes, {size} packed"
    ));
    Ok(())
}
