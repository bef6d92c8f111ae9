//! A name in quotation marks: “Carols not Cannons” in “Where to sing “Carols not Cannons” this year”.

use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// As many words has a quoted name at most.
const MOST_WORDS: usize = 12;

/// The marks in which a name stands, apostrophes among them, and what closes each.
const PAIRS: [(char, &[char]); 11] = [
    ('【', &['】']),
    ('“', &['”', '“']),
    ('„', &['“', '”', '"']),
    ('”', &['”']),
    ('«', &['»']),
    ('»', &['«']),
    ('"', &['"']),
    ('「', &['」']),
    ('『', &['』']),
    ('‘', &['’', '‘']),
    ('\'', &['\'']),
];

/// What stands in quotation marks directly behind a word such as “theme” or “under the slogan”, in a text of any length.
pub fn behind_motto(text: &str) -> Option<&str> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let to = Purpose::Motto.phrases().past(&tokens, at)?;
        let start = tokens.get(to.checked_sub(1)?)?.at.end;
        let behind = text.get(start..)?.trim_start_matches([':', '：', ' ']);
        let is_open = PAIRS
            .iter()
            .any(|(opening, _)| behind.starts_with(*opening));
        quoted(behind).filter(|_| is_open)
    })
}

/// What stands in quotation marks: two words at least, or one long one.
pub fn quoted(text: &str) -> Option<&str> {
    const LONG: usize = 8;
    const LONG_WIDE: usize = 3;
    text.char_indices().find_map(|(at, mark)| {
        let (_, closing) = PAIRS.iter().find(|(opening, _)| *opening == mark)?;
        let begins = text[..at]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric());
        let inside = &text[at + mark.len_utf8()..];
        let ends = |end: usize, mark: char| {
            let behind = inside[end + mark.len_utf8()..].chars().next();
            mark != '\'' && mark != '’' || behind.is_none_or(|next| !next.is_alphanumeric())
        };
        let (end, _) = inside
            .char_indices()
            .find(|(end, mark)| closing.contains(mark) && ends(*end, *mark))?;
        let name = inside[..end].trim();
        let wide = name
            .chars()
            .filter(|letter| u32::from(*letter) >= 0x2e80)
            .count();
        let long = name.split_whitespace().count() > 1
            || name.chars().count() >= LONG
            || wide >= LONG_WIDE;
        let short = name.split_whitespace().count() <= MOST_WORDS;
        (begins && long && short).then_some(name)
    })
}
