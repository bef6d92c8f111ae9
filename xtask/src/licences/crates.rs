//! The crates compiled into the page, as cargo knows them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::project;

/// One crate of others.
pub struct Crate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// SPDX expression.
    pub licence: String,
    /// Where it lives.
    pub home: String,
    /// Where cargo keeps it.
    pub folder: PathBuf,
}

impl Crate {
    /// Name and version.
    pub fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// The files in which it states its licence, one after the other; empty when it has none.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn text(&self) -> Result<String> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else {
            return Ok(String::new());
        };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.is_file() && states_licence(path))
            .collect();
        files.sort();
        // Of several licences to choose from, the MIT licence is the one used here.
        if files.iter().any(|path| names(path, "MIT")) {
            files.retain(|path| names(path, "MIT") || names(path, "NOTICE"));
        }
        let mut text = String::new();
        for file in files {
            let bytes = std::fs::read(&file).with_context(|| file.display().to_string())?;
            text += String::from_utf8_lossy(&bytes).trim_end();
            text += "\n\n";
        }
        Ok(text)
    }
}

/// Whether a file has a licence, by its name.
fn states_licence(path: &Path) -> bool {
    ["LICEN", "COPYING", "NOTICE", "COPYRIGHT"]
        .iter()
        .any(|word| names(path, word))
}

/// Whether a file's name has a word, in any case.
fn names(path: &Path, word: &str) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.to_uppercase().contains(word)
}

/// Every crate of others whose code can end up in the WebAssembly: no macros, build scripts or tests.
///
/// # Errors
/// Cargo does not answer.
pub fn in_the_page() -> Result<Vec<Crate>> {
    let mut cargo = project::cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    cargo.args(["--filter-platform", "wasm32-unknown-unknown"]);
    let answer = project::output(&mut cargo).context("`cargo metadata` failed")?;
    crates(&serde_json::from_str(&answer)?).context("`cargo metadata` answers in an unknown form")
}

/// The same from what `cargo metadata` says (its format version 1).
fn crates(metadata: &Value) -> Option<Vec<Crate>> {
    let by_id = |list: &'static str, parent: &Value| -> Option<BTreeMap<String, Value>> {
        let all = parent[list].as_array()?.iter();
        all.map(|one| Some((one["id"].as_str()?.to_owned(), one.clone())))
            .collect()
    };
    let packages = by_id("packages", metadata)?;
    let nodes = by_id("nodes", &metadata["resolve"])?;
    let (root, _) = packages
        .iter()
        .find(|(_, package)| package["name"] == "marchmap")?;
    let mut waiting = vec![root.clone()];
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if is_macro(packages.get(&id)?) || !seen.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(&id)?["deps"].as_array()? {
            let kinds = dependency["dep_kinds"].as_array()?;
            if kinds.iter().any(|kind| kind["kind"].is_null()) {
                waiting.push(dependency["pkg"].as_str()?.to_owned());
            }
        }
    }
    let others = seen
        .iter()
        .filter_map(|id| packages.get(id))
        .filter(|package| !package["source"].is_null());
    others.map(read).collect()
}

/// Whether a package only runs in the compiler.
fn is_macro(package: &Value) -> bool {
    let targets = package["targets"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    targets
        .iter()
        .flat_map(|target| {
            target["kind"]
                .as_array()
                .map(Vec::as_slice)
                .unwrap_or_default()
        })
        .any(|kind| kind == "proc-macro")
}

fn read(package: &Value) -> Option<Crate> {
    let text = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
    Some(Crate {
        name: text("name"),
        version: text("version"),
        licence: text("license"),
        home: text("repository"),
        folder: PathBuf::from(package["manifest_path"].as_str()?)
            .parent()?
            .to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn macros_tests_and_our_own_crates_are_left_out() {
        let package = |id: &str, kind: &str, source: Value| {
            json!({ "id": id, "name": id, "version": "1.0.0", "license": "MIT", "repository": null,
                "manifest_path": "/crates/a/Cargo.toml", "source": source, "targets": [{ "kind": [kind] }] })
        };
        let need = |id: &str, kind: Value| json!({ "pkg": id, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [
                package("marchmap", "bin", json!(null)), package("calendar", "lib", json!(null)),
                package("serde", "lib", json!("registry")), package("derive", "proc-macro", json!("registry")),
                package("proptest", "lib", json!("registry")),
            ],
            "resolve": { "nodes": [
                { "id": "marchmap", "deps": [need("calendar", json!(null)), need("derive", json!(null))] },
                { "id": "calendar", "deps": [need("serde", json!(null)), need("proptest", json!("dev"))] },
                { "id": "serde", "deps": [] }, { "id": "derive", "deps": [] }, { "id": "proptest", "deps": [] },
            ] },
        });
        let names: Vec<_> = crates(&metadata)
            .unwrap()
            .into_iter()
            .map(|part| part.name)
            .collect();
        assert_eq!(names, ["serde"]);
        assert!(crates(&json!({})).is_none());
    }

    #[test]
    fn of_two_licences_the_one_used_is_passed_on() {
        let folder = tempfile::tempdir().unwrap();
        let part = Crate {
            name: "a".into(),
            version: "1.0.0".into(),
            licence: "MIT OR Apache-2.0".into(),
            home: String::new(),
            folder: folder.path().to_owned(),
        };
        let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        put("LICENSE-APACHE", "as Apache");
        put("lib.rs", "code");
        assert_eq!(part.text().unwrap(), "as Apache\n\n");
        put("LICENSE-MIT", "as MIT");
        assert_eq!(part.text().unwrap(), "as MIT\n\n");
    }

    #[test]
    fn licence_files_go_by_many_names() {
        for (name, expected) in [
            ("LICENSE-MIT", true),
            ("licence.md", true),
            ("UNLICENSE", true),
            ("COPYING", true),
            ("lib.rs", false),
            ("README.md", false),
        ] {
            assert_eq!(states_licence(Path::new(name)), expected, "{name}");
        }
    }
}
