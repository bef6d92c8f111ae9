//! Folding: what makes two spellings of one word the same text.
//!
//! A letter is taken apart as in Unicode's form NFKD, its marks are dropped, it is put in lower
//! case, and what else people write for one another is made one: `ß ss`, `ø o`, `ı i`, `ي ى`,
//! `ك ک`, the digits of all scripts. Kana and Hangul are put together again, so that か is not が.
//! `letters.rs` says which letters are covered; others stay as they are.

mod compose;
mod letters;
mod marks;
mod script;
mod words;

use letters::Folded;
pub use script::{Script, may_be_unspaced};
pub use words::{append_letter, append_words, occurs};

/// `text` in the form in which it is compared.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_onto(&mut out, text);
    out
}

/// Appends `text` in the form in which it is compared.
pub fn fold_onto(out: &mut String, text: &str) {
    if text.is_ascii() {
        let begin = out.len();
        out.push_str(text);
        out[begin..].make_ascii_lowercase();
    } else {
        fold_with(text, |letter, _| out.push(letter));
    }
}

/// Gives each letter of the folded text, with the byte at which the part of `text` it stands for begins.
pub fn fold_with(text: &str, mut give: impl FnMut(char, usize)) {
    if text.is_ascii() {
        for (at, byte) in text.bytes().enumerate() {
            give(byte.to_ascii_lowercase().into(), at);
        }
        return;
    }
    // The letter that the next one may be composed with.
    let mut before: Option<(char, usize)> = None;
    let mut put = |letter: char, at: usize| {
        before = Some(match before {
            None => (letter, at),
            Some((first, from)) => match compose::compose(first, letter) {
                Some(composed) => (composed, from),
                None => {
                    give(first, from);
                    (letter, at)
                }
            },
        });
    };
    for (at, letter) in text.char_indices() {
        if letter.is_ascii() {
            put(letter.to_ascii_lowercase(), at);
        } else if !marks::is_dropped(letter) {
            match letters::folded(letter) {
                Some(Folded::Letter(folded)) => put(folded, at),
                Some(Folded::Text(folded)) => folded.chars().for_each(|letter| put(letter, at)),
                None => put(letters::counted(letter).unwrap_or(letter), at),
            }
        }
    }
    if let Some((letter, at)) = before {
        give(letter, at);
    }
}
