//! One piece of a text: a number, a word or a mark.

use std::ops::Range;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// The bytes it takes.
    pub at: Range<usize>,
}

/// What a piece of a text is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Digits, of whatever script.
    Number {
        /// What they say; `u32::MAX` when that is too much.
        value: u32,
        /// How many there are.
        digits: usize,
    },
    /// Letters, folded.
    Word(String),
    /// Anything else but a space.
    Mark(char),
}

impl Token {
    /// A number of at most so many digits.
    pub fn number(&self, most: usize) -> Option<u32> {
        match self.kind {
            Kind::Number { value, digits } if digits <= most => Some(value),
            _ => None,
        }
    }

    /// How many digits a number has; 0 for what is none.
    pub fn digits(&self) -> usize {
        match self.kind {
            Kind::Number { digits, .. } => digits,
            _ => 0,
        }
    }

    /// The folded letters of a word.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it is this mark.
    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// The part of a text that tokens of it take, as it is written.
pub fn as_written<'t>(text: &'t str, tokens: &[Token]) -> &'t str {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => text.get(first.at.start..last.at.end).unwrap_or_default(),
        _ => "",
    }
}
