//! How a letter begins: “Hei!”, “Salut à tous,”. Villages are called like some of these words.

use super::line::Line;
use crate::import::when::tokens::tokens;
use crate::import::when::words::Purpose;

/// Whether a text begins like a letter, or calls out, and so names no place.
pub fn may_greet(text: &str) -> bool {
    begins(text) || text.trim_end().ends_with(['!', '！'])
}

/// Whether a line greets, and says nothing else.
pub fn greets(line: &Line) -> bool {
    /// A line of more words goes on.
    const FEW: usize = 3;
    let text = line.text.trim_end();
    let ends = text.ends_with([',', '!', '，', '！', '،']);
    let few = text.split_whitespace().count() <= FEW;
    let says = line.says_when() || line.has_date() || line.texts().all.len() > 1;
    begins(text) && !says && (few || ends)
}

fn begins(text: &str) -> bool {
    Purpose::Greeting.phrases().past(&tokens(text), 0).is_some()
}
