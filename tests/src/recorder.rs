//! A proxy on the loopback that refuses and records requests: whatever reaches it was meant for another host.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::Result;

/// The proxy every browser is given. Browsers reach the loopback without it.
pub struct Recorder {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    seen: Mutex<Vec<String>>,
    over: AtomicBool,
}

impl Recorder {
    /// Listens on a free port.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start() -> Result<Recorder> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let inner = Arc::clone(&shared);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if inner.over.load(Ordering::SeqCst) {
                    break;
                }
                let inner = Arc::clone(&inner);
                std::thread::spawn(move || refuse(&stream, &inner));
            }
        });
        Ok(Recorder {
            address,
            shared,
            thread: Some(thread),
        })
    }

    /// `127.0.0.1:PORT`.
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// The request lines seen since the last call, such as `CONNECT example.org:443 HTTP/1.1`.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(
            &mut *self
                .shared
                .seen
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }
}

fn refuse(mut stream: &TcpStream, shared: &Shared) {
    // A socket opened ahead of need says nothing and is let go.
    if stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .is_err()
    {
        return;
    }
    let mut line = String::new();
    if BufReader::new(stream).read_line(&mut line).is_ok() && !line.trim().is_empty() {
        shared
            .seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(line.trim().to_owned());
    }
    // Whoever hung up first has been counted already.
    let _ = stream.write_all(b"HTTP/1.1 502 Refused\r\nContent-Length: 0\r\n\r\n");
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.shared.over.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
