//! JSON read forwards in one pass, without a tree (RFC 8259).
//!
//! It is strict and has no words for what is wrong: everything answers `None` for what is not JSON, and for the
//! few things that are rare and would cost code in the page: a name with an escape, a number with an exponent,
//! `-0`, nesting past 32. Who wants to know more reads the text again with serde.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::{Map, Value};

/// How deep lists and objects may stand in each other.
const DEEPEST: u8 = 32;

/// What [`Json::member_like`] finds.
pub enum Member<'a> {
    /// No member any more.
    None,
    /// One of the name that was likely.
    Likely,
    /// One of another name.
    Named(&'a str),
}

/// A text, and how far it has been read.
pub struct Json<'a> {
    pub(crate) text: &'a str,
    /// The text again, where parts of it are to be shared.
    pub(crate) whole: Option<&'a Arc<String>>,
    pub(crate) at: usize,
    depth: u8,
    /// Whether something stands before the next member or item.
    begun: bool,
}

impl<'a> Json<'a> {
    /// Stands before the text's value.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            whole: None,
            at: 0,
            depth: 0,
            begun: false,
        }
    }

    /// Stands before the value of a text whose parts are to be shared.
    pub fn of(whole: &'a Arc<String>) -> Self {
        Self {
            whole: Some(whole),
            ..Self::new(whole)
        }
    }

    #[inline]
    pub(crate) fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next value's first byte, or the mark that comes instead; 0 at the end.
    pub fn peek(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\n' | b'\t' | b'\r') {
            self.at += 1;
        }
        self.byte()
    }

    /// Goes past a mark, if it comes next.
    #[inline]
    pub(crate) fn pass(&mut self, mark: u8) -> Option<()> {
        (self.peek() == mark).then(|| self.at += 1)
    }

    /// How many bytes have not been read.
    pub fn left(&self) -> usize {
        self.text.len() - self.at
    }

    /// Nothing but white space is left.
    pub fn end(&mut self) -> Option<()> {
        self.peek();
        (self.at == self.text.len()).then_some(())
    }

    /// Goes past a word, if it comes next.
    pub(crate) fn word(&mut self, word: &str) -> Option<()> {
        self.peek();
        let found = self
            .text
            .as_bytes()
            .get(self.at..)?
            .starts_with(word.as_bytes());
        found.then(|| self.at += word.len())
    }

    /// Goes past `null`, if it comes next.
    pub fn null(&mut self) -> bool {
        self.peek() == b'n' && self.word("null").is_some()
    }

    /// Goes into an object, whose members [`member`](Self::member) names one by one.
    pub fn object(&mut self) -> Option<()> {
        self.open(b'{')
    }

    /// The name of the next member, whose value comes next; `Some(None)` past the object's end.
    pub fn member(&mut self) -> Option<Option<&'a str>> {
        Some(match self.member_like("")? {
            Member::None => None,
            Member::Likely => Some(""),
            Member::Named(name) => Some(name),
        })
    }

    /// The same where a name is likely, which is then sooner told.
    pub fn member_like(&mut self, likely: &str) -> Option<Member<'a>> {
        if !self.more(b'}')? {
            return Some(Member::None);
        }
        let member = if self.passes(likely) {
            Member::Likely
        } else if let Cow::Borrowed(name) = self.text()? {
            Member::Named(name)
        } else {
            return None;
        };
        self.pass(b':')?;
        Some(member)
    }

    /// Goes past a name in its quotes, if it comes next.
    #[inline]
    fn passes(&mut self, name: &str) -> bool {
        self.peek();
        let next = self.text.as_bytes().get(self.at..self.at + name.len() + 2);
        let [b'"', next @ .., b'"'] = next.unwrap_or_default() else {
            return false;
        };
        let passes = next
            .iter()
            .zip(name.as_bytes())
            .all(|(one, other)| one == other);
        self.at += usize::from(passes) * (name.len() + 2);
        passes
    }

    /// Goes into an array.
    pub fn array(&mut self) -> Option<()> {
        self.open(b'[')
    }

    /// Whether an item comes next, which then must be read; `Some(false)` past the array's end.
    pub fn item(&mut self) -> Option<bool> {
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

    /// Any value, as serde has it.
    // Compiled where it is used, and as small as that: it is rare.
    #[inline]
    pub fn value(&mut self) -> Option<Value> {
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

#[cfg(test)]
mod tests;
