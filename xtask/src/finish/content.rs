//! Names and checks made from content: other content is another file to every cache.

use base64::Engine as _;
use sha2::{Digest as _, Sha256};

/// What the folder of the app's files is called before it is named by its content, in `index.html` and `Trunk.toml`.
pub const APP: &str = "app";

/// A short name for content, from its SHA-256: 16 hexadecimal digits.
pub fn fingerprint(digest: &[u8]) -> String {
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
