//! How many tests ran in each engine and how long they took together, printed in the end.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::browser::Engine;

/// Number and summed time of the tests, by engine.
#[derive(Default)]
pub(super) struct Tally(Mutex<BTreeMap<Engine, (usize, Duration)>>);

impl Tally {
    fn sums(&self) -> MutexGuard<'_, BTreeMap<Engine, (usize, Duration)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a test, its second try included.
    pub(super) fn count(&self, engine: Engine, time: Duration) {
        let mut sums = self.sums();
        let sum = sums.entry(engine).or_default();
        sum.0 += 1;
        sum.1 += time;
    }

    /// A line for each engine that ran tests.
    pub(super) fn lines(&self) -> Vec<String> {
        let line = |(engine, (tests, time)): (&Engine, &(usize, Duration))| {
            let seconds = time.as_secs_f64();
            format!("{}: {tests} tests, {seconds:.1} s together", engine.name())
        };
        self.sums().iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_summed_up_apart() {
        let tally = Tally::default();
        for (engine, milliseconds) in [
            (Engine::WebKit, 400),
            (Engine::Chromium, 1000),
            (Engine::Chromium, 500),
        ] {
            tally.count(engine, Duration::from_millis(milliseconds));
        }
        let expected = [
            "chromium: 2 tests, 1.5 s together",
            "webkit: 1 tests, 0.4 s together",
        ];
        assert_eq!(tally.lines(), expected);
    }
}
