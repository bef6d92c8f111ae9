//! The settings of a host and the requests it has received, shared by its connections.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::answer::Answer;
use super::encoding::Compression;
use super::request::{FOLDER, Request};

/// What a host serves and which requests it has received.
pub(super) struct Site {
    pub(super) settings: Mutex<Arc<Settings>>,
    pub(super) requests: Mutex<Vec<Request>>,
    /// Set when the host is dropped.
    pub(super) stopped: AtomicBool,
}

/// How a host answers. Each request works with those of its moment: a change is made to a copy.
#[derive(Clone, Default)]
pub(super) struct Settings {
    /// Folders of files by the absolute path they are served under, such as [`FOLDER`].
    pub(super) mounts: BTreeMap<String, PathBuf>,
    /// Answers by absolute path; they take precedence over files.
    pub(super) answers: BTreeMap<String, Answer>,
    /// Headers sent with every answer.
    pub(super) headers: Vec<(String, String)>,
    /// Media types by file name extension that differ from the usual ones.
    pub(super) media_types: BTreeMap<String, String>,
    pub(super) compression: Compression,
    /// Bytes per second for every file.
    pub(super) throttle: Option<usize>,
    pub(super) keep_alive: bool,
}

/// A poisoned lock only says that a test failed; what it guards is still whole.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A path as requested: relative paths are below [`FOLDER`].
pub(super) fn absolute(path: &str) -> String {
    if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("{FOLDER}{path}")
    }
}
