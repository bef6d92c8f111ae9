//! `marchmap export`: the events of a file in another format.

use std::path::PathBuf;

use crate::failure::{Ended, Failure};

/// What `export` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The event file; `-` is standard input
    pub file: PathBuf,
}

/// Writes the export.
///
/// # Errors
/// The file cannot be read, or the export not be written.
pub fn run(args: &Args) -> Ended {
    Err(Failure::new(format!(
        "cannot export {} yet",
        args.file.display()
    )))
}
