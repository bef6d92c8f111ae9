//! `cargo xtask data`: makes the data that comes with Marchmap, which the package `data` does.

use std::path::Path;

use anyhow::Result;

use crate::chore::{Chore, Options};
use crate::{project, setup};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "data",
    about: "make data that comes with Marchmap from its sources; example, basemap or gazetteer",
    work,
};

fn work(options: Options) -> Result<()> {
    setup::code()?;
    let mut data = package();
    project::run(data.args(options.rest()))
}

/// Writes the bundled calendar into a file.
///
/// # Errors
/// The calendar's source cannot be read, or the file not be written.
pub fn example(file: &Path) -> Result<()> {
    project::run(package().arg("example").arg(file))
}

/// The package, to which its words are still to be added.
fn package() -> std::process::Command {
    let mut cargo = project::cargo();
    cargo.args(["run", "--locked", "--quiet", "-p", "data", "--"]);
    cargo
}
