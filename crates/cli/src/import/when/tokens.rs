//! A text in words, numbers and marks, each with the place where it stands.

use std::ops::Range;

use fold::fold;

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

/// The pieces of a text, in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((from, first)) = letters.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut to = from + first.len_utf8();
        let mut more = |wanted: fn(char) -> bool| {
            while let Some((at, letter)) = letters.next_if(|(_, letter)| wanted(*letter)) {
                to = at + letter.len_utf8();
            }
        };
        let kind = if is_digit(first) {
            more(is_digit);
            let digits = text[from..to].chars().filter_map(digit);
            Kind::Number {
                value: digits
                    .clone()
                    .try_fold(0_u32, |value, digit| {
                        value.checked_mul(10)?.checked_add(digit)
                    })
                    .unwrap_or(u32::MAX),
                digits: digits.count(),
            }
        } else if first.is_alphabetic() {
            more(|letter| letter.is_alphabetic() || is_joined(letter));
            Kind::Word(fold(&text[from..to]))
        } else {
            Kind::Mark(first)
        };
        tokens.push(Token { kind, at: from..to });
    }
    tokens
}

fn is_digit(letter: char) -> bool {
    digit(letter).is_some()
}

/// Western, Arabic, Persian, Devanagari and full-width digits.
fn digit(letter: char) -> Option<u32> {
    let zero = match letter {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(u32::from(letter) - u32::from(zero))
}

/// Marks that belong to the letter before them.
fn is_joined(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_pieces() {
        let number = |value, digits| Kind::Number { value, digits };
        let word = |word: &str| Kind::Word(word.to_owned());
        let kinds: Vec<Kind> = tokens("Sáb 04/11, 14h30 ٤")
            .into_iter()
            .map(|token| token.kind)
            .collect();
        let expected = [
            word("sab"),
            number(4, 2),
            Kind::Mark('/'),
            number(11, 2),
            Kind::Mark(','),
            number(14, 2),
            word("h"),
            number(30, 2),
            number(4, 1),
        ];
        assert_eq!(kinds, expected);
        assert_eq!(tokens("99999999999")[0].number(11), Some(u32::MAX));
    }
}
