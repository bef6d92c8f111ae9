//! What is published of a page as trunk and the bundler leave it.

use super::*;

const PAGE: &str = r#"<!doctype html>
<html>
  <head>
    <meta http-equiv="Content-Security-Policy" content="script-src 'self' http:; style-src 'self' http:; connect-src 'self' http:" />
    <link rel="stylesheet" href="./app/app.css" />
    <script src="./app/first.js"></script>
    <script type="module" src="./app/start.js"></script>
  <link rel="preload" href="./app/marchmap_app_bg.wasm" as="fetch" /></head>
  <body></body>
</html>
"#;

fn built() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in [
        ("index.html", PAGE),
        ("app/app.css", "a{}"),
        ("app/first.js", "first()"),
        ("app/start.js", "start()"),
        ("app/marchmap_app_bg.wasm", "\0asm"),
        ("app/split_later.wasm", "\0asm"),
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

fn text(folder: &Path, file: &str) -> String {
    String::from_utf8(read(&folder.join(file)).unwrap()).unwrap()
}

/// The name of the app's folder.
fn app(folder: &Path) -> String {
    let paths = worker::paths(folder).unwrap();
    let start = paths.iter().find(|path| path.ends_with("start.js"));
    let folder = start.unwrap().parent().unwrap();
    folder.to_str().unwrap().to_owned()
}

/// The version of a build in which one file has another text.
fn version(file: &str, other: &str) -> String {
    let folder = built();
    std::fs::write(folder.path().join(file), other).unwrap();
    publish(folder.path(), true).unwrap();
    let page = text(folder.path(), "index.html");
    let at = page.find("marchmap-build").unwrap();
    page[at..at + 50].to_owned()
}

#[test]
fn the_page_names_the_folder_of_this_build() {
    let folder = built();
    publish(folder.path(), true).unwrap();
    let (page, app) = (text(folder.path(), "index.html"), app(folder.path()));
    assert!(app.starts_with("app-") && app.len() == 20, "{app}");
    for file in ["start.js", "marchmap_app_bg.wasm"] {
        assert!(page.contains(&format!("\"./{app}/{file}\"")), "{page}");
    }
    assert!(!page.contains("./app/"), "{page}");
    assert_eq!(app_of("app/start.js", "start()"), app);
    assert_ne!(app_of("app/start.js", "start(1)"), app);
    assert_ne!(app_of("app/split_later.wasm", "\0asm1"), app);
}

/// The name of the app's folder in a build in which one file has another text.
fn app_of(file: &str, other: &str) -> String {
    let folder = built();
    std::fs::write(folder.path().join(file), other).unwrap();
    publish(folder.path(), true).unwrap();
    app(folder.path())
}

/// The hashes are those of `printf %s TEXT | openssl dgst -sha256 -binary | base64`.
#[test]
fn the_style_sheet_and_script_of_the_first_list_are_in_the_page_and_allowed_by_hash() {
    let folder = built();
    publish(folder.path(), true).unwrap();
    let page = text(folder.path(), "index.html");
    for has in [
        "<style>a{}</style>",
        "<script>first()</script>",
        "style-src 'self' http: 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=';",
        "script-src 'self' http: 'sha256-fDYmfWjvur9AxjhDbjHe6RvExc05MbXhhrbgz2vvy/A=';",
    ] {
        assert!(page.contains(has), "{has}: {page}");
    }
    // For hosts whose own policy forbids it.
    let app = folder.path().join(app(folder.path()));
    assert!(app.join("app.css").exists() && app.join("first.js").exists());
}

#[test]
fn a_text_that_ends_its_own_element_stops_the_build() {
    let folder = built();
    let script = "first('</SCRIPT><b>')";
    std::fs::write(folder.path().join("app/first.js"), script).unwrap();
    let error = publish(folder.path(), true).unwrap_err().to_string();
    assert!(error.contains("end tag"), "{error}");
}

#[test]
fn the_service_worker_lists_what_the_page_needs_and_not_the_events() {
    let folder = built();
    publish(folder.path(), true).unwrap();
    let worker = text(folder.path(), "sw.js");
    let build = worker.strip_prefix("const BUILD = ").unwrap();
    let build: serde_json::Value =
        serde_json::from_str(build.trim_end().trim_end_matches(';')).unwrap();
    let page = text(folder.path(), "index.html");
    let version = build["version"].as_str().unwrap();
    assert!(page.contains(&format!("name=\"marchmap-build\" content=\"{version}\"")));
    let files: Vec<(String, String)> = serde_json::from_value(build["files"].clone()).unwrap();
    let app = app(folder.path());
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let of_app = |file| format!("{app}/{file}");
    assert_eq!(
        names,
        [
            &of_app("app.css"),
            &of_app("first.js"),
            &of_app("marchmap_app_bg.wasm"),
            &of_app("split_later.wasm"),
            &of_app("start.js"),
            "lang/en.json"
        ]
    );
    // Whoever keeps the site may change what is not the app's.
    for (name, check) in &files {
        assert_eq!(check.is_empty(), name == "lang/en.json", "{name}: {check}");
    }
}

#[test]
fn a_change_anywhere_is_another_version() {
    let before = version("events.json", "[]");
    assert_eq!(version("events.json", "[{}]"), before);
    assert_ne!(version("lang/en.json", "{ }"), before);
    assert_ne!(version("app/app.css", "b{}"), before);
    let page = PAGE.replace("<body>", "<body id=a>");
    assert_ne!(version("index.html", &page), before);
}

#[test]
fn a_served_page_may_reload_itself_and_has_no_service_worker() {
    let folder = built();
    let reload = PAGE.replace("</body>", "<script>reload()</script></body>");
    std::fs::write(folder.path().join("index.html"), reload).unwrap();
    publish(folder.path(), false).unwrap();
    let page = text(folder.path(), "index.html");
    assert!(page.contains("<script>reload()"), "{page}");
    assert!(
        page.contains("/app.css\"") && page.contains("/first.js\""),
        "{page}"
    );
    assert!(
        page.contains("script-src 'self' http: 'unsafe-inline'"),
        "{page}"
    );
    assert!(page.contains("connect-src 'self' http: ws:"), "{page}");
    assert!(!page.contains("marchmap-build"), "{page}");
    assert!(!folder.path().join("sw.js").exists());
}

#[test]
fn what_the_page_does_not_name_or_has_inline_stops_the_build() {
    for (from, to, says) in [
        ("<body>", "<body><script>alert(1)</script>", "inline"),
        (
            "./app/app.css",
            "./style.css",
            "does not have <link rel=\"stylesheet\"",
        ),
        (
            "./app/start.js",
            "./start.js",
            "does not name \"./app/start.js\"",
        ),
        (
            "style-src 'self' http:",
            "style-src *",
            "the policy in index.html does not have style-src",
        ),
    ] {
        let folder = built();
        std::fs::write(folder.path().join("index.html"), PAGE.replace(from, to)).unwrap();
        let error = publish(folder.path(), true).unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    }
}

#[test]
fn a_page_that_names_the_builder_is_refused() {
    let folder = built();
    let app = folder.path().join("app");
    nameless(&app, Path::new("/home/jo")).unwrap();
    std::fs::write(
        app.join("marchmap_app_bg.wasm"),
        "\0asm /home/jo/.cargo/a.rs",
    )
    .unwrap();
    let error = nameless(&app, Path::new("/home/jo"))
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("marchmap_app_bg.wasm names /home/jo/"),
        "{error}"
    );
}
