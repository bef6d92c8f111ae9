//! `cargo xtask test`: everything that is checked before a change is published.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use crate::chore::{Chore, Options};
use crate::setup::{self, Browser};
use crate::{build, check, fuzz, project, size};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "test",
    about: "check, fuzz, build, size, and the browser tests in three engines; --browsers chromium,firefox,webkit",
    work,
};

fn work(mut options: Options) -> Result<()> {
    let browsers = options.value("--browsers", Browser::list)?;
    let browsers = browsers.unwrap_or_else(|| Browser::ALL.to_vec());
    options.end()?;
    // First what may be missing, so that it is reported before the long part.
    let tools = setup::browsers(&browsers)?;
    setup::page()?;
    check::texts()?;
    // The linker keeps one core busy for minutes: the page is built beside the lints and tests, which need nothing of it.
    let (page, code) = std::thread::scope(|scope| {
        let page = scope.spawn(page);
        let code = check::code();
        (page.join(), code)
    });
    code?;
    page.map_err(|_| anyhow!("what builds the page has panicked"))??;
    // A page that is too large is tested all the same, and refused at the end.
    let size = size::check();
    let names: Vec<_> = browsers.iter().map(|browser| browser.name()).collect();
    let names = names.join(",");
    project::say(&format!("browser tests in {names}"));
    let stage = staged()?;
    let mut tests = tools.command(project::cargo_path())?;
    tests
        .args("test --locked --workspace --test browser".split(' '))
        .env("MARCHMAP_DIST", stage)
        .env("MARCHMAP_BROWSERS", names);
    project::run(&mut tests)?;
    size?;
    project::say("all checks passed");
    Ok(())
}

/// Builds the page and tries the parsers, each in a folder of its own: nothing waits for the crates' tests.
fn page() -> Result<()> {
    build::release()?;
    // All targets: about a minute.
    let quick = fuzz::Run {
        unit: "seconds",
        count: 4,
        // The same inputs each time, so that a change fails only for what it did.
        seed: Some(1),
    };
    fuzz::each(&[], quick)
}

/// A copy of the built page with the bundled calendar, which the browser tests are about, whatever calendar is
/// published from here. On the way it builds these tests and the programs they need: in the whole workspace, whose tests have
/// compiled the same crates with the same features.
fn staged() -> Result<PathBuf> {
    let stage = project::target_folder().join("stage");
    if stage.exists() {
        std::fs::remove_dir_all(&stage)?;
    }
    copy(&project::path("dist"), &stage)?;
    let mut programs = project::cargo();
    let words = "build --locked --workspace --bin marchmap --bin data --test browser";
    project::run(programs.args(words.split(' ')))?;
    let mut data = project::command(project::target_folder().join("debug/data"));
    project::run(data.arg("example").arg(stage.join("events.json")))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_copied_whole() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a"), folder.path().join("b"));
        std::fs::create_dir_all(from.join("deep/er")).unwrap();
        std::fs::write(from.join("deep/er/file"), "text").unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(std::fs::read(to.join("deep/er/file")).unwrap(), b"text");
    }
}
