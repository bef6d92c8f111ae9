//! Lines and columns of a text, as people count them.

use std::ops::Range;

/// A place in a file for people: line and character, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub struct Spot {
    pub line: usize,
    pub column: usize,
}

/// How many bytes are counted together.
const BLOCK: usize = 4096;

/// Where the lines of a text begin.
pub(super) struct Lines {
    /// For each line the byte at which it begins.
    starts: Vec<usize>,
    /// How many characters begin before each [`BLOCK`] of bytes: a line may be the whole file, so they are not counted
    /// each time.
    letters: Vec<usize>,
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let blocks = text.as_bytes().chunks(BLOCK);
        let counted = blocks.scan(0, |before, block| {
            *before += letters(block);
            Some(*before)
        });
        Self {
            starts: std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect(),
            letters: std::iter::once(0).chain(counted).collect(),
        }
    }

    /// Line and column of a byte; a byte order mark is in no column.
    pub(super) fn spot(&self, text: &str, at: usize) -> Spot {
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let start = self.starts[line - 1];
        let mark = usize::from(line == 1 && at > 0 && text.starts_with('\u{feff}'));
        Spot {
            line,
            column: self.letters_before(text, at) - self.letters_before(text, start) - mark + 1,
        }
    }

    fn letters_before(&self, text: &str, at: usize) -> usize {
        let block = at / BLOCK;
        let counted = self.letters.get(block).copied().unwrap_or_default();
        let rest = text.as_bytes().get(block * BLOCK..at);
        counted + letters(rest.unwrap_or_default())
    }

    /// The byte at a line and column, both counted from 1.
    pub(super) fn byte(&self, text: &str, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.max(1) - 1);
        let start = start.copied().unwrap_or(text.len());
        let mut letters = text[start..].char_indices();
        let at = letters.nth(column.max(1) - 1);
        at.map_or(text.len(), |(at, _)| start + at)
    }

    /// The bytes of a line, counted from 1, without its break.
    pub(super) fn range(&self, text: &str, line: usize) -> Range<usize> {
        let start = self.starts[line - 1];
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        start..start + text[start..end].trim_end_matches(['\n', '\r']).len()
    }
}

/// How many characters begin in these bytes of UTF-8.
fn letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}
