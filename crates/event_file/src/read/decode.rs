//! From bytes to text: the encodings event files come in.

use std::sync::Arc;

use crate::file::Source;
use crate::problem::{Outcome, Problem, ProblemKind, Severity};

/// A file as text.
pub(super) struct Decoded {
    pub(super) text: Arc<String>,
    /// Where the text begins, after a byte order mark.
    pub(super) start: usize,
    /// The file itself.
    pub(super) source: Source,
    /// What is no text in it, once.
    pub(super) problem: Option<Problem>,
}

/// The text of a file in UTF-8 or UTF-16. What is no text becomes U+FFFD, and a problem says so.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    let utf16: Option<fn([u8; 2]) -> u16> = match bytes[..] {
        [0xff, 0xfe, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] => Some(u16::from_be_bytes),
        // JSON starts with an ASCII character, which identifies UTF-16 without a mark (RFC 4627, section 3).
        [1..=255, 0, ..] => Some(u16::from_le_bytes),
        [0, 1..=255, ..] => Some(u16::from_be_bytes),
        _ => None,
    };
    let (text, broken, source) = match (utf16, String::from_utf8(bytes)) {
        (None, Ok(text)) => {
            let text = Arc::new(text);
            (text.clone(), false, Source::from(text))
        }
        (None, Err(error)) => {
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            (Arc::new(text), true, Source::from(error.into_bytes()))
        }
        (Some(unit), bytes) => {
            let bytes = bytes.map_or_else(|error| error.into_bytes(), String::into_bytes);
            let (text, broken) = decode_utf16(&bytes, unit);
            (Arc::new(text), broken, Source::from(bytes))
        }
    };
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let problem = broken.then(|| Problem {
        severity: Severity::Error,
        entry: None,
        label: None,
        field: None,
        value: first_broken(&text[start..]),
        kind: ProblemKind::InvalidText,
        suggestion: None,
        outcome: Outcome::Replaced,
    });
    Decoded {
        text,
        start,
        source,
        problem,
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, bool) {
    let (pairs, odd) = bytes.as_chunks();
    let mut broken = !odd.is_empty();
    let mut text = String::with_capacity(bytes.len() / 2);
    for found in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        broken |= found.is_err();
        text.push(found.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    (text, broken)
}

/// The text around the first replaced character, to find it by.
fn first_broken(text: &str) -> Option<String> {
    let at = text.find(char::REPLACEMENT_CHARACTER)?;
    let before = text[..at]
        .char_indices()
        .rev()
        .take(20)
        .last()
        .map_or(at, |(start, _)| start);
    let around: String = text[before..].chars().take(40).collect();
    let line = around
        .lines()
        .find(|line| line.contains(char::REPLACEMENT_CHARACTER))?;
    Some(serde_json::Value::from(line.trim()).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, problem: Option<&str>) {
        let found = decode(bytes.to_vec());
        assert_eq!(&found.text[found.start..], text);
        assert_eq!(found.source.bytes(), bytes);
        let value = found.problem.and_then(|problem| problem.value);
        assert_eq!(value.as_deref(), problem);
    }

    #[test]
    fn utf_8_and_utf_16_are_told_apart() {
        let text = "[\"Lyon é 🎈\"]";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(text.as_bytes(), text, None);
        check(&[b"\xef\xbb\xbf", text.as_bytes()].concat(), text, None);
        check(&le, text, None);
        check(&be, text, None);
        check(&[b"\xff\xfe", le.as_slice()].concat(), text, None);
        check(&[b"\xfe\xff", be.as_slice()].concat(), text, None);
        check(b"", "", None);
        check(b"\xef\xbb\xbf", "", None);
    }

    #[test]
    fn what_is_no_text_is_replaced_and_said() {
        check(
            b"[\"Orl\xe9ans\"]",
            "[\"Orl\u{fffd}ans\"]",
            Some(r#""[\"Orl�ans\"]""#),
        );
        check(
            b"\xff\xfe[\0\x3d\xd8]\0",
            "[\u{fffd}]",
            Some("\"[\u{fffd}]\""),
        );
        // A replacement character somebody wrote is a character like any other.
        check("[\"\u{fffd}\"]".as_bytes(), "[\"\u{fffd}\"]", None);
    }
}
