//! WebKitGTK's MiniBrowser, on a virtual screen.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::{Value, json};

use super::visitor::Start;

pub(super) fn driver(port: u16, start: &Start, home: &Path) -> Result<Command> {
    let mut command = Command::new("WebKitWebDriver");
    command.args(["--host=127.0.0.1", &format!("--port={port}")]);
    let theme = if start.visitor.dark {
        "Adwaita:dark"
    } else {
        "Adwaita"
    };
    let settings = home.join("config/gtk-3.0");
    std::fs::create_dir_all(&settings)?;
    std::fs::write(settings.join("gtk.css"), NARROW)?;
    std::fs::write(settings.join("settings.ini"), STILL)?;
    let language = start.visitor.language;
    let locales = home.join("locales");
    std::fs::create_dir_all(&locales)?;
    std::os::unix::fs::symlink(
        "/usr/lib/locale/C.utf8",
        locales.join(format!("{language}.utf8")),
    )?;
    command
        .env("DISPLAY", start.display)
        // Layers are drawn by the processor here; put together by its OpenGL, a frame takes half a second.
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
        .env_remove("WAYLAND_DISPLAY")
        .env("GTK_THEME", theme)
        .env("LOCPATH", locales)
        .env("LC_ALL", format!("{language}.UTF-8"));
    // The proxy goes here: given as a capability, with exceptions, it crashes WebKitGTK 2.50 now and then.
    let proxy = format!("http://{}", start.proxy);
    command
        .env("http_proxy", &proxy)
        .env("https_proxy", &proxy)
        .env("no_proxy", "127.0.0.1,localhost");
    Ok(command)
}

/// A phone is narrower than MiniBrowser's toolbar, which is made to take no room.
const NARROW: &str = "\
* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }
image { -gtk-icon-source: none; -gtk-icon-transform: scale(0); }
";

/// The visitor prefers reduced motion: nothing to wait for.
const STILL: &str = "[Settings]\ngtk-enable-animations=0\n";

pub(super) fn capabilities() -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": binary().unwrap_or_default(),
            "args": ["--automation"],
        },
    })
}

/// Where Debian keeps MiniBrowser, whatever the architecture and API version.
fn binary() -> Option<String> {
    let folders = std::fs::read_dir("/usr/lib").ok()?.flatten();
    let versions = folders.filter_map(|folder| std::fs::read_dir(folder.path()).ok());
    let mut found: Vec<_> = versions
        .flat_map(|entries| entries.flatten())
        .filter(|entry| {
            entry
                .file_name()
                .to_string_lossy()
                .starts_with("webkit2gtk-")
        })
        .map(|entry| entry.path().join("MiniBrowser"))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    Some(found.pop()?.to_string_lossy().into_owned())
}
