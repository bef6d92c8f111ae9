//! `marchmap check`: everything that is wrong with an event file.

use std::path::PathBuf;

use crate::failure::{Ended, Failure};

/// What `check` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The event file; `-` is standard input
    pub file: PathBuf,
}

/// Checks the file.
///
/// # Errors
/// The file cannot be read.
pub fn run(args: &Args) -> Ended {
    Err(Failure::new(format!(
        "cannot check {} yet",
        args.file.display()
    )))
}
