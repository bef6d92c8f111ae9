//! `cargo xtask fuzz`: libFuzzer looks for bytes that make a parser panic, hang or take memory without end.
//!
//! It starts from the samples of the tests and from `fuzz/seeds`, where every input that once failed is kept.
//! Coverage is all it needs of the compiler, so the stable toolchain serves; sanitizers look for what safe code
//! does not have.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};

use crate::chore::Chore;
use crate::{project, setup};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "fuzz",
    about: "any bytes, for every parser: [TARGET …] --seconds 10 | --runs 10000000, of each target",
    work,
};

/// A parser, and the folders that have samples for it.
struct Target {
    /// The name of its program in `fuzz/targets`.
    name: &'static str,
    samples: &'static [&'static str],
}

const IMPORT: &[&str] = &["crates/cli/tests/import"];

const TARGETS: &[Target] = &[
    Target {
        name: "event_file",
        samples: &["crates/event_file/tests/read", "crates/cli/tests/check"],
    },
    Target {
        name: "query",
        samples: &[],
    },
    Target {
        name: "csv",
        samples: IMPORT,
    },
    Target {
        name: "ics",
        samples: IMPORT,
    },
    Target {
        name: "json",
        samples: IMPORT,
    },
    Target {
        name: "listing",
        samples: IMPORT,
    },
    Target {
        name: "html",
        samples: IMPORT,
    },
];

/// No single input may take longer, in seconds, in a build that counts every branch.
const SLOWEST: u32 = 10;

/// No input may take more memory, in MiB.
const MEMORY: u32 = 1024;

/// The longest input that is tried, in bytes.
const LONGEST: u32 = 16 << 10;

fn work(words: &[String]) -> Result<()> {
    let asked = Asked::read(words)?;
    let tool = setup::fuzzer()?;
    for target in asked.targets {
        project::say(&format!("{} for {}", target.name, asked.limit));
        // What it finds out stays in the target folder, and is where the next run starts.
        let corpus = project::target_folder().join("fuzz").join(target.name);
        let seeds = project::path("fuzz/seeds").join(target.name);
        for folder in [&corpus, &seeds] {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
        }
        let samples = target.samples.iter().map(|folder| project::path(folder));
        let samples: Vec<PathBuf> = samples.collect();
        if let Some(gone) = samples.iter().find(|folder| !folder.is_dir()) {
            bail!("there are no samples in {}", gone.display());
        }
        let mut run = tool.command("cargo-fuzz")?;
        run.args(["fuzz", "run", "--sanitizer", "none", "--fuzz-dir"])
            .arg(project::path("fuzz"))
            .arg(target.name)
            .args([&corpus, &seeds])
            .args(samples)
            .arg("--")
            .arg(&asked.limit)
            .arg(format!("-timeout={SLOWEST}"))
            .arg(format!("-rss_limit_mb={MEMORY}"))
            .arg(format!("-max_len={LONGEST}"))
            .args(["-print_final_stats=1", "-verbosity=0"]);
        project::run(&mut run).with_context(|| {
            format!(
                "the input is in fuzz/artifacts/{name}; once mended, it goes to fuzz/seeds/{name}",
                name = target.name
            )
        })?;
    }
    Ok(())
}

/// What is run, and for how long.
struct Asked {
    targets: Vec<&'static Target>,
    /// As libFuzzer has it.
    limit: String,
}

impl Asked {
    /// From the words.
    ///
    /// # Errors
    /// A word is not known.
    fn read(words: &[String]) -> Result<Self> {
        let mut targets = Vec::new();
        let mut limit = "-max_total_time=10".to_owned();
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            let mut number = || -> Result<u64> {
                let number: u64 = words
                    .next()
                    .with_context(|| format!("{word} takes a number"))?
                    .parse()
                    .with_context(|| format!("{word} takes a number"))?;
                // Without a limit, which is what 0 means to libFuzzer, it would never end.
                ensure!(number > 0, "{word} takes a number from 1 on");
                Ok(number)
            };
            match word {
                "--seconds" => limit = format!("-max_total_time={}", number()?),
                "--runs" => limit = format!("-runs={}", number()?),
                name => {
                    let named = TARGETS.iter().find(|target| target.name == name);
                    targets.push(named.with_context(|| format!("there is no target `{name}`"))?);
                }
            }
        }
        if targets.is_empty() {
            targets = TARGETS.iter().collect();
        }
        Ok(Self { targets, limit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str], expected: Option<(&[&str], &str)>) {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let asked = Asked::read(&words).ok();
        let found = asked.map(|asked| {
            let names: Vec<&str> = asked.targets.iter().map(|target| target.name).collect();
            (names, asked.limit)
        });
        let expected = expected.map(|(names, limit)| (names.to_vec(), limit.to_owned()));
        assert_eq!(found, expected);
    }

    #[test]
    fn targets_and_limits_are_chosen() {
        let all: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        check(&[], Some((&all, "-max_total_time=10")));
        check(
            &["csv", "ics", "--runs", "7"],
            Some((&["csv", "ics"], "-runs=7")),
        );
        check(&["--seconds", "3"], Some((&all, "-max_total_time=3")));
        check(&["--seconds"], None);
        check(&["--runs", "0"], None);
        check(&["xml"], None);
    }

    #[test]
    fn every_target_has_a_program_and_samples() {
        let manifest = project::read("fuzz/Cargo.toml").unwrap();
        for target in TARGETS {
            let path = format!("targets/{}.rs", target.name);
            assert!(manifest.contains(&format!("path = \"{path}\"")), "{path}");
            for folder in target.samples {
                assert!(project::path(folder).is_dir(), "{folder}");
            }
        }
        let programs = manifest.matches("[[bin]]").count();
        assert_eq!(programs, TARGETS.len());
    }
}
