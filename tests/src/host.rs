//! A static host on the loopback that serves a built site from a subfolder, and can be told to misbehave.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use anyhow::Result;

mod answer;
mod connection;

pub use answer::{Answer, Body, Gate};
pub use connection::Request;

/// The folder every story serves the app from: never the root, as on a project's GitHub Pages.
pub const FOLDER: &str = "/some/folder/";

/// A host, up until it is dropped. Each one is an origin of its own.
pub struct Host {
    address: SocketAddr,
    site: Arc<Site>,
    thread: Option<JoinHandle<()>>,
}

/// What a host serves and has been asked for.
pub(crate) struct Site {
    root: PathBuf,
    answers: Mutex<BTreeMap<String, Answer>>,
    headers: Mutex<Vec<(String, String)>>,
    requests: Mutex<Vec<Request>>,
    gzip: AtomicBool,
    keep: AtomicBool,
    over: AtomicBool,
}

/// A poisoned lock only says that a story failed; what it guards is still whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Host {
    /// Serves the files in `root` under [`FOLDER`].
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(root: &Path) -> Result<Host> {
        let listener = fresh_port()?;
        let address = listener.local_addr()?;
        let site = Arc::new(Site {
            root: root.to_owned(),
            answers: Mutex::default(),
            headers: Mutex::default(),
            requests: Mutex::default(),
            gzip: AtomicBool::new(false),
            keep: AtomicBool::new(false),
            over: AtomicBool::new(false),
        });
        let shared = Arc::clone(&site);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.over.load(Ordering::SeqCst) {
                    break;
                }
                let site = Arc::clone(&shared);
                std::thread::spawn(move || connection::serve(stream, &site));
            }
        });
        Ok(Host {
            address,
            site,
            thread: Some(thread),
        })
    }

    /// The address of `path` (relative to the folder) on this host, as `http://127.0.0.1:PORT/some/folder/…`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{FOLDER}{path}", self.address)
    }

    /// `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The same place by another name, which browsers take for another site: `http://localhost:PORT/…`.
    pub fn other_site_url(&self, path: &str) -> String {
        format!("http://localhost:{}{FOLDER}{path}", self.address.port())
    }

    /// From now on `path` is answered so, whatever the folder holds.
    pub fn answer(&self, path: &str, answer: impl Into<Answer>) {
        lock(&self.site.answers).insert(path.to_owned(), answer.into());
    }

    /// From now on `path` is the folder's own file again.
    pub fn mend(&self, path: &str) {
        lock(&self.site.answers).remove(path);
    }

    /// Sends a header with every answer.
    pub fn header(&self, name: &str, value: &str) {
        lock(&self.site.headers).push((name.to_owned(), value.to_owned()));
    }

    /// Compresses text for browsers that accept it, as most hosts do.
    pub fn gzip(&self) {
        self.site.gzip.store(true, Ordering::SeqCst);
    }

    /// Keeps connections for further requests, as most hosts do; a story that stops its host wants them closed.
    pub fn keep_connections(&self) {
        self.site.keep.store(true, Ordering::SeqCst);
    }

    /// Every request so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.site.requests).clone()
    }
}

/// Listens where no host of these stories has been: browsers keep pages by their origin.
fn fresh_port() -> Result<TcpListener> {
    static TAKEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        if lock(&TAKEN).insert(listener.local_addr()?.port()) {
            return Ok(listener);
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.site.over.store(true, Ordering::SeqCst);
        for answer in lock(&self.site.answers).values() {
            answer.release();
        }
        // Wakes the listener, so that it sees that it is over.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
