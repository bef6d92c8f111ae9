//! The moment the page shows, and the clock its times are shown by.

use leptos::prelude::*;
use listing::now::Now;
use query::Clock;

use super::{Address, Pruned};

/// Time as signals.
#[derive(Clone, Copy)]
pub struct Time {
    /// The moment the page shows, and the visitor's date.
    pub now: Pruned<RwSignal<Now>>,
    /// Whose clock shows the times.
    pub clock: Pruned<Memo<Clock>>,
}

impl Time {
    /// The moment `now`, and the clock the address names.
    pub fn new(now: Now, address: Address) -> Self {
        Self {
            now: Pruned::signal(now),
            clock: Pruned::memo(move |_| address.query.with(|query| query.clock)),
        }
    }
}
