//! In place of the crate `wasm-streams`, which Leptos takes along for the functions of a server.
//!
//! The page has no server and never calls them, but the real crate's streams are classes for the browser's scripts to
//! use, so that neither compiler nor linker can know it, and they would all be in the code before the list.

use futures_util::stream::{Empty, Stream};
use wasm_bindgen::{JsValue, throw_str};

/// A stream of the browser's that nobody can make.
pub enum ReadableStream {}

impl ReadableStream {
    /// Throws an exception.
    pub fn from_raw(_raw: web_sys::ReadableStream) -> Self {
        throw_str("there are no streams")
    }

    /// Throws an exception.
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        throw_str("there are no streams")
    }

    /// The items of the stream.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        match self {}
    }

    /// The browser's own object.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self {}
    }
}
