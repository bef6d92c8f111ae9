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

/// What stands directly behind a number in a script without spaces: year, month, day, hour, minute.
const UNITS: [char; 18] = [
    '年', '月', '日', '号', '號', '時', '时', '点', '點', '分', '半', '秒', '년', '월', '일', '시',
    '분', '반',
];

/// Parts of the day, which stand directly before an hour in a script without spaces.
const PARTS: [&str; 15] = [
    "午前", "午後", "上午", "下午", "晚上", "中午", "早上", "正午", "오전", "오후", "夕方", "傍晚",
    "凌晨", "저녁", "아침",
];

/// Particles after an hour or a day in a script without spaces.
const PARTICLES: [&str; 6] = ["から", "まで", "より", "부터", "까지", "에서"];

/// Parts the last word, if it is one that a part of the day ends and a number follows directly.
fn split_last(tokens: &mut Vec<Token>, text: &str, from: usize) {
    let Some(last) = tokens
        .last()
        .filter(|last| last.at.end == from && last.word().is_some())
    else {
        return;
    };
    let (start, word) = (last.at.start, &text[last.at.clone()]);
    let Some(part) = PARTS
        .iter()
        .find(|part| word.ends_with(**part) && word.len() > part.len())
    else {
        return;
    };
    let cut = from - part.len();
    tokens.pop();
    for at in [start..cut, cut..from] {
        tokens.push(Token {
            kind: Kind::Word(fold(&text[at.clone()])),
            at,
        });
    }
}

/// Whether the last tokens, up to a byte of the text, are a number and the unit of an hour: “13時”.
fn is_hour(tokens: &[Token], text: &str, to: usize) -> bool {
    let Some([number, unit]) = tokens.last_chunk() else {
        return false;
    };
    let unit_is = ["時", "时", "点", "點", "시"].contains(&&text[unit.at.clone()]);
    number.digits() > 0 && unit_is && unit.at.end == to
}

/// An hour in Chinese numerals inside a word.
struct Numeral {
    /// The bytes of the numerals.
    at: Range<usize>,
    value: u32,
}

/// “下午三時”, “十二点半”: numerals from 1 to 24 directly before the unit of an hour, at the beginning of a word or behind a
/// part of the day. Elsewhere they may be of a name.
fn numeral(word: &str) -> Option<Numeral> {
    let start = PARTS.iter().find(|part| word.starts_with(**part));
    let start = start.map_or(0, |part| part.len());
    let rest = &word[start..];
    let length = rest.find(['時', '时', '点', '點'])?;
    let (mut value, mut ones) = (0, 0);
    for letter in rest[..length].chars() {
        match letter {
            '十' => {
                value += 10 * ones.max(1);
                ones = 0;
            }
            '两' | '兩' => ones = 2,
            _ => {
                let place = "一二三四五六七八九".chars().position(|one| one == letter)?;
                ones = place as u32 + 1;
            }
        }
    }
    let value = value + ones;
    (1..=24).contains(&value).then_some(Numeral {
        at: start..start + length,
        value,
    })
}

/// The length of the particle that a longer word begins with.
fn particle(word: &str) -> Option<usize> {
    let particle = PARTICLES
        .iter()
        .find(|particle| word.starts_with(**particle))?;
    (word.len() > particle.len()).then_some(particle.len())
}

/// Marks that only say in which direction a text runs, or how a symbol is drawn.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fe0f}')
}

/// The ASCII counterpart of a mark.
fn plain(mark: char) -> char {
    match mark {
        '：' | '﹕' | '∶' => ':',
        '，' | '、' | '،' => ',',
        '．' | '。' | '۔' => '.',
        '；' | '؛' => ';',
        '（' | '［' | '【' => '(',
        '）' | '］' | '】' => ')',
        '／' | '⁄' => '/',
        '～' | '〜' | '∼' => '~',
        '－' | '‐' | '‑' | '−' => '-',
        '—' | '―' | '─' | '‒' => '–',
        '｜' | '│' => '|',
        '’' | '‘' | 'ʼ' | '´' => '\'',
        '？' | '؟' => '?',
        '！' => '!',
        other => other,
    }
}

fn is_digit(letter: char) -> bool {
    digit(letter).is_some()
}

/// The digits of all scripts that count by ten and are in use (Unicode's category Nd).
fn digit(letter: char) -> Option<u32> {
    // Nearly all letters of a large table.
    if letter.is_ascii() {
        return letter.to_digit(10);
    }
    let zeros = [
        '٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '０',
    ];
    let values = zeros
        .into_iter()
        .filter_map(|zero| u32::from(letter).checked_sub(u32::from(zero)));
    values.filter(|value| *value < 10).min()
}

/// Marks that belong to the letter before them: accents, and vowel signs from Devanagari to Burmese.
fn is_joined(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{200d}')
        || matches!(letter, '\u{900}'..='\u{963}' | '\u{966}'..='\u{109f}') && !is_digit(letter)
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
