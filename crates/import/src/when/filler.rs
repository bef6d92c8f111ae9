//! What is around dates and times and says nothing more.

use super::tokens::Token;
use super::words::Purpose;

/// What stands around dates and times and says nothing more: the token after it.
pub fn filler(tokens: &[Token], from: usize) -> Option<usize> {
    const MARKS: [char; 13] = [
        ',', '.', ';', ':', '(', ')', '-', '–', '|', '@', '\'', '·', '~',
    ];
    let token = tokens.get(from)?;
    if MARKS.into_iter().any(|mark| token.is(mark)) {
        return Some(from + 1);
    }
    let purposes = [Purpose::Around, Purpose::Hour, Purpose::Before, Purpose::On];
    let ends = purposes
        .into_iter()
        .filter_map(|purpose| purpose.phrases().past(tokens, from));
    ends.max()
}
