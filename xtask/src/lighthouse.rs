//! `cargo xtask lighthouse`: what Lighthouse says of the built example on a telephone, against what it has to say.

mod report;

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::chore::{Chore, Options};
use crate::setup::{self, Browser};
use crate::{build, note, project};
use report::{Figures, Report};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "lighthouse",
    about: "judge the page by Lighthouse, mobile profile, and note the figures in docs/performance.md; --built takes dist/ as it is",
    work,
};

/// Where the figures are noted, under a heading of their own.
const NOTED: &str = "docs/performance.md";

/// That heading.
const HEADING: &str = "## Lighthouse";

fn work(mut options: Options) -> Result<()> {
    let tools = setup::browsers(&[Browser::Chromium])?;
    let packages = setup::code()?;
    let built = options.has("--built");
    options.end()?;
    if !built {
        build::published()?;
    }
    let folder = project::target_folder().join("lighthouse");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    project::say(&format!("reports into {}", folder.display()));
    let mut look = tools.command(project::cargo_path())?;
    look.args(["run", "--locked", "--quiet", "-p", "browser_tests"])
        .args(["--example", "lighthouse", "--"])
        .args([&project::path("dist"), &folder])
        .arg(packages.join("lighthouse"));
    project::run(&mut look)?;
    let figures = Figures::middle(reports(&folder)?).context("no report was written")?;
    print!("{}", figures.table());
    note::note(NOTED, HEADING, &figures.section())?;
    figures.check()
}

/// The reports in a folder.
fn reports(folder: &Path) -> Result<Vec<Report>> {
    let mut reports = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        reports.push(Report::read(&text).with_context(|| path.display().to_string())?);
    }
    Ok(reports)
}
