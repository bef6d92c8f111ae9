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

/// Whether `part` occurs in `text`. Of a letter of several bytes the last one tells most, and is looked for.
pub fn occurs(part: &str, text: &str) -> bool {
    let Some((last, before)) = part.as_bytes().split_last() else {
        return true;
    };
    let text = text.as_bytes();
    let ends = text.iter().enumerate().skip(before.len());
    let mut ends = ends.filter(|(_, byte)| *byte == last);
    ends.any(|(at, _)| text[..at].ends_with(before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::may_be_unspaced;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_part_is_found_where_it_is(part in "[平和a\u{0e01}\u{0e41}]{0,3}", text in "[平和ab\u{0e01}\u{0e41}]{0,9}") {
            prop_assert_eq!(occurs(&part, &text), text.contains(&part));
        }
    }

    #[test]
    fn no_letter_without_spaces_comes_before_the_first_of_them() {
        let mut unspaced =
            (' '..=char::MAX).filter(|letter| Script::of(*letter) == Script::Unspaced);
        assert!(unspaced.all(may_be_unspaced));
        assert!(!"aéπяאا".chars().any(may_be_unspaced));
    }
}
