//! Lists the languages there are files of, and parts the English texts in two: those the first list needs, and those of
//! what comes after it.

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

/// Where the language files are.
const FILES: &str = "../../public/lang";

type Texts = serde_json::Map<String, serde_json::Value>;

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed={FILES}");
    println!("cargo:rerun-if-changed=build.rs");
    let texts = read("en")?;
    // What keeps a file from being read is shown in place of the list.
    let is_later = |key: &str| {
        !key.starts_with("problem.json.") && LATER.iter().any(|start| key.starts_with(start))
    };
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join("languages.rs"), languages()?)?;
    for (name, later) in [("first.json", false), ("later.json", true)] {
        let part = texts.iter().filter(|(key, _)| is_later(key) == later);
        let part: serde_json::Map<_, _> = part
            .map(|(key, text)| (key.clone(), text.clone()))
            .collect();
        fs::write(Path::new(&folder).join(name), serde_json::to_vec(&part)?)?;
    }
    Ok(())
}

fn read(code: &str) -> io::Result<Texts> {
    Ok(serde_json::from_slice(&fs::read(format!(
        "{FILES}/{code}.json"
    ))?)?)
}

/// The Rust source of the list of languages. English comes first, because its texts stand in for what another language
/// lacks; the others by their codes.
fn languages() -> io::Result<String> {
    let mut codes = Vec::new();
    for file in fs::read_dir(FILES)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        codes.extend(name.strip_suffix(".json").map(str::to_owned));
    }
    codes.sort_by_key(|code| (code != "en", code.clone()));
    let mut list = String::new();
    for code in &codes {
        let name = read(code)?.get("language.name").cloned();
        let name = name.as_ref().and_then(serde_json::Value::as_str);
        let name = name.ok_or_else(|| {
            io::Error::other(format!("{FILES}/{code}.json has no `language.name`"))
        })?;
        list += &format!("    ({code:?}, {name:?}),\n");
    }
    Ok(format!(
        "/// The languages the interface speaks: BCP 47 code and the language's own name; English first.\npub const \
         LANGUAGES: [(&str, &str); {}] = [\n{list}];\n",
        codes.len()
    ))
}
