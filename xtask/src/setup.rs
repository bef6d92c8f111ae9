//! `cargo xtask setup`: everything the other chores need, each thing only if it is missing.
//!
//! Nothing global is touched but what cargo, rustup, npm and apt themselves keep.

mod node;
pub mod rust;
mod system;
mod tool;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::chore::{Chore, Options};
use crate::project;
pub use system::Browser;
pub use tool::cargo_home;

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "setup",
    about: "install what is missing for all the others (they call it for what they need)",
    work,
};

fn work(options: Options) -> Result<()> {
    options.end()?;
    page()?;
    browsers(&Browser::ALL)?;
    project::say("everything is in place");
    Ok(())
}

/// The folders of the tools that were asked for.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// A command that finds these tools, itself one of them or not, before those of the same name elsewhere.
    ///
    /// # Errors
    /// A folder's name cannot stand in `PATH`.
    pub fn command(&self, program: impl AsRef<Path>) -> Result<Command> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned();
        let path = std::env::join_paths(folders.chain(std::env::split_paths(&path)))
            .context("a folder's name does not fit into PATH")?;
        let mut own = self.folders.iter().map(|folder| folder.join(&program));
        let mut command = match own.find(|file| file.is_file()) {
            Some(file) => project::command(file),
            None => project::command(program.as_ref()),
        };
        command.env("PATH", path);
        Ok(command)
    }
}

/// What compiling the app takes: the WebAssembly target, and the npm packages, which have its icons.
/// The folder of the packages' commands.
///
/// # Errors
/// Names what is missing and how to get it.
pub fn code() -> Result<PathBuf> {
    rust::wasm_target()?;
    node::packages()
}

/// What building the page takes: the same, with trunk and wasm-bindgen.
///
/// # Errors
/// Names what is missing and how to get it.
pub fn page() -> Result<Tools> {
    let packages = code()?;
    let lock = project::read("Cargo.lock")?;
    let trunk = tool::folder(&tool::trunk())?;
    let wasm_bindgen = tool::folder(&tool::wasm_bindgen(&lock)?)?;
    // Trunk calls this program back. If it asked cargo for it, cargo would build it again, with the settings of
    // the page.
    let this = std::env::current_exe().context("where this program lies")?;
    let this = this.parent().map(Path::to_owned);
    let folders = [Some(packages), Some(trunk), Some(wasm_bindgen), this];
    Ok(Tools {
        folders: folders.into_iter().flatten().collect(),
    })
}

/// What the browser tests need: the browsers and their drivers.
///
/// # Errors
/// Names what is missing and how to get it.
pub fn browsers(wanted: &[Browser]) -> Result<Tools> {
    node::packages()?;
    system::install(wanted)?;
    let mut folders = Vec::new();
    if wanted.contains(&Browser::Firefox) {
        folders.push(tool::folder(&tool::geckodriver())?);
    }
    Ok(Tools { folders })
}
