//! A static web server on the loopback for tests: it serves a built site from a subfolder and can imitate any host.
//!
//! ```no_run
//! # use std::path::Path;
//! # use browser_tests::host::{Answer, Compression, Host};
//! # fn main() -> anyhow::Result<()> {
//! let host = Host::start(Path::new("dist"))?;
//! host.compress(Compression::GitHubPages); // gzip by file name, ranges of compressed files broken
//! host.media_type("wasm", "application/octet-stream"); // "" sends no Content-Type at all
//! host.header("Content-Security-Policy", "default-src 'self'"); // with every answer
//! host.answer("events.json", Answer::moved("data/events.json")); // 301
//! host.answer("data/events.json", Answer::json("[]").throttled(20_000).chunked());
//! host.mount("/other/app/", Path::new("another/dist")); // a second app on the same origin
//! # Ok(())
//! # }
//! ```

use std::collections::BTreeSet;
use std::net::{Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use anyhow::Result;

mod answer;
mod connection;
mod encoding;
mod files;
mod request;
mod site;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Gate};
pub use encoding::Compression;
pub use request::{FOLDER, Request};

use site::{Settings, Site, absolute, lock};

/// A running web server, stopped when dropped. Each one has a port of its own and so is an origin of its own.
pub struct Host {
    address: SocketAddr,
    site: Arc<Site>,
    /// What listens on each of its addresses.
    listeners: Vec<(SocketAddr, JoinHandle<()>)>,
}

impl Host {
    /// Serves the files in `root` under [`FOLDER`].
    ///
    /// # Errors
    /// No port can be bound.
    pub fn start(root: &Path) -> Result<Host> {
        let listener = fresh_port()?;
        let address = listener.local_addr()?;
        let site = Arc::new(Site {
            settings: Mutex::default(),
            requests: Mutex::default(),
            stopped: AtomicBool::new(false),
        });
        let mut host = Host {
            address,
            site,
            listeners: Vec::new(),
        };
        host.listen(listener)?;
        // Not every machine has one, and another program may have this port there.
        if let Ok(listener) = TcpListener::bind((Ipv6Addr::LOCALHOST, address.port())) {
            host.listen(listener)?;
        }
        host.mount(FOLDER, root);
        Ok(host)
    }

    fn listen(&mut self, listener: TcpListener) -> Result<()> {
        let address = listener.local_addr()?;
        let shared = Arc::clone(&self.site);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.stopped.load(Ordering::SeqCst) {
                    break;
                }
                let site = Arc::clone(&shared);
                std::thread::spawn(move || connection::serve(stream, &site));
            }
        });
        self.listeners.push((address, thread));
        Ok(())
    }

    /// Changes the settings, for requests from now on.
    fn set(&self, change: impl FnOnce(&mut Settings)) {
        change(Arc::make_mut(&mut lock(&self.site.settings)));
    }

    /// The address of `path` on this host, as `http://127.0.0.1:PORT/some/folder/…`. A path that begins with `/` is
    /// below the root of the host instead.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}", self.origin(), absolute(path))
    }

    /// `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The same address by another host name, which browsers take for another site: `http://localhost:PORT/…`.
    pub fn other_site_url(&self, path: &str) -> String {
        format!("http://localhost:{}{}", self.address.port(), absolute(path))
    }

    /// The same address with a host as it is written in place of `127.0.0.1`: another name of the loopback, `[::1]`, or one with
    /// a user's name and password before it. `None` for `[::1]` where the host has no such address.
    pub fn url_at(&self, host: &str, path: &str) -> Option<String> {
        let is_there = !host.contains('[') || self.listeners.iter().any(|(at, _)| at.is_ipv6());
        is_there.then(|| format!("http://{host}:{}{}", self.address.port(), absolute(path)))
    }

    /// Answers requests for `path` with this, whatever file is there. A path that begins with `/` is below the root of
    /// the host, any other below [`FOLDER`].
    pub fn answer(&self, path: &str, answer: impl Into<Answer>) {
        self.set(|settings| {
            settings.answers.insert(absolute(path), answer.into());
        });
    }

    /// Serves the file at `path` again, after [`Host::answer`].
    pub fn restore(&self, path: &str) {
        self.set(|settings| {
            settings.answers.remove(&absolute(path));
        });
    }

    /// Serves the files in `root` under another absolute path too, such as `/other/app/`: a second app on the same origin.
    pub fn mount(&self, path: &str, root: &Path) {
        self.set(|settings| {
            settings.mounts.insert(path.to_owned(), root.to_owned());
        });
    }

    /// Sends a header with every answer.
    pub fn header(&self, name: &str, value: &str) {
        let header = (name.to_owned(), value.to_owned());
        self.set(|settings| settings.headers.push(header));
    }

    /// Serves files whose name ends in `.extension` with this media type; with an empty one, without `Content-Type`.
    pub fn media_type(&self, extension: &str, media_type: &str) {
        self.set(|settings| {
            let types = &mut settings.media_types;
            types.insert(extension.to_owned(), media_type.to_owned());
        });
    }

    /// Compresses answers for browsers that accept it. Without this call nothing is compressed.
    pub fn compress(&self, compression: Compression) {
        self.set(|settings| settings.compression = compression);
    }

    /// Sends no file faster than so many bytes per second, each connection for itself.
    pub fn throttle(&self, bytes_per_second: usize) {
        self.set(|settings| settings.throttle = Some(bytes_per_second));
    }

    /// Keeps connections open for further requests, as most hosts do. Otherwise each answer closes its connection, so
    /// that no browser reaches a host that has been dropped.
    pub fn keep_alive(&self) {
        self.set(|settings| settings.keep_alive = true);
    }

    /// Every request received so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.site.requests).clone()
    }
}

/// Binds a port that no host of this process has had: browsers keep storage and caches by origin.
fn fresh_port() -> Result<TcpListener> {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        if lock(&USED).insert(listener.local_addr()?.port()) {
            return Ok(listener);
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.site.stopped.store(true, Ordering::SeqCst);
        for answer in lock(&self.site.settings).answers.values() {
            answer.release();
        }
        for (address, thread) in self.listeners.drain(..) {
            // Wakes the listener, so that it sees that it has been stopped.
            let _ = TcpStream::connect(address);
            let _ = thread.join();
        }
    }
}
