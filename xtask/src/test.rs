//! `cargo xtask test`: everything that is checked before a change is published.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::chore::Chore;
use crate::setup::{self, Browser};
use crate::{build, check, example, project, size};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "test",
    about: "check, build, size, and the stories in three browsers; --browsers chromium,firefox,webkit",
    work,
};

fn work(options: &[String]) -> Result<()> {
    let browsers = asked(options)?;
    // First what may be missing, so that it is told before the long part.
    let tools = setup::browsers(&browsers)?;
    setup::page()?;
    check::all()?;
    build::release()?;
    size::check()?;
    let names: Vec<_> = browsers.iter().map(|browser| browser.name()).collect();
    let names = names.join(",");
    project::say(&format!("stories in {names}"));
    let mut stories = tools.command(project::cargo_path())?;
    stories
        .args(["test", "--locked", "-p", "browser_tests"])
        .env("MARCHMAP_DIST", staged()?)
        .env("MARCHMAP_BROWSERS", names);
    project::run(&mut stories)?;
    project::say("everything holds");
    Ok(())
}

/// The built page with the bundled calendar, which the stories are about, whatever calendar is
/// published from here.
fn staged() -> Result<PathBuf> {
    let (dist, calendar) = (project::path("dist"), project::read(example::TARGET)?);
    if example::is_bundled(&calendar) {
        return Ok(dist);
    }
    let stage = project::target_folder().join("stage");
    if stage.exists() {
        std::fs::remove_dir_all(&stage)?;
    }
    copy(&dist, &stage)?;
    let bundled = example::make(&project::read(example::SOURCE)?)?;
    std::fs::write(stage.join("events.json"), bundled)?;
    Ok(stage)
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            std::fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// The browsers in `--browsers a,b`; all without it.
fn asked(options: &[String]) -> Result<Vec<Browser>> {
    match options {
        [] => Ok(Browser::ALL.to_vec()),
        [option, names] if option == "--browsers" => names
            .split(',')
            .map(|name| Browser::named(name).with_context(|| format!("no browser `{name}`")))
            .collect(),
        _ => bail!("it takes only --browsers chromium,firefox,webkit"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str], expected: Option<&[Browser]>) {
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!(asked(&words).ok().as_deref(), expected);
    }

    #[test]
    fn a_folder_is_copied_whole() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a"), folder.path().join("b"));
        std::fs::create_dir_all(from.join("deep/er")).unwrap();
        std::fs::write(from.join("deep/er/file"), "text").unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(std::fs::read(to.join("deep/er/file")).unwrap(), b"text");
    }

    #[test]
    fn the_browsers_may_be_chosen() {
        use Browser::{Chromium, Firefox};
        check(&[], Some(&Browser::ALL));
        check(&["--browsers", "chromium"], Some(&[Chromium]));
        check(
            &["--browsers", "firefox,chromium"],
            Some(&[Firefox, Chromium]),
        );
        check(&["--browsers", "netscape"], None);
        check(&["--browsers"], None);
        check(&["chromium"], None);
    }
}
