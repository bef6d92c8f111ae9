//! Mending what strict JSON refuses although its meaning is plain: half characters, and numbers that
//! JSON can't write.

use crate::problem::{Outcome, Problem, ProblemKind, Severity};

/// The mended text and what was done; `None` when there is nothing of the kind.
///
/// Lone surrogate escapes (`\ud83d` without its other half, as JavaScript's `slice` leaves them)
/// become `\ufffd`; bare `NaN` and `Infinity` (Python writes them) and numbers beyond 64-bit floating
/// point become texts.
pub(super) fn repair(text: &str) -> Option<(String, Vec<Problem>)> {
    let mut mended = String::with_capacity(text.len());
    let (mut halves, mut numbers) = (None, None);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (taken, replacement) = if c == '"' {
            let (string, half) = string(rest);
            let broken = half.as_deref().is_some();
            halves = halves.or(half);
            (string, broken.then(|| without_halves(string)))
        } else if c.is_ascii_alphanumeric() || c == '-' {
            let end =
                rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.')));
            let word = &rest[..end.unwrap_or(rest.len())];
            let odd = matches!(word, "NaN" | "Infinity" | "-Infinity") || is_too_large(word);
            if odd && numbers.is_none() {
                numbers = Some(word.chars().take(80).collect());
            }
            (word, odd.then(|| format!("\"{word}\"")))
        } else {
            (&rest[..c.len_utf8()], None)
        };
        match replacement {
            Some(other) => mended.push_str(&other),
            None => mended.push_str(taken),
        }
        rest = &rest[taken.len()..];
    }
    let noted = |value: String, kind, outcome| Problem {
        severity: Severity::Error,
        entry: None,
        label: None,
        field: None,
        value: Some(value),
        kind,
        suggestion: None,
        outcome,
    };
    let halves = halves.map(|value| noted(value, ProblemKind::HalfCharacter, Outcome::Replaced));
    let numbers =
        numbers.map(|value| noted(value, ProblemKind::NotJsonNumber, Outcome::KeptAsText));
    let problems: Vec<Problem> = halves.into_iter().chain(numbers).collect();
    (!problems.is_empty()).then_some((mended, problems))
}

/// The string literal at the start of the text, and its first lone surrogate.
fn string(text: &str) -> (&str, Option<String>) {
    let bytes = text.as_bytes();
    let mut at = 1;
    let mut half = None;
    loop {
        match bytes.get(at) {
            None => return (text, half),
            Some(b'"') => return (&text[..=at], half),
            Some(b'\\') => {
                let (length, is_half) = escape(&bytes[at..]);
                if is_half && half.is_none() {
                    half = text.get(at..at + length).map(str::to_owned);
                }
                at += length;
            }
            Some(_) => at += 1,
        }
    }
}

/// A string literal with its lone surrogates replaced.
fn without_halves(literal: &str) -> String {
    let mut mended = String::with_capacity(literal.len());
    let mut rest = literal;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at(at);
        mended.push_str(before);
        let (length, is_half) = escape(from.as_bytes());
        // An escape before a character of several bytes is broken; the parser will say so.
        let length = (length..=from.len())
            .find(|&end| from.is_char_boundary(end))
            .unwrap_or(from.len());
        mended.push_str(if is_half { "\\ufffd" } else { &from[..length] });
        rest = &from[length..];
    }
    mended.push_str(rest);
    mended
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
