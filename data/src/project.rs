//! Where things lie in the project, and how commands are run there.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

/// A path inside the project.
pub fn path(inside: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).join(inside)
}

/// Where packages are unpacked: beside what cargo builds.
pub fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| path("target"), |folder| path("").join(folder))
}

/// The text of one file of the project.
///
/// # Errors
/// Names the file.
pub fn read(inside: &str) -> Result<String> {
    std::fs::read_to_string(path(inside)).with_context(|| format!("cannot read {inside}"))
}

/// Says what is done, in one line.
pub fn say(line: &str) {
    println!("• {line}");
}

/// Runs a command to its end.
///
/// # Errors
/// It could not be started, or failed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{command:?} cannot be started"))?;
    ensure!(status.success(), "{command:?} failed ({status})");
    Ok(())
}
