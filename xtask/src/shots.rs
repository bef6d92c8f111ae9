//! `cargo xtask shots`: pictures of every screen, to look at, and the one in the README.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::chore::{Chore, Options};
use crate::setup::{self, Browser};
use crate::{build, project};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "shots",
    about: "take pictures of every screen into target/shots/, and docs/screenshot.png; --readme for that one alone; --before FOLDER puts an earlier run beside",
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
    let before = options.value("--before", |folder| Ok(PathBuf::from(folder)))?;
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
    if let Some(before) = before {
        let path = folder.join("pairs.html");
        std::fs::write(&path, pairs(&before.canonicalize()?, &names(&folder)?))?;
        project::say(&format!("before and after: {}", path.display()));
    }
    let picture = folder.join("readme.png");
    let size = std::fs::copy(&picture, project::path(README_PICTURE))
        .with_context(|| format!("copying {}", picture.display()))?;
    if size > LIMIT {
        bail!("{README_PICTURE} has {size} bytes, more than {LIMIT}");
    }
    project::say(&format!("{README_PICTURE} has {size} bytes"));
    Ok(())
}

/// The pictures in a folder, by name.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string().ok());
    }
    names.retain(|name| name.ends_with(".png"));
    names.sort();
    Ok(names)
}

/// A page beside the new pictures, with each of them to the right of the one of the same name in `before`.
fn pairs(before: &Path, names: &[String]) -> String {
    let mut page = "<!doctype html><meta charset=utf-8><title>Before and after</title><style>img{max-width:49%}</style>\n".to_owned();
    for name in names {
        let old = before.join(name);
        page.push_str(&format!(
            "<h2>{name}</h2><img src=\"file://{}\" alt=before> <img src=\"{name}\" alt=after>\n",
            old.display()
        ));
    }
    page
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_one_name_are_paired() {
        let page = pairs(Path::new("/old"), &["map-360.png".to_owned()]);
        let pair =
            "<img src=\"file:///old/map-360.png\" alt=before> <img src=\"map-360.png\" alt=after>";
        assert!(page.contains(pair), "{page}");
    }
}
