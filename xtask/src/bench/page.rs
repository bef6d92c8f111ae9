//! The page in which the core and its peers are measured: the core compiled as the app's is, the rest from npm.

use std::convert::Infallible;
use std::path::Path;

use anyhow::{Result, anyhow};
use wasm_encoder::Module;
use wasm_encoder::reencode::{self, Reencode};

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
    build::like_the_app(&mut cargo)?;
    project::run(&mut cargo)?;
    let work = project::target_folder().join("bench-parts");
    let code = project::target_folder().join("wasm32-unknown-unknown/release/bench.wasm");
    let mut bind = tools.command("wasm-bindgen")?;
    bind.args([
        "--target",
        "web",
        "--no-typescript",
        "--out-name",
        "bench",
        "--out-dir",
    ]);
    project::run(bind.arg(&work).arg(&code))?;
    // What the app's parting needs, and wasm-opt does not understand.
    without_relocations(&work.join("bench_bg.wasm"))?;
    split::shrink(
        tools,
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
        .args([
            "--bundle",
            "--format=esm",
            "--minify",
            "--log-level=warning",
            "--allow-overwrite",
        ])
        .args(["--loader:.png=dataurl", "--target=es2022"])
        .arg(script)
        .arg(format!("--outfile={}", bundled.display()))
        .env("NODE_PATH", project::path("node_modules"));
    project::run(&mut esbuild)
}

/// Takes out of a file of code what only a linker reads.
fn without_relocations(code: &Path) -> Result<()> {
    let bytes = std::fs::read(code)?;
    let mut module = Module::new();
    WithoutRelocations
        .parse_core_module(&mut module, wasmparser::Parser::new(0), &bytes)
        .map_err(|error| anyhow!("{}: {error:?}", code.display()))?;
    Ok(std::fs::write(code, module.finish())?)
}

struct WithoutRelocations;

impl Reencode for WithoutRelocations {
    type Error = Infallible;

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: wasmparser::CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let name = section.name();
        if name == "linking" || name.starts_with("reloc.") {
            return Ok(());
        }
        reencode::utils::parse_custom_section(self, module, section)
    }
}
