//! The service worker's list: every file that makes the page work without a network, and their version.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use sha2::{Digest as _, Sha256};

use super::{APP, fingerprint, integrity};

/// The service worker, as it is in `public/` and in the page.
pub const FILE: &str = "sw.js";

/// The line in it that is filled in.
const PLACEHOLDER: &str = "const BUILD = { version: \"\", files: [] };";

/// A file of the page.
#[derive(Debug, PartialEq)]
pub struct File {
    /// Its path in the folder.
    pub path: String,
    /// What its bytes are checked against; empty for one that whoever keeps the site may change.
    pub integrity: String,
    fingerprint: String,
}

/// What is not kept: the worker itself, the events, what other pages use, what is only read by people.
const NOT_KEPT: &[&str] = &[
    FILE,
    "index.html",
    "events.json",
    "embed.js",
    "licences.txt",
    "leaflet/LICENSE",
    "leaflet/fflate/LICENSE",
    "leaflet/pmtiles-LICENSE",
    // Of use only where the calendar has an archive, which is not kept either.
    "leaflet/pmtiles.js",
];

/// The files to keep, in a lasting order.
///
/// # Errors
/// A file cannot be read.
pub fn files(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in paths(folder)? {
        let name = path.to_string_lossy().replace('\\', "/");
        if NOT_KEPT.contains(&name.as_str()) || name.starts_with("schema/") {
            continue;
        }
        let bytes = std::fs::read(folder.join(&path)).with_context(|| name.clone())?;
        // The app's folder is named by its content; every other file may be changed by whoever keeps the site.
        let fixed = name.starts_with(&format!("{APP}-"));
        files.push(File {
            integrity: if fixed {
                integrity(&bytes)
            } else {
                String::new()
            },
            fingerprint: fingerprint(&Sha256::digest(&bytes)),
            path: name,
        });
    }
    Ok(files)
}

/// Every file below a folder, relative to it, sorted.
///
/// # Errors
/// A folder cannot be read.
pub fn paths(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut files, mut waiting) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = waiting.pop() {
        for entry in std::fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            match path.is_dir() {
                true => waiting.push(path),
                false => files.push(path.strip_prefix(folder).unwrap_or(&path).to_owned()),
            }
        }
    }
    files.sort();
    Ok(files)
}

/// A text that changes with any of the files, or with the page itself.
pub fn version(files: &[File], page: &str) -> String {
    let mut all = page.to_owned();
    for file in files {
        let _ = writeln!(all, "{} {}", file.path, file.fingerprint);
    }
    fingerprint(&Sha256::digest(all))
}

/// Writes the list into the service worker.
///
/// # Errors
/// It is missing or not as expected.
pub fn write(folder: &Path, files: &[File], version: &str) -> Result<()> {
    let path = folder.join(FILE);
    let text = std::fs::read_to_string(&path).context(FILE)?;
    ensure!(
        text.contains(PLACEHOLDER),
        "{FILE} has no line `{PLACEHOLDER}`"
    );
    let list: Vec<_> = files
        .iter()
        .map(|file| serde_json::json!([file.path, file.integrity]))
        .collect();
    let build = serde_json::json!({ "version": version, "files": list });
    let text = text.replace(PLACEHOLDER, &format!("const BUILD = {build};"));
    std::fs::write(&path, text).context(FILE)
}
