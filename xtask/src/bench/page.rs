//! The page in which the core and its peers are measured: the core compiled as the app's is, the rest from npm.

use std::path::Path;

use anyhow::Result;

use crate::setup::Tools;
use crate::{build, project, split};

/// Makes the page in `folder`.
///
/// # Errors
/// A tool fails.
pub fn build(tools: &Tools, folder: &Path) -> Result<()> {
    project::say("building the core for the page it is measured in");
    let mut cargo = project::cargo();
    cargo.args(["build", "--release", "--locked", "--lib", "-p", "bench"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    build::without_paths(&mut cargo)?;
    project::run(&mut cargo)?;
    let work = project::target_folder().join("bench-parts");
    let code = project::target_folder().join("wasm32-unknown-unknown/release/bench.wasm");
    let mut bind = tools.command("wasm-bindgen")?;
    bind.args("--target web --no-typescript --out-name bench --out-dir".split(' '));
    project::run(bind.arg(&work).arg(&code))?;
    split::optimise(
        tools.command("wasm-opt")?,
        &work.join("bench_bg.wasm"),
        &folder.join("bench_bg.wasm"),
    )?;
    for file in ["main.js", "marchmap.js", "peers.js", "views.js"] {
        std::fs::copy(
            project::path("crates/bench/page").join(file),
            work.join(file),
        )?;
    }
    let page = project::path("crates/bench/page/index.html");
    std::fs::copy(page, folder.join("index.html"))?;
    bundle(tools, &work.join("main.js"), &folder.join("main.js"))
}

/// One script, with the packages it names.
fn bundle(tools: &Tools, script: &Path, bundled: &Path) -> Result<()> {
    let mut esbuild = tools.command("esbuild")?;
    esbuild
        .args("--bundle --format=esm --minify --log-level=warning --allow-overwrite".split(' '))
        .args(["--loader:.png=dataurl", "--target=es2022"])
        .arg(script)
        .arg(format!("--outfile={}", bundled.display()))
        .env("NODE_PATH", project::path("node_modules"));
    project::run(&mut esbuild)
}
