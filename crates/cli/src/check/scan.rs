//! Where values stand in a JSON text: just enough of a scanner to point at them.
//!
//! The text has been read before, so nothing is judged here; in a broken one the scan ends early.
//! It calls itself nowhere: how deep a text nests does not matter.

use std::ops::Range;

/// The byte after white space.
pub fn skip_space(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    at
}

/// The byte after the value that begins at `at`.
pub fn skip_value(text: &[u8], mut at: usize) -> usize {
    let mut depth = 0_usize;
    loop {
        match text.get(at) {
            None => return at,
            Some(b'"') => at = skip_text(text, at),
            Some(b'{' | b'[') => {
                depth += 1;
                at += 1;
            }
            Some(b'}' | b']') => {
                if depth == 0 {
                    return at;
                }
                depth -= 1;
                at += 1;
            }
            Some(b',' | b':' | b' ' | b'\t' | b'\n' | b'\r') if depth > 0 => {
                at += 1;
                continue;
            }
            Some(b',' | b':' | b' ' | b'\t' | b'\n' | b'\r') => return at,
            Some(_) => {
                while !matches!(
                    text.get(at),
                    None | Some(b',' | b':' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r')
                ) {
                    at += 1;
                }
            }
        }
        if depth == 0 {
            return at;
        }
    }
}

/// The byte after the text that begins with a quote at `at`.
fn skip_text(text: &[u8], at: usize) -> usize {
    let mut at = at + 1;
    loop {
        match text.get(at) {
            None => return text.len(),
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its name, with the quotes.
    pub name: Range<usize>,
    /// Its value.
    pub value: Range<usize>,
}

/// The members of the object that begins at `at`; none when there begins no object.
pub fn members(text: &[u8], at: usize) -> impl Iterator<Item = Member> {
    let mut at = (text.get(at) == Some(&b'{')).then_some(at + 1);
    std::iter::from_fn(move || {
        let name = skip_space(text, at?);
        if text.get(name) != Some(&b'"') {
            return None;
        }
        let end = skip_value(text, name);
        let colon = skip_space(text, end);
        if text.get(colon) != Some(&b':') {
            return None;
        }
        let value = skip_space(text, colon + 1);
        let value = value..skip_value(text, value);
        at = next(text, value.end);
        Some(Member {
            name: name..end.min(text.len()),
            value: value.start.min(text.len())..value.end.min(text.len()),
        })
    })
}

/// The items of the list that begins at `at`; none when there begins no list.
pub fn items(text: &[u8], at: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = (text.get(at) == Some(&b'[')).then_some(at + 1);
    std::iter::from_fn(move || {
        let item = skip_space(text, at?);
        if matches!(text.get(item), None | Some(b']')) {
            return None;
        }
        let end = skip_value(text, item).min(text.len());
        at = next(text, end);
        (end > item).then_some(item..end)
    })
}

/// The byte after the comma that follows a value.
fn next(text: &[u8], end: usize) -> Option<usize> {
    let comma = skip_space(text, end);
    (text.get(comma) == Some(&b',')).then_some(comma + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> = members(text.as_bytes(), 0)
            .map(|member| (&text[member.name], &text[member.value]))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn members_are_found() {
        check("{}", &[]);
        check("[1]", &[]);
        check(r#"{"a":1}"#, &[("\"a\"", "1")]);
        check(
            r#"{ "a" : {"b":[1,{"c":"}"}]} , "d\"" : "\\" }"#,
            &[("\"a\"", r#"{"b":[1,{"c":"}"}]}"#), (r#""d\"""#, r#""\\""#)],
        );
        check(
            r#"{"a": NaN, "b": -1e3 }"#,
            &[("\"a\"", "NaN"), ("\"b\"", "-1e3")],
        );
    }

    #[test]
    fn items_are_found() {
        let text = r#"[ 1, "a,]" , [2, 3], {} ]"#;
        let found: Vec<_> = items(text.as_bytes(), 0).map(|item| &text[item]).collect();
        assert_eq!(found, ["1", "\"a,]\"", "[2, 3]", "{}"]);
    }

    #[test]
    fn depth_does_not_matter() {
        let deep = "[".repeat(1_000_000);
        assert_eq!(skip_value(deep.as_bytes(), 0), deep.len());
        assert_eq!(items(deep.as_bytes(), 0).count(), 1);
    }

    proptest! {
        #[test]
        fn no_text_is_too_broken(text in r#"[\[\]{}:, "\\a1é]{0,40}"#) {
            let bytes = text.as_bytes();
            prop_assert!(items(bytes, 0).count() <= bytes.len());
            prop_assert!(members(bytes, 0).count() <= bytes.len());
            for member in members(bytes, 0) {
                prop_assert!(member.value.end <= bytes.len());
            }
        }
    }
}
