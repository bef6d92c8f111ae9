//! The command line as a whole: which commands there are, and what becomes of their ends.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::failure::{Ended, FAILED};
use crate::{check, export, import};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "marchmap",
    version,
    about = "Checks, fills and gives away the event file of a Marchmap calendar",
    after_help = "Exit status: 0 all is well, 1 something in the file needs an editor, 2 the work could not be done."
)]
pub struct Line {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the tool does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what is wrong with an event file, with line and column
    Check(check::Args),
    /// Take events from other files into an event file
    Import(import::Args),
    /// Give events away as iCalendar, CSV, GeoJSON or schema.org JSON-LD
    Export(export::Args),
}

/// Reads the command line, does what it says, and gives the exit status.
pub fn main() -> ExitCode {
    match run(Line::parse()) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(FAILED)
        }
    }
}

/// Does what a command line says.
///
/// # Errors
/// The work could not be done.
pub fn run(line: Line) -> Ended {
    match line.command {
        Command::Check(args) => check::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Export(args) => export::run(&args),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Line::command().debug_assert();
    }
}
