//! Fetching files from this page's own origin, with progress and cancellation.

mod body;
mod error;
mod watchdog;

use std::time::Duration;

use gloo_net::http::{RequestBuilder, Response};
use web_sys::{AbortController, RequestCache, RequestRedirect, window};

use super::address;
pub use body::{Pieces, Progress};
pub use error::FetchError;
use watchdog::{Watchdog, guard};

/// How a file is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Makes the browser ask the host whether the file has changed, even where its own cache is fresh.
    pub revalidate: bool,
    /// Ends the transfer once nothing has come for so long; without it, it ends when the browser gives up.
    pub patience: Option<Duration>,
}

/// A file that arrived.
pub struct Arrived {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The same outside the app's memory, for a copy of the file.
    pub pieces: Pieces,
}

/// The bytes of the file at `url`, relative to the page; `progress` is called after each piece.
///
/// # Errors
/// See [`FetchError`].
pub async fn fetch(url: &str, progress: impl Fn(Progress)) -> Result<Vec<u8>, FetchError> {
    Ok(arrive(url, Options::default(), progress).await?.bytes)
}

/// The file at `url`, relative to the page; `progress` is called after each piece.
///
/// No other host is asked, nor gets a cookie. Dropping the future ends the transfer.
///
/// # Errors
/// See [`FetchError`].
pub async fn arrive(
    url: &str,
    options: Options,
    progress: impl Fn(Progress),
) -> Result<Arrived, FetchError> {
    let (transfer, mut request) = Transfer::new(url)?;
    if options.revalidate {
        request = request.cache(RequestCache::NoCache);
    }
    let watchdog = options
        .patience
        .map(|patience| Watchdog::new(&transfer.0, patience));
    let body = async {
        let response = transfer.send(request).await?;
        body::read(&response, |received| {
            if let Some(watchdog) = &watchdog {
                watchdog.restart();
            }
            progress(received);
        })
        .await
    };
    let pieces = guard(watchdog.as_ref(), body).await?;
    let bytes = pieces.joined();
    Ok(Arrived { bytes, pieces })
}

/// `length` bytes from `offset` of the file at `url`, relative to the page; fewer at its end.
///
/// # Errors
/// See [`FetchError`]; [`FetchError::NoRanges`] when the host sends the whole file instead.
pub async fn range(url: &str, offset: u64, length: u64) -> Result<Vec<u8>, FetchError> {
    let (transfer, request) = Transfer::new(url)?;
    let last = offset.saturating_add(length).saturating_sub(1);
    let request = request.header("Range", &format!("bytes={offset}-{last}"));
    let response = transfer.send(request).await?;
    match response.status() {
        206 => Ok(body::read(&response, |_| {}).await?.joined()),
        _ => Err(FetchError::NoRanges),
    }
}

/// A transfer that is aborted on drop; after the last byte that changes nothing.
struct Transfer(AbortController);

impl Transfer {
    /// A transfer of `url`, relative to the page, and the request that starts it.
    ///
    /// Mode and credentials are the Fetch Standard's defaults, those of the preload in `index.html`:
    /// with others the browser would download the event file twice.
    fn new(url: &str) -> Result<(Self, RequestBuilder), FetchError> {
        let url = address::own(url).ok_or(FetchError::NotSameOrigin)?;
        let transfer = Self(AbortController::new().map_err(FetchError::from_js)?);
        let signal = transfer.0.signal();
        let request = RequestBuilder::new(&url).abort_signal(Some(&signal));
        // The page's policy (`connect-src` in `index.html` and `src/start.js`) refuses a redirect to
        // another origin. A sandboxed frame's own origin is opaque, and browsers disagree on what the
        // policy means there: it follows no redirect at all.
        let sandboxed = window().is_some_and(|window| window.origin() == "null");
        let request = match sandboxed {
            true => request.redirect(RequestRedirect::Error),
            false => request,
        };
        Ok((transfer, request))
    }

    /// The answer, once its headers are there.
    async fn send(&self, request: RequestBuilder) -> Result<Response, FetchError> {
        let response = request.send().await?;
        match response.ok() {
            true => Ok(response),
            false => Err(FetchError::Status(response.status())),
        }
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        self.0.abort();
    }
}
