//! What a host can be told to answer: a text, a status, half a file, or a file that takes its time.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

use serde_json::Value;

/// An answer for one path.
#[derive(Clone)]
pub struct Answer {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) body: Body,
    pub(crate) headers: Vec<(String, String)>,
}

/// How the bytes of an answer are sent.
#[derive(Clone)]
pub enum Body {
    /// All at once.
    Whole(Vec<u8>),
    /// The length of all is announced, then the connection ends after `sent` bytes.
    Cut {
        /// All the bytes.
        bytes: Vec<u8>,
        /// How many are sent.
        sent: usize,
    },
    /// After `first` bytes (headers at once) the rest waits for the gate.
    Held {
        /// All the bytes.
        bytes: Vec<u8>,
        /// How many are sent before the gate opens.
        first: usize,
        /// What the rest waits for.
        gate: Gate,
    },
}

/// A signal that lets a held answer go on. Clones are the same gate.
#[derive(Clone, Default)]
pub struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    /// Lets everything through, now and later.
    pub fn open(&self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.1.notify_all();
    }

    /// Returns once the gate is open.
    pub(crate) fn pass(&self) {
        let mut open = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        while !*open {
            open = self.0.1.wait(open).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Answer {
    fn new(status: u16, kind: &'static str, body: Body) -> Answer {
        Answer {
            status,
            kind,
            body,
            headers: Vec::new(),
        }
    }

    /// A JSON text as it is, well-formed or not.
    pub fn json(text: impl Into<Vec<u8>>) -> Answer {
        Answer::new(200, "application/json", Body::Whole(text.into()))
    }

    /// An HTML page.
    pub fn html(text: &str) -> Answer {
        Answer::new(200, "text/html; charset=utf-8", Body::Whole(text.into()))
    }

    /// A script.
    pub fn script(text: &str) -> Answer {
        Answer::new(
            200,
            "text/javascript; charset=utf-8",
            Body::Whole(text.into()),
        )
    }

    /// A picture.
    pub fn svg(text: &str) -> Answer {
        Answer::new(200, "image/svg+xml", Body::Whole(text.into()))
    }

    /// A file that is none of these.
    pub fn bytes(bytes: Vec<u8>) -> Answer {
        Answer::new(200, "application/octet-stream", Body::Whole(bytes))
    }

    /// A file under a media type; an empty one is not sent.
    pub fn of_type(kind: &'static str, bytes: Vec<u8>) -> Answer {
        Answer::new(200, kind, Body::Whole(bytes))
    }

    /// A status with a short page, as hosts send it.
    pub fn status(status: u16) -> Answer {
        let page = format!("<!doctype html><title>{status}</title><p>{status}");
        Answer::new(
            status,
            "text/html; charset=utf-8",
            Body::Whole(page.into_bytes()),
        )
    }

    /// JSON whose connection breaks after `sent` bytes, though more were announced.
    pub fn cut(text: impl Into<Vec<u8>>, sent: usize) -> Answer {
        let bytes = text.into();
        Answer::new(200, "application/json", Body::Cut { bytes, sent })
    }

    /// A file of which all but `first` bytes wait for the gate.
    pub fn held(
        kind: &'static str,
        bytes: impl Into<Vec<u8>>,
        first: usize,
        gate: &Gate,
    ) -> Answer {
        let (bytes, gate) = (bytes.into(), gate.clone());
        Answer::new(200, kind, Body::Held { bytes, first, gate })
    }

    /// The same answer with one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Answer {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Lets a held answer go: its host ends.
    pub(crate) fn release(&self) {
        if let Body::Held { gate, .. } = &self.body {
            gate.open();
        }
    }
}

impl From<&Value> for Answer {
    fn from(value: &Value) -> Answer {
        Answer::json(value.to_string())
    }
}
