//! The service worker's list: every file that makes the page work without a network, and their version.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::hashed::{fingerprint, integrity, is_hashed};

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
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        let entries = std::fs::read_dir(&next).with_context(|| next.display().to_string())?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path);
            let name = name.to_string_lossy().replace('\\', "/");
            if NOT_KEPT.contains(&name.as_str()) || name.starts_with("schema/") {
                continue;
            }
            let bytes = std::fs::read(&path).with_context(|| name.clone())?;
            let fixed = is_hashed(&name);
            files.push(File {
                integrity: if fixed {
                    integrity(&bytes)
                } else {
                    String::new()
                },
                fingerprint: fingerprint(&bytes),
                path: name,
            });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// A text that changes with any of the files, or with the page itself.
pub fn version(files: &[File], page: &str) -> String {
    let mut all = page.to_owned();
    for file in files {
        let _ = writeln!(all, "{} {}", file.path, file.fingerprint);
    }
    fingerprint(all.as_bytes())
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
