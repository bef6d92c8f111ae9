//! CSV (RFC 4180) for spreadsheets: a row for each event, a column for each field, and no cell that a
//! spreadsheet would run.
//!
//! UTF-8 with a byte order mark, without which Excel takes it for another encoding. Kinds,
//! organizers, tags and sources stand with `; ` between them; what that can't write, other lists and
//! objects stand as JSON.

use serde_json::Value;

use super::at;
use event_file::read::field::Field;
use event_file::{Calendar, write};

/// What stands between the texts of a list.
const BETWEEN: &str = "; ";

/// The events at these indices: a heading, then a row for each.
///
/// The columns are the fields of an event, then unknown fields in the order in which they come.
pub fn csv(calendar: &Calendar, events: &[u32]) -> String {
    let rows: Vec<_> = at(calendar, events).map(write::event).collect();
    let mut names: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
    let known = names.len();
    for name in rows.iter().flat_map(|row| row.keys()) {
        if Field::named(name).is_none() && !names[known..].contains(&name.as_str()) {
            names.push(name);
        }
    }
    let mut table = String::from('\u{feff}');
    push_row(&mut table, names.iter().map(|name| guarded(name)));
    for row in &rows {
        let cells = names.iter().map(|name| match row.get(*name) {
            None => String::new(),
            Some(number @ Value::Number(_)) => number.to_string(),
            Some(value) => guarded(&cell(value, Field::named(name))),
        });
        push_row(&mut table, cells);
    }
    table
}

/// A value as a cell. What would be read as something else is written as JSON.
fn cell(value: &Value, field: Option<Field>) -> String {
    let plain = match (field, value) {
        (Some(Field::Kind | Field::Organizers | Field::Tags | Field::Source), value) => list(
            value
                .as_array()
                .map_or(std::slice::from_ref(value), Vec::as_slice),
        ),
        (Some(_), Value::String(text)) => is_plain(text).then(|| text.clone()),
        // The type of an unknown field is known by its form alone.
        (None, Value::String(text)) => {
            let other = serde_json::from_str::<Value>(text).is_ok();
            (is_plain(text) && !other).then(|| text.clone())
        }
        _ => None,
    };
    plain.unwrap_or_else(|| value.to_string())
}

/// Whether a text can't be taken for JSON that is no number or word.
fn is_plain(text: &str) -> bool {
    !text.starts_with(['[', '{', '"'])
}

/// Texts that can be split again when joined.
fn list(items: &[Value]) -> Option<String> {
    let alone = |text: &&str| {
        is_plain(text) && !text.is_empty() && text.trim() == *text && !text.contains(';')
    };
    let texts: Option<Vec<&str>> = items
        .iter()
        .map(|item| item.as_str().filter(alone))
        .collect();
    Some(texts?.join(BETWEEN))
}

/// A cell that spreadsheets take for text: an apostrophe stands before what would start a formula, at
/// the start of the cell and after each `;` or line break, where programs set to another separator
/// begin a new one. [`bare`] takes it away again.
///
/// Source: OWASP, CSV Injection.
fn guarded(cell: &str) -> String {
    let mut guarded = String::with_capacity(cell.len());
    for part in parts(cell) {
        if starts_formula(part) {
            guarded.push('\'');
        }
        guarded.push_str(part);
    }
    guarded
}

/// A cell's text without the apostrophes that guard it: what it was before it was written.
pub fn bare(cell: &str) -> String {
    let bare = parts(cell).map(|part| match part.strip_prefix('\'') {
        Some(rest) if starts_formula(rest) => rest,
        _ => part,
    });
    bare.collect()
}

/// A text in pieces, each up to and with what may begin a new cell.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([';', '\n', '\r'])
}

/// Whether a spreadsheet might take a text for a formula; spaces and apostrophes before it don't count.
fn starts_formula(text: &str) -> bool {
    text.trim_start_matches(['\'', ' ', '\u{a0}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Adds a record (RFC 4180, section 2).
fn push_row(table: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            table.push(',');
        }
        if cell.contains(['"', ',', ';', '\t', '\r', '\n']) || cell.trim() != cell {
            table.push('"');
            table.push_str(&cell.replace('"', "\"\""));
            table.push('"');
        } else {
            table.push_str(&cell);
        }
    }
    table.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(guarded(text), expected);
        assert_eq!(bare(expected), text);
    }

    #[test]
    fn no_cell_starts_a_formula() {
        check("=HYPERLINK(\"http://a\")", "'=HYPERLINK(\"http://a\")");
        check("+49 30 1234", "'+49 30 1234");
        check("-1+1|cmd", "'-1+1|cmd");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\t=1", "'\t=1");
        check("\r=1", "'\r'=1");
        check("  =1", "'  =1");
        check("＝1", "'＝1");
        check("a;=1;b", "a;'=1;b");
        check("To bring:\n- water\n", "To bring:\n'- water\n");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        check("A march - or a walk", "A march - or a walk");
        check("'Til victory", "'Til victory");
        check("'=1", "''=1");
        check("1=1", "1=1");
    }

    #[track_caller]
    fn check_cell(field: &str, value: Value, expected: &str) {
        assert_eq!(cell(&value, Field::named(field)), expected, "{field}");
    }

    #[test]
    fn a_cell_says_what_it_holds() {
        check_cell("city", json!("Lyon"), "Lyon");
        check_cell("title", json!("2023; again"), "2023; again");
        check_cell("title", json!("[sic]"), "\"[sic]\"");
        check_cell("buses", json!("2023"), "\"2023\"");
        check_cell("buses", json!("two"), "two");
        check_cell("buses", json!(["two"]), "[\"two\"]");
        check_cell("buses", json!(null), "null");
        check_cell("organizers", json!(["CUT"]), "CUT");
        check_cell("organizers", json!(["CUT", "MST"]), "CUT; MST");
        check_cell("organizers", json!(["a; b", "c"]), "[\"a; b\",\"c\"]");
        check_cell("source", json!("a; b"), "\"a; b\"");
        check_cell("kind", json!(["march", 3]), "[\"march\",3]");
        check_cell(
            "attendance",
            json!({ "low": 1, "high": 2 }),
            "{\"low\":1,\"high\":2}",
        );
    }

    proptest! {
        #[test]
        fn what_is_guarded_can_be_had_back(text in "([=+@\t\r\n;' -]|\\PC){0,12}") {
            let written = guarded(&text);
            prop_assert_eq!(bare(&written), text);
            for part in parts(&written) {
                prop_assert!(!part.starts_with(['=', '+', '-', '@', '\t']), "{:?}", written);
            }
        }
    }
}
