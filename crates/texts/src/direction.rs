//! Which way a language is written.

/// Which way lines of text run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub const fn dir(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }

    /// U+200E or U+200F, an invisible letter of the direction.
    pub const fn mark(self) -> char {
        match self {
            Direction::LeftToRight => '\u{200e}',
            Direction::RightToLeft => '\u{200f}',
        }
    }
}

/// Languages whose usual script runs from right to left (CLDR, likely subtags).
const RIGHT_TO_LEFT: [&str; 15] = [
    "ar", "arc", "azb", "bal", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
];

/// Scripts that run from right to left, as a tag may name one (`ku-Arab`).
const SCRIPTS: [&str; 6] = ["arab", "hebr", "nkoo", "rohg", "syrc", "thaa"];

/// Which way `language` (BCP 47) is written: its script subtag decides, else the language's own script.
pub fn direction(language: &str) -> Direction {
    let language = language.to_ascii_lowercase();
    let mut subtags = language.split(['-', '_']);
    let first = subtags.next().unwrap_or_default();
    let right_to_left = match subtags.find(|subtag| is_script(subtag)) {
        Some(script) => SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&first),
    };
    if right_to_left {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

/// Four letters (RFC 5646, section 2.2.3); four with a digit in front are a variant.
fn is_script(subtag: &str) -> bool {
    subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_decides_before_the_language() {
        for (language, dir) in [
            ("en", "ltr"),
            ("ar", "rtl"),
            ("ar-EG", "rtl"),
            ("AR_eg", "rtl"),
            ("he", "rtl"),
            ("yi", "rtl"),
            ("ku", "ltr"),
            ("ku-Arab", "rtl"),
            ("az-Latn", "ltr"),
            ("ur-Latn-IN", "ltr"),
            ("ar-1996", "rtl"),
            ("", "ltr"),
        ] {
            assert_eq!(direction(language).dir(), dir, "{language}");
        }
    }
}
