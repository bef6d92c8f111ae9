//! For unit tests: signals and memos without a browser.

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use leptos::prelude::Owner;

/// Drops every task: memos need none.
struct NoTasks;

impl CustomExecutor for NoTasks {
    fn spawn(&self, _: PinnedFuture<()>) {}

    fn spawn_local(&self, _: PinnedLocalFuture<()>) {}

    fn poll_local(&self) {}
}

/// Runs `test` with an owner for its signals.
pub fn with_owner(test: impl FnOnce()) {
    // Another test may have set it already.
    let _ = Executor::init_custom_executor(NoTasks);
    Owner::new().with(test);
}
