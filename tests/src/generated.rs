//! Sites that the tool made with `marchmap site`, each on a host of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::host::Host;

/// A generated site, and the host that serves it.
pub struct Generated {
    /// The host.
    pub host: Host,
    home: tempfile::TempDir,
    app: PathBuf,
}

impl Generated {
    /// A host for sites of the built app in `app`; it has no files yet.
    ///
    /// # Errors
    /// No port or no folder can be had.
    pub(crate) fn new(app: &Path) -> Result<Generated> {
        let home = tempfile::Builder::new()
            .prefix("marchmap-site-")
            .tempdir()?;
        let public = home.path().join("public");
        std::fs::create_dir(&public)?;
        Ok(Generated {
            host: Host::start(&public)?,
            home,
            app: app.to_owned(),
        })
    }

    /// Makes the site of an event file, or makes it anew: `marchmap site` with these further options.
    ///
    /// # Errors
    /// The tool has not been built, or refuses.
    pub fn make(&self, events: &Value, options: &[&str]) -> Result<()> {
        let file = self.home.path().join("events.json");
        std::fs::write(&file, serde_json::to_vec(events)?)?;
        let made = Command::new(tool()?)
            .arg("site")
            .args([&file, &self.folder()])
            .args(["--url", &self.host.url(""), "--app"])
            .arg(&self.app)
            .args(options)
            .output()
            .context("marchmap site")?;
        let said = String::from_utf8_lossy(&made.stderr);
        ensure!(made.status.success(), "marchmap site: {said}");
        Ok(())
    }

    /// The folder of the site.
    pub fn folder(&self) -> PathBuf {
        self.home.path().join("public")
    }

    /// A file of the site as text.
    ///
    /// # Errors
    /// It is not there, or no text.
    pub fn text(&self, path: &str) -> Result<String> {
        std::fs::read_to_string(self.folder().join(path)).with_context(|| path.to_owned())
    }
}

/// The tool that was built beside these tests, in the folder above theirs.
fn tool() -> Result<PathBuf> {
    let tests = std::env::current_exe()?;
    let folder = tests.ancestors().nth(2).context("a folder of builds")?;
    let tool = folder.join(format!("marchmap{}", std::env::consts::EXE_SUFFIX));
    if !tool.is_file() {
        bail!(
            "{} is not there: run `cargo build -p marchmap-cli`",
            tool.display()
        );
    }
    Ok(tool)
}
