//! Hyphens within words, which set no remark apart from a title.

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
