//! Folding: what makes two spellings of one word the same text.

/// `text` in the form in which it is compared.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    fold_with(text, |letter, _| out.push(letter));
    out
}

/// Gives each letter of the folded text, with the byte at which the part of `text` it stands for begins.
pub(crate) fn fold_with(text: &str, mut give: impl FnMut(char, usize)) {
    for (at, letter) in text.char_indices() {
        for lower in letter.to_lowercase() {
            if !('\u{300}'..='\u{36f}').contains(&lower) {
                give(lower, at);
            }
        }
    }
}
