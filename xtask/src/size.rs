//! `cargo xtask size`: what a visitor loads before the list can be used, against its limit.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use flate2::{Compression, write::GzEncoder};

use crate::chore::{Chore, Options};
use crate::{project, split};

/// What a sum of files should weigh and what it may weigh, gzipped at level 9, in bytes. Where the goal is missed
/// (docs/performance.md has the causes), the limit is what has been reached, and only goes down.
struct Budget {
    says: &'static str,
    goal: u64,
    limit: u64,
}

/// HTML, CSS, JavaScript and WebAssembly that the list waits for. A page without a first list has the notice for browsers
/// without scripts in twelve languages in its place, 1,000 bytes more than one with a list.
const BEFORE_LIST: Budget = Budget {
    says: "before the list",
    goal: 300_000,
    limit: 367_500,
};

/// All WebAssembly, scripts and style sheets together.
const ALL: Budget = Budget {
    says: "all WebAssembly, scripts and styles",
    goal: 600_000,
    limit: 839_500,
};

/// The folder in `dist/` that the list does not wait for, and which does not count before it.
const LEAFLET: &str = "leaflet";

/// Files that are loaded after the list, or by others: the later style sheet, the service worker, the script for old
/// browsers, an embed's.
const AFTER: &[&str] = &["later.css", "sw.js", "no-app.js", "embed.js"];

/// Files whose text is in the page itself, and counted there: they are loaded in its place where a host forbids that.
const INLINE: &[&str] = &["app.css", "first.js"];

/// Whether the list does not wait for a file.
fn is_later(file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str());
    file.starts_with(LEAFLET)
        || name.is_some_and(|name| name.starts_with(split::LATER) || AFTER.contains(&name))
}

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "size",
    about: "weigh the page in dist/, gzipped, and fail when its code is over a budget",
    work,
};

fn work(options: Options) -> Result<()> {
    options.end()?;
    check()
}

/// Prints the weights, and fails when they are over a budget.
///
/// # Errors
/// Over a budget, or there is no release in `dist/`.
pub fn check() -> Result<()> {
    let sizes = measure(&project::path("dist"))?;
    print!("{}", table(&sizes));
    for (Budget { says, limit, .. }, sum) in budgets(&sizes) {
        if sum > *limit {
            bail!("{says}: {sum} bytes are more than the limit of {limit}; see ARCHITECTURE.md");
        }
    }
    Ok(())
}

/// The weight of one file.
#[derive(Debug, PartialEq)]
pub struct Size {
    /// Its path in the folder.
    file: String,
    /// Bytes as stored.
    plain: u64,
    /// Bytes gzipped.
    gzipped: u64,
}

/// The code files of a built page, largest first.
///
/// # Errors
/// The folder has no page, or a file cannot be read.
pub fn measure(folder: &Path) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        let entries = std::fs::read_dir(&next).with_context(|| {
            format!(
                "{} cannot be read; `cargo xtask build` makes it",
                next.display()
            )
        })?;
        for entry in entries {
            let path = entry?.path();
            let file = path.strip_prefix(folder).unwrap_or(&path);
            if path.is_dir() {
                waiting.push(path);
            } else if is_code(file) {
                let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
                let bytes = without_list(bytes);
                sizes.push(Size {
                    file: file.display().to_string(),
                    plain: bytes.len() as u64,
                    gzipped: gzipped(&bytes)?,
                });
            }
        }
    }
    if sizes.is_empty() {
        bail!(
            "{} has no page; `cargo xtask build` makes it",
            folder.display()
        );
    }
    sizes.sort_by(|a, b| b.gzipped.cmp(&a.gzipped).then_with(|| a.file.cmp(&b.file)));
    Ok(sizes)
}

