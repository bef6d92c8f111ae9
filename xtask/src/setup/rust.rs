//! The compiler's WebAssembly target, and the sources of its standard library.

use std::path::Path;
use std::process::Command;

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

/// Whether the sources of the standard library are there, after adding them if rustup can.
pub fn source() -> bool {
    if has_source() {
        return true;
    }
    project::say("adding the sources of Rust's standard library");
    project::run(project::command("rustup").args(["component", "add", "rust-src"])).is_ok()
        && has_source()
}

/// Whether the compiler that is used has the sources of its standard library beside it.
fn has_source() -> bool {
    project::output(compiler().args(["--print", "sysroot"])).is_some_and(|folder| {
        Path::new(folder.trim_end())
            .join("lib/rustlib/src/rust/library/Cargo.lock")
            .is_file()
    })
}

/// The compiler that is used.
pub fn compiler() -> Command {
    project::command(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// Whether the compiler that is used has the target's standard library.
fn installed() -> bool {
    project::output(compiler().args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(folder.trim_end()).is_dir())
}
