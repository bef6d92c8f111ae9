//! What a host can be made to answer: any status, type and header, half a file, or a file that takes its time.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

use serde_json::Value;

/// An answer for one path.
#[derive(Clone)]
pub struct Answer {
    pub(super) status: u16,
    /// `Content-Type`; not sent when empty.
    pub(super) media_type: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    /// The `Content-Length` that is sent; that of the body when there is none.
    pub(super) length: Option<usize>,
    pub(super) pace: Pace,
    /// Whether the length is left out and the body sent in chunks.
    pub(super) chunked: bool,
}

/// How the bytes of a body are sent.
#[derive(Clone)]
pub(super) enum Pace {
    /// All at once.
    Whole,
    /// The connection breaks after so many bytes.
    Cut(usize),
    /// After so many bytes the rest waits for the gate.
    Held(usize, Gate),
    /// No more than so many bytes per second.
    Throttled(usize),
}

/// A signal that lets a held answer continue. Clones are the same gate.
#[derive(Clone, Default)]
pub struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    /// Lets everything through, now and later.
    pub fn open(&self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.1.notify_all();
    }

    /// Returns once the gate is open.
    pub(super) fn pass(&self) {
        let mut open = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        while !*open {
            open = self.0.1.wait(open).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Answer {
    /// A file with a media type (an empty one is not sent), status 200.
    pub fn of_type(media_type: &str, body: impl Into<Vec<u8>>) -> Answer {
        Answer {
            status: 200,
            media_type: media_type.to_owned(),
            headers: Vec::new(),
            body: body.into(),
            length: None,
            pace: Pace::Whole,
            chunked: false,
        }
    }

    /// A JSON text as it is, well-formed or not.
    pub fn json(text: impl Into<Vec<u8>>) -> Answer {
        Answer::of_type("application/json", text)
    }

    /// An HTML page.
    pub fn html(text: &str) -> Answer {
        Answer::of_type("text/html; charset=utf-8", text)
    }

    /// A script.
    pub fn script(text: &str) -> Answer {
        Answer::of_type("text/javascript; charset=utf-8", text)
    }

    /// A picture.
    pub fn svg(text: &str) -> Answer {
        Answer::of_type("image/svg+xml", text)
    }

    /// A file of a type the host does not know.
    pub fn bytes(bytes: Vec<u8>) -> Answer {
        Answer::of_type("application/octet-stream", bytes)
    }

    /// A status with a short HTML page, as hosts send it.
    pub fn status(status: u16) -> Answer {
        let page = format!("<!doctype html><title>{status}</title><p>{status}");
        Answer {
            status,
            ..Answer::html(&page)
        }
    }

    /// 301 Moved Permanently, to an address as written (RFC 9110, 10.2.2: absolute or relative to the request).
    pub fn moved(location: &str) -> Answer {
        Answer::status(301).header("Location", location)
    }

    /// JSON whose connection breaks after `sent` bytes, though the whole length was announced.
    pub fn cut(text: impl Into<Vec<u8>>, sent: usize) -> Answer {
        Answer {
            pace: Pace::Cut(sent),
            ..Answer::json(text)
        }
    }

    /// A file of which all but `first` bytes wait for the gate; the headers do not wait.
    pub fn held(media_type: &str, body: impl Into<Vec<u8>>, first: usize, gate: &Gate) -> Answer {
        Answer {
            pace: Pace::Held(first, gate.clone()),
            ..Answer::of_type(media_type, body)
        }
    }

    /// The same answer, no faster than so many bytes per second.
    #[must_use]
    pub fn throttled(self, bytes_per_second: usize) -> Answer {
        Answer {
            pace: Pace::Throttled(bytes_per_second),
            ..self
        }
    }

    /// The same answer without `Content-Length` (RFC 9112, 7.1): a browser cannot know how much is to come.
    #[must_use]
    pub fn chunked(self) -> Answer {
        Answer {
            chunked: true,
            ..self
        }
    }

    /// The same answer with another `Content-Length` than the body has.
    #[must_use]
    pub fn with_length(self, length: usize) -> Answer {
        Answer {
            length: Some(length),
            ..self
        }
    }

    /// The same answer with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Answer {
        Answer { status, ..self }
    }

    /// The same answer with one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Answer {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Lets a held answer continue because its host stops.
    pub(super) fn release(&self) {
        if let Pace::Held(_, gate) = &self.pace {
            gate.open();
        }
    }
}

impl From<&Value> for Answer {
    fn from(value: &Value) -> Answer {
        Answer::json(value.to_string())
    }
}
