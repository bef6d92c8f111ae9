//! `marchmap import`: events from other files, taken into an event file.

use std::path::PathBuf;

use crate::failure::{Ended, Failure};

/// What `import` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where events come from; `-` is standard input
    #[arg(required = true)]
    pub sources: Vec<PathBuf>,
    /// The event file they are taken into
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

/// Takes the sources into the file.
///
/// # Errors
/// A source cannot be read, or the file not be written.
pub fn run(args: &Args) -> Ended {
    Err(Failure::new(format!(
        "cannot import into {} yet",
        args.output.display()
    )))
}
