//! The rules, a value each: what it says, which files it covers, which lines break it.

/// One rule.
pub struct Rule {
    /// The message about a line that breaks it.
    pub says: &'static str,
    /// Whether a file, by its path in the project, is under it.
    pub covers: fn(&str) -> bool,
    /// The lines that break it, counted from 1.
    pub broken_in: fn(&str) -> Vec<usize>,
}

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule {
        says: "a file begins with `//!` and what it is for",
        covers: |file| file.ends_with(".rs"),
        broken_in: |text| {
            let said = text
                .strip_prefix("//! ")
                .is_some_and(|said| !said.starts_with('\n'));
            if said { vec![] } else { vec![1] }
        },
    },
    Rule {
        says: "only src/browser/map knows Leaflet",
        covers: |file| {
            file.starts_with("src/")
                && file != "src/browser/map.rs"
                && !file.starts_with("src/browser/map/")
        },
        broken_in: |text| lines(text, |line| code(line).to_lowercase().contains("leaflet")),
    },
    Rule {
        says: "the core knows no browser, clock, randomness or files: they come in as arguments",
        covers: |file| {
            let core = |folder: &&str| file.starts_with(&format!("{folder}src/"));
            CORE.iter().any(core) && !file.ends_with("tests.rs")
        },
        broken_in: |text| lines(text, |line| contains_any(code(line), OUTSIDE)),
    },
    Rule {
        says: "the core depends on no browser, clock or randomness",
        covers: |file| {
            CORE.iter()
                .any(|folder| file == format!("{folder}Cargo.toml"))
        },
        broken_in: |text| {
            lines(before(text, "[dev-dependencies]"), |line| {
                contains_any(line, OUTSIDE_CRATES)
            })
        },
    },
    Rule {
        says: "a crate depends only on crates before it in the order of DIRECTION",
        covers: |file| file.starts_with("crates/") && file.ends_with("/Cargo.toml"),
        broken_in: |text| {
            let place = |name: &str| DIRECTION.iter().position(|other| *other == name);
            let name = text.lines().find_map(|line| line.strip_prefix("name = \""));
            let own = name.and_then(|name| place(name.trim_end_matches('"')));
            lines(before(text, "[dev-dependencies]"), |line| {
                let other = line
                    .split_once(".workspace")
                    .and_then(|(other, _)| place(other));
                own.zip(other).is_some_and(|(own, other)| other >= own)
            })
        },
    },
    Rule {
        says: "a browser capability serves the page and knows neither its state nor its components",
        covers: |file| file.starts_with("src/browser"),
        broken_in: |text| {
            lines(text, |line| {
                contains_any(code(line), &["crate::state", "crate::components"])
            })
        },
    },
    Rule {
        says: "state does not know the components that show it",
        covers: |file| file.starts_with("src/state"),
        broken_in: |text| lines(text, |line| code(line).contains("crate::components")),
    },
    Rule {
        says: "a closure is owned by a guard and released with it, never forgotten",
        // The app itself lives as long as its page.
        covers: |file| file.starts_with("src/") && file != "src/main.rs",
        broken_in: |text| {
            lines(text, |line| {
                contains_any(code(line), &[".forget()", "mem::forget", "into_js_value"])
            })
        },
    },
    Rule {
        says: "a file is named for its subject",
        covers: |file| {
            ["utils", "util", "helpers", "helper", "common", "misc"]
                .iter()
                .any(|name| file.ends_with(&format!("/{name}.rs")))
        },
        broken_in: |_| vec![1],
    },
    Rule {
        says: "the lock file names packages, not where one machine got them",
        covers: |file| file == "package-lock.json",
        broken_in: |text| lines(text, |line| line.contains("\"resolved\"")),
    },
];

/// The crates, each after those it may depend on.
const DIRECTION: [&str; 14] = [
    "fold",
    "geo",
    "texts",
    "event_file",
    "query",
    "listing",
    "map",
    "export",
    "gazetteer",
    "site",
    "bench",
    "tz_database",
    "import",
    "marchmap-cli",
];

/// The crates of the core.
const CORE: [&str; 11] = [
    "crates/event_file/",
    "crates/export/",
    "crates/fold/",
    "crates/geo/",
    "crates/import/",
    "crates/listing/",
    "crates/map/",
    "crates/query/",
    "crates/site/",
    "crates/texts/",
    "crates/tz_database/",
];

/// What the core may not reach for.
const OUTSIDE: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "Utc::now",
    "Local::now",
    "rand::",
    "getrandom",
];

/// Crates that would bring it.
const OUTSIDE_CRATES: &[&str] = &[
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "gloo",
    "leptos",
    "leaflet",
    "rand",
    "\"clock\"",
    "\"now\"",
    "reqwest",
];

/// The numbers of the lines that hold.
fn lines(text: &str, holds: impl Fn(&str) -> bool) -> Vec<usize> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| holds(line))
        .map(|(at, _)| at + 1)
        .collect()
}

/// A line without its comment: to name a thing in prose is no breach.
fn code(line: &str) -> &str {
    match line.trim_start().starts_with("//") {
        true => "",
        false => line.split_once(" // ").map_or(line, |(code, _)| code),
    }
}

/// The text up to a line.
fn before<'a>(text: &'a str, line: &str) -> &'a str {
    text.split_once(line).map_or(text, |(before, _)| before)
}

/// Whether a line has any of these words.
fn contains_any(line: &str, words: &[&str]) -> bool {
    words.iter().any(|word| line.contains(word))
}
