//! `cargo xtask archive`: the built page as one file, for groups that put their own events beside it.

use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::chore::{Chore, Options};
use crate::{build, project};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "archive",
    about: "build, and pack the page into target/archive/, to be unpacked and uploaded; --built packs dist/ as it is",
    work,
};

/// What stands beside the page: the name in the archive, the file of the project.
const BESIDE: [(&str, &str); 3] = [
    ("README.txt", "xtask/src/archive/README.txt"),
    ("LICENSE-MIT.txt", "LICENSE-MIT"),
    ("LICENSE-APACHE.txt", "LICENSE-APACHE"),
];

/// The folder everything is in once it is unpacked.
const FOLDER: &str = "marchmap";

fn work(mut options: Options) -> Result<()> {
    let built = options.has("--built");
    options.end()?;
    if !built {
        build::release()?;
    }
    let version = env!("CARGO_PKG_VERSION");
    let folder = project::target_folder().join("archive");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("marchmap-{version}.zip"));
    let file = std::fs::File::create(&path).with_context(|| path.display().to_string())?;
    pack(&project::path("dist"), file)?;
    project::say(&format!("packed into {}", path.display()));
    Ok(())
}

/// Packs a built page. The same page gives the same bytes: no dates, and files in order.
fn pack(page: &Path, into: impl Write + Seek) -> Result<()> {
    if !page.join("index.html").is_file() {
        bail!(
            "{} has no page; `cargo xtask build` makes it",
            page.display()
        );
    }
    if std::fs::read_to_string(page.join("index.html"))?.contains("data-first") {
        bail!("the page has the events of this calendar in it; leave --built out");
    }
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(into);
    let mut add = |name: &str, bytes: &[u8]| -> Result<()> {
        archive.start_file(format!("{FOLDER}/{name}"), options)?;
        Ok(archive.write_all(bytes)?)
    };
    for (name, file) in BESIDE {
        add(name, project::read(file)?.as_bytes())?;
    }
    for path in files(page)? {
        let inside = path.strip_prefix(page).unwrap_or(&path);
        let name = inside.to_str().context("a file's name is not UTF-8")?;
        let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
        // Archives part folders by strokes on every system.
        add(&name.replace('\\', "/"), &bytes)?;
    }
    archive.finish()?;
    Ok(())
}

/// Every file in a folder and its folders, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut files, mut waiting) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = waiting.pop() {
        for entry in std::fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            match path.is_dir() {
                true => waiting.push(path),
                false => files.push(path),
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    fn packed() -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        for (file, text) in [
            ("index.html", "<p>page"),
            ("lang/ar.json", "{}"),
            ("events.json", "[]"),
        ] {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let mut bytes = Cursor::new(Vec::new());
        pack(folder.path(), &mut bytes).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn the_page_and_what_to_do_with_it_are_in_one_folder() {
        let mut archive = zip::ZipArchive::new(Cursor::new(packed())).unwrap();
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        assert!(
            names.iter().all(|name| name.starts_with("marchmap/")),
            "{names:?}"
        );
        for (name, begins) in [
            ("index.html", "<p>page"),
            ("lang/ar.json", "{}"),
            ("README.txt", "Marchmap"),
        ] {
            let mut text = String::new();
            let mut file = archive.by_name(&format!("marchmap/{name}")).unwrap();
            file.read_to_string(&mut text).unwrap();
            assert!(text.starts_with(begins), "{name}: {text}");
        }
        assert!(archive.by_name("marchmap/LICENSE-MIT.txt").is_ok());
    }

    #[test]
    fn the_same_page_gives_the_same_bytes() {
        assert_eq!(packed(), packed());
    }

    #[test]
    fn a_page_with_the_events_of_one_calendar_is_not_for_others() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("index.html"), "<p data-first>").unwrap();
        assert!(pack(folder.path(), Cursor::new(Vec::new())).is_err());
    }

    #[test]
    fn without_a_page_there_is_no_archive() {
        let folder = tempfile::tempdir().unwrap();
        let error = pack(folder.path(), Cursor::new(Vec::new())).unwrap_err();
        assert!(error.to_string().contains("cargo xtask build"), "{error}");
    }
}
