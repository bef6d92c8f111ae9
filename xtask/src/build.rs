//! `cargo xtask build`: the page, ready for any static host, in `dist/`.

use std::process::Command;

use anyhow::Result;

use crate::chore::{Chore, no_options};
use crate::setup::{self, Tools};
use crate::{licences, project, size};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "build",
    about: "make the page in dist/, small and ready for any static host",
    work,
};

fn work(options: &[String]) -> Result<()> {
    no_options(options)?;
    release()?;
    let sizes = size::measure(&project::path("dist"))?;
    print!("{}", size::table(&sizes));
    Ok(())
}

/// Builds a release into `dist/`.
///
/// # Errors
/// A tool is missing, or the build fails.
pub fn release() -> Result<()> {
    let tools = setup::page()?;
    project::say("building a release into dist/");
    project::run(trunk(&tools)?.args(["build", "--release"]))?;
    licences::write(&project::path("dist"))
}

/// Trunk with its tools, and without what it would fetch or ask for.
///
/// # Errors
/// A tool's folder cannot stand in `PATH`.
pub fn trunk(tools: &Tools) -> Result<Command> {
    let mut trunk = tools.command("trunk")?;
    trunk
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk takes NO_COLOR=1 for a broken option.
        .env_remove("NO_COLOR");
    Ok(trunk)
}
