//! Headings of postal codes, alone or with their city: “PLZ und Stadt”, “CAP e città”.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::conjunction::AND;
use crate::words::list::in_sections;
use crate::words::{HEADINGS, plain};

/// The most words of a postal code's name.
const LONGEST: usize = 3;

static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let names = in_sections(include_str!("../../words/postcodes.txt"));
    names.map(|(.., name)| plain(name)).collect()
});

/// Whether a heading is of postal codes.
pub(super) fn is(heading: &str) -> bool {
    NAMES.contains(&plain(heading))
}

/// Whether a heading is of postal codes with their city in one column, both folded: “plz und stadt”, “stadt plz”.
pub(super) fn is_with_city(words: &str) -> bool {
    let all: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let is_code = |words: &[&str]| NAMES.contains(&words.join(" "));
    // “Ort” alone is a location; beside a postal code it is a city.
    let is_city = |words: &[&str]| {
        let field = HEADINGS.get(&words.join(" ")).copied();
        matches!(field, Some("city" | "location" | "place"))
    };
    let rest = |words: &[&str]| match words {
        [and, rest @ ..] if AND.contains(and) => is_city(rest),
        words => is_city(words),
    };
    let rest_before = |words: &[&str]| match words {
        [rest @ .., and] if AND.contains(and) => is_city(rest),
        words => is_city(words),
    };
    (1..all.len().min(LONGEST + 1)).any(|length| {
        let begins = all.split_at_checked(length);
        let ends = all.split_at_checked(all.len() - length);
        begins.is_some_and(|(code, city)| is_code(code) && rest(city))
            || ends.is_some_and(|(city, code)| is_code(code) && rest_before(city))
    })
}
