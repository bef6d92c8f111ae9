//! Tables of words and of words in a row, looked up among the tokens of a text.

use rustc_hash::FxHashMap;

use super::tokens::{Token, tokens};

/// The most letters that a particle adds to a word in scripts without spaces: “토요일에”.
const LONGEST_PARTICLE: usize = 3;

/// Phrases and what each means; one phrase may mean several things in different languages.
#[derive(Debug)]
pub struct Phrases<V>(FxHashMap<String, Vec<Phrase<V>>>);

#[derive(Debug)]
struct Phrase<V> {
    /// The words after the first.
    rest: Vec<String>,
    meanings: Vec<V>,
}

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<V> Phrases<V> {
    /// Adds a phrase as people write it; marks between its words do not count.
    pub fn add(&mut self, text: &str, meaning: V) {
        let tokens = tokens(text);
        let mut words = tokens.iter().filter_map(Token::word).map(str::to_owned);
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        let same_start = self.0.entry(first).or_default();
        match same_start.iter_mut().find(|phrase| phrase.rest == rest) {
            Some(phrase) => phrase.meanings.push(meaning),
            None => {
                same_start.push(Phrase {
                    rest,
                    meanings: vec![meaning],
                });
                same_start.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
            }
        }
    }

    /// The longest phrase that begins at a token: what it means, and the token after it.
    pub fn at(&self, tokens: &[Token], from: usize) -> Option<(&[V], usize)> {
        let word = tokens.get(from)?.word()?;
        let phrases = self.0.get(word).or_else(|| self.without_particle(word))?;
        phrases.iter().find_map(|phrase| {
            let mut at = from + 1;
            for word in &phrase.rest {
                while tokens.get(at).is_some_and(is_joint) {
                    at += 1;
                }
                (tokens.get(at)?.word()? == word).then_some(())?;
                at += 1;
            }
            Some((phrase.meanings.as_slice(), at))
        })
    }

    /// Whether one of the phrases stands anywhere among tokens.
    pub fn within(&self, tokens: &[Token]) -> bool {
        (0..tokens.len()).any(|at| self.past(tokens, at).is_some())
    }

    /// Whether a phrase begins at a token: the token after it.
    pub fn past(&self, tokens: &[Token], from: usize) -> Option<usize> {
        self.at(tokens, from).map(|(_, to)| to)
    }

    /// A word of a script without spaces, the particle at its end left out.
    fn without_particle(&self, word: &str) -> Option<&Vec<Phrase<V>>> {
        let first = word.chars().next()?;
        if u32::from(first) < 0x0e00 {
            return None;
        }
        let mut ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(2).collect();
        ends.reverse();
        let mut ends = ends.into_iter().take(LONGEST_PARTICLE);
        ends.find_map(|end| self.0.get(&word[..end]))
    }
}

/// Marks that may stand between the words of a phrase.
fn is_joint(token: &Token) -> bool {
    ['.', '-', '/', '\'', '’', '\u{200c}', '·', '׳']
        .into_iter()
        .any(|mark| token.is(mark))
}
