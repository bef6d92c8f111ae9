//! From bytes to text: the encodings event files come in.

use std::borrow::Cow;

use crate::problem::{Outcome, Problem, ProblemKind, Severity};

/// The text of a file in UTF-8 or UTF-16, without its byte order mark. What is no text becomes U+FFFD, and
/// one problem says so.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Vec<Problem>) {
    let (text, broken) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // JSON starts with an ASCII character, which tells UTF-16 without a mark (RFC 4627, section 3).
        [1..=255, 0, ..] => utf16(bytes, u16::from_le_bytes),
        [0, 1..=255, ..] => utf16(bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    };
    let problem = broken.then(|| Problem {
        severity: Severity::Error,
        entry: None,
        label: None,
        field: None,
        value: first_broken(&text),
        kind: ProblemKind::InvalidText,
        suggestion: None,
        outcome: Outcome::Replaced,
    });
    (text, problem.into_iter().collect())
}

fn utf8(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    // To tell that all is well is several times as quick as to mend.
    if let Ok(text) = str::from_utf8(bytes) {
        return (Cow::Borrowed(text), false);
    }
    let text = String::from_utf8_lossy(bytes);
    let broken = matches!(text, Cow::Owned(_));
    (text, broken)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (Cow<'_, str>, bool) {
    let pairs = bytes.chunks_exact(2);
    let mut broken = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    for found in char::decode_utf16(units) {
        broken |= found.is_err();
        text.push(found.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    (Cow::Owned(text), broken)
}

/// What stands around the first replaced character, to find it by.
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
        let (found, problems) = decode(bytes);
        assert_eq!(found, text);
        let values: Vec<_> = problems
            .into_iter()
            .filter_map(|problem| problem.value)
            .collect();
        assert_eq!(values.first().map(String::as_str), problem);
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
