//! What a visitor types and chooses while being measured.

use serde_json::{Value, json};

/// Words in several scripts, typed a letter after the other.
pub const WORDS: &[&str] = &[
    "march",
    "berlin peace",
    "paz lima",
    "سلام",
    "мир",
    "平和",
    "행진",
];

/// Countries chosen one after the other.
const COUNTRIES: &[&str] = &["US", "DE", "EG", "JP", "BR", "IN"];

/// Every filter, each one letter or one choice after the one before.
pub fn filters() -> Vec<Value> {
    let typed = WORDS
        .iter()
        .flat_map(|words| prefixes(words))
        .map(|words| json!({ "words": words }));
    let chosen = COUNTRIES
        .iter()
        .map(|country| json!({ "country": country }));
    typed.chain(chosen).collect()
}

/// `a`, `ab`, `abc` of `abc`; a blank at the end asks for nothing new.
fn prefixes(words: &str) -> impl Iterator<Item = &str> {
    let ends = words
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    ends.map(|end| &words[..end])
        .filter(|words| !words.ends_with(' '))
}
