//! Quotation marks.

use crate::when::tokens::Token;

/// The marks around what is quoted, opening and closing; not those that may be apostrophes.
pub const MARKS: [char; 10] = ['"', '“', '”', '„', '«', '»', '「', '」', '『', '』'];

/// Whether a token is such a mark.
pub fn is_mark(token: &Token) -> bool {
    MARKS.into_iter().any(|mark| token.is(mark))
}
