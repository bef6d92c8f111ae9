//! Why a file is no event file, in English sentences for a terminal.

use event_file::read::NotAnEventFile;
use texts::Words;

/// Why a file is no event file, and where.
pub fn not_an_event_file(fault: &NotAnEventFile) -> String {
    let words = Words::english();
    plain(&fault.sentence(|key, values| words.text(key, values)))
}

/// A sentence without the marks that keep directions of writing apart on a page.
pub fn plain(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}
