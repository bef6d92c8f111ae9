//! What a test must leave behind: no request to another host, no error in the page; and evidence when it failed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Result, bail};
use base64::Engine as _;
use serde_json::json;

use crate::browser::Browser;

/// No request has left for another host, and the page has thrown nothing.
pub(super) fn clean(browser: &Browser) -> Result<()> {
    let foreign = browser.foreign_requests();
    if !foreign.is_empty() {
        bail!("requests to other hosts: {foreign:#?}");
    }
    let errors = browser.page_errors()?;
    if !errors.is_empty() {
        bail!("errors in the page: {errors:#?}");
    }
    Ok(())
}

/// Saves a picture, the source and the log of each page; says where.
pub(super) fn save(name: &str, browsers: &[Rc<Browser>]) -> String {
    let mut saved = String::new();
    for (number, browser) in browsers.iter().enumerate() {
        let stem = folder().join(format!("{name}-{number}"));
        // As much as a broken browser gives.
        let _ = save_page(browser, &stem);
        let _ = writeln!(saved, "see {}.png, .html and .log", stem.display());
    }
    saved
}

fn save_page(browser: &Browser, stem: &Path) -> Result<()> {
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

/// `browser-tests/` in cargo's target folder.
fn folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(target) => Path::new(&target).join("browser-tests"),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/browser-tests"),
    }
}
