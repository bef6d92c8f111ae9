//! The format of a source, by its content.

use super::format::Format;
use super::options::Options;
use super::{markdown, messenger, table, xml};

/// How much of the start of a source is looked at.
const LOOKED_AT: usize = 4000;

/// The format of a text.
///
/// # Errors
/// It is of a kind that is not read.
pub fn format(text: &str, options: &Options) -> Result<Format, String> {
    let start: String = text.trim_start().chars().take(LOOKED_AT).collect();
    if is_icalendar(&start) {
        return Ok(Format::Ics);
    }
    if messenger::is(&start) {
        return Ok(Format::Whatsapp);
    }
    if is_json(&start) {
        return Ok(match is_ours(&start) {
            true => Format::Marchmap,
            false => Format::Jsonld,
        });
    }
    if xml::is(&start) {
        return Ok(Format::Feed);
    }
    if start.starts_with('<') || start.to_ascii_uppercase().contains("<HTML") {
        return Ok(Format::Html);
    }
    if start
        .get(..11)
        .is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
    {
        return Err("contacts (vCard), not events".to_owned());
    }
    if markdown::has_table(text) {
        return Ok(Format::Text);
    }
    if table::shape(text, &options.columns).is_some() {
        return Ok(Format::Csv);
    }
    match table::unheaded(text) {
        Some(headings) => Err(format!(
            "a table whose headings are not known ({headings}); say what they mean, such as --map “HEADING=start”; \
             --from text takes it for a listing"
        )),
        None => Ok(Format::Text),
    }
}

/// Whether a text begins as JSON does: a list or an object, and what may follow in it.
fn is_json(start: &str) -> bool {
    let rest = start.strip_prefix(['{', '[']).map(str::trim_start);
    rest.is_some_and(|rest| match start.starts_with('{') {
        true => rest.is_empty() || rest.starts_with(['"', '}']),
        false => {
            rest.is_empty() || rest.starts_with(['"', '{', '[', ']', '-']) || is_number_list(rest)
        }
    })
}

/// Whether what follows `[` is a number and then `,` or `]`: `[1, 2]`, not `[3/11/23, 18:42]`.
fn is_number_list(rest: &str) -> bool {
    let after = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    after.len() < rest.len() && after.trim_start().starts_with([',', ']'])
}

/// Whether a line begins a calendar or an event of iCalendar (RFC 5545, section 3.4).
pub fn is_icalendar(text: &str) -> bool {
    let begins = |line: &str, with: &str| {
        let start = line.trim_start().get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    text.split(['\n', '\r'])
        .any(|line| begins(line, "BEGIN:VCALENDAR") || begins(line, "BEGIN:VEVENT"))
}

/// Whether the beginning of JSON is that of an event file.
fn is_ours(start: &str) -> bool {
    let tight: String = start
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    if tight.contains("\"format\":\"marchmap/1\"") {
        return true;
    }
    // A bare list of events, or an object with one: with the two fields that every event has.
    let list = tight
        .strip_prefix('[')
        .or_else(|| tight.strip_prefix("{\"events\":["));
    let names = list.map(first_names).unwrap_or_default();
    let foreign = [
        "\"start_datetime\"",
        "\"timeslots\"",
        "\"beginsOn\"",
        "\"@type\"",
        "\"_links\"",
        "\"start_date\"",
        "\"allDay\"",
        "\"extendedProps\"",
        "\"daysOfWeek\"",
        "\"classNames\"",
        "\"dateTime\"",
        "\"start\":{",
    ];
    ["title", "start"].iter().all(|name| names.contains(name))
        && !foreign.iter().any(|name| tight.contains(name))
}

/// The names in the first of a list of objects, but not in those inside it.
fn first_names(list: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut depth = 0_usize;
    let mut rest = list;
    while let Some(at) = rest.find(['"', '{', '[', '}', ']']) {
        let mark = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match mark {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => break,
            b'}' | b']' => depth -= 1,
            _ => {
                let end = string_end(rest);
                let (text, behind) = rest.split_at(end);
                rest = behind.get(1..).unwrap_or_default();
                if depth == 1 && rest.starts_with(':') {
                    names.push(text);
                }
            }
        }
    }
    names
}

/// Where the string ends in which a text begins: at the quote that no backslash stands before.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_file_is_told_from_the_json_of_others() {
        for text in [
            r#"{ "format": "marchmap/1", "events": [] }"#,
            r#"[ { "title": "A \" b", "start": "2023-11-04", "links": [ { "url": "x" } ] } ]"#,
            r#"{ "events": [ { "links": [], "title": "A", "start": "2023-11-04" } ] }"#,
        ] {
            assert!(is_ours(text), "{text}");
        }
        for text in [
            r#"{ "events": [ { "event": { "title": "A", "start": "2023-11-04" } } ] }"#,
            r#"[ { "title": "A", "dates": [ { "start": "2023-11-04" } ] } ]"#,
            r#"[ { "title": "\"start\":", "day": "2023-11-04" } ]"#,
            r#"[ { "title": "A", "start": { "utc": "2023-11-04T12:00:00Z" } } ]"#,
            "[]",
            "[1, 2]",
        ] {
            assert!(!is_ours(text), "{text}");
        }
    }
}
