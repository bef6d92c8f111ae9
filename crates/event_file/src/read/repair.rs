//! Mending what strict JSON refuses although its meaning is plain: half characters, and numbers that
//! JSON can't write.

use std::ops::Range;

use crate::problem::{Outcome, Problem, ProblemKind, Severity};

/// A value that strict JSON refuses, and what is read instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Where it is, in bytes of the text.
    pub range: Range<usize>,
    /// What it is: [`ProblemKind::HalfCharacter`] or [`ProblemKind::NotJsonNumber`].
    pub kind: ProblemKind,
}

/// Every value of a text that strict JSON refuses although its meaning is plain, in its order.
///
/// Lone surrogate escapes (`\ud83d` without its other half, as JavaScript's `slice` leaves them); bare
/// `NaN` and `Infinity` (Python writes them), and numbers beyond 64-bit floating point.
pub fn repairs(text: &str) -> impl Iterator<Item = Repair> {
    let bytes = text.as_bytes();
    let (mut at, mut in_string) = (0, false);
    std::iter::from_fn(move || {
        loop {
            let start = at;
            let byte = *bytes.get(at)?;
            let kind = if byte == b'"' {
                in_string = !in_string;
                at += 1;
                continue;
            } else if in_string && byte == b'\\' {
                let (length, is_half) = escape(&bytes[at..]);
                at += length;
                is_half.then_some(ProblemKind::HalfCharacter)
            } else if in_string || !(byte.is_ascii_alphanumeric() || byte == b'-') {
                at += 1;
                continue;
            } else {
                let in_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"-+.".contains(byte);
                at += bytes[at..].iter().take_while(|byte| in_word(byte)).count();
                let word = &text[start..at];
                let odd = matches!(word, "NaN" | "Infinity" | "-Infinity") || is_too_large(word);
                odd.then_some(ProblemKind::NotJsonNumber)
            };
            if let Some(kind) = kind {
                let range = start..at;
                return Some(Repair { range, kind });
            }
        }
    })
}

/// The mended text and what was done, once for each kind; `None` when there is nothing of the kind.
///
/// Half characters become `\ufffd`, the numbers become texts.
pub(super) fn repair(text: &str) -> Option<(String, Vec<Problem>)> {
    let mut mended = String::with_capacity(text.len());
    let mut problems: Vec<Problem> = Vec::new();
    let mut end = 0;
    for Repair { range, kind } in repairs(text) {
        let written = &text[range.clone()];
        let (replacement, outcome) = match kind {
            ProblemKind::HalfCharacter => ("\\ufffd".to_owned(), Outcome::Replaced),
            _ => (format!("\"{written}\""), Outcome::KeptAsText),
        };
        mended.push_str(&text[end..range.start]);
        mended.push_str(&replacement);
        end = range.end;
        if problems.iter().all(|problem| problem.kind != kind) {
            problems.push(Problem {
                severity: Severity::Error,
                entry: None,
                label: None,
                field: None,
                value: Some(written.chars().take(80).collect()),
                kind,
                suggestion: None,
                outcome,
            });
        }
    }
    mended.push_str(&text[end..]);
    (!problems.is_empty()).then_some((mended, problems))
}

/// The length of the escape at the start, and whether it is half a character.
fn escape(bytes: &[u8]) -> (usize, bool) {
    match unit(bytes) {
        None => (2, false),
        Some(0xd800..0xdc00) => match unit(&bytes[6..]) {
            Some(0xdc00..0xe000) => (12, false),
            _ => (6, true),
        },
        Some(0xdc00..0xe000) => (6, true),
        Some(_) => (6, false),
    }
}

/// The UTF-16 unit of a `\uXXXX` at the start.
fn unit(bytes: &[u8]) -> Option<u16> {
    let hex = std::str::from_utf8(bytes.strip_prefix(b"\\u")?.get(..4)?).ok()?;
    let digits = hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits.then(|| u16::from_str_radix(hex, 16).ok()).flatten()
}

/// A number in JSON's form that 64-bit floating point can't hold.
fn is_too_large(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && word
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))
        && serde_json::from_str::<f64>(word)
            .is_err_and(|error| error.to_string().starts_with("number out of range"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, mended: Option<&str>) {
        assert_eq!(
            repair(text).map(|(text, _)| text).as_deref(),
            mended,
            "{text}"
        );
    }

    #[test]
    fn half_characters_are_replaced() {
        check(r#"["\ud83d"]"#, Some(r#"["\ufffd"]"#));
        check(
            r#"["a\ud83d\u0041\ude00"]"#,
            Some(r#"["a\ufffd\u0041\ufffd"]"#),
        );
        check(
            r#"["\ud83d\ud83d\ude00"]"#,
            Some(r#"["\ufffd\ud83d\ude00"]"#),
        );
        check(r#"["\ud83d\ude00"]"#, None);
        check(r#"["\\ud83d"]"#, None);
        check(r#"["\ud83"#, None);
        check("[\"\\é\\ud83d\"]", Some("[\"\\é\\ufffd\"]"));
        check("\"\\ud83d\\", Some("\"\\ufffd\\"));
    }

    #[test]
    fn what_is_no_number_becomes_a_text() {
        check(
            "[NaN, -Infinity,1e400]",
            Some(r#"["NaN", "-Infinity","1e400"]"#),
        );
        check("[\"NaN\", 1e40, null, 12]", None);
        check("[1-2, nan, NaNs]", None);
    }
}
