//! How a command ends: well, with something found, or not at all.

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

/// How a command ended that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to complain of: exit status 0.
    Good,
    /// The work is done, and something in what was read needs an editor: exit status 1.
    Found,
}

/// Why a command could not do its work: exit status 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong, in one sentence without a full stop.
    pub what: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// What a command gives back.
pub type Ended = Result<Outcome, Failure>;

impl Failure {
    /// A failure in words.
    pub fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            help: None,
        }
    }

    /// The same, with what to do about it.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }

    /// A file that cannot be read or written; `doing` is “read” or “write”.
    pub fn file(doing: &str, path: &Path, error: &std::io::Error) -> Self {
        let reason = reason(error);
        Self::new(format!("cannot {doing} {}: {reason}", path.display()))
    }
}

/// What the system says, without the number that it has for it.
fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.rfind(" (os error ") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.what)?;
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Good => Self::SUCCESS,
            Outcome::Found => Self::from(1),
        }
    }
}

/// The exit status of a failure.
pub const FAILED: u8 = 2;
