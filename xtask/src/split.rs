//! Parts the page's code in two: what the list needs, and what comes after it.
//!
//! The compiler makes one file. Which functions only the second part reaches is found in the
//! relocations it leaves behind, so this happens before wasm-bindgen writes the JavaScript; Trunk,
//! which knows no parts, has run before, and what it wrote is replaced.

mod glue;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::hashed::fingerprint;
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

/// The name all of the app's files begin with while they are made.
const NAME: &str = "marchmap";

/// Parts the code of the page that Trunk just built in `folder`: what the names of the app's files began with, and
/// what they begin with now.
///
/// # Errors
/// The page's code is not where it should be, or a tool fails.
pub fn split(tools: &Tools, folder: &Path) -> Result<(String, String)> {
    project::say("parting the code: the list first");
    let old = stem(folder)?;
    for ending in [".js", "_bg.wasm"] {
        let file = folder.join(format!("{old}{ending}"));
        std::fs::remove_file(&file).with_context(|| file.display().to_string())?;
    }
    let work = project::target_folder().join("parts");
    if work.exists() {
        std::fs::remove_dir_all(&work)?;
    }
    let whole = project::target_folder().join("wasm32-unknown-unknown/release/marchmap.wasm");
    let bytes = std::fs::read(&whole).with_context(|| whole.display().to_string())?;
    let later = parted(&bytes, &work)?;
    let mut bind = tools.command("wasm-bindgen")?;
    bind.args([
        "--target",
        "web",
        "--no-typescript",
        "--keep-lld-exports",
        "--out-name",
        NAME,
        "--out-dir",
    ])
    .arg(&work)
    .arg(work.join(format!("{NAME}.wasm")));
    project::run(&mut bind)?;
    let code = work.join(format!("{NAME}_bg.wasm"));
    let script = work.join(format!("{NAME}.js"));
    for code in [&code, &later] {
        shrink(tools, code, code)?;
    }
    glue::shorten(&code, &script)?;
    let new = named(&work, folder)?;
    for script in [format!("{new}.js"), format!("{new}_split.js")] {
        minify(tools, &folder.join(script))?;
    }
    Ok((old, new))
}

/// Writes both parts into `work`; the path of the later one.
fn parted(bytes: &[u8], work: &Path) -> Result<PathBuf> {
    let first = work.join(format!("{NAME}.wasm"));
    let main = format!("./{NAME}.js");
    let link = format!("./{NAME}_split.js");
    let mut options = Options::new(bytes);
    options.output_dir = work;
    options.main_out_path = &first;
    options.main_module = &main;
    options.link_name = &link;
    let parts = transform(options).map_err(|error| anyhow!("{error:?}"))?;
    match <[PathBuf; 1]>::try_from(parts.split_modules) {
        Ok([later]) => Ok(later),
        Err(parts) => bail!("there is one part that comes later, not {}", parts.len()),
    }
}

/// Copies the app's four files from `work` into `folder`, named by what is in them, all alike: they name each other,
/// and a cache must never mix two builds. What their names begin with.
fn named(work: &Path, folder: &Path) -> Result<String> {
    let (code, script) = (format!("{NAME}_bg.wasm"), format!("{NAME}_split.js"));
    let (main, later) = (format!("{NAME}.js"), format!("{LATER}.wasm"));
    let mut all = Vec::new();
    for file in [&main, &script, &code, &later] {
        all.extend(std::fs::read(work.join(file)).with_context(|| file.clone())?);
    }
    let mark = fingerprint(&all);
    let stem = format!("{NAME}-{mark}");
    let copied = |file: &str, new: &str| {
        std::fs::copy(work.join(file), folder.join(new)).with_context(|| file.to_owned())
    };
    copied(&code, &format!("{stem}_bg.wasm"))?;
    copied(&later, &format!("{LATER}-{mark}.wasm"))?;
    let written = |file: &str, new: &str, changes: &[(String, String)]| {
        let mut text = std::fs::read_to_string(work.join(file))?;
        for (old, new) in changes {
            if !text.contains(old) {
                bail!("{file} has no `{old}`");
            }
            text = text.replace(old, new);
        }
        Ok(std::fs::write(folder.join(new), text)?)
    };
    // What the WebAssembly itself calls these files, keys of an object there, stays.
    let link = |file: &str| format!("from \"./{file}\"");
    let linked = format!("{stem}_split.js");
    written(
        &main,
        &format!("{stem}.js"),
        &[
            (link(&script), link(&linked)),
            (format!("'{code}'"), format!("'{stem}_bg.wasm'")),
        ],
    )?;
    written(
        &script,
        &linked,
        &[
            (link(&main), link(&format!("{stem}.js"))),
            (later, format!("{LATER}-{mark}.wasm")),
            // A part that does not arrive is the page's to tell, and it does.
            ("console.error(e);".into(), String::new()),
        ],
    )?;
    Ok(stem)
}

/// The same script or style sheet, without what only people read.
pub fn minify(tools: &Tools, file: &Path) -> Result<()> {
    let mut esbuild = tools.command("esbuild")?;
    esbuild
        .args(["--minify", "--log-level=warning", "--allow-overwrite"])
        .arg(file)
        .arg(format!("--outfile={}", file.display()));
    project::run(&mut esbuild)
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
///
/// # Errors
/// wasm-opt is missing or fails.
pub fn shrink(tools: &Tools, code: &Path, smaller: &Path) -> Result<()> {
    let mut shrink = tools.command("wasm-opt")?;
    shrink
        // Functions that are called once stay by themselves, where they are not tiny: they are more like each other, and
        // so smaller once they are gzipped.
        .arg("--one-caller-inline-max-function-size=25")
        // Code that was laid flat and put in order anew is a little smaller the second time.
        .args([
            "-Oz",
            "--flatten",
            "--rereloop",
            "-Oz",
            "--code-folding",
            "-Oz",
            "--converge",
        ])
        .args(["--strip-debug", "--strip-producers"])
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

    #[test]
    fn four_files_are_named_by_what_is_in_them_all() {
        let names = |later: &str| {
            let work = tempfile::tempdir().unwrap();
            let folder = tempfile::tempdir().unwrap();
            for (file, text) in [
                (
                    "marchmap.js",
                    "import * as import1 from \"./marchmap_split.js\"; 'marchmap_bg.wasm'; { \"./marchmap_split.js\": import1 }",
                ),
                (
                    "marchmap_split.js",
                    "import { a } from \"./marchmap.js\"; \"./split_later.wasm\"; console.error(e);",
                ),
                ("marchmap_bg.wasm", "first"),
                ("split_later.wasm", later),
            ] {
                std::fs::write(work.path().join(file), text).unwrap();
            }
            let stem = named(work.path(), folder.path()).unwrap();
            let read = |file: String| std::fs::read_to_string(folder.path().join(file)).unwrap();
            assert_eq!(
                read(format!("{stem}.js")),
                format!(
                    "import * as import1 from \"./{stem}_split.js\"; '{stem}_bg.wasm'; {{ \"./marchmap_split.js\": import1 }}"
                )
            );
            let mark = stem.strip_prefix("marchmap-").unwrap();
            assert_eq!(
                read(format!("{stem}_split.js")).trim_end(),
                format!("import {{ a }} from \"./{stem}.js\"; \"./split_later-{mark}.wasm\";")
            );
            assert_eq!(read(format!("split_later-{mark}.wasm")), later);
            stem
        };
        assert_eq!(names("b"), names("b"));
        assert_ne!(names("b"), names("c"));
    }
}
