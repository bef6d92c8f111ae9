//! What a chore measured, noted under a heading of its own in a document.

use anyhow::{Context as _, Result};

use crate::project;

/// Notes a section in a document of the project, under its heading (`## …`).
///
/// # Errors
/// The document cannot be written.
pub fn note(document: &str, heading: &str, section: &str) -> Result<()> {
    let path = project::path(document);
    let before = std::fs::read_to_string(&path).unwrap_or_else(|_| "# Performance\n".to_owned());
    std::fs::write(&path, with_section(&before, heading, section))
        .with_context(|| format!("writing {document}"))?;
    project::say(&format!("noted in {document}"));
    Ok(())
}

/// A text with this section in place of the one of the same heading, else at its end.
fn with_section(text: &str, heading: &str, section: &str) -> String {
    let start = text
        .starts_with(heading)
        .then_some(0)
        .or_else(|| text.find(&format!("\n{heading}\n")).map(|at| at + 1));
    let Some(start) = start else {
        return format!("{}\n\n{heading}\n\n{section}", text.trim_end());
    };
    let rest = &text[start + heading.len()..];
    let after = rest.find("\n## ").map_or("", |at| &rest[at + 1..]);
    let gap = if after.is_empty() { "" } else { "\n" };
    format!("{}{heading}\n\n{section}{gap}{after}", &text[..start])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_replaced_and_the_others_stay() {
        for (before, expected) in [
            ("# A\n", "# A\n\n## Lighthouse\n\nnew\n"),
            (
                "# A\n\n## Lighthouse\n\nold\n",
                "# A\n\n## Lighthouse\n\nnew\n",
            ),
            (
                "# A\n\n## Lighthouse\n\nold\n\n## B\n\nb\n",
                "# A\n\n## Lighthouse\n\nnew\n\n## B\n\nb\n",
            ),
        ] {
            assert_eq!(with_section(before, "## Lighthouse", "new\n"), expected);
            assert_eq!(with_section(expected, "## Lighthouse", "new\n"), expected);
        }
    }
}
