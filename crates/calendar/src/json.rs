//! JSON read forwards in one pass, without a tree (RFC 8259).
//!
//! It is strict and has no words for what is wrong: everything answers `None` for what is not JSON, and for the
//! few things that are rare and would cost code in the page: a name with an escape, a number with an exponent,
//! `-0`, nesting past 32. Who wants to know more reads the text again with serde.

use std::borrow::Cow;

use serde_json::{Map, Number, Value};

use crate::number;

/// How deep lists and objects may stand in each other.
const DEEPEST: u8 = 32;

/// A text, and how far it has been read.
pub(crate) struct Json<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
}

impl<'a> Json<'a> {
    /// Stands before the text's value.
    pub(crate) fn new(text: &'a str) -> Self {
        let (at, depth) = (0, 0);
        Self { text, at, depth }
    }

    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next value's first byte, or the mark that comes instead; 0 at the end.
    pub(crate) fn peek(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\n' | b'\t' | b'\r') {
            self.at += 1;
        }
        self.byte()
    }

    /// Goes past a mark, if it comes next.
    fn pass(&mut self, mark: u8) -> Option<()> {
        (self.peek() == mark).then(|| self.at += 1)
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
    pub(crate) fn null(&mut self) -> bool {
        self.peek() == b'n' && self.word("null").is_some()
    }

    /// An object's members, each by its name: `member` reads the value.
    pub(crate) fn members(
        &mut self,
        member: &mut dyn FnMut(&mut Self, &'a str) -> Option<()>,
    ) -> Option<()> {
        self.list(b'{', b'}', &mut |json| {
            let Cow::Borrowed(name) = json.text()? else {
                return None;
            };
            json.pass(b':')?;
            member(json, name)
        })
    }

    /// An array's items: `item` reads one.
    pub(crate) fn items(&mut self, item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.list(b'[', b']', item)
    }

    fn list(
        &mut self,
        open: u8,
        close: u8,
        item: &mut dyn FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.pass(open)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        if self.pass(close).is_none() {
            loop {
                item(self)?;
                if self.pass(b',').is_none() {
                    break;
                }
            }
            self.pass(close)?;
        }
        self.depth -= 1;
        Some(())
    }

    /// A text; borrowed, unless it has escapes.
    pub(crate) fn text(&mut self) -> Option<Cow<'a, str>> {
        self.pass(b'"')?;
        let mut written = String::new();
        loop {
            let start = self.at;
            let length = self
                .text
                .as_bytes()
                .get(start..)?
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\\' | 0..=31))?;
            let part = self.text.get(start..start + length)?;
            self.at = start + length + 1;
            match self.text.as_bytes().get(start + length)? {
                b'"' if written.is_empty() => return Some(Cow::Borrowed(part)),
                b'"' => return Some(Cow::Owned(written + part)),
                b'\\' => {
                    written.push_str(part);
                    written.push(self.escape()?);
                }
                _ => return None,
            }
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
            number = number
                .checked_mul(10)?
                .checked_add(u64::from(digit - b'0'))?;
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
                self.members(&mut |json, name| {
                    members.insert(name.to_owned(), json.value()?);
                    Some(())
                })?;
                Value::Object(members)
            }
            b'[' => {
                let mut items = Vec::new();
                self.items(&mut |json| {
                    items.push(json.value()?);
                    Some(())
                })?;
                Value::Array(items)
            }
            b'n' => self.word("null").map(|()| Value::Null)?,
            b't' => self.word("true").map(|()| Value::Bool(true))?,
            b'f' => self.word("false").map(|()| Value::Bool(false))?,
            _ => Value::Number(self.number()?),
        })
    }
}

#[cfg(test)]
mod tests;
