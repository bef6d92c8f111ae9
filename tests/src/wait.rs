//! Waiting for a condition, the only place where tests let time pass.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long a condition may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Asks `look` until it has an answer; an error names `what` and the last thing seen.
///
/// # Errors
/// When `look` fails, or has no answer within [`PATIENCE`].
pub fn until<T, S: std::fmt::Debug>(
    what: &str,
    mut look: impl FnMut() -> Result<Result<T, S>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        match look()? {
            Ok(answer) => return Ok(answer),
            Err(seen) if start.elapsed() > PATIENCE => {
                bail!("waited {PATIENCE:?} for: {what}\nlast seen: {seen:#?}")
            }
            Err(_) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}
