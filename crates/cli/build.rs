//! Puts the built app into the tool, if the environment variable `MARCHMAP_APP` names its folder: `cargo xtask tool` does.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=MARCHMAP_APP");
    let mut list = String::new();
    if let Some(folder) = env::var_os("MARCHMAP_APP").filter(|folder| !folder.is_empty()) {
        let folder = fs::canonicalize(folder)?;
        println!("cargo:rerun-if-changed={}", folder.display());
        for file in files(&folder)? {
            let inside = file
                .strip_prefix(&folder)
                .unwrap_or(&file)
                .to_string_lossy();
            let name = inside.replace(std::path::MAIN_SEPARATOR, "/");
            let _ = writeln!(list, "    ({name:?}, include_bytes!({file:?})),");
        }
    }
    let text = format!("static EMBEDDED: &[(&str, &[u8])] = &[\n{list}];\n");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&out).join("app.rs"), text)
}

/// Every file in a folder and its folders, sorted.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut waiting) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            match path.is_dir() {
                true => waiting.push(path),
                false => files.push(path),
            }
        }
    }
    files.sort();
    Ok(files)
}
