//! `cargo xtask shots`: pictures of every screen, to look at, and the one in the README.

use anyhow::{Context as _, Result, bail};

use crate::chore::{Chore, Options};
use crate::setup::{self, Browser};
use crate::{build, project};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "shots",
    about: "take pictures of every screen into target/shots/, and docs/screenshot.png; --readme for that one alone",
    work,
};

/// The picture in the README.
const README_PICTURE: &str = "docs/screenshot.png";

/// The most it may weigh, in bytes: every clone carries it.
const LIMIT: u64 = 300_000;

fn work(mut options: Options) -> Result<()> {
    let only = if options.has("--readme") {
        "readme"
    } else {
        ""
    };
    options.end()?;
    let tools = setup::browsers(&[Browser::Chromium])?;
    build::release()?;
    tell_missing_fonts();
    let folder = project::target_folder().join("shots");
    project::say(&format!("pictures into {}", folder.display()));
    let mut shots = tools.command(project::cargo_path())?;
    shots
        .args("run --locked --quiet -p browser_tests --example shots --".split(' '))
        .args([&project::path("dist"), &folder])
        .arg(only);
    project::run(&mut shots)?;
    let picture = folder.join("readme.png");
    let size = std::fs::copy(&picture, project::path(README_PICTURE))
        .with_context(|| format!("copying {}", picture.display()))?;
    if size > LIMIT {
        bail!("{README_PICTURE} has {size} bytes, more than {LIMIT}");
    }
    project::say(&format!("{README_PICTURE} has {size} bytes"));
    Ok(())
}

/// Says which scripts of the example would be drawn as empty boxes.
fn tell_missing_fonts() {
    for (language, package) in [
        ("ar", "fonts-noto-core"),
        ("ja", "fonts-noto-cjk"),
        ("ko", "fonts-noto-cjk"),
    ] {
        let fonts = project::output(project::command("fc-list").arg(format!(":lang={language}")));
        if fonts.is_some_and(|list| list.trim().is_empty()) {
            project::say(&format!(
                "no font here draws `{language}`; Debian's {package} has one"
            ));
        }
    }
}
