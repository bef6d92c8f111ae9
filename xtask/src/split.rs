//! Splits the app's WebAssembly into what the list needs and what comes after it, and writes the JavaScript for both.
//!
//! Functions under `#[wasm_split]` move into files of their own, with all that only they reach. Which that is says the
//! linker's relocations, so this starts from the compiler's file; Trunk knows no split files, and what its own run of
//! wasm-bindgen wrote is not used. Source: [wasm_split_cli_support](https://docs.rs/wasm_split_cli_support).

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::project;

/// What the names of the app's files begin with: the name of its program in Cargo.toml and index.html.
pub const NAME: &str = "marchmap_app";

/// What the names of the files loaded later begin with.
pub const LATER: &str = "split_";

/// What wasm-opt may count on: all that browsers since 2021 have and the compiler uses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Writes the app's WebAssembly files into `app`; the path of the JavaScript that loads them, which names them
/// relative to itself. A release is optimised.
///
/// # Errors
/// The compiler's file is missing, or a tool fails.
pub fn split(app: &Path, release: bool) -> Result<PathBuf> {
    let profile = if release { "release" } else { "debug" };
    let compiled = project::target_folder()
        .join("wasm32-unknown-unknown")
        .join(profile)
        .join(format!("{NAME}.wasm"));
    let bytes = std::fs::read(&compiled).with_context(|| compiled.display().to_string())?;
    let work = project::target_folder().join("split").join(profile);
    if work.exists() {
        std::fs::remove_dir_all(&work)?;
    }
    let (main, script) = (
        work.join(format!("{NAME}.wasm")),
        work.join(format!("{NAME}.js")),
    );
    let (main_module, link_name) = (format!("./{NAME}.js"), format!("./{NAME}_split.js"));
    let mut options = Options::new(&bytes);
    options.output_dir = &work;
    options.main_out_path = &main;
    options.main_module = &main_module;
    options.link_name = &link_name;
    let parts = transform(options).map_err(|error| anyhow!("splitting: {error:?}"))?;
    let mut bind = project::command("wasm-bindgen");
    // The later files take the first one's memory and table by the linker's names.
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", NAME, "--out-dir"])
        .args([&work, &main]);
    project::run(&mut bind)?;
    let loader = work.join(link_name);
    let glue = std::fs::read_to_string(&loader)?;
    std::fs::write(&loader, with_fallback(&glue)?)?;
    let first = work.join(format!("{NAME}_bg.wasm"));
    for file in parts.split_modules.iter().chain([&first]) {
        let name = file.file_name().context("a file without a name")?;
        match release {
            true => optimise(project::command("wasm-opt"), file, &app.join(name))?,
            false => {
                std::fs::copy(file, app.join(name))?;
            }
        }
    }
    Ok(script)
}

/// How the later files are loaded from any host: one that names another media type than `application/wasm`, or none,
/// and in a browser without streaming.
const FALLBACK: &str = r#"
async function instantiate(source, imports) {
    const response = await source;
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    const type = response.headers.get("Content-Type") ?? "";
    if (WebAssembly.instantiateStreaming && type.toLowerCase() === "application/wasm") {
        return WebAssembly.instantiateStreaming(response, imports);
    }
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
"#;

/// The script that loads the later files, with that fallback. A file that does not arrive is for the page to tell.
fn with_fallback(script: &str) -> Result<String> {
    let streaming = "WebAssembly.instantiateStreaming(";
    ensure!(
        script.contains(streaming),
        "the splitter's script has no `{streaming}`: see what it does now"
    );
    let script = script
        .replace(streaming, "instantiate(")
        .replace("console.error(", "console.warn(");
    Ok(script + FALLBACK)
}

/// Has wasm-opt write the same code, smaller.
///
/// # Errors
/// wasm-opt is missing or fails.
pub fn optimise(mut wasm_opt: Command, code: &Path, smaller: &Path) -> Result<()> {
    wasm_opt
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(FEATURES)
        .arg(code)
        .arg("-o")
        .arg(smaller);
    project::run(&mut wasm_opt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_files_load_from_any_host() {
        let glue = "return async (imports) => (WebAssembly.instantiateStreaming(src, imports)); console.error(e);";
        let script = with_fallback(glue).unwrap();
        assert!(script.starts_with(
            "return async (imports) => (instantiate(src, imports)); console.warn(e);"
        ));
        assert!(with_fallback("import.source('./a.wasm')").is_err());
    }

    /// What each host's answer is instantiated by, in Node.
    #[test]
    fn an_answer_of_any_type_is_instantiated() {
        let run = format!(
            r#"{FALLBACK}
            const module = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
            const streaming = WebAssembly.instantiateStreaming;
            const tried = async (type, status = 200) => {{
                const headers = type === undefined ? {{}} : {{ "Content-Type": type }};
                try {{
                    const {{ instance }} = await instantiate(Promise.resolve(new Response(module, {{ headers, status }})), {{}});
                    return instance instanceof WebAssembly.Instance;
                }} catch (error) {{ return error.message; }}
            }};
            const all = [];
            for (const type of ["application/wasm", "application/octet-stream", "text/plain", undefined]) all.push(await tried(type));
            delete WebAssembly.instantiateStreaming;
            all.push(await tried("application/wasm"), await tried("application/wasm", 404));
            console.log(JSON.stringify(all));"#
        );
        let mut node = project::command("node");
        node.args(["--input-type=module", "--eval", &run]);
        assert_eq!(
            project::output(&mut node).unwrap().trim(),
            r#"[true,true,true,true,true," answered 404"]"#
        );
    }
}