/// A page without the first events in it, which are data.
fn without_list(mut page: Vec<u8>) -> Vec<u8> {
    let find = |page: &[u8], text: &str| {
        page.windows(text.len())
            .position(|part| part == text.as_bytes())
    };
    let list = find(&page, "<section data-list").zip(find(&page, "<div class=\"skeleton\""));
    if let Some((from, to)) = list.filter(|(from, to)| from < to) {
        page.drain(from..to);
    }
    page
}

/// Whether a file is code, not data.
fn is_code(file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str());
    let is_inline = name.is_some_and(|name| INLINE.contains(&name));
    let extension = file.extension().and_then(|extension| extension.to_str());
    !is_inline
        && extension
            .is_some_and(|extension| ["html", "css", "js", "mjs", "wasm"].contains(&extension))
}

/// How many bytes `gzip -9` makes of these.
fn gzipped(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

/// Each budget with the gzipped bytes of its files.
fn budgets(sizes: &[Size]) -> [(&'static Budget, u64); 2] {
    let sum = |counts: &dyn Fn(&Path) -> bool| {
        let sizes = sizes.iter().filter(|size| counts(Path::new(&size.file)));
        sizes.map(|size| size.gzipped).sum::<u64>()
    };
    let is_html = |file: &Path| file.extension().is_some_and(|ending| ending == "html");
    [
        (&BEFORE_LIST, sum(&|file| !is_later(file))),
        (&ALL, sum(&|file| !is_html(file))),
    ]
}

/// The weights as lines, with their sums and budgets.
pub fn table(sizes: &[Size]) -> String {
    let mut text = String::from("     bytes   gzipped  file\n");
    for size in sizes {
        let after = match is_later(Path::new(&size.file)) {
            true => " (after the list)",
            false => "",
        };
        let _ = writeln!(
            text,
            "{:>10}{:>10}  {}{after}",
            size.plain, size.gzipped, size.file
        );
    }
    for (Budget { says, goal, limit }, sum) in budgets(sizes) {
        let over = sum.saturating_sub(*goal);
        let says = format!("{says}; goal {goal}, over it {over}, limit {limit}");
        let _ = writeln!(text, "{sum:>20}  {says}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_events_in_the_page_are_no_code() {
        let page =
            |list: &str| format!("<main>{list}<div class=\"skeleton\"></div></main>").into_bytes();
        assert_eq!(
            without_list(page("<section data-list data-first>…</section>")),
            page("")
        );
        assert_eq!(without_list(b"let a".to_vec()), b"let a");
    }

    #[test]
    fn code_counts_and_data_does_not() {
        for (file, expected) in [
            ("index.html", true),
            ("main-1f_bg.wasm", true),
            ("snippets/a.js", true),
            ("app-1f/app.css", false),
            ("events.json", false),
            ("icon.svg", false),
            ("LICENSE", false),
        ] {
            assert_eq!(is_code(Path::new(file)), expected, "{file}");
        }
    }

    #[test]
    fn what_the_list_waits_for_is_counted_apart() {
        let folder = tempfile::tempdir().unwrap();
        for (file, text) in [
            ("index.html", "<p>page"),
            ("leaflet/leaflet.js", "var L"),
            ("app-1f/start.js", "let a"),
            ("app-1f/later.css", "a{}"),
            ("app-1f/split_later.wasm", "asm"),
            ("events.json", "[]"),
        ] {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let sizes = measure(folder.path()).unwrap();
        let weight = |file: &str| sizes.iter().find(|size| size.file == file).unwrap().gzipped;
        let [(_, before), (_, all)] = budgets(&sizes);
        assert_eq!(before, weight("index.html") + weight("app-1f/start.js"));
        let after = [
            "leaflet/leaflet.js",
            "app-1f/later.css",
            "app-1f/split_later.wasm",
        ];
        assert_eq!(
            all,
            weight("app-1f/start.js") + after.map(weight).iter().sum::<u64>()
        );
        assert!(measure(&folder.path().join("none")).is_err());
    }

    #[test]
    fn bytes_that_repeat_weigh_less() {
        assert!(gzipped(&[b'a'; 10_000]).unwrap() < 100);
    }
}
