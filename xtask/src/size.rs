//! `cargo xtask size`: what a visitor loads before the list can be used, against its limit.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use flate2::{Compression, write::GzEncoder};

use crate::chore::{Chore, no_options};
use crate::{project, small_std, split};

/// What the page's code may weigh: HTML, CSS, JavaScript and WebAssembly, each gzipped at level 9, in bytes.
const LIMIT: u64 = 200_000;

/// What the compiler's own standard library weighs more than a small one, where none can be made.
const STANDARD_LIBRARY: u64 = 30_000;

/// The folder in `dist/` that the list does not wait for.
const LEAFLET: &str = "leaflet";

/// Code that is asked for after the list, or by others: the service worker, the script for old browsers, an embed's.
const BESIDE: &[&str] = &["sw.js", "old.js", "embed.js"];

/// Whether the list does not wait for a file of code.
fn is_later(file: &Path) -> bool {
    file.to_str()
        .is_some_and(|name| name.starts_with(split::LATER) || BESIDE.contains(&name))
}

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "size",
    about: "weigh the page in dist/ and fail when its code, gzipped, without Leaflet, is over the limit",
    work,
};

fn work(options: &[String]) -> Result<()> {
    no_options(options)?;
    check()
}

/// Prints the weights, and fails when they are over the limit.
///
/// # Errors
/// Over the limit, or there is no release in `dist/`.
pub fn check() -> Result<()> {
    let sizes = measure(&project::path("dist"))?;
    print!("{}", table(&sizes));
    let sum = total(&sizes);
    let limit = if small_std::possible() {
        LIMIT
    } else {
        LIMIT + STANDARD_LIBRARY
    };
    if sum > limit {
        bail!("{sum} bytes are more than the limit of {limit}");
    }
    Ok(())
}

/// The weight of one file.
#[derive(Debug, PartialEq)]
pub struct Size {
    /// Its path in the folder.
    file: String,
    /// Bytes as stored.
    plain: u64,
    /// Bytes gzipped.
    gzipped: u64,
}

/// The code files of a built page, largest first.
///
/// # Errors
/// The folder has no page, or a file cannot be read.
pub fn measure(folder: &Path) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        let entries = std::fs::read_dir(&next).with_context(|| {
            format!(
                "{} cannot be read; `cargo xtask build` makes it",
                next.display()
            )
        })?;
        for entry in entries {
            let path = entry?.path();
            let file = path.strip_prefix(folder).unwrap_or(&path);
            if path.is_dir() {
                if file != Path::new(LEAFLET) {
                    waiting.push(path);
                }
            } else if is_code(file) {
                let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
                sizes.push(Size {
                    file: file.display().to_string(),
                    plain: bytes.len() as u64,
                    gzipped: gzipped(&bytes)?,
                });
            }
        }
    }
    if sizes.is_empty() {
        bail!(
            "{} has no page; `cargo xtask build` makes it",
            folder.display()
        );
    }
    sizes.sort_by(|a, b| b.gzipped.cmp(&a.gzipped).then_with(|| a.file.cmp(&b.file)));
    Ok(sizes)
}

/// Whether a file is code, not data.
fn is_code(file: &Path) -> bool {
    file.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| ["html", "css", "js", "mjs", "wasm"].contains(&extension))
}

/// How many bytes `gzip -9` makes of these.
fn gzipped(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

/// The sum of the gzipped bytes.
fn total(sizes: &[Size]) -> u64 {
    first(sizes).map(|size| size.gzipped).sum()
}

/// What the list waits for.
fn first(sizes: &[Size]) -> impl Iterator<Item = &Size> {
    sizes.iter().filter(|size| !is_later(Path::new(&size.file)))
}

/// The weights as lines, with their sum and the limit.
pub fn table(sizes: &[Size]) -> String {
    let mut text = String::from("     bytes   gzipped  file\n");
    for size in sizes {
        let _ = writeln!(
            text,
            "{:>10}{:>10}  {}{}",
            size.plain,
            size.gzipped,
            size.file,
            if is_later(Path::new(&size.file)) {
                " (not before the list)"
            } else {
                ""
            }
        );
    }
    let _ = writeln!(
        text,
        "{:>10}{:>10}  code before the list can be used; limit {LIMIT}",
        first(sizes).map(|size| size.plain).sum::<u64>(),
        total(sizes)
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_counts_and_data_does_not() {
        for (file, expected) in [
            ("index.html", true),
            ("main-1f_bg.wasm", true),
            ("snippets/a.js", true),
            ("events.json", false),
            ("icon.svg", false),
            ("LICENSE", false),
        ] {
            assert_eq!(is_code(Path::new(file)), expected, "{file}");
        }
    }

    #[test]
    fn leaflet_is_not_waited_for_and_other_folders_are() {
        let folder = tempfile::tempdir().unwrap();
        for (file, text) in [
            ("index.html", "<p>page"),
            ("leaflet/leaflet.js", "var L"),
            ("snippets/part/inline.js", "let a"),
            ("events.json", "[]"),
        ] {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let sizes = measure(folder.path()).unwrap();
        let mut files: Vec<_> = sizes.iter().map(|size| size.file.as_str()).collect();
        files.sort_unstable();
        assert_eq!(files, ["index.html", "snippets/part/inline.js"]);
        assert!(total(&sizes) > 0);
        assert!(measure(&folder.path().join("none")).is_err());
    }

    #[test]
    fn bytes_that_repeat_weigh_less() {
        assert!(gzipped(&[b'a'; 10_000]).unwrap() < 100);
    }
}
