//! Files that are not JSON, or in another encoding: one clear error that says where, or no harm done.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use event_file::read::{Fault, NotJson};
use event_file::{read, write};
use texts::Words;

/// The error of a file that is not JSON.
#[track_caller]
fn error(text: &str) -> NotJson {
    match read(text.as_bytes()) {
        Err(error) => error,
        Ok(_) => panic!("read: {text:?}"),
    }
}

#[test]
fn the_error_says_where_and_what_to_mend() {
    #[track_caller]
    fn check(text: &str, fault: Fault, line: usize, column: usize, near: &str) {
        let found = error(text);
        let expected = NotJson {
            line,
            column,
            fault,
            near: near.to_owned(),
        };
        assert_eq!(found, expected, "{text:?}");
    }
    check("", Fault::Empty, 1, 1, "");
    check("\u{feff}", Fault::Empty, 1, 1, "");
    check(" \n \n", Fault::Empty, 2, 2, "");
    check(
        "<!doctype html>\n<title>Not found</title>",
        Fault::Html,
        1,
        1,
        "<!doctype html>",
    );
    check("\n  <html>", Fault::Html, 2, 3, "<html>");
    check("PK\u{3}\u{4}\0\0", Fault::Binary, 1, 1, "PK\u{3}\u{4}\0\0");
    check("[{\"title\": \"A\"", Fault::CutOff, 1, 14, "\"");
    check("[{\"title\": \"A", Fault::CutOff, 1, 13, "A");
    check("[\n  {\"title\": \"é\",}\n]", Fault::ExtraComma, 2, 17, "}");
    check("[1, 2,]", Fault::ExtraComma, 1, 7, "]");
    check("[1,, 2]", Fault::ExtraComma, 1, 4, ", 2]");
    check(
        "[{\"a\": 1}\n {\"b\": 2}]",
        Fault::MissingComma,
        2,
        2,
        "{\"b\": 2}]",
    );
    check(
        "[{\"a\": \"b\" \"c\": 1}]",
        Fault::MissingComma,
        1,
        12,
        "\"c\": 1}]",
    );
    check("{\"a\" 1}", Fault::MissingColon, 1, 6, "1}");
    check("{title: 1}", Fault::Quotes, 1, 2, "title: 1}");
    check("{'title': 1}", Fault::Quotes, 1, 2, "'title': 1}");
    check("{\"title\": 'A'}", Fault::Quotes, 1, 11, "'A'}");
    check("{“title”: 1}", Fault::Quotes, 1, 2, "“title”: 1}");
    check("[\"é\", “A”]", Fault::Quotes, 1, 7, "“A”]");
    check("[\"one\ntwo\"]", Fault::LineBreak, 1, 6, "");
    check("[\"one\ttwo\"]", Fault::LineBreak, 1, 6, "two\"]");
    check("[\"C:\\path\"]", Fault::Backslash, 1, 6, "path\"]");
    check("// events\n[]", Fault::Comment, 1, 1, "// events");
    check("[1, // one\n 2]", Fault::Comment, 1, 5, "// one");
    check("[01]", Fault::Number, 1, 3, "1]");
    check("[1.]", Fault::Number, 1, 4, "]");
    check("[] []", Fault::AfterEnd, 1, 4, "[]");
    check(
        "{\"a\": 1}\n{\"b\": 2}",
        Fault::AfterEnd,
        2,
        1,
        "{\"b\": 2}",
    );
    check(
        "title,start,city\nRally,2023-11-04,Lyon",
        Fault::Other,
        1,
        1,
        "title,start,city",
    );
    check("[trve]", Fault::Other, 1, 2, "trve]");
    check("[True]", Fault::Other, 1, 2, "True]");
}

#[test]
fn nesting_is_bounded() {
    for open in ["[", "{\"a\":"] {
        assert_eq!(error(&open.repeat(100_000)).fault, Fault::TooDeep, "{open}");
        let entry = format!("[{{\"x\": {}", open.repeat(100_000));
        assert_eq!(error(&entry).fault, Fault::TooDeep, "{open}");
    }
}

#[test]
fn the_error_is_said_in_words() {
    let english = Words::english();
    let words = error("[\n  1,\n]").sentence(|key, values| english.text(key, values));
    assert_eq!(
        words,
        "Line 3, column 1: a comma too many. Remove the comma before “]”."
    );
}

#[test]
fn encodings_and_line_ends_make_no_difference() {
    let text = "[\n  { \"title\": \"مسيرة 🎈\",\n    \"start\": \"2023-11-04\" }\n]\n";
    let (expected, problems) = read(text.as_bytes()).unwrap();
    assert_eq!((expected.events.len(), problems.len()), (1, 0));
    let crlf = text.replace('\n', "\r\n");
    let utf16 = |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect();
    let variants: [Vec<u8>; 6] = [
        format!("\u{feff}{text}").into_bytes(),
        crlf.clone().into_bytes(),
        format!("\u{feff}{crlf}").into_bytes(),
        utf16(&format!("\u{feff}{text}"), u16::to_le_bytes),
        utf16(&format!("\u{feff}{text}"), u16::to_be_bytes),
        utf16(text, u16::to_le_bytes),
    ];
    for bytes in variants {
        assert_eq!(
            read(&bytes).unwrap(),
            (expected.clone(), Vec::new()),
            "{bytes:?}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_lose_one_character_and_not_the_file() {
    let (calendar, problems) =
        read(b"[{\"title\": \"Orl\xe9ans\", \"start\": \"2023-11-04\"}]").unwrap();
    assert_eq!(calendar.events[0].title, "Orl\u{fffd}ans");
    assert_eq!(problems.len(), 1);
}

#[test]
fn no_event_and_one_event_are_calendars() {
    #[track_caller]
    fn check(text: &str, events: usize) {
        let (calendar, problems) = read(text.as_bytes()).unwrap();
        assert_eq!(
            (calendar.events.len(), problems.len()),
            (events, 0),
            "{text}"
        );
    }
    check("[]", 0);
    check("{\"events\": []}", 0);
    check("{\"type\": \"FeatureCollection\", \"features\": []}", 0);
    check("[{\"title\": \"A\", \"start\": \"2023-11-04\"}]", 1);
}

/// Once, an id repeated over and over made the search for a free suffix start at 2 each time.
#[test]
fn a_hostile_file_is_read_in_one_go() {
    let title = "é".repeat(500_000);
    let one = format!("{{\"id\": \"a\", \"title\": \"{title}\", \"start\": \"{title}\"}}");
    let same = "{\"id\": \"a\", \"tags\": [{}]}";
    let file = format!("[{one},{}]", vec![same; 20_000].join(","));
    let (calendar, problems) = read(file.as_bytes()).unwrap();
    assert_eq!(calendar.events.len(), 20_001);
    assert_eq!(calendar.events[0].title, *title, "a long title is kept");
    assert_eq!(calendar.events[20_000].id, "a-20001");
    let longest = |text: &Option<String>| text.as_ref().map_or(0, |text| text.chars().count());
    assert!(
        problems
            .iter()
            .all(|problem| longest(&problem.value) < 90 && longest(&problem.label) < 90)
    );
    assert_eq!(read(write(&calendar).as_bytes()).unwrap().0, calendar);
}
