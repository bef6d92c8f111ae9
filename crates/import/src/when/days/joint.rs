//! What stands between two days: a dash, “to”, “and”.

use super::super::tokens::Token;
use super::super::words::Purpose;

/// What stands between two dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Until,
    And,
}

/// The token after a dash or word that leads from one day to another.
pub(in crate::when) fn until_at(tokens: &[Token], at: usize) -> Option<usize> {
    joint(tokens, at).and_then(|(joint, to)| (joint == Joint::Until).then_some(to))
}

/// What stands between two dates, and the token after it.
pub(super) fn joint(tokens: &[Token], at: usize) -> Option<(Joint, usize)> {
    let token = tokens.get(at)?;
    if ['-', '–', '~'].into_iter().any(|mark| token.is(mark)) {
        return Some((Joint::Until, at + 1));
    }
    let and = |word: &str| {
        matches!(
            word,
            "and"
                | "und"
                | "et"
                | "y"
                | "e"
                | "ve"
                | "en"
                | "och"
                | "og"
                | "ja"
                | "oraz"
                | "и"
                | "та"
                | "і"
                | "και"
                | "si"
                | "i"
                | "dan"
                | "و"
        )
    };
    if token.is(',')
        || token.is('/')
        || token.is('+')
        || token.is('&')
        || token.word().is_some_and(and)
    {
        let next = at + 1;
        // “4, 5 and 6”.
        let more = tokens.get(next).and_then(Token::word).is_some_and(and);
        return Some((Joint::And, next + usize::from(more)));
    }
    let mut next = Purpose::Until.phrases().past(tokens, at)?;
    while let Some(to) = Purpose::On.phrases().past(tokens, next) {
        next = to;
    }
    Some((Joint::Until, next))
}
