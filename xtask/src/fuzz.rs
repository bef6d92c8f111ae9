//! `cargo xtask fuzz`: libFuzzer looks for bytes that make a parser panic, hang or take memory without end.
//!
//! It starts from the samples of the tests and from `fuzz/seeds`, where every input that once failed is kept.
//! Coverage is all it needs of the compiler, so the stable toolchain serves, and cargo alone; sanitizers look for what safe
//! code does not have. What JavaScript reads (`.mjs`) is tried by fast-check in Node.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

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

/// Has the compiler count every branch: what cargo-fuzz asks of it, without a trace of all comparisons. Samples of every format
/// make up for that, and there are two to three times as many runs.
const COUNTED: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-stack-depth -Cllvm-args=-simplifycfg-branch-fold-threshold=0";

/// No single input may take longer than a minute in a build that counts every branch, where opening the gazetteer for the
/// first one takes 10 s, on a busy machine 20, or more than 1 GiB. What breaks a parser is short, and short inputs are tried
/// ten times as often.
const LIMITS: [&str; 5] = [
    "-timeout=60",
    "-rss_limit_mb=1024",
    "-max_len=512",
    "-print_final_stats=1",
    "-verbosity=0",
];

/// How each target runs.
#[derive(Clone, Copy)]
pub struct Run {
    /// What is counted: `seconds` or `runs`.
    pub unit: &'static str,
    /// How many of them.
    pub count: u64,
    /// Where the random choices begin: the same seed tries the same inputs, `None` tries new ones each time.
    pub seed: Option<u32>,
}

fn work(mut options: Options) -> Result<()> {
    let seconds = options.value("--seconds", number)?.unwrap_or(5);
    let runs = options.value("--runs", number)?;
    let (unit, count) = runs.map_or(("seconds", seconds), |runs| ("runs", runs));
    each(
        &options.rest(),
        Run {
            unit,
            count,
            seed: None,
        },
    )
}

/// Tries the targets of these names, or all; what one finds ends it.
///
/// # Errors
/// There is no such target, or it found something.
pub fn each(names: &[OsString], run: Run) -> Result<()> {
    let mut targets = targets()?;
    let is = |file: &PathBuf, name: &OsString| file.file_stem() == Some(name);
    for name in names {
        let known = targets.iter().any(|file| is(file, name));
        ensure!(known, "it has no target {name:?}, only {targets:?}");
    }
    targets.retain(|file| names.is_empty() || names.iter().any(|name| is(file, name)));
    let is_script = |file: &Path| file.extension().is_some_and(|kind| kind == "mjs");
    let programs = match targets.iter().all(|file| is_script(file)) {
        true => PathBuf::new(),
        false => programs()?,
    };
    for file in &targets {
        project::say(&format!("{}: {} {}", file.display(), run.count, run.unit));
        match is_script(file) {
            true => script(file, run)?,
            false => program(&programs.join(file.with_extension("")), run)?,
        }
    }
    Ok(())
}

/// Runs a target of fast-check.
fn script(file: &Path, run: Run) -> Result<()> {
    setup::code()?;
    let mut node = project::command("node");
    node.arg(Path::new("fuzz/targets").join(file))
        .args([format!("--{}", run.unit), run.count.to_string()])
        .args(
            run.seed
                .iter()
                .flat_map(|seed| ["--seed".to_owned(), seed.to_string()]),
        );
    project::run(&mut node)
}

/// Compiles the targets of libFuzzer, all at once; the folder with their programs.
fn programs() -> Result<PathBuf> {
    let folder = project::target_folder().join("fuzz/build");
    let mut build = project::cargo();
    // A named target: the flags are not for build scripts.
    build
        .args("build --locked --release --bins --target host-tuple".split(' '))
        .args(["--manifest-path", "fuzz/Cargo.toml", "--target-dir"])
        .arg(&folder)
        .env("RUSTFLAGS", COUNTED);
    project::run(&mut build)?;
    let host = project::output(setup::rust::compiler().args(["--print", "host-tuple"]));
    let host = host.context("the compiler does not say what it runs on")?;
    Ok(folder.join(host.trim_end()).join("release"))
}

/// Runs a target of libFuzzer. What it finds out stays in the target folder, and is where the next run starts.
fn program(program: &Path, Run { unit, count, seed }: Run) -> Result<()> {
    let name = Path::new(program.file_name().context("a name")?);
    let corpus = project::target_folder().join("fuzz/corpus").join(name);
    let seeds = project::path("fuzz/seeds").join(name);
    let found = project::path("fuzz/artifacts").join(name).join("");
    for folder in [&corpus, &seeds, &found] {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let mut run = project::command(program);
    run.args([&corpus, &seeds])
        .args(SAMPLES.map(project::path))
        .arg(format!("-artifact_prefix={}", found.display()))
        .arg(match unit {
            "runs" => format!("-runs={count}"),
            _ => format!("-max_total_time={count}"),
        })
        .arg(format!("-seed={}", seed.unwrap_or(0)))
        .args(LIMITS);
    project::run(&mut run).with_context(|| {
        let name = name.display();
        format!("the input is in fuzz/artifacts/{name}; once fixed, it goes to fuzz/seeds/{name}")
    })
}

/// The parsers: a program or a script each in `fuzz/targets`.
fn targets() -> Result<Vec<PathBuf>> {
    let files = std::fs::read_dir(project::path("fuzz/targets"))?;
    let names = files.map(|file| Ok(PathBuf::from(file?.file_name())));
    let mut names: Vec<PathBuf> = names.collect::<Result<_>>()?;
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
    fn every_program_is_built_and_every_sample_there() {
        let manifest = project::read("fuzz/Cargo.toml").unwrap();
        let mut programs = targets().unwrap();
        programs.retain(|file| file.extension().is_some_and(|kind| kind == "rs"));
        for file in &programs {
            let path = format!("path = \"targets/{}\"", file.display());
            assert!(manifest.contains(&path), "{path}");
        }
        assert_eq!(manifest.matches("[[bin]]").count(), programs.len());
        assert!(SAMPLES.iter().all(|folder| project::path(folder).is_dir()));
    }

    #[test]
    fn a_run_has_an_end() {
        assert_eq!(number("10000000").unwrap(), 10_000_000);
        assert!(number("0").is_err() && number("many").is_err());
    }
}
