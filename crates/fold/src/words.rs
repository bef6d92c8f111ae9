//! The words of a text.

use crate::{Script, fold_with};

/// Appends the words of `text`, folded, each after a space. Where a script with spaces between
/// words meets one without, a word ends.
pub fn append_words(words: &mut String, text: &str) {
    if text.is_ascii() {
        // The same, and several times as fast.
        let lower = text.to_ascii_lowercase();
        let between = |letter: char| !letter.is_ascii_alphanumeric();
        for word in lower.split(between).filter(|word| !word.is_empty()) {
            words.push(' ');
            words.push_str(word);
        }
        return;
    }
    let mut before = Script::None;
    fold_with(text, |letter, _| {
        append_letter(words, letter, &mut before);
    });
}

/// Appends one folded letter, after a space where a word begins; `before` is the script of the letter before it.
pub fn append_letter(words: &mut String, letter: char, before: &mut Script) {
    let script = Script::of(letter);
    if script != Script::None {
        if script != *before {
            words.push(' ');
        }
        words.push(letter);
    }
    *before = script;
}
