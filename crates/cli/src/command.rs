//! The command line as a whole: which commands there are, and what becomes of their ends.

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};
use clap_complete::Shell;

use crate::failure::{Ended, FAILED, Failure, Outcome};
use crate::{check, export, import, page, site, store};

/// What the tool is called.
const NAME: &str = "marchmap";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "marchmap",
    version,
    about = "Checks an event file of Marchmap, imports events into it, exports them and makes a site of them",
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
    /// Import events from other files into an event file
    Import(import::Args),
    /// Export events as iCalendar, CSV, GeoJSON or schema.org JSON-LD
    Export(export::Args),
    /// Make a complete static site of an event file: the app, a page for each event, feeds
    Site(site::Args),
    /// Put the first events into the page of a built app: a step of its build
    #[command(hide = true)]
    Page(page::Args),
    /// Print what a shell needs to complete the words of a command line
    #[command(after_help = "\
Examples:
  marchmap completions bash > ~/.local/share/bash-completion/completions/marchmap
  marchmap completions fish > ~/.config/fish/completions/marchmap.fish
  marchmap completions zsh > \"${fpath[1]}/_marchmap\"")]
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Print the manual page, of the whole or of one command
    #[command(after_help = "\
Examples:
  marchmap man > ~/.local/share/man/man1/marchmap.1
  marchmap man import | man -l -")]
    Man {
        /// Which command
        command: Option<String>,
    },
}

/// Reads the command line, does what it says, and gives the exit status.
pub fn main() -> ExitCode {
    store::interrupt::watch();
    match run(Line::parse()) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            store::note(&format!("{failure}\n"));
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
        Command::Site(args) => site::run(&args),
        Command::Page(args) => page::run(&args),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Line::command(), NAME, &mut script);
            store::print(&script)?;
            Ok(Outcome::Good)
        }
        Command::Man { command } => man(command.as_deref()),
    }
}

/// Prints the manual page of a command, or of the whole.
fn man(name: Option<&str>) -> Ended {
    let mut whole = Line::command();
    whole.build();
    let page = match name {
        None => whole,
        Some(name) => match whole.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                return Err(Failure::new(format!("there is no command `{name}`"))
                    .help("`marchmap help` lists the commands"));
            }
        },
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page)
        .render(&mut text)
        .map_err(|error| Failure::new(format!("cannot write the manual page: {error}")))?;
    store::print(&text)?;
    Ok(Outcome::Good)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Line::command().debug_assert();
    }
}
