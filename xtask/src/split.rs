//! Parts the page's code in two: what the list needs, and what comes after it.
//!
//! The compiler makes one file. Which functions only the second part reaches is found in the
//! relocations it leaves behind, so this happens before wasm-bindgen writes the JavaScript; Trunk,
//! which knows no parts, has run before, and what it wrote is replaced under the same names.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::project;
use crate::setup::Tools;

/// What the names of the second part's files begin with: the name the app gives the part.
pub const LATER: &str = "split_later";

/// Words for the compiler that make a file which can be parted, and an app that expects it.
pub const FLAGS: [&str; 2] = ["--cfg=split_code", "-Clink-args=--emit-relocs"];

/// What wasm-opt may count on: all that browsers since 2021 have, and the compiler uses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Parts the code of the page that Trunk just built in `dist`.
///
/// # Errors
/// The page's code is not where it should be, or a tool fails.
pub fn split(tools: &Tools, dist: &Path) -> Result<()> {
    project::say("parting the code: the list first");
    let stem = stem(dist)?;
    let whole = project::target_folder().join("wasm32-unknown-unknown/release/marchmap.wasm");
    let bytes = std::fs::read(&whole).with_context(|| whole.display().to_string())?;
    let work = project::target_folder().join("parts");
    let first = work.join(format!("{stem}.wasm"));
    let script = format!("{stem}_split.js");
    let later = {
        let main = format!("./{stem}.js");
        let link = format!("./{script}");
        let mut options = Options::new(&bytes);
        options.output_dir = &work;
        options.main_out_path = &first;
        options.main_module = &main;
        options.link_name = &link;
        let parts = transform(options).map_err(|error| anyhow!("{error:?}"))?;
        match <[PathBuf; 1]>::try_from(parts.split_modules) {
            Ok([later]) => later,
            Err(parts) => bail!("there is one part that comes later, not {}", parts.len()),
        }
    };
    let mut bind = tools.command("wasm-bindgen")?;
    bind.args([
        "--target",
        "web",
        "--no-typescript",
        "--keep-lld-exports",
        "--out-name",
        &stem,
        "--out-dir",
    ])
    .arg(dist)
    .arg(&first);
    project::run(&mut bind)?;
    let code = dist.join(format!("{stem}_bg.wasm"));
    shrink(tools, &code, &code)?;
    // Named by its content, as Trunk names the rest: a cache never mixes two builds.
    let named = format!("{LATER}-{}.wasm", stem.trim_start_matches("marchmap-"));
    shrink(tools, &later, &dist.join(&named))?;
    let text = std::fs::read_to_string(work.join(&script))?;
    let old = format!("{LATER}.wasm");
    if !text.contains(&old) {
        bail!("{script} does not load {old}");
    }
    // A part that does not arrive is the page's to tell, and it does.
    let text = text.replace(&old, &named).replace("console.error(e);", "");
    std::fs::write(dist.join(&script), text)?;
    Ok(())
}

/// `marchmap-1f2e` of the page's `marchmap-1f2e_bg.wasm`.
fn stem(dist: &Path) -> Result<String> {
    for entry in std::fs::read_dir(dist).with_context(|| dist.display().to_string())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix("_bg.wasm") {
            return Ok(stem.to_owned());
        }
    }
    bail!("{} has no WebAssembly", dist.display())
}

/// The same code, smaller.
fn shrink(tools: &Tools, code: &Path, smaller: &Path) -> Result<()> {
    let mut shrink = tools.command("wasm-opt")?;
    shrink
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(FEATURES)
        .arg(code)
        .arg("-o")
        .arg(smaller);
    project::run(&mut shrink)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_found_by_its_name() {
        let dist = tempfile::tempdir().unwrap();
        assert!(stem(dist.path()).is_err());
        std::fs::write(dist.path().join("marchmap-1f2e_bg.wasm"), "").unwrap();
        assert_eq!(stem(dist.path()).unwrap(), "marchmap-1f2e");
    }
}
