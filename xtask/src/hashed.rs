//! Names and checks made from a file's content: another content is another file to every cache.

use std::path::Path;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use sha2::{Digest as _, Sha256};

/// A short text that differs when the bytes do.
pub fn fingerprint(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// What a browser checks bytes against (W3C “Subresource Integrity”).
pub fn integrity(bytes: &[u8]) -> String {
    let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(bytes));
    format!("sha256-{digest}")
}

/// Renames `name.js` to `name-FINGERPRINT.js`; the new name.
///
/// # Errors
/// The file cannot be read or renamed.
pub fn rename(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    let bytes = std::fs::read(&path).with_context(|| name.to_owned())?;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let new = format!("{stem}-{}.{ending}", fingerprint(&bytes));
    std::fs::rename(&path, folder.join(&new)).with_context(|| name.to_owned())?;
    Ok(new)
}

/// Whether a name says its content: such a file never changes under it.
pub fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = ["_bg", "_split"]
        .iter()
        .find_map(|end| stem.strip_suffix(end))
        .unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, last)| {
        last.len() >= 12 && last.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}
