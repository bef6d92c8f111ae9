//! One program at a time reads a file, changes it and writes it back.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use super::Output;
use super::stream::note;
use crate::failure::Failure;

/// How long to wait for another program.
const PATIENCE: Duration = Duration::from_secs(60);

/// Keeps other programs from changing the files until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _folders: Vec<File>,
}

/// Locks the folders of these outputs, in which files are replaced: a lock on a file itself would stay with
/// the old one. The lock is advisory (flock(2)); the system releases it when the program ends.
///
/// # Errors
/// Another program still holds one after a minute.
pub fn lock(outputs: &[&Output]) -> Result<Lock, Failure> {
    lock_within(outputs, PATIENCE)
}

fn lock_within(outputs: &[&Output], patience: Duration) -> Result<Lock, Failure> {
    let mut folders: Vec<PathBuf> = outputs
        .iter()
        .filter_map(|output| output.folder().map(Path::to_owned))
        .collect();
    // In one order, so that two programs never wait for each other.
    folders.sort();
    folders.dedup();
    let mut locked = Vec::new();
    for folder in folders {
        // Some file systems have no locks, some folders cannot be opened; a file that has changed
        // meanwhile is refused in any case.
        if let Ok(file) = File::open(&folder) {
            locked.extend(exclusive(file, &folder, patience)?);
        }
    }
    Ok(Lock { _folders: locked })
}

fn exclusive(folder: File, path: &Path, patience: Duration) -> Result<Option<File>, Failure> {
    match folder.try_lock() {
        Ok(()) => return Ok(Some(folder)),
        Err(std::fs::TryLockError::WouldBlock) => {}
        Err(std::fs::TryLockError::Error(_)) => return Ok(None),
    }
    note(&format!(
        "note: another marchmap is changing a file in {}; waiting for up to {} seconds\n",
        path.display(),
        patience.as_secs()
    ));
    let (locked, lock) = mpsc::channel();
    std::thread::spawn(move || {
        let done: io::Result<()> = folder.lock();
        locked.send(done.map(|()| folder))
    });
    match lock.recv_timeout(patience) {
        Ok(folder) => Ok(folder.ok()),
        Err(_) => Err(Failure::new(format!(
            "another marchmap is still changing a file in {}",
            path.display()
        ))
        .help("wait until it has ended, then run this command again")),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_wait_for_another_program_has_an_end() {
        let folder = tempfile::tempdir().unwrap();
        let open = |name: &str| Output::open(&folder.path().join(name)).unwrap();
        let (first, second) = (open("a.json"), open("b.json"));
        let held = lock(&[&first, &second]).unwrap();
        let failure = lock_within(&[&second], Duration::from_millis(10)).unwrap_err();
        assert!(failure.what.contains("another marchmap"), "{failure}");
        drop(held);
        lock_within(&[&second], Duration::from_millis(10)).unwrap();
    }
}
