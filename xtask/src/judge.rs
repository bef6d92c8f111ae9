//! `cargo xtask judge`: what programs of others say of the page and of a generated site.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::chore::{Chore, Options};
use crate::setup::{self, Browser};
use crate::{build, project};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "judge",
    about: "ask a second accessibility checker, the HTML validator and parsers of feeds and links; --built takes dist/ as it is",
    work,
};

/// The package of the checkers, with a lock file of its own.
const CHECKERS: &str = "tests/outside";

/// The moment the site is made for: the bundled calendar is to come.
const NOW: &str = "2023-11-01T12:00:00Z";

fn work(mut options: Options) -> Result<()> {
    let built = options.has("--built");
    options.end()?;
    let tools = setup::browsers(&[Browser::Chromium])?;
    if !built {
        build::release()?;
    }
    let checkers = project::path(CHECKERS);
    let mut install = project::command("npm");
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    project::run(install.current_dir(&checkers))?;
    let dist = project::path("dist");

    project::say("every screen, by accessibility-checker-engine");
    let mut screens = tools.command(project::cargo_path())?;
    screens
        .args("run --locked --quiet -p browser_tests --example outside --".split(' '))
        .arg(&dist)
        .arg(checkers.join("node_modules/accessibility-checker-engine/ace.js"));
    let screens = project::run(&mut screens);

    project::say(
        "a generated site, by vnu-jar, ical.js, microformats-parser, open-graph-scraper and linkinator",
    );
    let site = project::target_folder().join("judge");
    let mut make = project::cargo();
    make.args("run --locked --quiet -p marchmap-cli -- site".split(' '))
        .arg(project::path("public/events.json"))
        .arg(&site)
        .args([
            "--url",
            "https://example.org/calendar/",
            "--now",
            NOW,
            "--app",
        ])
        .arg(&dist);
    project::run(&mut make)?;
    let mut judge = project::command("node");
    judge.arg(checkers.join("site.mjs")).arg(&site);
    let pages = project::run(&mut judge);
    project::say("its feeds, by feedparser and icalendar");
    let feeds = feeds(&checkers, &site);
    match (screens, pages, feeds) {
        (Ok(()), Ok(()), Ok(())) => Ok(()),
        _ => bail!("there are objections, listed above"),
    }
}

/// Asks the checkers in Python, in an environment of their own.
fn feeds(checkers: &Path, site: &Path) -> Result<()> {
    let environment = project::target_folder().join("judge-python");
    let python = environment.join("bin/python");
    if !python.is_file() {
        project::run(
            project::command("python3")
                .args(["-m", "venv"])
                .arg(&environment),
        )
        .context("python3 with its module venv is needed (apt-get install python3-venv)")?;
    }
    let mut install = project::command(&python);
    install.args(["-m", "pip", "install", "--quiet", "--require-hashes", "-r"]);
    project::run(install.arg(checkers.join("requirements.txt")))?;
    project::run(
        project::command(&python)
            .arg(checkers.join("feeds.py"))
            .arg(site),
    )
}
