//! `cargo xtask build`: the page, ready for any static host, in `dist/`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::chore::{Chore, Options};
use crate::setup::{self, Tools};
use crate::{licences, project, size};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "build",
    about: "make the page in dist/, small and ready for any static host",
    work,
};

fn work(options: Options) -> Result<()> {
    options.end()?;
    published()?;
    let sizes = size::measure(&project::path("dist"))?;
    print!("{}", size::table(&sizes));
    Ok(())
}

/// Builds a release into `dist/`, for whatever calendar will stand beside it.
///
/// # Errors
/// A tool is missing, or the build fails.
pub fn release() -> Result<()> {
    let tools = setup::page()?;
    project::say("building a release into dist/");
    let mut trunk = trunk(&tools)?;
    project::run(trunk.args(["build", "--release"]))?;
    licences::write(&project::path("dist"))
}

/// Builds a release into `dist/`, with the first events of its calendar in the page: they are read before the app is there.
///
/// # Errors
/// A tool is missing, or the build fails.
pub fn published() -> Result<()> {
    release()?;
    first_list(&project::path("dist/index.html"))
}

/// Puts the first events of the calendar in `dist/` into a page that was built there.
///
/// # Errors
/// The page is not the app's, or cannot be written.
pub fn first_list(page: &Path) -> Result<()> {
    let mut cargo = project::cargo();
    cargo.args("run --locked --quiet -p marchmap-cli -- page dist/events.json".split(' '));
    project::run(cargo.arg(page))
}

/// Has a command compile without this machine's folders, which have its user's name, in the WebAssembly.
///
/// # Errors
/// There is no folder of crates.
pub fn without_paths(command: &mut Command) -> Result<()> {
    // The standard library's own folder, too: generic code of it is compiled here, if its sources are installed.
    let sysroot = project::output(setup::rust::compiler().args(["--print", "sysroot"]));
    let sysroot = sysroot.context("the compiler does not say where it is")?;
    let folders = [
        (setup::cargo_home()?.join("registry/src"), "crates"),
        (PathBuf::from(sysroot.trim_end()), "rust"),
        (project::root().to_owned(), "marchmap"),
    ];
    let flags: Vec<_> = folders
        .iter()
        .filter_map(|(folder, name)| remap(folder, name))
        .collect();
    // Cargo adds these to the flags of .cargo/config.toml.
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        flags.join(" "),
    );
    Ok(())
}

/// The flag for one folder; none for one whose name has a space, which cargo would take for two flags.
fn remap(folder: &Path, name: &str) -> Option<String> {
    let flag = format!("--remap-path-prefix={}={name}", folder.display());
    (!flag.contains(char::is_whitespace)).then_some(flag)
}

/// Trunk with its tools, and without what it would fetch or ask for.
///
/// # Errors
/// A tool's folder cannot stand in `PATH`.
pub fn trunk(tools: &Tools) -> Result<Command> {
    let mut trunk = tools.command("trunk")?;
    trunk
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk takes NO_COLOR=1 for a broken option.
        .env_remove("NO_COLOR");
    without_paths(&mut trunk)?;
    Ok(trunk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_told_by_other_names() {
        let flag = remap(Path::new("/home/jo/crates"), "crates");
        assert_eq!(
            flag.as_deref(),
            Some("--remap-path-prefix=/home/jo/crates=crates")
        );
        assert_eq!(remap(Path::new("/home/Jo Doe"), "crates"), None);
    }
}
