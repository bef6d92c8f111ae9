//! A text in words, numbers and marks, each with the place where it stands.

mod signs;
mod token;
mod unspaced;

use std::ops::Range;

use fold::fold;

use self::signs::{digit, is_digit, is_joined, is_unseen, plain};
pub use self::token::{Kind, Token, as_written};
use self::unspaced::{UNITS, is_hour, numeral, particle, split_last};

/// The pieces of a text, in order. Marks of full width and of the Arabic script are given as their ASCII
/// counterparts, all dashes as `-` or `–`.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((from, first)) = letters.next() {
        if first.is_whitespace() || is_unseen(first) {
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
            let value = digits.clone().try_fold(0_u32, |value, digit| {
                value.checked_mul(10)?.checked_add(digit)
            });
            // “午後2時”: the part of the day stands directly before the hour.
            split_last(&mut tokens, text, from);
            Kind::Number {
                value: value.unwrap_or(u32::MAX),
                digits: digits.count(),
            }
        } else if first.is_alphabetic() {
            let after_number = matches!(
                tokens.last(),
                Some(Token {
                    kind: Kind::Number { .. },
                    ..
                })
            );
            let half = ['半', '반'].contains(&first) && is_hour(&tokens, text, from);
            let unit = after_number && UNITS.contains(&first) || half;
            if !unit {
                more(|letter| letter.is_alphabetic() || is_joined(letter));
                if let Some(numeral) = numeral(&text[from..to]) {
                    let (before, after) = (from + numeral.at.start, from + numeral.at.end);
                    let word = |at: Range<usize>| Token {
                        kind: Kind::Word(fold(&text[at.clone()])),
                        at,
                    };
                    if before > from {
                        tokens.push(word(from..before));
                    }
                    let kind = Kind::Number {
                        value: numeral.value,
                        digits: 1 + usize::from(numeral.value > 9),
                    };
                    let at = before..after;
                    tokens.push(Token { kind, at });
                    let unit = text[after..to].chars().next().map_or(0, char::len_utf8);
                    tokens.push(word(after..after + unit));
                    if after + unit < to {
                        tokens.push(word(after + unit..to));
                    }
                    continue;
                }
                if let Some(particle) = particle(&text[from..to]) {
                    let end = from + particle;
                    let kind = Kind::Word(fold(&text[from..end]));
                    tokens.push(Token {
                        kind,
                        at: from..end,
                    });
                    let kind = Kind::Word(fold(&text[end..to]));
                    tokens.push(Token { kind, at: end..to });
                    continue;
                }
            }
            Kind::Word(fold(&text[from..to]))
        } else {
            Kind::Mark(plain(first))
        };
        tokens.push(Token { kind, at: from..to });
    }
    tokens
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

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = tokens(text);
        let parts: Vec<&str> = tokens.iter().map(|token| &text[token.at.clone()]).collect();
        assert_eq!(parts.join(" "), expected, "{text}");
    }

    #[test]
    fn scripts_without_spaces_part_at_numbers() {
        check(
            "11月4日（土）午後2時から渋谷駅前",
            "11 月 4 日 （ 土 ） 午後 2 時 から 渋谷駅前",
        );
        check("13時半集合", "13 時 半 集合");
        check("土曜午後2時", "土曜 午後 2 時");
        check("오후2시부터 서울", "오후 2 시 부터 서울");
        check("14:00～16:00", "14 : 00 ～ 16 : 00");
        check("4 พฤศจิกายน ๒๕๖๖", "4 พฤศจิกายน ๒๕๖๖");
    }
}
