//! The compiler's WebAssembly target.

use std::path::Path;

use anyhow::{Result, bail};

use crate::project;

/// The target the page is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target if it is missing.
///
/// # Errors
/// There is no rustup to add it with, or it fails.
pub fn wasm_target() -> Result<()> {
    if installed() {
        return Ok(());
    }
    if project::output(project::command("rustup").arg("--version")).is_none() {
        bail!(
            "this Rust has no target {TARGET}. With rustup: `rustup target add {TARGET}`; \
             on Debian: `apt-get install libstd-rust-dev-wasm32`"
        );
    }
    project::say(&format!("adding the Rust target {TARGET}"));
    project::run(project::command("rustup").args(["target", "add", TARGET]))
}

/// Whether the compiler that is used has the target's standard library.
fn installed() -> bool {
    let mut rustc = project::command(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    project::output(rustc.args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(folder.trim_end()).is_dir())
}
