//! Files of a folder as static hosts serve them: `index.html` of folders, `404.html` for what is missing, a type by name.

use std::path::Path;

use super::answer::{Answer, Pace};
use super::request::Request;
use super::site::{Settings, absolute};

/// The answer for a request: one that was set, or a file.
pub(super) fn find(request: &Request, settings: &Settings) -> Answer {
    let path = request.absolute_path();
    match settings.answers.get(path) {
        Some(answer) => answer.clone(),
        None => file(path, settings),
    }
}

fn file(path: &str, settings: &Settings) -> Answer {
    // The longest path is the innermost folder.
    let mounts = settings.mounts.iter();
    let mount = mounts
        .filter(|(prefix, _)| path.starts_with(prefix.as_str()))
        .max_by_key(|(prefix, _)| prefix.len());
    let Some((prefix, root)) = mount else {
        return Answer::status(404);
    };
    let relative = path.get(prefix.len()..).unwrap_or_default();
    if relative.split('/').any(|part| part == "..") {
        return Answer::status(404);
    }
    let mut file = root.join(relative);
    if file.is_dir() {
        if !path.ends_with('/') {
            return Answer::moved(&format!("{path}/"));
        }
        file.push("index.html");
    }
    match std::fs::read(&file) {
        Ok(bytes) => Answer {
            pace: settings.throttle.map_or(Pace::Whole, Pace::Throttled),
            ..Answer::of_type(&media_type(&file, settings), bytes)
        },
        Err(_) => missing(root, settings),
    }
}

/// The site's own page for what is missing, where it has one, as GitHub Pages answers.
fn missing(root: &Path, settings: &Settings) -> Answer {
    let set = settings.answers.get(&absolute("404.html")).cloned();
    let page = set.or_else(|| {
        let text = std::fs::read_to_string(root.join("404.html")).ok()?;
        Some(Answer::html(&text))
    });
    match page {
        Some(page) => Answer {
            status: 404,
            ..page
        },
        None => Answer::status(404),
    }
}

/// The media type by the file name's extension, as the IANA registers it.
fn media_type(file: &Path, settings: &Settings) -> String {
    let extension = file.extension().and_then(|extension| extension.to_str());
    let extension = extension.unwrap_or_default();
    if let Some(media_type) = settings.media_types.get(extension) {
        return media_type.clone();
    }
    let usual = match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };
    usual.to_owned()
}
