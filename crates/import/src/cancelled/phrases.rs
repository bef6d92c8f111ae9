//! The words that say whether an event takes place, found among the words of a text.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use event_file::event::Status;
use fold::fold;

use super::unspaced::{self, is_east_asian, is_east_asian_letter};
use crate::actions::is_action;
use crate::words::list::in_lines;

/// The words, by status and language.
const WORDS: &str = include_str!("../cancelled.txt");

/// A word, or a few in a row, and what they say.
pub(super) struct Phrase {
    /// Folded; `*` at the end of a word stands for any ending, [`GAP`] for a few words.
    pub(super) words: Vec<String>,
    /// `None` for words that turn a remark round.
    pub(super) status: Option<Status>,
    /// It says so only where it is all of a remark: “off”, but not “off the High Street”.
    pub(super) whole: bool,
    /// Of those, beside it may stand what was refused, who did it and when: “refused by the council on 27 Nov”.
    pub(super) refuses: bool,
}

pub(super) static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let words = in_lines(WORDS);
    words
        .map(|(status, _, words)| phrase(status, &words))
        .collect()
});

/// Words told from others by their marks alone, folded, and how they are written: the square Hoàn Kiếm is not “hoãn”.
static MARKED: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut marked: HashMap<String, Vec<String>> = HashMap::new();
    let words = in_lines(WORDS).filter(|(_, language, _)| *language == "vi");
    let words = words.map(|(.., word)| word);
    for word in words.filter(|word| !word.contains(' ')) {
        marked.entry(fold(&word)).or_default().push(word);
    }
    marked
});

/// The phrases by the letter their first word begins with, so that few are compared with a text.
static BY_LETTER: LazyLock<HashMap<char, Vec<usize>>> = LazyLock::new(|| {
    let mut by_letter: HashMap<char, Vec<usize>> = HashMap::new();
    for (at, phrase) in PHRASES.iter().enumerate() {
        let letter = phrase.words.first().and_then(|word| word.chars().next());
        by_letter
            .entry(letter.unwrap_or_default())
            .or_default()
            .push(at);
    }
    by_letter
});

/// The longest word of each phrase that states a status or a move, but not what people do (“rally off”).
static TELLING: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let stating = PHRASES.iter().filter(|phrase| phrase.status.is_some());
    let stating = stating.map(|phrase| phrase.words.clone());
    let moved = MOVED_TO.iter().map(|moved| words(moved));
    let longest = |words: Vec<String>| {
        let telling = words.into_iter().filter(|word| !is_action(word));
        telling.max_by_key(String::len)
    };
    let words = stating.chain(moved).filter_map(longest);
    let stems = words.map(|word| word.trim_end_matches('*').to_owned());
    AhoCorasick::new(stems).ok()
});

/// Whether a text may have one of the phrases, or of [`MOVED_TO`]: a word in it begins like the telling one. Most texts
/// have none, and need no closer look.
pub(super) fn may_speak(text: &str) -> bool {
    let Some(telling) = TELLING.as_ref() else {
        return true;
    };
    let text = joined(fold(text));
    let begins = |at: usize| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() || is_east_asian_letter(letter))
    };
    telling
        .find_overlapping_iter(&text)
        .any(|found| begins(found.start()))
}

/// Words that say that an event was moved; the last of them may go on.
pub(super) static MOVED_TO: LazyLock<Vec<String>> = LazyLock::new(|| {
    let phrases = in_lines(include_str!("moved.txt"));
    phrases.map(|(.., phrase)| phrase).collect()
});

/// In a phrase: some words that may stand between those of a verb, “fällt in diesem Jahr aus”.
const GAP: &str = "~";

/// The most words that a gap stands for.
const MOST_BETWEEN: usize = 5;

/// Words that no gap of a phrase stands for.
const NEGATIONS: [&str; 15] = [
    "nicht", "not", "no", "niet", "ikke", "inte", "ej", "nie", "ne", "pas", "non", "nao", "nu",
    "never", "не",
];

/// The phrases that may be in a text of these words, in their order.
pub(super) fn possible(words: &[String]) -> impl Iterator<Item = &'static Phrase> {
    // In a script without spaces a reason may stand before the word.
    let letters = words.iter().flat_map(|word| {
        let all = if is_east_asian(word) { usize::MAX } else { 1 };
        word.chars().take(all)
    });
    let found: BTreeSet<usize> = letters
        .filter_map(|letter| BY_LETTER.get(&letter))
        .flatten()
        .copied()
        .collect();
    let phrases = found.into_iter().filter_map(|at| PHRASES.get(at));
    phrases.filter(|phrase| !phrase.whole)
}

