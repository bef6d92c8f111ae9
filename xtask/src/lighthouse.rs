//! `cargo xtask lighthouse`: what Lighthouse says of the built example on a telephone, against what it has to say.

mod report;

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::chore::Chore;
use crate::setup::{self, Browser};
use crate::{build, project};
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

fn work(options: &[String]) -> Result<()> {
    let tools = setup::browsers(&[Browser::Chromium])?;
    let packages = setup::code()?;
    match options {
        [] => build::release()?,
        [option] if option == "--built" => {}
        _ => bail!("it takes only --built"),
    }
    let folder = project::target_folder().join("lighthouse");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    project::say(&format!("reports into {}", folder.display()));
    let mut look = tools.command(project::cargo_path())?;
    look.args(["run", "--locked", "--quiet", "-p", "stories"])
        .args(["--example", "lighthouse", "--"])
        .args([&project::path("dist"), &folder])
        .arg(packages.join("lighthouse"));
    project::run(&mut look)?;
    let figures = Figures::middle(reports(&folder)?).context("no report was written")?;
    print!("{}", figures.table());
    note(&figures)?;
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

/// Notes the figures under their heading.
fn note(figures: &Figures) -> Result<()> {
    let path = project::path(NOTED);
    let before = std::fs::read_to_string(&path).unwrap_or_else(|_| "# Performance\n".to_owned());
    std::fs::write(&path, with_section(&before, &figures.section()))
        .with_context(|| format!("writing {NOTED}"))?;
    project::say(&format!("noted in {NOTED}"));
    Ok(())
}

/// A text with this section in place of the one of the same heading, else at its end.
fn with_section(text: &str, section: &str) -> String {
    let start = text
        .starts_with(HEADING)
        .then_some(0)
        .or_else(|| text.find(&format!("\n{HEADING}\n")).map(|at| at + 1));
    let Some(start) = start else {
        return format!("{}\n\n{HEADING}\n\n{section}", text.trim_end());
    };
    let rest = &text[start + HEADING.len()..];
    let after = rest.find("\n## ").map_or("", |at| &rest[at + 1..]);
    let gap = if after.is_empty() { "" } else { "\n" };
    format!("{}{HEADING}\n\n{section}{gap}{after}", &text[..start])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_replaced_and_the_others_stay() {
        for (before, expected) in [
            ("# A\n", "# A\n\n## Lighthouse\n\nnew\n"),
            (
                "# A\n\n## Lighthouse\n\nold\n",
                "# A\n\n## Lighthouse\n\nnew\n",
            ),
            (
                "# A\n\n## Lighthouse\n\nold\n\n## B\n\nb\n",
                "# A\n\n## Lighthouse\n\nnew\n\n## B\n\nb\n",
            ),
        ] {
            assert_eq!(with_section(before, "new\n"), expected);
            assert_eq!(with_section(expected, "new\n"), expected);
        }
    }
}
