//! The files of a site: their paths, and what is in them.

use std::collections::BTreeMap;

use crate::picture::Picture;

/// The files of a site by their paths: relative, parted by `/`, of letters that every file system takes.
pub type Files = BTreeMap<String, Content>;

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What a [`Painter`](crate::picture::Painter) makes of it. A file of this path that is there already is the same.
    Picture(Picture),
}

/// A text file. Characters that neither HTML nor XML 1.0 (section 2.2) may hold, in whatever notation, are left out.
pub(crate) fn text(mut text: String) -> Content {
    let forbidden = |c: char| {
        (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(forbidden) {
        text.retain(|c| !forbidden(c));
    }
    Content::Bytes(text.into_bytes())
}
