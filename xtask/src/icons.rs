//! `cargo xtask icons`: the pictures a phone shows for the installed page, from `public/icon.svg`.

use std::process::Command;

use anyhow::{Context as _, Result};

use crate::chore::{Chore, Options};
use crate::project;
use crate::setup::{self, Browser};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "icons",
    about: "make the pictures in public/icons/ from public/icon.svg, with Chromium",
    work,
};

const SOURCE: &str = "public/icon.svg";

/// The colour of the icon's own ground, on which it stands where a system cuts it to a shape of its own.
const GROUND: &str = "#0f5b57";

/// A picture: its name, its side in pixels, and how much of it the icon fills, with ground around it; `None`
/// for an icon that keeps its round corners.
const PICTURES: &[(&str, u32, Option<f64>)] = &[
    ("192.png", 192, None),
    ("512.png", 512, None),
    // Four fifths are the safe zone of a maskable icon (W3C “Web Application Manifest”).
    ("maskable-512.png", 512, Some(0.8)),
    ("apple-touch-180.png", 180, Some(0.9)),
];

fn work(options: Options) -> Result<()> {
    options.end()?;
    let tools = setup::browsers(&[Browser::Chromium])?;
    let icon = project::read(SOURCE)?;
    let folder = tempfile::tempdir()?;
    for (name, side, filled) in PICTURES {
        let page = folder.path().join("icon.html");
        std::fs::write(&page, html(&icon, *side, *filled))?;
        let target = project::path("public/icons").join(name);
        let mut chromium: Command = tools.command("chromium")?;
        chromium
            .args("--headless --no-sandbox --disable-gpu --hide-scrollbars".split(' '))
            .args(
                "--disable-background-networking --disable-component-update --disable-sync"
                    .split(' '),
            )
            .args("--force-device-scale-factor=1 --default-background-color=00000000".split(' '))
            .arg(format!("--window-size={side},{side}"))
            .arg(format!(
                "--user-data-dir={}",
                folder.path().join("profile").display()
            ))
            .arg(format!("--screenshot={}", target.display()))
            .arg(&page);
        project::run(&mut chromium)?;
        let size = std::fs::metadata(&target)
            .with_context(|| target.display().to_string())?
            .len();
        project::say(&format!("{} made ({size} bytes)", target.display()));
    }
    Ok(())
}

/// A page that is the picture.
fn html(icon: &str, side: u32, filled: Option<f64>) -> String {
    let (ground, inner) = match filled {
        Some(part) => (GROUND, f64::from(side) * part),
        None => ("transparent", f64::from(side)),
    };
    format!(
        "<!doctype html><style>*{{margin:0}}body{{width:{side}px;height:{side}px;background:{ground};\
         display:grid;place-items:center}}svg{{width:{inner}px;height:{inner}px}}</style>{icon}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_maskable_icon_has_ground_around_it() {
        let page = html("<svg/>", 512, Some(0.8));
        assert!(
            page.contains(GROUND) && page.contains("width:409.6px"),
            "{page}"
        );
        assert!(html("<svg/>", 192, None).contains("transparent"));
    }

    #[test]
    fn the_manifest_names_each_picture() {
        let manifest = project::read("public/manifest.webmanifest").unwrap();
        let page = project::read("index.html").unwrap();
        for (name, side, _) in PICTURES {
            let named = manifest.contains(&format!("icons/{name}"))
                || page.contains(&format!("icons/{name}"));
            assert!(named, "{name}");
            let picture = std::fs::read(project::path("public/icons").join(name)).unwrap();
            // The width and height of a PNG (W3C “Portable Network Graphics”, section 11.2.2).
            let read = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
            assert_eq!((read(16), read(20)), (*side, *side), "{name}");
        }
    }
}
