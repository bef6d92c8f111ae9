//! House rules that neither the compiler nor clippy keeps: which room may know what. Part of `cargo xtask check`.

mod circles;
mod paths;
mod rules;

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Result, bail};

use crate::project;
use rules::RULES;

/// Lines of code from which a file is asked for its second subject.
const LONG: usize = 300;

/// A line that breaks a rule.
#[derive(Debug, PartialEq)]
struct Breach {
    file: String,
    /// Counted from 1.
    line: usize,
    rule: &'static str,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.rule)
    }
}

/// Looks through every file that git keeps or would keep.
///
/// # Errors
/// Some line breaks a rule, or files import each other in a circle; each is printed.
pub fn check() -> Result<()> {
    let mut breaches = Vec::new();
    let mut crates: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for file in files()? {
        // What is no text has no lines; what was deleted and not yet committed is gone.
        let Ok(text) = project::read(&file) else {
            continue;
        };
        breaches.extend(breaches_in(&file, &text));
        let lines = text.lines().count();
        if file.ends_with(".rs") && lines > LONG {
            println!("  {file} has {lines} lines: what is its second subject?");
        }
        if let Some(source) = source_folder(&file) {
            crates.entry(source).or_default().push((file, text));
        }
    }
    let mut wrong: Vec<String> = breaches.iter().map(Breach::to_string).collect();
    for (source, files) in &crates {
        for circle in circles::circles(source, files) {
            wrong.push(format!(
                "files import each other in a circle: {}",
                circle.join(", ")
            ));
        }
    }
    for line in &wrong {
        eprintln!("  {line}");
    }
    match wrong.len() {
        0 => Ok(()),
        count => bail!("house rules are broken in {count} places"),
    }
}

/// The source folder of a crate that a Rust file is in, `crates/fold/src/`.
fn source_folder(file: &str) -> Option<String> {
    let at = file
        .starts_with("src/")
        .then_some(0)
        .or_else(|| Some(file.find("/src/")? + 1))?;
    file.ends_with(".rs")
        .then(|| file[..at + "src/".len()].to_owned())
}

/// The files of the project, as git sees them.
fn files() -> Result<Vec<String>> {
    let mut git = project::command("git");
    git.args("ls-files -z --cached --others --exclude-standard".split(' '));
    match project::output(&mut git) {
        Some(list) if !list.is_empty() => {
            Ok(list.split_terminator('\0').map(str::to_owned).collect())
        }
        _ => bail!("git does not list the project's files"),
    }
}

/// The breaches in one file.
fn breaches_in(file: &str, text: &str) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for rule in RULES.iter().filter(|rule| (rule.covers)(file)) {
        let lines = (rule.broken_in)(text);
        breaches.extend(lines.into_iter().map(|line| Breach {
            file: file.to_owned(),
            line,
            rule: rule.says,
        }));
    }
    breaches
}

#[cfg(test)]
mod tests;
