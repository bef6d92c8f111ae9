//! The licences of the crates inside the page: that they fit its own, and their texts beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::project;

/// Licences that ask for no more than to be named and passed on (SPDX identifiers).
const ACCEPTED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// A crate of others inside the page.
#[derive(Debug, PartialEq)]
struct Crate {
    /// Name and version.
    title: String,
    /// SPDX expression.
    licence: String,
    /// Its repository.
    home: String,
    /// Where cargo keeps it.
    folder: PathBuf,
}

/// Fails when a crate inside the page may not be given under MIT or Apache 2.0.
///
/// # Errors
/// Names each such crate with its licence.
pub fn check() -> Result<()> {
    let crates = in_the_page()?;
    let refused = crates.iter().filter(|part| !is_accepted(&part.licence));
    let refused: Vec<_> = refused
        .map(|part| format!("{} ({})", part.title, part.licence))
        .collect();
    match refused.is_empty() {
        true => Ok(()),
        false => bail!(
            "licences that do not fit the page's: {}",
            refused.join(", ")
        ),
    }
}

/// Writes `licences.txt` into a built page: every text once, under the crates that have it.
///
/// # Errors
/// A text cannot be read, or the file not be written.
pub fn write(folder: &Path) -> Result<()> {
    let mut sharing: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in in_the_page()? {
        let line = format!("{} · {} · {}", part.title, part.licence, part.home);
        sharing.entry(text(&part.folder)?).or_default().push(line);
    }
    let mut groups: Vec<_> = sharing.into_iter().collect();
    groups.sort_by(|a, b| a.1.cmp(&b.1));
    let mut all = String::from("Marchmap's page contains these works of others.\n");
    for (text, lines) in groups {
        let rule = "-".repeat(80);
        let _ = write!(all, "\n{rule}\n\n{}\n\n{}\n", lines.join("\n"), text.trim());
    }
    std::fs::write(folder.join("licences.txt"), all)
        .with_context(|| format!("writing licences.txt into {}", folder.display()))
}

/// Whether an SPDX expression leaves a choice that is accepted. In `A OR B AND C` more is asked than need be.
fn is_accepted(expression: &str) -> bool {
    expression.split(" AND ").all(|part| {
        part.trim_matches(['(', ')', ' '])
            .split(" OR ")
            .flat_map(|choice| choice.split('/'))
            .any(|choice| ACCEPTED.contains(&choice.trim()))
    })
}

/// The files in which a crate states its licence, one after the other; empty when it has none. Of several licences
/// to choose from, the MIT licence is the one used here.
fn text(folder: &Path) -> Result<String> {
    let names = |path: &Path, word: &str| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.to_uppercase().contains(word)
    };
    let stated = ["LICEN", "COPYING", "NOTICE", "COPYRIGHT"];
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file() && stated.iter().any(|word| names(path, word)))
        .collect();
    files.sort();
    if files.iter().any(|path| names(path, "MIT")) {
        files.retain(|path| names(path, "MIT") || names(path, "NOTICE"));
    }
    let mut text = String::new();
    for file in files {
        let bytes = std::fs::read(&file).with_context(|| file.display().to_string())?;
        let _ = write!(text, "{}\n\n", String::from_utf8_lossy(&bytes).trim_end());
    }
    Ok(text)
}

/// Every crate of others whose code can end up in the WebAssembly: no macros, build scripts or tests.
fn in_the_page() -> Result<Vec<Crate>> {
    let target = "wasm32-unknown-unknown";
    let mut tree = project::cargo();
    tree.args(["tree", "--locked", "--package=marchmap", "--target", target])
        .args("--edges=normal,no-proc-macro --prefix=none --format={p}".split(' '));
    let tree = project::output(&mut tree).context("`cargo tree` failed")?;
    let mut metadata = project::cargo();
    metadata.args([
        "metadata",
        "--locked",
        "--format-version=1",
        "--filter-platform",
        target,
    ]);
    let metadata = project::output(&mut metadata).context("`cargo metadata` failed")?;
    crates(&tree, &serde_json::from_str(&metadata)?).context("cargo answers in an unknown form")
}

/// The same from what `cargo tree` (lines as `leptos v0.8.23 (…)`) and `cargo metadata` (format version 1) say.
fn crates(tree: &str, metadata: &Value) -> Option<Vec<Crate>> {
    let inside: BTreeSet<String> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some(format!(
                "{} {}",
                words.next()?,
                words.next()?.strip_prefix('v')?
            ))
        })
        .collect();
    let mut crates = Vec::new();
    for package in metadata["packages"].as_array()? {
        let field = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
        let title = format!("{} {}", field("name"), field("version"));
        if package["source"].is_null() || !inside.contains(&title) {
            continue;
        }
        crates.push(Crate {
            title,
            licence: field("license"),
            home: field("repository"),
            folder: Path::new(package["manifest_path"].as_str()?)
                .parent()?
                .to_owned(),
        });
    }
    Some(crates)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_accepted_choice_of_every_part_is_enough() {
        for (expression, expected) in [
            ("MIT", true),
            ("MIT OR Apache-2.0", true),
            ("Unlicense/MIT", true),
            ("GPL-3.0-only OR MIT", true),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("GPL-3.0-only", false),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR Apache-2.0) AND LGPL-2.1", false),
            ("", false),
        ] {
            assert_eq!(is_accepted(expression), expected, "{expression}");
        }
    }

    #[test]
    fn only_crates_of_others_inside_the_page_count() {
        let package = |name: &str, source: Value| {
            json!({ "name": name, "version": "1.0.0", "license": "MIT", "repository": null, "source": source,
                "manifest_path": format!("/crates/{name}/Cargo.toml") })
        };
        let metadata = json!({ "packages": [
            package("marchmap", json!(null)), package("serde", json!("registry")), package("proptest", json!("registry")),
        ] });
        let found = crates(
            "marchmap v1.0.0 (/here)\nserde v1.0.0\nserde v1.0.0 (*)\n",
            &metadata,
        )
        .unwrap();
        let titles: Vec<_> = found.iter().map(|part| &*part.title).collect();
        assert_eq!(titles, ["serde 1.0.0"]);
        assert_eq!(found[0].folder, Path::new("/crates/serde"));
        assert!(crates("", &json!({})).is_none());
    }

    #[test]
    fn of_two_licences_the_one_used_is_passed_on() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        put("LICENSE-APACHE", "as Apache");
        put("lib.rs", "code");
        assert_eq!(text(folder.path()).unwrap(), "as Apache\n\n");
        put("LICENSE-MIT", "as MIT");
        assert_eq!(text(folder.path()).unwrap(), "as MIT\n\n");
    }
}
