//! Tools that come from crates.io, each in the one version the project is built with.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::project;

/// A command and the crate it comes from.
#[derive(Debug, PartialEq)]
pub struct Tool {
    /// The command's name; it answers `--version`.
    command: &'static str,
    /// Its crate.
    crate_name: &'static str,
    /// Its version, exactly.
    version: String,
    /// Further words for `cargo install`.
    options: &'static [&'static str],
    /// How far it is optimised: compiling is what takes time, except where it works for seconds in every build.
    opt_level: &'static str,
}

/// What makes the page. Left out are its look for a newer version and its downloads over TLS, which would take
/// longer to compile than the rest: every tool it calls is on `PATH`.
pub fn trunk() -> Tool {
    Tool {
        options: &["--no-default-features"],
        ..Tool::new("trunk", "0.21.14")
    }
}

/// What writes the JavaScript beside the WebAssembly. Its version must be that of the library.
///
/// # Errors
/// `Cargo.lock` does not name the library.
pub fn wasm_bindgen(lock: &str) -> Result<Tool> {
    let version = locked(lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    Ok(Tool {
        crate_name: "wasm-bindgen-cli",
        options: &["--bin", "wasm-bindgen"],
        opt_level: "1",
        ..Tool::new("wasm-bindgen", &version)
    })
}

/// What drives Firefox.
pub fn geckodriver() -> Tool {
    Tool::new("geckodriver", "0.37.1")
}

impl Tool {
    /// A crate with a command of its name.
    fn new(name: &'static str, version: &str) -> Self {
        Self {
            command: name,
            crate_name: name,
            version: version.to_owned(),
            options: &[],
            opt_level: "0",
        }
    }
}

/// The folder that has the tool: one of `PATH`, or one of the project's own under cargo's, where it is
/// installed if it is missing.
///
/// # Errors
/// Installing it fails.
pub fn folder(tool: &Tool) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let own = own_folder(tool)?;
    let known = std::env::split_paths(&path).chain([own.join("bin")]);
    for folder in known {
        if has(&folder, tool) {
            return Ok(folder);
        }
    }
    project::say(&format!(
        "installing {} {} into {}: a few minutes, once",
        tool.crate_name,
        tool.version,
        own.display()
    ));
    if let Err(error) = install(tool, &own, &["--locked"]) {
        project::say(&format!(
            "{error:#}; trying once more with other versions of what it depends on, as a registry may lack one that its lock file names"
        ));
        install(tool, &own, &[])?;
    }
    Ok(own.join("bin"))
}

/// Compiles the tool into its folder.
fn install(tool: &Tool, own: &Path, options: &[&str]) -> Result<()> {
    let mut install = project::cargo();
    install
        .args(["install", tool.crate_name, "--version", &tool.version])
        .args(options)
        .args(tool.options)
        .arg("--root")
        .arg(own)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        // They have crates in common.
        .env("CARGO_TARGET_DIR", project::target_folder().join("tools"))
        .env_remove("RUSTFLAGS");
    project::run(&mut install)
}

/// Whether a folder has the tool in its version.
fn has(folder: &Path, tool: &Tool) -> bool {
    let program = folder.join(tool.command);
    program.is_file()
        && project::output(project::command(program).arg("--version"))
            .is_some_and(|text| is_version(&text, &tool.version))
}

/// Whether output like `trunk 0.21.14` has this version.
fn is_version(output: &str, version: &str) -> bool {
    let line = output.lines().next().unwrap_or_default();
    line.split_whitespace().any(|word| word == version)
}

/// `$CARGO_HOME/marchmap/trunk-0.21.14`: kept between clones, apart from what the developer installs.
fn own_folder(tool: &Tool) -> Result<PathBuf> {
    let name = format!("{}-{}", tool.crate_name, tool.version);
    Ok(cargo_home()?.join("marchmap").join(name))
}

/// Where cargo keeps what it fetches and installs.
///
/// # Errors
/// Neither `CARGO_HOME` nor the user's home is known.
pub fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Ok(PathBuf::from(home));
    }
    let home = std::env::home_dir().context("neither CARGO_HOME nor HOME is set")?;
    Ok(home.join(".cargo"))
}

/// The version of a package in `Cargo.lock`.
fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_one_of_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(lock, "leptos"), None);
        assert!(wasm_bindgen("").is_err());
    }

    #[test]
    fn a_tool_of_another_version_is_not_taken() {
        assert!(is_version("trunk 0.21.14\n", "0.21.14"));
        assert!(is_version(
            "geckodriver 0.37.1 (abc 2026)\n\nmore",
            "0.37.1"
        ));
        for output in ["trunk 0.21.1", "trunk 0.21.140", "trunk", ""] {
            assert!(!is_version(output, "0.21.14"), "{output}");
        }
    }

    #[test]
    fn the_folder_names_the_version() {
        let folder = own_folder(&trunk()).unwrap();
        assert!(folder.ends_with("marchmap/trunk-0.21.14"), "{folder:?}");
    }
}
