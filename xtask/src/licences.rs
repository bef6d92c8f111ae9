//! The licences of the crates inside the page: that they fit its own, and their texts beside it.

mod crates;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crates::Crate;

/// Licences that ask for no more than to be named and passed on (SPDX identifiers).
const WELCOME: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Fails when a crate inside the page may not be given under MIT or Apache 2.0.
///
/// # Errors
/// Names each such crate with its licence.
pub fn check() -> Result<()> {
    let mut strangers = Vec::new();
    for part in crates::in_the_page()? {
        if !fits(&part.licence) {
            strangers.push(format!("{} ({})", part.title(), part.licence));
        }
    }
    if strangers.is_empty() {
        return Ok(());
    }
    bail!(
        "licences that do not fit the page's: {}",
        strangers.join(", ")
    )
}

/// Writes the texts into a built page, `licences.txt`.
///
/// # Errors
/// A text cannot be read, or the file not be written.
pub fn write(folder: &Path) -> Result<()> {
    let text = texts(&crates::in_the_page()?)?;
    std::fs::write(folder.join("licences.txt"), text)
        .with_context(|| format!("writing licences.txt into {}", folder.display()))
}

/// Whether an SPDX expression leaves a choice that is welcome. In `A OR B AND C` more is asked than need be.
fn fits(expression: &str) -> bool {
    expression.split(" AND ").all(|part| {
        part.trim_matches(['(', ')', ' '])
            .split(" OR ")
            .flat_map(|choice| choice.split('/'))
            .any(|choice| WELCOME.contains(&choice.trim()))
    })
}

/// Every text once, under the crates that have it.
fn texts(crates: &[Crate]) -> Result<String> {
    let mut sharing: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in crates {
        let text = part.text()?;
        let line = format!("{} · {} · {}", part.title(), part.licence, part.home);
        sharing.entry(text).or_default().push(line);
    }
    let mut all = String::from("Marchmap's page contains these works of others.\n");
    let mut groups: Vec<_> = sharing.into_iter().collect();
    groups.sort_by(|a, b| a.1.cmp(&b.1));
    for (text, lines) in groups {
        let _ = write!(
            all,
            "\n{}\n\n{}\n\n{}\n",
            "-".repeat(80),
            lines.join("\n"),
            text.trim()
        );
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[track_caller]
    fn check(expression: &str, expected: bool) {
        assert_eq!(fits(expression), expected, "{expression}");
    }

    #[test]
    fn one_welcome_choice_is_enough() {
        check("MIT", true);
        check("MIT OR Apache-2.0", true);
        check("Unlicense/MIT", true);
        check("GPL-3.0-only OR MIT", true);
        check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
    }

    #[test]
    fn every_part_has_to_fit() {
        check("GPL-3.0-only", false);
        check("MIT AND GPL-3.0-only", false);
        check("(MIT OR Apache-2.0) AND LGPL-2.1", false);
        check("", false);
    }

    #[test]
    fn a_text_shared_is_told_once() {
        let leptos = |name: &str| Crate {
            name: name.into(),
            version: "1.0.0".into(),
            licence: "MIT".into(),
            home: "https://a.example/".into(),
            folder: project::path("no such folder"),
        };
        let all = texts(&[leptos("a"), leptos("b")]).unwrap();
        assert_eq!(all.matches("-----").count(), 80 / 5, "{all}");
        assert!(all.contains("a 1.0.0 · MIT"), "{all}");
        assert!(all.contains("b 1.0.0 · MIT"), "{all}");
    }
}
