//! `cargo xtask finish`: what trunk calls at the end of each build, to make of its files the page as it is published.

mod markup;
mod worker;

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::chore::{Chore, no_options};
use crate::hashed::{fingerprint, rename};
use crate::{setup, split};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "finish",
    about: "called by trunk after each build: no inline script, one style sheet, the service worker's list",
    work,
};

/// Set by `cargo xtask serve`: the page reloads itself while it is worked on, and is kept by nobody.
pub const SERVED: &str = "MARCHMAP_SERVED";

/// Set by `cargo xtask build`: the compiler's file can be parted.
pub const SPLIT: &str = "MARCHMAP_SPLIT";

/// The page's own script that starts the app, as it is in `public/`.
const START: &str = "start.js";

/// The style sheet of the later parts of the page, which `start.js` asks for by this name.
const LATER: &str = "split_later.css";

/// What it is joined of, in the order of the cascade: on paper the last word is print's.
const LATER_SHEETS: [&str; 5] = ["timeline", "month", "take_along", "embed_builder", "print"];

fn work(options: &[String]) -> Result<()> {
    no_options(options)?;
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .context("only trunk calls this: it names the folder in TRUNK_STAGING_DIR")?;
    let folder = Path::new(&folder);
    if parted() {
        part(folder)?;
    }
    finish(folder, std::env::var_os(SERVED).is_some())
}

/// Whether the page is made small, for publishing.
fn parted() -> bool {
    std::env::var_os(SPLIT).is_some()
}

/// Parts the code of the page in `folder`.
fn part(folder: &Path) -> Result<()> {
    let index = folder.join("index.html");
    let (old, new) = split::split(&setup::page()?, folder)?;
    let page = markup::with_parts(&read(&index)?, &old, &new)?;
    write(&index, &page)
}

/// Finishes the page in `folder`; one that is `served` to a developer reloads itself and keeps nothing.
fn finish(folder: &Path, served: bool) -> Result<()> {
    let index = folder.join("index.html");
    let mut page = read(&index)?;

    let sheets = markup::style_sheets(&page);
    let text = joined(folder, &sheets)?;
    let style = format!("marchmap-{}.css", fingerprint(text.as_bytes()));
    style_sheet(&folder.join(&style), &text)?;
    page = markup::with_one_style_sheet(&page, &sheets, &style);
    style_sheet(&folder.join(LATER), &later(folder)?)?;

    let mut app = markup::app_files(&page).context("trunk's page does not name the app's files")?;
    if !folder.join(app.code.replace(".js", "_split.js")).exists() {
        // Trunk names it after the WebAssembly alone.
        let code = rename(folder, &app.code)?;
        page = page.replace(&app.code, &code);
        app.code = code;
    }
    let start = start(folder, &app, served)?;
    page = markup::with_start(&page, &start, served)?;

    if served {
        page = markup::loosened(&page);
        // Nobody asks for it then; one that an earlier page left behind is gone with it.
        std::fs::remove_file(folder.join(worker::FILE)).context(worker::FILE)?;
        return write(&index, &page);
    }
    let files = worker::files(folder)?;
    let version = worker::version(&files, &page);
    page = markup::with_version(&page, &version);
    write(&index, &page)?;
    worker::write(folder, &files, &version)
}

/// The style sheets of what the list does not wait for, which trunk puts into a folder of their own, as one.
fn later(folder: &Path) -> Result<String> {
    let text = joined(
        folder,
        &LATER_SHEETS.map(|name| format!("later/{name}.css")),
    )?;
    let apart = folder.join("later");
    std::fs::remove_dir(&apart).with_context(|| apart.display().to_string())?;
    Ok(text)
}

/// Joins style sheets, in their order, and removes them.
fn joined(folder: &Path, sheets: &[String]) -> Result<String> {
    let mut text = String::new();
    for sheet in sheets {
        let path = folder.join(sheet);
        text.push_str(&read(&path)?);
        std::fs::remove_file(&path).with_context(|| path.display().to_string())?;
    }
    Ok(text)
}

fn style_sheet(path: &Path, text: &str) -> Result<()> {
    write(path, text)?;
    small(path)
}

/// Makes a script or style sheet small, where the page is published.
fn small(file: &Path) -> Result<()> {
    match parted() {
        true => split::minify(&setup::page()?, file),
        false => Ok(()),
    }
}

/// Tells the script that starts the app the names of its files; the script's own name then.
fn start(folder: &Path, app: &markup::App, served: bool) -> Result<String> {
    let path = folder.join(START);
    let mut text = read(&path)?;
    let names = [("./app.js", &app.code), ("./app.wasm", &app.wasm)];
    for (placeholder, name) in names {
        anyhow::ensure!(text.contains(placeholder), "{START} has no `{placeholder}`");
        text = text.replace(placeholder, &format!("./{name}"));
    }
    if served {
        text = text.replace("const KEPT = true", "const KEPT = false");
    }
    write(&path, &text)?;
    small(&path)?;
    rename(folder, START)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests;
