//! Ends a transfer that has come to a standstill.

use std::{
    cell::{Cell, RefCell},
    future::{Future, poll_fn},
    pin::pin,
    rc::Rc,
    task::{Poll, Waker},
    time::Duration,
};

use gloo_timers::callback::Timeout;
use web_sys::AbortController;

use super::error::FetchError;

/// Aborts a transfer once nothing has come for a while; stops on drop.
pub(super) struct Watchdog {
    transfer: AbortController,
    patience: u32,
    timeout: RefCell<Option<Timeout>>,
    ended: Rc<Ended>,
}

/// Whether the time is over, and who waits for it.
#[derive(Default)]
struct Ended {
    is: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

impl Watchdog {
    /// Watches from now on.
    pub(super) fn new(transfer: &AbortController, patience: Duration) -> Self {
        let watchdog = Self {
            transfer: transfer.clone(),
            patience: u32::try_from(patience.as_millis()).unwrap_or(u32::MAX),
            timeout: RefCell::default(),
            ended: Rc::default(),
        };
        watchdog.restart();
        watchdog
    }

    /// Something has come: the time counts from now.
    pub(super) fn restart(&self) {
        let transfer = self.transfer.clone();
        let ended = Rc::clone(&self.ended);
        let timeout = Timeout::new(self.patience, move || {
            ended.is.set(true);
            transfer.abort();
            if let Some(waker) = ended.waker.take() {
                waker.wake();
            }
        });
        // The one before is cancelled when it is dropped.
        self.timeout.replace(Some(timeout));
    }
}

/// What a transfer gives, unless its time is over before. WebKit goes on waiting for the body of a preloaded file after
/// the transfer was aborted.
pub(super) async fn guard<T>(
    watchdog: Option<&Watchdog>,
    transfer: impl Future<Output = Result<T, FetchError>>,
) -> Result<T, FetchError> {
    let mut transfer = pin!(transfer);
    poll_fn(|context| {
        let result = transfer.as_mut().poll(context);
        if let Some(Watchdog { ended, .. }) = watchdog {
            if result.is_pending() && ended.is.get() {
                return Poll::Ready(Err(FetchError::Aborted));
            }
            ended.waker.replace(Some(context.waker().clone()));
        }
        result
    })
    .await
}
