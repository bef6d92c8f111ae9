//! A text of an event: a stretch of the file it was read from, shared with all others, or one of its own.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::num::NonZeroU32;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// A text that costs next to nothing to read and to clone: it keeps the file it is a stretch of.
#[derive(Clone)]
pub struct Text {
    /// `None` for the empty text.
    whole: Option<Arc<String>>,
    from: u32,
    /// One more than where it ends, so that a text that is not there needs no room of its own.
    past: NonZeroU32,
}

impl Text {
    /// A stretch of a larger text, in bytes. One that is not there, or cuts a letter, is empty.
    pub fn part(whole: &Arc<String>, stretch: Range<usize>) -> Self {
        let past = |end: usize| u32::try_from(end + 1).ok().and_then(NonZeroU32::new);
        match (u32::try_from(stretch.start), past(stretch.end)) {
            (Ok(from), Some(past)) if stretch.start <= stretch.end => Self {
                whole: Some(whole.clone()),
                from,
                past,
            },
            // Past four gigabytes there is room for a text of its own only.
            _ => whole.get(stretch).unwrap_or_default().into(),
        }
    }

    /// How many bytes it has; the text itself, which may lie far away in memory, is not looked at.
    pub fn len(&self) -> usize {
        (self.past.get() - 1 - self.from) as usize
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        let stretch = self.from as usize..self.past.get() as usize - 1;
        match &self.whole {
            Some(whole) => whole.get(stretch).unwrap_or_default(),
            None => "",
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self {
            whole: None,
            from: 0,
            past: NonZeroU32::MIN,
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        let past = u32::try_from(text.len() + 1).ok().and_then(NonZeroU32::new);
        match past {
            Some(past) if !text.is_empty() => Self {
                whole: Some(Arc::new(text)),
                from: 0,
                past,
            },
            // A text of four gigabytes is none.
            _ => Self::default(),
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().to_owned()
    }
}

impl Deref for Text {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stretch: Range<usize>, expected: &str) {
        let whole = Arc::new("Ligne « A »".to_owned());
        let text = Text::part(&whole, stretch);
        assert_eq!(text, *expected);
    }

    #[test]
    fn a_stretch_of_a_larger_text() {
        check(0..5, "Ligne");
        check(6..8, "«");
        check(3..3, "");
        check(0..7, "");
        check(7..8, "");
        check(0..99, "");
    }

    #[test]
    fn texts_are_the_same_whatever_they_are_part_of() {
        let whole = Arc::new("a march, a march".to_owned());
        let (one, other) = (Text::part(&whole, 2..7), Text::part(&whole, 11..16));
        assert_eq!(one, other);
        assert_eq!(one, *"march");
        assert_eq!(Text::from(""), Text::default());
        let (a, b) = (Text::from("a"), Text::from("b"));
        assert!(a < b);
        assert_eq!(format!("{one:?}"), "\"march\"");
    }

    #[test]
    fn a_text_that_is_not_there_needs_no_room() {
        assert_eq!(size_of::<Option<Text>>(), size_of::<Text>());
    }
}
