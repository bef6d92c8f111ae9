//! JSON read forwards in one pass, without a tree (RFC 8259).
//!
//! It is strict and has no words for what is wrong: everything answers `None` for what is not JSON, and for the
//! few things that are rare and would cost code in the page: a name with an escape, a number with an exponent,
//! `-0`, nesting past 32. Who wants to know more reads the text again with serde.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::{Map, Number, Value};

use crate::event::Text;
use crate::number;

/// How deep lists and objects may stand in each other.
const DEEPEST: u8 = 32;

/// A text, and how far it has been read.
pub(crate) struct Json<'a> {
    text: &'a str,
    /// The text again, where parts of it are to be shared.
    whole: Option<&'a Arc<String>>,
    at: usize,
    depth: u8,
    /// Whether something stands before the next member or item.
    begun: bool,
}

impl<'a> Json<'a> {
    /// Stands before the text's value.
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            whole: None,
            at: 0,
            depth: 0,
            begun: false,
        }
    }

    /// Stands before the value of a text whose parts are to be shared.
    pub(crate) fn of(whole: &'a Arc<String>) -> Self {
        Self {
            whole: Some(whole),
            ..Self::new(whole)
        }
    }

    #[inline]
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next value's first byte, or the mark that comes instead; 0 at the end.
    #[inline]
    pub(crate) fn peek(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\n' | b'\t' | b'\r') {
            self.at += 1;
        }
        self.byte()
    }

    /// Goes past a mark, if it comes next.
    #[inline]
    fn pass(&mut self, mark: u8) -> Option<()> {
        (self.peek() == mark).then(|| self.at += 1)
    }

    /// How many bytes have not been read.
    pub(crate) fn left(&self) -> usize {
        self.text.len() - self.at
    }

    /// Nothing but white space is left.
    pub(crate) fn end(&mut self) -> Option<()> {
        self.peek();
        (self.at == self.text.len()).then_some(())
    }

    /// Goes past a word, if it comes next.
    fn word(&mut self, word: &str) -> Option<()> {
        self.peek();
        let found = self
            .text
            .as_bytes()
            .get(self.at..)?
            .starts_with(word.as_bytes());
        found.then(|| self.at += word.len())
    }

    /// Goes past `null`, if it comes next.
    #[inline]
    pub(crate) fn null(&mut self) -> bool {
        self.peek() == b'n' && self.word("null").is_some()
    }

    /// Goes into an object, whose members [`member`](Self::member) names one by one.
    pub(crate) fn object(&mut self) -> Option<()> {
        self.open(b'{')
    }

    /// The name of the next member, whose value comes next; `Some(None)` past the object's end.
    #[inline]
    pub(crate) fn member(&mut self) -> Option<Option<&'a str>> {
        if !self.more(b'}')? {
            return Some(None);
        }
        let Cow::Borrowed(name) = self.text()? else {
            return None;
        };
        self.pass(b':')?;
        Some(Some(name))
    }

    /// Goes into an array.
    pub(crate) fn array(&mut self) -> Option<()> {
        self.open(b'[')
    }

    /// Whether an item comes next, which then must be read; `Some(false)` past the array's end.
    pub(crate) fn item(&mut self) -> Option<bool> {
        self.more(b']')
    }

    fn open(&mut self, mark: u8) -> Option<()> {
        self.pass(mark)?;
        self.begun = false;
        self.depth += 1;
        (self.depth <= DEEPEST).then_some(())
    }

    /// Goes past the comma before one more, or past the mark at the end.
    #[inline]
    fn more(&mut self, close: u8) -> Option<bool> {
        let next = self.peek();
        if next == close {
            self.at += 1;
            self.depth -= 1;
        } else if self.begun {
            self.pass(b',')?;
        }
        // What was gone into has begun what it stands in.
        self.begun = true;
        Some(next != close)
    }

    /// A text; borrowed, unless it has escapes.
    #[inline]
    pub(crate) fn text(&mut self) -> Option<Cow<'a, str>> {
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

    /// A text that may go on living: a part of the whole, unless it has escapes.
    #[inline]
    pub(crate) fn shared(&mut self) -> Option<Text> {
        match (self.text()?, self.whole) {
            (Cow::Borrowed(part), Some(whole)) => {
                let end = self.at - 1;
                Text::within(whole, end - part.len()..end)
            }
            (text, _) => Some(Text::from(&*text)),
        }
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
    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
        self.at += 4;
        digits.iter().try_fold(0, |unit, digit| {
            Some(unit * 16 + char::from(*digit).to_digit(16)?)
        })
    }

    /// A number, to the last bit.
    pub(crate) fn number(&mut self) -> Option<Number> {
        let negative = self.peek() == b'-';
        self.at += usize::from(negative);
        let first = self.at;
        let whole = self.digits(0)?;
        // Nothing stands before a number's first digit, not even a zero.
        if self.text.as_bytes().get(first) == Some(&b'0') && self.at > first + 1 {
            return None;
        }
        if self.byte() != b'.' {
            let number = whole.0;
            if matches!(self.byte(), b'e' | b'E') || negative && number == 0 {
                return None;
            }
            return Some(if negative {
                Number::from(0_i64.checked_sub_unsigned(number)?)
            } else {
                Number::from(number)
            });
        }
        self.at += 1;
        let (digits, places) = self.digits(whole.0)?;
        if matches!(self.byte(), b'e' | b'E') || digits == 0 && negative {
            return None;
        }
        let value = number::quotient(digits, places)?;
        Number::from_f64(if negative { -value } else { value })
    }

    /// At least one digit, after those of `number`; and how many.
    fn digits(&mut self, mut number: u64) -> Option<(u64, u8)> {
        let mut count = 0;
        while let digit @ b'0'..=b'9' = self.byte() {
            let digit = u64::from(digit - b'0');
            number = match number {
                // Whatever the digit, it fits; the check is slow.
                0..1_000_000_000_000_000_000 => number * 10 + digit,
                _ => number.checked_mul(10)?.checked_add(digit)?,
            };
            (self.at, count) = (self.at + 1, count + 1);
        }
        (count > 0).then_some((number, count))
    }

    /// Any value, as serde has it.
    pub(crate) fn value(&mut self) -> Option<Value> {
        Some(match self.peek() {
            b'"' => Value::String(self.text()?.into_owned()),
            b'{' => {
                let mut members = Map::new();
                self.object()?;
                while let Some(name) = self.member()? {
                    members.insert(name.to_owned(), self.value()?);
                }
                Value::Object(members)
            }
            b'[' => {
                let mut items = Vec::new();
                self.array()?;
                while self.item()? {
                    items.push(self.value()?);
                }
                Value::Array(items)
            }
            b'n' => self.word("null").map(|()| Value::Null)?,
            b't' => self.word("true").map(|()| Value::Bool(true))?,
            b'f' => self.word("false").map(|()| Value::Bool(false))?,
            _ => Value::Number(self.number()?),
        })
    }
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

#[cfg(test)]
mod tests;
