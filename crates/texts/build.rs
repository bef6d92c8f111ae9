//! Parts the English texts in two: those the first list needs, and those of what comes after it.

use std::path::Path;
use std::{env, fs, io};

/// What the keys begin with that only the later parts of the page, and the command-line tool, show.
const LATER: [&str; 42] = [
    "about.",
    "change.",
    "chip.",
    "clock.",
    "correction.",
    "days.",
    "directions.",
    "embed.",
    "emptied.",
    "export.",
    "facet.",
    "fact.",
    "filters.",
    "footer.",
    "header.",
    "links.",
    "list.ended",
    "map.",
    "month.",
    "near.",
    "notice.broken_copy",
    "notice.changed",
    "notice.link_too_long",
    "notice.new_version",
    "notice.offline",
    "notice.reload",
    "notice.show_changes",
    "outcome.",
    "precision.",
    "problem.",
    "problems.",
    "related.",
    "sentence.",
    "share.",
    "sheet.",
    "site.",
    "skip.",
    "spot.",
    "summary.",
    "timeline.",
    "view.",
    "when.",
];

fn main() -> io::Result<()> {
    let file = "../../public/lang/en.json";
    println!("cargo:rerun-if-changed={file}");
    println!("cargo:rerun-if-changed=build.rs");
    let texts: serde_json::Map<String, serde_json::Value> =
        serde_json::from_slice(&fs::read(file)?)?;
    // What keeps a file from being read is shown in place of the list.
    let is_later = |key: &str| {
        !key.starts_with("problem.json.") && LATER.iter().any(|start| key.starts_with(start))
    };
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for (name, later) in [("first.json", false), ("later.json", true)] {
        let part = texts.iter().filter(|(key, _)| is_later(key) == later);
        let part: serde_json::Map<_, _> = part
            .map(|(key, text)| (key.clone(), text.clone()))
            .collect();
        fs::write(Path::new(&folder).join(name), serde_json::to_vec(&part)?)?;
    }
    Ok(())
}
