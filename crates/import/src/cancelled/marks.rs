//! Marks that set a remark apart from a title, and hyphens within words, which do not.

/// Marks that set a remark apart from a title.
const APART: [char; 24] = [
    ':', '–', '—', '-', '!', '|', '/', '[', ']', '(', ')', '*', '（', '）', '【', '】', '〈', '〉',
    '《', '》', '［', '］', '：', '！',
];

/// Symbols and pictograms (“❌”) set apart as well: the blocks of Unicode that hold them.
const SYMBOLS: [std::ops::RangeInclusive<char>; 3] = [
    '\u{2190}'..='\u{2bff}',
    '\u{fe0f}'..='\u{fe0f}',
    '\u{1f300}'..='\u{1faff}',
];

pub(super) fn is_apart(letter: char) -> bool {
    APART.contains(&letter) || SYMBOLS.iter().any(|block| block.contains(&letter))
}

pub(super) fn tidy(rest: &str) -> String {
    rest.trim_matches(|letter: char| letter.is_whitespace() || is_apart(letter))
        .to_owned()
}

/// Stands for a hyphen within a word, which sets nothing apart: “Die-in”, “Kick-off”.
const HYPHEN: char = '\u{2011}';

/// A title with a mark for each hyphen within a word.
pub(super) fn joined(title: &str) -> String {
    let mut joined = String::with_capacity(title.len());
    let mut letters = title.chars().peekable();
    let mut within = false;
    while let Some(letter) = letters.next() {
        let next = letters.peek().is_some_and(|next| next.is_lowercase());
        joined.push(match letter {
            '-' if within && next => HYPHEN,
            letter => letter,
        });
        within = letter.is_alphanumeric();
    }
    joined
}

/// The title as it was written.
pub(super) fn parted(title: &str) -> String {
    title.replace(HYPHEN, "-")
}
