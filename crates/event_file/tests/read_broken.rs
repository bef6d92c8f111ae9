//! Files that are no event files, or in another encoding: one clear error that says where, or no harm done.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod tz_database;

use event_file::read::{Fault, NotAnEventFile};
use event_file::{read, write};
use texts::Words;
use tz_database::TzDatabase;

/// The error of a file that is no event file.
#[track_caller]
fn error(text: &str) -> NotAnEventFile {
    match read(text, &TzDatabase) {
        Err(error) => error,
        Ok(_) => panic!("read: {text:?}"),
    }
}

#[test]
fn the_error_says_where_and_what_to_mend() {
    #[track_caller]
    fn check(text: &str, fault: Fault, line: usize, column: usize, near: &str) {
        let found = error(text);
        let expected = NotAnEventFile {
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
fn json_that_is_no_event_file_is_one_error_that_says_what_was_found() {
    #[track_caller]
    fn check(text: &str, fault: Fault, line: usize, column: usize, near: &str) {
        let found = error(text);
        let expected = NotAnEventFile {
            line,
            column,
            fault,
            near: near.to_owned(),
        };
        assert_eq!(found, expected, "{text:?}");
        assert!(fault.is_json());
    }
    for value in ["42", "\"text\"", "null", "true", "-1.5e3"] {
        check(value, Fault::OneValue, 1, 1, value);
    }
    check("\u{feff}42", Fault::OneValue, 1, 1, "42");
    let login = "{\"error\":\"login\"}";
    check(login, Fault::NoEvents, 1, 1, login);
    check("{}", Fault::NoEvents, 1, 1, "{}");
    check(
        "\n{\n  \"hello\": 1\n}\n",
        Fault::NoEvents,
        2,
        1,
        "{ \"hello\": 1 }",
    );
    check(
        "{\"events\":null}",
        Fault::NoEvents,
        1,
        1,
        "{\"events\":null}",
    );
    check(
        "{\"features\":[\"map\"]}",
        Fault::NoEvents,
        1,
        1,
        "{\"features\":[\"map\"]}",
    );
    check(
        "{\"calendar\":{\"title\":\"A\"}}",
        Fault::NoEvents,
        1,
        1,
        "{\"calendar\":{\"title\":\"A\"}}",
    );
    let one = "{\"title\":\"A\",\"start\":\"2023-11-04\"}";
    check(one, Fault::OneEvent, 1, 1, one);
    check("{\"events\":{}}", Fault::NotAList, 1, 2, "\"events\":{}}");
    check(
        "{\"format\":\"marchmap/1\",\n\"events\":\"none\"}",
        Fault::NotAList,
        2,
        1,
        "\"events\":\"none\"}",
    );
    check(
        "{\"type\":\"FeatureCollection\",\"features\":{}}",
        Fault::NotAList,
        1,
        29,
        "\"features\":{}}",
    );
    check(
        "{\"features\":1,\"type\":\"FeatureCollection\"}",
        Fault::NotAList,
        1,
        1,
        "{\"features\":1,\"type\":\"FeatureCollection…",
    );
    check("[1, 2]", Fault::OtherItems, 1, 1, "[1, 2]");
    check(
        "[[\"a\"], null]",
        Fault::OtherItems,
        1,
        1,
        "[[\"a\"], null]",
    );
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
    let words = error("{\"error\": \"login\"}").sentence(|key, values| english.text(key, values));
    assert_eq!(
        words,
        "The file is JSON but no event file: it has no list “events” (nor “features”, as GeoJSON has). \
         It begins with {\"error\": \"login\"}."
    );
}

#[test]
fn encodings_and_line_ends_make_no_difference() {
    let text = "[\n  { \"title\": \"مسيرة 🎈\",\n    \"start\": \"2023-11-04\" }\n]\n";
    let (expected, problems) = read(text.as_bytes(), &TzDatabase).unwrap();
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
            read(bytes.as_slice(), &TzDatabase).unwrap(),
            (expected.clone(), Vec::new()),
            "{bytes:?}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_lose_one_character_and_not_the_file() {
    let (calendar, problems) = read(
        b"[{\"title\": \"Orl\xe9ans\", \"start\": \"2023-11-04\"}]",
        &TzDatabase,
    )
    .unwrap();
    assert_eq!(calendar.events[0].title, "Orl\u{fffd}ans");
    assert_eq!(problems.len(), 1);
}

#[test]
fn no_event_and_one_event_are_calendars() {
    #[track_caller]
    fn check(text: &str, events: usize) {
        let (calendar, problems) = read(text.as_bytes(), &TzDatabase).unwrap();
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

#[test]
fn a_calendar_knows_the_file_it_was_read_from() {
    for file in [
        &b"[]"[..],
        b"\xef\xbb\xbf[]",
        b"\xff\xfe[\0]\0",
        b"[{\"title\": NaN}]",
        b"[{\"title\": \"\xe9\"}]",
    ] {
        let (calendar, _) = read(file, &TzDatabase).unwrap();
        assert!(calendar.is_same_file(file));
        assert!(!calendar.is_same_file(&[file, b" "].concat()));
    }
}

/// Once, an id repeated over and over made the search for a free suffix start at 2 each time.
#[test]
fn a_hostile_file_is_read_in_one_go() {
    let title = "é".repeat(500_000);
    let one = format!("{{\"id\": \"a\", \"title\": \"{title}\", \"start\": \"{title}\"}}");
    let same = "{\"id\": \"a\", \"tags\": [{}]}";
    let file = format!("[{one},{}]", vec![same; 20_000].join(","));
    let (calendar, problems) = read(file.as_bytes(), &TzDatabase).unwrap();
    assert_eq!(calendar.events.len(), 20_001);
    assert_eq!(calendar.events[0].title, *title, "a long title is kept");
    assert_eq!(calendar.events[20_000].id, "a-20001");
    let longest = |text: &Option<String>| text.as_ref().map_or(0, |text| text.chars().count());
    assert!(
        problems
            .iter()
            .all(|problem| longest(&problem.value) < 90 && longest(&problem.label) < 90)
    );
    assert_eq!(
        read(write(&calendar).as_bytes(), &TzDatabase).unwrap().0,
        calendar
    );
}
