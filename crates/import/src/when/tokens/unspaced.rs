//! Hours and days in scripts that put no spaces between words: “午後2時”, “下午三時”, “오후 2시부터”.

use std::ops::Range;

use fold::fold;

use super::token::{Kind, Token};

/// What stands directly behind a number in a script without spaces: year, month, day, hour, minute.
pub(super) const UNITS: [char; 18] = [
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
pub(super) fn split_last(tokens: &mut Vec<Token>, text: &str, from: usize) {
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
pub(super) fn is_hour(tokens: &[Token], text: &str, to: usize) -> bool {
    let Some([number, unit]) = tokens.last_chunk() else {
        return false;
    };
    let unit_is = ["時", "时", "点", "點", "시"].contains(&&text[unit.at.clone()]);
    number.digits() > 0 && unit_is && unit.at.end == to
}

/// An hour in Chinese numerals inside a word.
pub(super) struct Numeral {
    /// The bytes of the numerals.
    pub(super) at: Range<usize>,
    /// The hour that they say.
    pub(super) value: u32,
}

/// “下午三時”, “十二点半”: numerals from 1 to 24 directly before the unit of an hour, at the beginning of a word or behind a
/// part of the day. Elsewhere they may be of a name.
pub(super) fn numeral(word: &str) -> Option<Numeral> {
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
pub(super) fn particle(word: &str) -> Option<usize> {
    let particle = PARTICLES
        .iter()
        .find(|particle| word.starts_with(**particle))?;
    (word.len() > particle.len()).then_some(particle.len())
}
