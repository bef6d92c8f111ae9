//! Samples of event files, good and bad: for each what is wrong with it, in words, and what is
//! written again.
//!
//! `UPDATE_GOLDEN=1 cargo test -p calendar --test read_golden` writes what comes out now; read the
//! difference before committing it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use event_file::problem::Severity;
use event_file::{Problem, read, write};
use texts::Words;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read")
}

/// The problems as the page would list them.
fn words(problems: &[Problem]) -> String {
    let english = Words::english();
    let text = |key: &str, values: &[(&str, &str)]| english.text(key, values);
    let mut lines = String::new();
    for problem in problems {
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        lines += &format!(
            "{severity}: {}: {}\n",
            problem.place(text),
            problem.sentence(text)
        );
    }
    lines
}

/// Compares with the file, or writes it.
fn check(path: &Path, found: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, found).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(found, expected, "{}", path.display());
}

#[test]
fn samples_read_as_they_should() {
    let mut samples: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    samples.sort();
    assert!(samples.len() > 10);
    for path in samples {
        let (calendar, problems) = read(&fs::read(&path).unwrap()).unwrap();
        check(&path.with_extension("problems"), &words(&problems));
        let written = write(&calendar);
        check(&path.with_extension("written"), &written);
        let (again, _) = read(written.as_bytes()).unwrap();
        assert_eq!(again, calendar, "{}", path.display());
    }
}
