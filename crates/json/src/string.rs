//! Strings, borrowed where they have no escapes.

use std::borrow::Cow;

use crate::{Json, Text};

impl<'a> Json<'a> {
    /// A text; borrowed, unless it has escapes.
    #[inline]
    pub fn text(&mut self) -> Option<Cow<'a, str>> {
        self.pass(b'"')?;
        let start = self.at;
        self.at = special(self.text.as_bytes(), start)?;
        if self.byte() == b'"' {
            let text = self.text.get(start..self.at)?;
            self.at += 1;
            return Some(Cow::Borrowed(text));
        }
        self.escaped(start).map(Cow::Owned)
    }

    /// A text that may go on living: a part of the whole, unless it has escapes. None for `null` or a blank one, and
    /// no answer for one that does not fit.
    pub fn shared(&mut self, fits: fn(&str) -> bool) -> Option<Option<Text>> {
        if self.null() {
            return Some(None);
        }
        let text = self.text()?;
        if is_blank(&text) {
            return Some(None);
        }
        fits(&text).then_some(())?;
        Some(Some(match (text, self.whole) {
            (Cow::Borrowed(part), Some(whole)) => {
                let end = self.at - 1;
                Text::part(whole, end - part.len()..end)
            }
            (text, _) => Text::from(&*text),
        }))
    }

    /// The rest of a text that has escapes; it begins at `start`.
    #[cold]
    fn escaped(&mut self, mut start: usize) -> Option<String> {
        let mut written = String::new();
        loop {
            written.push_str(self.text.get(start..self.at)?);
            let sign = self.byte();
            self.at += 1;
            match sign {
                b'"' => return Some(written),
                b'\\' => written.push(self.escape()?),
                _ => return None,
            }
            start = self.at;
            self.at = special(self.text.as_bytes(), start)?;
        }
    }

    /// The character an escape stands for; of two halves of one, both are read.
    #[cold]
    #[inline(never)]
    fn escape(&mut self) -> Option<char> {
        let sign = self.byte();
        self.at += 1;
        Some(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                if !(0xd800..0xdc00).contains(&unit) {
                    return char::from_u32(unit);
                }
                self.word("\\u")?;
                let low = self.unit()?;
                let fits = (0xdc00..0xe000).contains(&low);
                return char::from_u32(0x1_0000 + ((unit - 0xd800) << 10) + low - 0xdc00)
                    .filter(|_| fits);
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    #[cold]
    #[inline(never)]
    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
        self.at += 4;
        digits.iter().try_fold(0, |unit, digit| {
            Some(unit * 16 + char::from(*digit).to_digit(16)?)
        })
    }
}

fn is_blank(text: &str) -> bool {
    let begins = text.as_bytes().first();
    !begins.is_some_and(u8::is_ascii_graphic) && text.chars().all(char::is_whitespace)
}

/// Where the first quote, backslash or control character stands, from a place on.
///
/// Eight bytes are looked at as one number (Mycroft's test for a zero byte, as in Warren, “Hacker's Delight”, 6–1): a
/// subtraction borrows from the byte above only past the first byte that is found, so that one is right.
#[inline]
fn special(bytes: &[u8], mut at: usize) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let below = |word: u64, bound: u8| word.wrapping_sub(ONES * u64::from(bound)) & !word & HIGH;
    let same = |word: u64, byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let word = u64::from_le_bytes(*eight);
        let found = same(word, b'"') | same(word, b'\\') | below(word, b' ');
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?.iter();
    let found = rest
        .clone()
        .position(|byte| matches!(byte, b'"' | b'\\' | 0..=31))?;
    Some(at + found)
}
