//! Fixes what is safe to fix: in the text itself, so that nothing else in it moves.

use std::ops::Range;

use super::document::Document;
use super::finding::{Change, Finding};

/// A piece of the text and what takes its place.
#[derive(Debug, PartialEq, Eq)]
struct Edit {
    range: Range<usize>,
    text: String,
}

/// The text with every safe change made, and how many findings that fixes.
///
/// Of two findings that would change the same field the first is fixed; run again for the other.
pub fn fixed(document: &Document<'_>, findings: &[Finding]) -> (String, usize) {
    let mut edits: Vec<Edit> = Vec::new();
    let mut done = 0;
    for finding in findings.iter().filter(|finding| !finding.fix.is_empty()) {
        let Some(entry) = finding.entry else {
            continue;
        };
        let changes = finding.fix.iter();
        let wanted: Option<Vec<Edit>> = changes
            .map(|change| edit(document, entry, change, finding.value.as_deref()))
            .collect();
        let Some(wanted) = wanted else {
            continue;
        };
        let free = |edit: &Edit| {
            edits
                .iter()
                .rev()
                .take(64)
                .all(|made| apart(&made.range, &edit.range))
        };
        if wanted.iter().all(free) {
            edits.extend(wanted);
            done += 1;
        }
    }
    edits.sort_by_key(|edit| edit.range.start);
    let mut text = String::with_capacity(document.text.len());
    let mut at = 0;
    for edit in edits {
        if edit.range.start >= at {
            text.push_str(&document.text[at..edit.range.start]);
            text.push_str(&edit.text);
            at = edit.range.end;
        }
    }
    text.push_str(&document.text[at..]);
    (text, done)
}

fn apart(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.end <= b.start && a.start < b.start || b.end <= a.start && b.start < a.start
}

/// The edit that makes a change: the value replaced, or a new member after the title or the brace.
fn edit(
    document: &Document<'_>,
    entry: usize,
    change: &Change,
    value: Option<&str>,
) -> Option<Edit> {
    if let Some(coordinates) = in_geometry(document, entry, change) {
        return coordinates;
    }
    if document.field(Some(entry), &change.field).is_some() {
        let range = document.place(Some(entry), Some(&change.field), value);
        return Some(Edit {
            range,
            text: change.json.clone(),
        });
    }
    let name = serde_json::Value::from(change.field.as_str());
    let object = document.object(entry)?;
    let after = ["start", "title"]
        .iter()
        .find_map(|name| document.member(entry, name));
    match after {
        Some(member) => {
            // The same space before it as its neighbour has.
            let before =
                document.text[..member.name.start].trim_end_matches([' ', '\t', '\n', '\r']);
            let mut space = &document.text[before.len()..member.name.start];
            if space.is_empty() && document.text[member.value.end..].starts_with(", ") {
                space = " ";
            }
            let at = member.value.end;
            let colon = match document.text[member.name.end..].starts_with(":\"") {
                true => ":",
                false => ": ",
            };
            Some(Edit {
                range: at..at,
                text: format!(",{space}{name}{colon}{}", change.json),
            })
        }
        None => {
            let at = object + 1;
            Some(Edit {
                range: at..at,
                text: format!("{name}: {},", change.json),
            })
        }
    }
}

/// A coordinate that stands in a feature's geometry; `Some(None)` when it cannot be fixed there.
fn in_geometry(document: &Document<'_>, entry: usize, change: &Change) -> Option<Option<Edit>> {
    let index = match change.field.as_str() {
        "lon" => 0,
        "lat" => 1,
        _ => return None,
    };
    let member = document.member(entry, &change.field)?;
    if &document.text[member.name] != "\"geometry\"" {
        return None;
    }
    let path = format!("geometry.coordinates[{index}]");
    Some(document.field(Some(entry), &path).map(|range| Edit {
        range,
        text: change.json.clone(),
    }))
}

/// What changed, line by line, as `diff -u` shows it.
pub fn diff(before: &str, after: &str, file: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    diff.unified_diff()
        .context_radius(1)
        .header(&format!("{file} (as it is)"), &format!("{file} (fixed)"))
        .to_string()
}
