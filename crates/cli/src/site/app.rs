//! The built app: the one inside this tool, or one in a folder.

use std::path::Path;

use site::{Content, Files};

use crate::failure::Failure;

// `EMBEDDED`, the files of the app: empty unless `MARCHMAP_APP` named the folder of a built one when this was compiled.
include!(concat!(env!("OUT_DIR"), "/app.rs"));

/// Files of a built app with their paths in it.
pub(super) type App = Vec<(String, Vec<u8>)>;

/// What the site has of its own: the app's version of it is left out.
const OWN: [&str; 1] = ["events.json"];

/// The files of the app in a folder, or of the one compiled in.
///
/// # Errors
/// There is none, or a file of it cannot be read.
pub(super) fn files(folder: Option<&Path>) -> Result<App, Failure> {
    let files = match folder {
        Some(folder) => read(folder)?,
        None if EMBEDDED.is_empty() => {
            return Err(Failure::new("this tool was built without the app")
                .help("name the folder of a built one: --app dist"));
        }
        None => EMBEDDED
            .iter()
            .map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()))
            .collect(),
    };
    match files.iter().any(|(path, _)| path == "index.html") {
        true => Ok(files),
        false => {
            let folder = folder.unwrap_or(Path::new("the app")).display();
            Err(
                Failure::new(format!("{folder} has no index.html, so it is no built app"))
                    .help("`cargo xtask build` makes one in dist"),
            )
        }
    }
}

/// One of its files, a text.
pub(super) fn text<'a>(app: &'a App, path: &str) -> Option<&'a str> {
    let (_, bytes) = app.iter().find(|(own, _)| own == path)?;
    str::from_utf8(bytes).ok()
}

/// Puts the app beside the rest of the site.
pub(super) fn add(app: App, files: &mut Files) {
    for (path, bytes) in app {
        if !OWN.contains(&path.as_str()) {
            files.entry(path).or_insert(Content::Bytes(bytes));
        }
    }
}

/// Every file in a folder and its folders, with its path parted by `/`.
fn read(folder: &Path) -> Result<App, Failure> {
    let (mut files, mut waiting) = (App::new(), vec![folder.to_owned()]);
    while let Some(next) = waiting.pop() {
        let failed = |error: std::io::Error| Failure::file("read", &next, &error);
        for entry in std::fs::read_dir(&next).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let inside = path.strip_prefix(folder).unwrap_or(&path);
            let Some(name) = inside.to_str() else {
                return Err(Failure::new(format!(
                    "{} is not named in UTF-8",
                    path.display()
                )));
            };
            let bytes =
                std::fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?;
            files.push((name.replace(std::path::MAIN_SEPARATOR, "/"), bytes));
        }
    }
    files.sort();
    Ok(files)
}
