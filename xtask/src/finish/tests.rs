//! A page as trunk leaves it, finished.

use super::*;

const PAGE: &str = r#"<!doctype html>
<html>
  <head>
    <meta http-equiv="Content-Security-Policy" content="script-src 'self' http:; connect-src 'self' http:" />
    <link rel="preload" href="events.json" as="fetch" crossorigin="anonymous" />
    <script type="module" src="start.js"></script>
    <link rel="stylesheet" href="./tokens-37a32c0963d07357.css"/>
    <link rel="stylesheet" href="./base-349c55a5a03e5077.css"/>

<script type="module">
import init, * as bindings from './marchmap-f843deacd4510640.js';
const wasm = await init({ module_or_path: './marchmap-f843deacd4510640_bg.wasm' });
</script>
  <link rel="modulepreload" href="./marchmap-f843deacd4510640.js" crossorigin="anonymous"><link rel="preload" href="./marchmap-f843deacd4510640_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm"></head>
  <body></body>
</html>
"#;

fn built() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in [
        ("index.html", PAGE),
        ("later/month.css", "d{}\n"),
        ("later/timeline.css", "c{}\n"),
        ("later/take_along.css", ""),
        ("later/embed_builder.css", ""),
        ("later/print.css", "e{}\n"),
        ("tokens-37a32c0963d07357.css", "a{}\n"),
        ("base-349c55a5a03e5077.css", "b{}\n"),
        ("marchmap-f843deacd4510640.js", "export {}"),
        ("marchmap-f843deacd4510640_bg.wasm", "\0asm"),
        (
            "start.js",
            "const KEPT = true; import('./app.js'); './app.wasm'",
        ),
        ("sw.js", "const BUILD = { version: \"\", files: [] };\n"),
        ("events.json", "[]"),
        ("lang/en.json", "{}"),
    ] {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn named(folder: &Path, start: &str, end: &str) -> String {
    let names = std::fs::read_dir(folder).unwrap();
    let mut names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .find(|name| name.starts_with(start) && name.ends_with(end))
        .unwrap()
}

#[test]
fn nothing_is_inline_and_the_style_is_one() {
    let folder = built();
    finish(folder.path(), false).unwrap();
    let page = read(&folder.path().join("index.html")).unwrap();
    let style = named(folder.path(), "marchmap-", ".css");
    let start = named(folder.path(), "start-", ".js");
    assert_eq!(page.matches("rel=\"stylesheet\"").count(), 1);
    assert!(page.contains(&style), "{page}");
    assert_eq!(
        read(&folder.path().join(style)).unwrap(),
        "a{}\nb{}\n",
        "in their order"
    );
    assert_eq!(
        read(&folder.path().join("split_later.css")).unwrap(),
        "c{}\nd{}\ne{}\n"
    );
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    assert!(page.contains(&format!("src=\"./{start}\"")), "{page}");
    let code = named(folder.path(), "marchmap-", ".js");
    assert_eq!(
        read(&folder.path().join(start)).unwrap(),
        format!("const KEPT = true; import('./{code}'); './marchmap-f843deacd4510640_bg.wasm'")
    );
    assert!(
        page.contains(&format!("<link rel=\"modulepreload\" href=\"./{code}\"")),
        "{page}"
    );
}

#[test]
fn the_list_has_what_the_page_needs_and_not_the_events() {
    let folder = built();
    finish(folder.path(), false).unwrap();
    let worker = read(&folder.path().join("sw.js")).unwrap();
    let build = worker
        .strip_prefix("const BUILD = ")
        .unwrap()
        .trim_end()
        .trim_end_matches(';');
    let build: serde_json::Value = serde_json::from_str(build).unwrap();
    let page = read(&folder.path().join("index.html")).unwrap();
    let version = build["version"].as_str().unwrap();
    assert!(
        page.contains(&format!("name=\"marchmap-build\" content=\"{version}\"")),
        "{page}"
    );
    let files: Vec<(String, String)> = serde_json::from_value(build["files"].clone()).unwrap();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 6, "{names:?}");
    assert!(names.contains(&"lang/en.json"));
    assert!(!names.contains(&"events.json") && !names.contains(&"sw.js"));
    for (name, check) in &files {
        let changeable = ["lang/en.json", super::LATER].contains(&&**name);
        assert_eq!(check.is_empty(), changeable, "{name}: {check}");
    }
}

