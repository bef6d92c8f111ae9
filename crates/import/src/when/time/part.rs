//! The part of the day beside an hour: `am`, “de la tarde”, “'s avonds”, 午後.

use crate::when::names::{Named, part_at};
use crate::when::tokens::Token;

/// `am`, `p.m.`, `de la tarde`, `du matin`, `nachmittags`, after an hour.
pub fn part_after(tokens: &[Token], at: usize) -> Option<(Named, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or_default();
    let dot = |at: usize| tokens.get(at).is_some_and(|token| token.is('.'));
    if matches!(word(at), "a" | "p") && dot(at + 1) && word(at + 2) == "m" {
        let part = if word(at) == "a" {
            Named::Morning
        } else {
            Named::Afternoon
        };
        return Some((part, at + 3 + usize::from(dot(at + 3))));
    }
    // “am Nachmittag”, “'s avonds”, “de la tarde”, “in the evening”, “på kvällen”.
    let mut link = at;
    while link < at + 3
        && tokens.get(link).is_some_and(|token| {
            token.is('\'') || LINKS.contains(&token.word().unwrap_or_default())
        })
    {
        link += 1;
    }
    if link > at
        && let Some(found) = part_at(tokens, link)
    {
        return Some(found);
    }
    // “4 Uhr am Markt” has no English “am” in it.
    let german = word(at) == "am" && at > 0 && word(at - 1) == "uhr";
    // Hungarian puts “este” before the hour: “Calle 5 este” is in the east of Bogotá.
    let other = word(at) == "este";
    // “14h midi” is a mistake, “midi” after an hour that is not 12 another word.
    part_at(tokens, at).filter(|_| !german && !other)
}

/// What links a part of the day to the hour before it, folded.
const LINKS: [&str; 23] = [
    "de", "da", "du", "in", "of", "di", "del", "la", "the", "am", "im", "s", "pa", "na", "v", "ve",
    "po", "op", "i", "at", "om", "den", "der",
];

/// Whether what stands at a token is of a script that may put the part of the day before the hour: from Hebrew on.
pub(super) fn is_eastern(tokens: &[Token], at: usize) -> bool {
    let first = tokens
        .get(at)
        .and_then(Token::word)
        .and_then(|word| word.chars().next());
    first.is_some_and(|first| u32::from(first) >= 0x0590)
}
