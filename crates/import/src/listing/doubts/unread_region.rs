//! An abbreviation behind a city that may say which of several is meant, and is not known: “London (Ont.)”.

use gazetteer::countries;

use super::super::line::span::{Kind, Span};
use super::super::surroundings::Surroundings;
use crate::cancelled;
use crate::locate::districts_called;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// The most letters of an abbreviation.
const LONGEST: usize = 16;

/// Why it is not certain which city an entry means.
pub fn unread_region<'s>(
    mut spans: impl Iterator<Item = &'s Span>,
    around: &Surroundings<'_>,
) -> Option<String> {
    let (city, region) = spans.find_map(|span| {
        let Kind::Text(text) = &span.kind else {
            return None;
        };
        let (city, rest) = text.split_once(" (")?;
        let region = rest.strip_suffix(')')?;
        let named = around.places.is_city(city, around.country);
        let known = || {
            around.places.narrows(city, region)
                || countries::code(region).is_some()
                || !districts_called(region).is_empty()
        };
        (named && is_abbreviation(region) && !known()).then_some((city, region))
    })?;
    Some(format!(
        "“({region})” behind “{city}” may say which {city} is meant, and is not known: write the region's name, or the town's position"
    ))
}

fn is_abbreviation(text: &str) -> bool {
    // “(R. Moldova)” has a name.
    let short =
        text.chars().count() <= LONGEST && text.split_whitespace().all(|word| word.ends_with('.'));
    let letters = text
        .chars()
        .all(|letter| letter.is_alphabetic() || [' ', '.', '-'].contains(&letter));
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    let pending = || {
        let tokens = tokens(text);
        Purpose::Pending.phrases().within(&tokens)
    };
    short && letters && capital && !pending() && cancelled::status(text).is_none()
}
