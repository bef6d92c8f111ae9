//! The npm packages: Leaflet, wasm-opt, the basemap's source, the accessibility checker.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::project;

/// Installs the packages of `package-lock.json` if they are missing or older than it; their commands' folder.
///
/// # Errors
/// Node or npm is missing, or `npm ci` fails.
pub fn packages() -> Result<PathBuf> {
    for program in ["node", "npm"] {
        if project::output(project::command(program).arg("--version")).is_none() {
            bail!(
                "`{program}` is missing: install Node 18 or newer with npm, from nodejs.org or `apt-get install nodejs npm`"
            );
        }
    }
    let folder = project::path("node_modules");
    let lock = project::path("package-lock.json");
    // npm writes this file last.
    if !newer(&folder.join(".package-lock.json"), &lock) {
        project::say("npm ci: the packages of package-lock.json");
        project::run(project::command("npm").args(["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(folder.join(".bin"))
}

/// Whether the first file is there and changed no earlier than the second.
fn newer(first: &Path, second: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    match (changed(first), changed(second)) {
        (Some(first), Some(second)) => first >= second,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_packages_are_never_new_enough() {
        let lock = project::path("package-lock.json");
        assert!(newer(&lock, &lock));
        assert!(!newer(&project::path("no such file"), &lock));
    }
}