/// A phrase as the table of words has it.
fn phrase(status: &str, words: &str) -> Phrase {
    let bare = words.trim_start_matches(['=', '!']);
    Phrase {
        words: bare.split(' ').map(fold).collect(),
        status: named(status),
        whole: words.starts_with(['=', '!']),
        refuses: words.starts_with('!'),
    }
}

/// The status of a name in the event file.
fn named(name: &str) -> Option<Status> {
    let mut all = Status::ALL.into_iter();
    all.find(|(known, _)| *known == name)
        .map(|(_, status)| status)
}

/// “anul·lat”: a dot between two letters of a Catalan word parts nothing.
fn joined(folded: String) -> String {
    match folded.contains('·') {
        true => folded.replace("l·l", "ll"),
        false => folded,
    }
}

/// The folded words of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = joined(fold(text));
    let words = folded
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && !is_mark(letter));
    let words = words.filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    for word in &mut words {
        if let Some(written) = MARKED.get(word.as_str()) {
            let text = text.to_lowercase();
            if !written
                .iter()
                .any(|written| text.contains(written.as_str()))
            {
                // A word that is never looked for.
                word.push('\0');
            }
        }
    }
    words
}

/// Vowel signs of the scripts of South and South-East Asia: parts of a word, though no letters.
fn is_mark(letter: char) -> bool {
    matches!(u32::from(letter), 0x0900..=0x109f | 0x1780..=0x17ff)
}

impl Phrase {
    /// Where it stands among words, with those in its gaps.
    pub(super) fn at(&self, words: &[String]) -> Option<Range<usize>> {
        (0..words.len()).find_map(|from| {
            let count = matched(&self.words, &words[from..])?;
            Some(from..from + count)
        })
    }

    /// Whether it is these words.
    pub(super) fn fits(&self, window: &[String]) -> bool {
        matched(&self.words, window) == Some(window.len())
    }
}

/// How many words from the first on a pattern stands for.
fn matched(pattern: &[String], words: &[String]) -> Option<usize> {
    let Some((first, rest)) = pattern.split_first() else {
        return Some(0);
    };
    if first == GAP {
        // “fällt ~ aus” is not “fällt nicht aus”.
        let between = words.iter().take(MOST_BETWEEN);
        let between = between.take_while(|word| !NEGATIONS.contains(&word.as_str()));
        return (0..=between.count()).find_map(|gap| Some(gap + matched(rest, &words[gap..])?));
    }
    let (word, behind) = words.split_first()?;
    is_word(first, word).then_some(())?;
    Some(1 + matched(rest, behind)?)
}

fn is_word(pattern: &str, word: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        // Scripts without spaces, and Hangul: what inflects the word stands directly behind it.
        None if unspaced::is(pattern) => unspaced::fits(pattern, word),
        None if let Some(ending) = pattern.strip_prefix('*') => word.ends_with(ending),
        None => word == pattern,
    }
}

/// Whether a word outside these turns them round: “not cancelled”.
pub(super) fn is_negated(words: &[String], inside: Range<usize>) -> bool {
    let mut words = words.iter().enumerate();
    words.any(|(at, word)| !inside.contains(&at) && denies(word))
}

/// Whether a word is one such as “not”.
pub(super) fn denies(word: &str) -> bool {
    let is = |phrase: &Phrase| {
        phrase.status.is_none() && phrase.words.first().is_some_and(|own| own == word)
    };
    PHRASES.iter().any(is)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_any_of_the_phrases_may_speak_and_others_need_no_closer_look() {
        for phrase in PHRASES.iter().filter(|phrase| phrase.status.is_some()) {
            let text = phrase.words.join(" ").replace('*', "x");
            assert!(may_speak(&format!("Demo {text}!")), "{text}");
        }
        assert!(MOVED_TO.iter().all(|text| may_speak(text)));
        for text in [
            "Rally number 5",
            "Großdemo am Rathaus",
            "Plaza Nueva, Sevilla",
        ] {
            assert!(!may_speak(text), "{text}");
        }
    }
}
