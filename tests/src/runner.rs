//! Runs every test in its engines, as `cargo test` expects of a test program, and keeps count of second tries.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use libtest_mimic::{Arguments, Failed, Trial};

use crate::browser::Engine;
use crate::session::{Pool, Session};
use crate::subject::Subject;

mod tally;

use tally::Tally;

/// A test of what somebody does with the page.
#[derive(Clone, Copy)]
pub struct Test {
    /// The function's name.
    pub name: &'static str,
    /// What it is about; decides the engines it runs in.
    pub subject: Subject,
    /// The test itself.
    pub run: fn(&Session) -> Result<()>,
}

/// Tests named after their functions, by what they are about:
/// `tests! { Logic: [words_narrow_the_list], Keyboard: [the_keyboard_is_enough] }`.
#[macro_export]
macro_rules! tests {
    ($($subject:ident: [$($run:ident),+ $(,)?]),+ $(,)?) => {
        &[$($($crate::runner::Test {
            name: stringify!($run),
            subject: $crate::subject::Subject::$subject,
            run: $run,
        }),+),+]
    };
}

/// A busy machine's browser now and then loses what a driver asks of it, so a test that fails is run a second time. More
/// tests than these in need of that are no chance, and fail the run.
const SECOND_TRIES: usize = 2;

/// How many of the slowest tests are listed.
const SLOWEST: usize = 20;

/// Runs the tests that the command line asks for, in the engines of `MARCHMAP_BROWSERS`.
pub fn run(tests: &[&[Test]]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    // A page that loads and a driver that waits take turns: one test more than there are cores.
    arguments.test_threads.get_or_insert(cores + 1);
    let prepared = dist().and_then(|dist| Ok((dist, Engine::wanted()?)));
    let (dist, engines) = match prepared {
        Ok(prepared) => prepared,
        Err(error) => {
            eprintln!("{error:#}");
            return ExitCode::FAILURE;
        }
    };
    let pool = Arc::new(Pool::new(dist));
    let tally = Arc::new(Tally::default());
    let (report, reports) = channel();
    let mut trials = Vec::new();
    for engine in engines {
        // Gone once all tests of this engine have run.
        let engine = Arc::new(InUse {
            engine,
            pool: Arc::clone(&pool),
        });
        for test in tests.concat() {
            if test.subject.engines().contain(engine.engine) {
                let (engine, report) = (Arc::clone(&engine), report.clone());
                let tally = Arc::clone(&tally);
                let kind = engine.engine.name();
                let trial = Trial::test(test.name, move || {
                    let start = Instant::now();
                    let result = run_twice(test, &engine, &report);
                    tally.count(engine.engine, start.elapsed());
                    result
                });
                trials.push(trial.with_kind(kind));
            }
        }
    }
    drop(report);
    trials.push(Trial::test("few_tests_need_a_second_try", move || {
        few_second_tries(&reports)
    }));
    let exit_code = libtest_mimic::run(&arguments, trials).exit_code();
    for line in tally.lines() {
        eprintln!("{line}");
    }
    exit_code
}

/// An engine with tests to run; its browsers are ended with the last of them.
struct InUse {
    engine: Engine,
    pool: Arc<Pool>,
}

impl Drop for InUse {
    fn drop(&mut self) {
        self.pool.end(self.engine);
    }
}

/// How a test went.
struct Report {
    /// With the engine.
    name: String,
    time: Duration,
    second_try: bool,
}

/// Runs a test, and a second time when it fails.
fn run_twice(test: Test, engine: &InUse, reports: &Sender<Report>) -> Result<(), Failed> {
    let (pool, engine) = (&engine.pool, engine.engine);
    let name = format!("{} in {}", test.name, engine.name());
    let start = Instant::now();
    let first = pool.run(test.name, engine, test.run);
    let second_try = first.is_err();
    let result = first.or_else(|error| {
        eprintln!("{name} failed and is run again: {error:#}");
        pool.run(test.name, engine, test.run)
    });
    // Nobody listens when the test that does was not asked for.
    let _ = reports.send(Report {
        name,
        time: start.elapsed(),
        second_try,
    });
    result.map_err(|error| format!("{error:#}").into())
}

/// Waits for the end of all other tests, lists those that were run a second time, and the slowest.
fn few_second_tries(reports: &Receiver<Report>) -> Result<(), Failed> {
    // Ends when every sender is gone: each test has one.
    let mut reports: Vec<_> = reports.iter().collect();
    reports.sort_by_key(|report| std::cmp::Reverse(report.time));
    for report in reports.iter().take(SLOWEST) {
        eprintln!("slow: {:.1} s, {}", report.time.as_secs_f64(), report.name);
    }
    let again: Vec<_> = reports.iter().filter(|report| report.second_try).collect();
    for report in &again {
        eprintln!("second try: {}", report.name);
    }
    if again.len() > SECOND_TRIES {
        let names: Vec<_> = again.iter().map(|report| report.name.as_str()).collect();
        let names = names.join("\n  ");
        return Err(
            format!("more than {SECOND_TRIES} tests needed a second try:\n  {names}").into(),
        );
    }
    Ok(())
}

/// The folder of the built site: `MARCHMAP_DIST`, or `dist/` of the project.
fn dist() -> Result<PathBuf> {
    let dist = match std::env::var_os("MARCHMAP_DIST") {
        Some(dist) => PathBuf::from(dist),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
    };
    if !dist.join("index.html").is_file() {
        bail!(
            "{} holds no built page: run `cargo xtask test`, which builds it",
            dist.display()
        );
    }
    dist.canonicalize().context("the built page")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(second_tries: usize, passes: bool) {
        let (sender, receiver) = channel();
        for number in 0..second_tries {
            let report = Report {
                name: format!("test {number}"),
                time: Duration::ZERO,
                second_try: true,
            };
            sender.send(report).unwrap();
        }
        drop(sender);
        let result = few_second_tries(&receiver);
        assert_eq!(result.is_ok(), passes, "{second_tries}");
        if let Err(failed) = result {
            let last = format!("test {}", second_tries - 1);
            assert!(failed.message().unwrap().contains(&last), "{failed:?}");
        }
    }

    #[test]
    fn more_than_two_second_tries_fail_the_run() {
        check(0, true);
        check(2, true);
        check(3, false);
    }
}
