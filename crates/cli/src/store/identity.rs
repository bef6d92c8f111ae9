//! Which file a path or a standard stream is, however it is spelled or linked.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// A regular file's device and number there: the same for all its names and hard links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity(u64, u64);

impl Identity {
    /// Of what is described here; `None` when that is no regular file.
    #[cfg(unix)]
    pub fn of(metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        metadata
            .is_file()
            .then(|| Self(metadata.dev(), metadata.ino()))
    }

    /// Not known without Unix's numbers.
    #[cfg(not(unix))]
    pub fn of(_: &Metadata) -> Option<Self> {
        None
    }
}

/// The file that a source is read from; for `-` the one behind standard input.
pub fn of_source(path: &Path) -> Option<Identity> {
    let metadata = match path == Path::new("-") {
        true => of_stream(&io::stdin()),
        false => std::fs::metadata(path),
    };
    Identity::of(&metadata.ok()?)
}

/// What a standard stream is.
#[cfg(unix)]
pub fn of_stream(stream: &impl std::os::fd::AsFd) -> io::Result<Metadata> {
    File::from(stream.as_fd().try_clone_to_owned()?).metadata()
}

/// What a standard stream is.
#[cfg(windows)]
pub fn of_stream(stream: &impl std::os::windows::io::AsHandle) -> io::Result<Metadata> {
    File::from(stream.as_handle().try_clone_to_owned()?).metadata()
}
