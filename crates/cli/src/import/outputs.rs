//! The two files an import writes: the events, and what could not be imported.

use serde_json::Value;

use super::args::Args;
use super::file;
use crate::failure::Failure;
use crate::store::{self, Lock, Output};

/// The outputs, locked until the import has ended.
pub struct Outputs {
    /// The event file.
    pub file: Output,
    /// The rejects file, with what was in it.
    pub rejects: Option<(Output, Option<Value>)>,
    _lock: Option<Lock>,
}

impl Outputs {
    /// Opens them, so that what cannot be written is refused before there is any work to lose.
    ///
    /// # Errors
    /// Both are the same, one cannot be written, the rejects file is something else, or another import is at work.
    pub fn open(args: &Args) -> Result<Self, Failure> {
        let file = Output::open(&args.output)?;
        let rejects = args.rejects(file.is_file());
        let mut rejects = rejects.as_deref().map(Output::open).transpose()?;
        if rejects
            .as_ref()
            .is_some_and(|rejects| rejects.is_same(&file))
        {
            return Err(Failure::new(format!(
                "events and rejects would both be written to {}",
                file.name()
            ))
            .help("name another file after --rejects"));
        }
        if let Some(source) = args
            .sources
            .iter()
            .find(|source| !file.is_file() && file.is_source(source))
        {
            return Err(Failure::new(format!(
                "{} is read, and {} would be written over it",
                crate::source::name(source),
                file.name()
            ))
            .help("name the event file after -o"));
        }
        let all: Vec<&Output> = [Some(&file), rejects.as_ref()]
            .into_iter()
            .flatten()
            .collect();
        let lock = match args.only_looks() {
            true => None,
            false => Some(store::lock(&all)?),
        };
        let before = match &mut rejects {
            Some(rejects) => file::rejects(rejects)?,
            None => None,
        };
        Ok(Self {
            file,
            rejects: rejects.map(|rejects| (rejects, before)),
            _lock: lock,
        })
    }

    /// Writes both, or only the rejects where the events stay as they are: first beside what is there, then in its place. An entry goes into the event file before it
    /// leaves the rejects file, so whatever stops the program, it is in one of them.
    ///
    /// # Errors
    /// One of them cannot be written.
    pub fn write(&self, events: Option<&str>, rejects: Option<&str>) -> Result<(), Failure> {
        let file = match events {
            Some(text) => Some(self.file.stage(text.as_bytes())?),
            None => None,
        };
        let rejects = match (&self.rejects, rejects) {
            (Some((output, _)), Some(text)) => Some(output.stage(text.as_bytes())?),
            _ => None,
        };
        file.map_or(Ok(()), store::Staged::commit)?;
        rejects.map_or(Ok(()), store::Staged::commit)
    }
}
