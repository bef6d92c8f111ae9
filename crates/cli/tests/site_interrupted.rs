//! A site that was being renewed when its command was killed: it works, and the next run finishes it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const EVENTS: usize = 120;

/// An event file whose ids and titles have a name of their own.
fn events(name: &str) -> String {
    let event = |number: usize| {
        json!({ "id": format!("{name}-{number}"), "title": format!("{name} {number}"), "start": "2031-05-03T14:00",
            "timezone": "Europe/Paris", "city": "Lyon", "country": "FR", "lat": 45.0 + number as f64 / 100.0, "lon": 4.8 })
    };
    json!({ "calendar": { "title": name, "updated": "2031-01-01" }, "events": (0..EVENTS).map(event).collect::<Vec<_>>() }).to_string()
}

fn desk() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| fs::write(desk.path().join(path), text).unwrap();
    fs::create_dir(desk.path().join("dist")).unwrap();
    put(
        "dist/index.html",
        "<html lang=\"en\" dir=\"ltr\"><head><title></title></head><body><h1></h1><!--list--><div class=\"skeleton\"></div><!--/list--></body></html>",
    );
    for name in ["old", "new"] {
        put(&format!("{name}.json"), &events(name));
    }
    desk
}

fn start(desk: &Path, file: &str, folder: &str) -> Child {
    let line = format!(
        "site {file} {folder} --url https://example.org/ --app dist --now 2031-02-01T00:00:00Z"
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_marchmap"));
    command
        .args(line.split(' '))
        .current_dir(desk)
        .stderr(Stdio::null());
    command.spawn().unwrap()
}

fn make(desk: &Path, file: &str, folder: &str) {
    assert!(start(desk, file, folder).wait().unwrap().success());
}

/// Every file in a folder and its folders, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut files, mut waiting) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => waiting.push(path),
                false => {
                    let inside = path.strip_prefix(folder).unwrap().to_str().unwrap();
                    files.insert(inside.to_owned(), fs::read(&path).unwrap());
                }
            }
        }
    }
    files
}

/// The files of a site that a page or a list names.
fn named(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    let page = text("index.html");
    assert!(page.ends_with("</html>"), "the page is whole");
    let links = page.split("<a href=\"").skip(1);
    let mut named: Vec<String> = links
        .map(|link| format!("{}index.html", link.split('"').next().unwrap()))
        .collect();
    assert_eq!(named.len(), 40);
    let feeds: Value = serde_json::from_str(&text("feeds.json")).unwrap();
    for feed in feeds["feeds"].as_array().unwrap() {
        named.extend(["ics", "atom"].map(|kind| feed[kind].as_str().unwrap().to_owned()));
    }
    let map = text("sitemap.xml");
    let pages = map.split("<loc>https://example.org/").skip(1);
    named.extend(pages.map(|page| format!("{}index.html", page.split('<').next().unwrap())));
    named
}

/// The command is killed as soon as `is_time` holds of the folder.
#[track_caller]
fn check(is_time: impl Fn(&Path) -> bool) {
    let desk = desk();
    let public = desk.path().join("public");
    make(desk.path(), "old.json", "public");
    let mut child = start(desk.path(), "new.json", "public");
    let begun = Instant::now();
    while !is_time(&public) && child.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < Duration::from_secs(60));
        std::thread::yield_now();
    }
    child.kill().unwrap();
    let was_killed = child.wait().unwrap().code().is_none();
    assert!(was_killed, "it was still at work");
    let found = files(&public);
    for path in named(&found) {
        assert!(found.contains_key(&path), "{path} is not there");
    }
    let events: Value = serde_json::from_slice(&found["events.json"]).unwrap();
    assert_eq!(events["events"].as_array().unwrap().len(), EVENTS);
    // The next run finishes, and leaves what a run leaves that was not stopped.
    make(desk.path(), "new.json", "public");
    make(desk.path(), "old.json", "other");
    make(desk.path(), "new.json", "other");
    let (renewed, other) = (files(&public), files(&desk.path().join("other")));
    let paths = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&renewed), paths(&other));
    for (path, bytes) in &renewed {
        assert!(*bytes == other[path], "{path}");
    }
}

#[test]
fn a_site_that_is_half_renewed_works() {
    // Among the first new pages, amid them, and when the last of them are there.
    check(|public| public.join("e/new-0").exists());
    check(|public| public.join("e/new-50/index.html").exists());
    check(|public| public.join("e/new-99/index.html").exists());
}
