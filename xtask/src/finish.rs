//! `cargo xtask finish`: what trunk calls at the end of each build, to make the page of what it compiled and copied.
//!
//! The app's own files, scripts, style sheets and WebAssembly, go into one folder named by what is in them: they name
//! each other relatively, and no cache mixes two builds.

mod content;
mod inline;
mod worker;

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use sha2::{Digest as _, Sha256};

use crate::chore::{Chore, Options};
use crate::{project, split};
use content::{APP, fingerprint};
use inline::Inline;

/// What a release has in the page itself, by the name of the bundle.
const INLINE: [(&str, Inline); 2] = [
    (
        "app.css",
        Inline {
            element: r#"<link rel="stylesheet" href="./app/app.css" />"#,
            kind: "style",
        },
    ),
    (
        "first.js",
        Inline {
            element: r#"<script src="./app/first.js"></script>"#,
            kind: "script",
        },
    ),
];

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "finish",
    about: "called by trunk after each build: splits the WebAssembly, bundles scripts and style sheets",
    work,
};

fn work(options: Options) -> Result<()> {
    options.end()?;
    let variable = |name| {
        std::env::var(name).with_context(|| format!("only trunk calls this, and sets {name}"))
    };
    let folder = variable("TRUNK_STAGING_DIR")?;
    let release = variable("TRUNK_PROFILE")? == "release";
    let folder = Path::new(&folder);
    let app = folder.join(APP);
    std::fs::create_dir_all(&app)?;
    // Trunk's own run of wasm-bindgen, of the app in one piece.
    for ending in [".js", "_bg.wasm"] {
        let file = folder.join(format!("{}{ending}", split::NAME));
        std::fs::remove_file(&file).with_context(|| file.display().to_string())?;
    }
    let script = split::split(&app, release)?;
    bundle(folder, &script, release)?;
    publish(folder, release)
}

/// Bundles the scripts and style sheets into the app's folder, and the map's style sheet beside Leaflet's. Only a release is
/// minified.
fn bundle(folder: &Path, script: &Path, release: bool) -> Result<()> {
    let bundles = [
        ("first", "src/first.js"),
        ("start", "src/start.js"),
        ("app", "style/app.css"),
        ("later", "style/later.css"),
    ];
    let mut esbuild = project::command("esbuild");
    esbuild
        .args("--bundle --format=esm --target=es2022 --log-level=warning".split(' '))
        .arg(format!("--alias:marchmap={}", script.display()))
        .args(bundles.map(|(name, source)| format!("{APP}/{name}={source}")))
        .arg("leaflet/map=style/map.css")
        .arg(format!("--outdir={}", folder.display()));
    if release {
        esbuild.arg("--minify");
    }
    project::run(&mut esbuild)
}

/// Names the app's folder by its content, and writes what depends on the names. A page that is served to a developer
/// reloads itself and has no service worker.
fn publish(folder: &Path, release: bool) -> Result<()> {
    let index = folder.join("index.html");
    let mut page = String::from_utf8(read(&index)?).context("index.html")?;
    let mut named = vec!["start.js", "marchmap_app_bg.wasm"];
    if release {
        ensure!(
            !page.contains("<script>") && !page.contains("<style") && !page.contains(" style="),
            "index.html has an inline script or style, which its own policy forbids"
        );
        page = inlined(&page, &folder.join(APP))?;
    } else {
        named.extend(INLINE.map(|(file, _)| file));
    }

    let mut all = Sha256::new();
    for file in worker::paths(&folder.join(APP))? {
        all.update(file.to_string_lossy().as_bytes());
        all.update(read(&folder.join(APP).join(&file))?);
    }
    let app = format!("{APP}-{}", fingerprint(&all.finalize()));
    std::fs::rename(folder.join(APP), folder.join(&app)).context(APP)?;

    for file in named {
        let name = format!("\"./{APP}/{file}\"");
        ensure!(page.contains(&name), "index.html does not name {name}");
        page = page.replace(&name, &format!("\"./{app}/{file}\""));
    }
    if !release {
        write(&index, &reloading(&page))?;
        let worker = folder.join(worker::FILE);
        return std::fs::remove_file(&worker).context(worker::FILE);
    }
    if let Some(home) = std::env::home_dir() {
        nameless(&folder.join(&app), &home)?;
    }
    let files = worker::files(folder)?;
    let version = worker::version(&files, &page);
    let meta = format!("<meta name=\"marchmap-build\" content=\"{version}\" />");
    write(
        &index,
        &page.replacen("</head>", &format!("{meta}</head>"), 1),
    )?;
    worker::write(folder, &files, &version)
}

/// The page with the bundles in it that it is painted by. Their files stay, for hosts whose own policy forbids inline code.
fn inlined(page: &str, app: &Path) -> Result<String> {
    let mut page = page.to_owned();
    for (file, inline) in INLINE {
        let path = app.join(file);
        let text = String::from_utf8(read(&path)?).context(file)?;
        page = inline.put(&page, text.trim_end())?;
    }
    Ok(page)
}

/// Refuses files that name the builder's own folder, and so the builder.
fn nameless(app: &Path, home: &Path) -> Result<()> {
    let home = home.join("").to_string_lossy().into_owned();
    for file in worker::paths(app)? {
        let bytes = read(&app.join(&file))?;
        ensure!(
            home.len() < 3
                || !bytes
                    .windows(home.len())
                    .any(|part| part == home.as_bytes()),
            "{} names {home}, a folder of this machine; see `without_paths`",
            file.display()
        );
    }
    Ok(())
}

/// The page under a policy that lets trunk's script reload it.
fn reloading(page: &str) -> String {
    page.replace(
        "script-src 'self' http:",
        "script-src 'self' http: 'unsafe-inline'",
    )
    .replace("connect-src 'self' http:", "connect-src 'self' http: ws:")
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("reading {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests;
