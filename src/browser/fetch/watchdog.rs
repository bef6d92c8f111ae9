//! Ends a transfer that has come to a standstill.

use std::{cell::RefCell, time::Duration};

use gloo_timers::callback::Timeout;
use web_sys::AbortController;

/// Aborts a transfer once nothing has come for a while; stops on drop.
pub(super) struct Watchdog {
    transfer: AbortController,
    patience: u32,
    timeout: RefCell<Option<Timeout>>,
}

impl Watchdog {
    /// Watches from now on.
    pub(super) fn new(transfer: &AbortController, patience: Duration) -> Self {
        let watchdog = Self {
            transfer: transfer.clone(),
            patience: u32::try_from(patience.as_millis()).unwrap_or(u32::MAX),
            timeout: RefCell::default(),
        };
        watchdog.restart();
        watchdog
    }

    /// Something has come: the time counts from now.
    pub(super) fn restart(&self) {
        let transfer = self.transfer.clone();
        let timeout = Timeout::new(self.patience, move || transfer.abort());
        // The one before is cancelled when it is dropped.
        self.timeout.replace(Some(timeout));
    }
}
