//! Files that can be made again: replaced whole, without waiting for the disk.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{interrupt, staged};

/// Puts a file in place, the old content or the new one whole for whoever opens it.
///
/// Unlike [`Staged`](super::Staged) it does not wait until the disk has the bytes, which takes milliseconds for each of
/// many thousands of files: after a power cut a file may be short, and is to be made again.
///
/// # Errors
/// The folder is not there or takes no file, or the disk is full.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = interrupt::atomically(|files| {
        let file = staged::builder(true).tempfile_in(folder)?;
        files.insert(file.path().to_owned());
        io::Result::Ok(file)
    })?;
    let temporary: PathBuf = file.path().to_owned();
    let written = file.write_all(bytes);
    interrupt::atomically(|files| {
        files.remove(&temporary);
        written?;
        file.persist(path).map(drop).map_err(|failed| failed.error)
    })
}

/// Removes a file, and the folders above it that are empty then, up to `top`, which stays.
///
/// # Errors
/// The file cannot be removed. One that is not there counts as removed.
pub fn remove(path: &Path, top: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let folders = path.ancestors().skip(1);
    for folder in folders.take_while(|folder| *folder != top && folder.starts_with(top)) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
