//! Output files: the old content or the new one is there whole at every moment, and nothing else is overwritten.
//!
//! An [`Output`] is opened before the work begins, so that a path which cannot be written fails at once;
//! its new content is [staged](Output::stage) beside it, and [committed](Staged::commit) by one rename.

mod identity;
pub mod interrupt;
mod lock;
mod replace;
mod staged;
mod stream;
mod target;

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use identity::{Identity, of_source};
pub use lock::{Lock, lock};
pub use replace::{remove, replace};
pub use staged::{Staged, is_temporary};
pub use stream::{note, print, show};

use crate::failure::Failure;
use target::Target;

/// Where a command writes to.
#[derive(Debug)]
pub struct Output {
    /// The path as given, for messages.
    path: PathBuf,
    target: Target,
    /// Its version when it was read, if it was.
    read: Option<Version>,
}

/// What tells one version of a file from the next one; `None` for a file that is not there.
type Version = Option<(Option<SystemTime>, u64, Option<Identity>)>;

impl Output {
    /// Follows the links of a path to what it leads to. `-` is standard output.
    ///
    /// A link that leads to nothing yet is followed too: its target is created.
    ///
    /// # Errors
    /// It is a folder, a socket, a disk, or a file that may not be written.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        Ok(Self {
            path: path.to_owned(),
            target: Target::of(path)?,
            read: None,
        })
    }

    /// The content there is; `None` for a file that is not there yet and for what is no file. From now on
    /// [`Staged::commit`] refuses to replace a file that someone else has changed.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        let Target::File(file) = &self.target else {
            return Ok(None);
        };
        let version = version(file);
        self.read = Some(version);
        match version.is_none() {
            true => Ok(None),
            false => crate::source::bytes(&self.path).map(Some),
        }
    }

    /// Whether it is a file, there or not yet, and no pipe, terminal or device.
    pub fn is_file(&self) -> bool {
        matches!(self.target, Target::File(_))
    }

    /// What it is called in messages.
    pub fn name(&self) -> String {
        match self.path == Path::new("-") {
            true => "standard output".to_owned(),
            false => self.path.display().to_string(),
        }
    }

    /// The folder of the file that is written, by its real name.
    pub fn folder(&self) -> Option<&Path> {
        match &self.target {
            Target::File(file) => file.parent(),
            _ => None,
        }
    }

    /// Whether bytes written here and there would end in one file, pipe or standard stream.
    pub fn is_same(&self, other: &Self) -> bool {
        self.target.is_same(&other.target)
    }

    /// Whether it is the file that a source path leads to; for `-` the file behind standard input.
    pub fn is_source(&self, source: &Path) -> bool {
        of_source(source).is_some_and(|source| self.target.identity() == Some(source))
    }

    /// Writes the new content beside the file; nothing is visible under its name before [`Staged::commit`].
    ///
    /// # Errors
    /// The folder takes no file, or the disk is full.
    pub fn stage<'a>(&'a self, bytes: &'a [u8]) -> Result<Staged<'a>, Failure> {
        Staged::new(self, bytes)
    }

    fn failure(&self, error: &std::io::Error) -> Failure {
        Failure::file("write", &self.path, error)
    }
}

/// Writes a file or a stream.
///
/// # Errors
/// As [`Output::open`], [`Output::stage`] and [`Staged::commit`].
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Output::open(path)?.stage(bytes)?.commit()
}

fn version(file: &Path) -> Version {
    let metadata: Metadata = std::fs::metadata(file).ok()?;
    let identity = Identity::of(&metadata);
    Some((metadata.modified().ok(), metadata.len(), identity))
}

#[cfg(test)]
mod tests;
