//! `cargo xtask fuzz`: libFuzzer looks for bytes that make a parser panic, hang or take memory without end.
//!
//! It starts from the samples of the tests and from `fuzz/seeds`, where every input that once failed is kept.
//! Coverage is all it needs of the compiler, so the stable toolchain serves; sanitizers look for what safe code
//! does not have.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};

use crate::chore::{Chore, Options};
use crate::{project, setup};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "fuzz",
    about: "any bytes, for every parser: [TARGET …] --seconds 5 | --runs 10000000, of each target",
    work,
};

/// Inputs of tests. Every target gets all of them, since what is written for one format is a hard case for another.
const SAMPLES: [&str; 3] = [
    "crates/cli/tests/check",
    "crates/cli/tests/import",
    "crates/event_file/tests/read",
];

/// No single input may take longer than 10 s in a build that counts every branch, or more than 1 GiB.
const LIMITS: [&str; 5] = [
    "-timeout=10",
    "-rss_limit_mb=1024",
    "-max_len=16384",
    "-print_final_stats=1",
    "-verbosity=0",
];

fn work(mut options: Options) -> Result<()> {
    let runs = options.value("--runs", number)?;
    let seconds = options.value("--seconds", number)?.unwrap_or(5);
    let limit = match runs {
        Some(runs) => format!("-runs={runs}"),
        None => format!("-max_total_time={seconds}"),
    };
    let asked: Vec<String> = options
        .rest()
        .iter()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let all = targets()?;
    for name in &asked {
        ensure!(all.contains(name), "it has no target `{name}`: {all:?}");
    }
    let asked = if asked.is_empty() { all } else { asked };
    let tool = setup::fuzzer()?;
    for name in asked {
        project::say(&format!("{name}, {limit}"));
        // What it finds out stays in the target folder, and is where the next run starts.
        let corpus = project::target_folder().join("fuzz").join(&name);
        let seeds = project::path("fuzz/seeds").join(&name);
        for folder in [&corpus, &seeds] {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
        }
        let mut run = tool.command("cargo-fuzz")?;
        run.args(["fuzz", "run", "--sanitizer", "none", "--fuzz-dir", "fuzz"])
            .arg(&name)
            .args([&corpus, &seeds])
            .args(SAMPLES.map(project::path))
            .arg("--")
            .arg(&limit)
            .args(LIMITS);
        project::run(&mut run).with_context(|| {
            format!(
                "the input is in fuzz/artifacts/{name}; once fixed, it goes to fuzz/seeds/{name}"
            )
        })?;
    }
    Ok(())
}

/// The parsers: a program each in `fuzz/targets`.
fn targets() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in std::fs::read_dir(project::path("fuzz/targets"))? {
        let file = PathBuf::from(file?.file_name());
        names.extend(
            file.file_stem()
                .map(|name| name.to_string_lossy().into_owned()),
        );
    }
    names.sort();
    Ok(names)
}

/// From 1 on: 0 would be no limit to libFuzzer.
fn number(text: &str) -> Result<u64> {
    let number = text.parse()?;
    ensure!(number > 0, "a number from 1 on");
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_built_and_every_sample_there() {
        let manifest = project::read("fuzz/Cargo.toml").unwrap();
        let targets = targets().unwrap();
        for name in &targets {
            assert!(
                manifest.contains(&format!("path = \"targets/{name}.rs\"")),
                "{name}"
            );
        }
        assert_eq!(manifest.matches("[[bin]]").count(), targets.len());
        assert!(SAMPLES.iter().all(|folder| project::path(folder).is_dir()));
    }

    #[test]
    fn a_run_has_an_end() {
        assert_eq!(number("10000000").unwrap(), 10_000_000);
        assert!(number("0").is_err() && number("many").is_err());
    }
}
