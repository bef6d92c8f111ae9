//! Why a file did not arrive.

use gloo_net::Error;
use wasm_bindgen::JsValue;

/// Why a file did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// The address lies on another origin: nothing is asked of it.
    NotSameOrigin,
    /// No answer, a redirect to another origin, or the connection broke off.
    Network,
    /// The host answered with this status instead of the file.
    Status(u16),
    /// The host does not send parts of files.
    NoRanges,
    /// The page is being left, or nothing came for the patience there was.
    Aborted,
}

impl FetchError {
    /// What a rejected promise or a thrown error means.
    pub(super) fn from_js(error: JsValue) -> Self {
        let name = js_sys::Reflect::get(&error, &"name".into());
        Self::named(name.ok().and_then(|name| name.as_string()).as_deref())
    }

    /// By the error's name (WebIDL, “DOMException names”).
    fn named(name: Option<&str>) -> Self {
        match name {
            Some("AbortError") => Self::Aborted,
            _ => Self::Network,
        }
    }
}

impl From<Error> for FetchError {
    fn from(error: Error) -> Self {
        match error {
            Error::JsError(error) => Self::named(Some(&error.name)),
            _ => Self::Network,
        }
    }
}