#[test]
fn a_change_anywhere_is_another_version() {
    let version = |file: &str, text: &str| {
        let folder = built();
        std::fs::write(folder.path().join(file), text).unwrap();
        finish(folder.path(), false).unwrap();
        let page = read(&folder.path().join("index.html")).unwrap();
        let at = page.find("marchmap-build").unwrap();
        page[at..at + 50].to_owned()
    };
    let before = version("events.json", "[]");
    assert_eq!(version("events.json", "[{}]"), before);
    assert_ne!(version("lang/en.json", "{ }"), before);
    assert_ne!(
        version("index.html", &PAGE.replace("<body>", "<body id=a>")),
        before
    );
}

#[test]
fn a_served_page_may_reload_itself_and_is_not_kept() {
    let folder = built();
    let reload = PAGE.replace("</body>", "<script>reload()</script></body>");
    std::fs::write(folder.path().join("index.html"), reload).unwrap();
    finish(folder.path(), true).unwrap();
    let page = read(&folder.path().join("index.html")).unwrap();
    assert!(page.contains("<script>reload()"), "{page}");
    assert!(
        page.contains("script-src 'self' http: 'unsafe-inline'"),
        "{page}"
    );
    assert!(!folder.path().join("sw.js").exists());
    let start = named(folder.path(), "start-", ".js");
    assert!(
        read(&folder.path().join(start))
            .unwrap()
            .contains("KEPT = false")
    );
}

#[test]
fn an_inline_script_stops_the_build() {
    let folder = built();
    let inline = PAGE.replace("<body>", "<body><script>alert(1)</script>");
    std::fs::write(folder.path().join("index.html"), inline).unwrap();
    let error = finish(folder.path(), false).unwrap_err().to_string();
    assert!(error.contains("inline"), "{error}");
}

#[test]
fn only_names_made_from_content_are_taken_for_lasting() {
    for (name, expected) in [
        ("marchmap-f843deacd4510640_bg.wasm", true),
        ("marchmap-f843deacd4510640_split.js", true),
        ("split_later-f843deacd4510640.wasm", true),
        ("start-0123456789abcdef.js", true),
        ("filters-c5ec4aca216db3e.css", true),
        ("lang/pt-BR.json", false),
        ("icon-512.png", false),
        ("embed.js", false),
    ] {
        assert_eq!(crate::hashed::is_hashed(name), expected, "{name}");
    }
}

#[test]
fn both_parts_of_the_code_are_asked_for_and_keep_their_names() {
    let folder = built();
    let (old, new) = ("marchmap-f843deacd4510640", "marchmap-00aa11bb22cc33dd");
    for ending in [".js", "_bg.wasm"] {
        let at = |stem| folder.path().join(format!("{stem}{ending}"));
        std::fs::rename(at(old), at(new)).unwrap();
    }
    let link = format!("{new}_split.js");
    std::fs::write(folder.path().join(&link), "export {}").unwrap();
    let page = markup::with_parts(PAGE, old, new).unwrap();
    std::fs::write(folder.path().join("index.html"), page).unwrap();
    finish(folder.path(), false).unwrap();
    let page = read(&folder.path().join("index.html")).unwrap();
    for file in [&format!("{new}.js"), &link] {
        let wanted = format!("<link rel=\"modulepreload\" href=\"./{file}\"");
        assert_eq!(page.matches(&wanted).count(), 1, "{page}");
        assert!(folder.path().join(file).exists(), "{file}");
    }
    assert!(!page.contains(old), "{page}");
}
