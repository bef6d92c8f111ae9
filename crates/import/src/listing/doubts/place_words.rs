//! Words written small that tell where something is: “near the old mill”, “palais de justice”.

use std::collections::HashSet;
use std::sync::LazyLock;

use fold::fold;

use crate::words::list::in_lines;

/// Which words stand in what tells where, folded: only first, or anywhere.
struct Words {
    before: HashSet<String>,
    within: HashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let of = |wanted: &str| {
        let words = in_lines(include_str!("place_words.txt"));
        let own = words.filter(|(name, ..)| *name == wanted);
        own.map(|(.., word)| fold(&word)).collect()
    };
    Words {
        before: of("before"),
        within: of("in"),
    }
});

/// Whether a text begins or is written as one that tells where something is.
pub fn tells_where(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .flat_map(|word| {
            // “l'inspection”.
            let (article, name) = word.rsplit_once('\'').unwrap_or(("", word));
            [article, name]
        })
        .filter(|word| !word.is_empty())
        .peekable();
    let first = words.peek().copied().unwrap_or_default();
    WORDS.before.contains(first) || words.any(|word| WORDS.within.contains(word))
}
