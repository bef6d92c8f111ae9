//! What a story must leave behind: nothing that reached another host, no error in the page; and evidence when it failed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Result, bail};
use base64::Engine as _;
use serde_json::json;

use crate::browser::Browser;

/// No request has left for another host, and the page has thrown nothing.
pub fn clean(browser: &Browser) -> Result<()> {
    let foreign = browser.foreign_requests();
    if !foreign.is_empty() {
        bail!("requests for other hosts: {foreign:#?}");
    }
    let errors = browser.page_errors()?;
    if !errors.is_empty() {
        bail!("errors in the page: {errors:#?}");
    }
    Ok(())
}

/// Saves a picture and the source of each page; says where.
pub fn keep(story: &str, browsers: &[Rc<Browser>]) -> String {
    let mut said = String::new();
    for (number, browser) in browsers.iter().enumerate() {
        let stem = folder().join(format!("{story}-{number}"));
        // Evidence is kept as far as a broken browser gives it.
        let _ = save(browser, &stem);
        let _ = writeln!(said, "see {}.png, .html and .log", stem.display());
    }
    said
}

fn save(browser: &Browser, stem: &Path) -> Result<()> {
    std::fs::create_dir_all(folder())?;
    std::fs::write(stem.with_extension("log"), browser.log())?;
    let picture = browser.client().get("/screenshot")?;
    let picture =
        base64::engine::general_purpose::STANDARD.decode(picture.as_str().unwrap_or_default())?;
    std::fs::write(stem.with_extension("png"), picture)?;
    let source = browser.run(
        "return location.href + '\\n' + document.documentElement.outerHTML",
        json!([]),
    )?;
    std::fs::write(
        stem.with_extension("html"),
        source.as_str().unwrap_or_default(),
    )?;
    Ok(())
}

/// `stories/` in cargo's target folder.
fn folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(target) => Path::new(&target).join("stories"),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/stories"),
    }
}
