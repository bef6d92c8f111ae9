//! What words of any language say of whether an event takes place: cancelled, postponed, unconfirmed.

mod clause;
mod description;
pub mod in_words;
mod title;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use event_file::event::Status;
use fold::fold;

pub use self::clause::{Verdict, judge};
pub use self::description::in_description;
pub use self::title::in_title;

/// The words, by status and language.
const WORDS: &str = include_str!("cancelled.txt");

/// The most words of a remark; what is longer tells a story, in which a word may mean anything.
const LONGEST_REMARK: usize = 8;

/// The most letters that inflect a word in a script without spaces.
const LONGEST_ENDING: usize = 6;

/// A word, or a few in a row, and what they say.
struct Phrase {
    /// Folded; `*` at the end of a word stands for any ending.
    words: Vec<String>,
    /// `None` for words that turn a remark round.
    status: Option<Status>,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(phrases).collect()
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

/// The phrases that may be in a text of these words, in their order.
fn possible(words: &[String]) -> impl Iterator<Item = &'static Phrase> {
    let letters = words.iter().filter_map(|word| word.chars().next());
    let found: BTreeSet<usize> = letters
        .filter_map(|letter| BY_LETTER.get(&letter))
        .flatten()
        .copied()
        .collect();
    found.into_iter().filter_map(|at| PHRASES.get(at))
}

/// The phrases of a line: status, language, then the phrases.
fn phrases(line: &str) -> Vec<Phrase> {
    let mut fields = line.split_whitespace();
    let status = fields.next().and_then(named);
    let phrases = fields.skip(1).map(|phrase| Phrase {
        words: phrase.split('+').map(fold).collect(),
        status,
    });
    phrases.collect()
}

/// The status that a remark states: a cell, what stands in parentheses, a piece between commas. With a question
/// mark (“cancelled?”) it is [`Status::Tentative`]; “not cancelled” and a longer text say nothing.
pub fn status(remark: &str) -> Option<Status> {
    let words = words(remark);
    (words.len() <= LONGEST_REMARK).then_some(())?;
    stated(&words, remark).map(|(status, _)| status)
}

/// Whether it is the place that moved: “verlegt vom Königsplatz”, “moved to City Hall”, without a number.
fn is_place_moved(words: &[String]) -> bool {
    const MOVED: [&str; 9] = [
        "moved",
        "verlegt",
        "deplace",
        "deplacee",
        "spostato",
        "spostata",
        "trasladado",
        "trasladada",
        "verplaatst",
    ];
    const FROM_OR_TO: [&str; 24] = [
        "from", "to", "vom", "von", "zum", "zur", "nach", "in", "an", "vor", "du", "de", "vers",
        "a", "au", "alla", "dalla", "dal", "del", "desde", "van", "naar", "ins", "auf",
    ];
    let numbers = words
        .iter()
        .any(|word| word.contains(|letter: char| letter.is_numeric()));
    let pairs = words.windows(2);
    let moved = |pair: &[String]| {
        MOVED.contains(&pair[0].as_str()) && FROM_OR_TO.contains(&pair[1].as_str())
    };
    let mut found = pairs.filter(|pair| moved(pair)).peekable();
    !numbers && found.peek().is_some() && words.len() > 2
}

/// The status with which a text begins, whatever reason follows: “cancelado por causa da chuva”.
pub fn begins(text: &str) -> Option<Status> {
    let words = words(text);
    let (status, _) = stated(&words, text)?;
    let first = possible(&words)
        .any(|phrase| phrase.status == Some(status) && phrase.at(&words) == Some(0));
    first.then_some(status)
}

/// The status that a remark states with at most one word more: a cell of a column that is not known.
pub fn status_alone(remark: &str) -> Option<Status> {
    let words = words(remark);
    let (status, stating) = stated(&words, remark)?;
    (words.len() <= stating + 1).then_some(status)
}

/// Words of a text that say it was moved to another day, if they do: “moved to”, “verlegt”.
pub fn moved(text: &str) -> Option<String> {
    const TO: [&str; 18] = [
        "moved to",
        "moved until",
        "now on",
        "verlegt",
        "verschiebt",
        "déplacé",
        "déplacée",
        "décalé",
        "décalée",
        "se pasa al",
        "trasladad",
        "spostat",
        "flyttad",
        "flyttat",
        "flyttet",
        "verplaatst",
        "przeniesion",
        "přesunut",
    ];
    let words = words(text);
    let row = format!(" {}", words.join(" "));
    let mut listed = TO
        .iter()
        .filter(|moved| row.contains(&format!(" {}", fold(moved))));
    if let Some(moved) = listed.next() {
        return Some((*moved).to_owned());
    }
    possible(&words).find_map(|phrase| {
        let later = matches!(phrase.status, Some(Status::Postponed | Status::Rescheduled));
        let at = later.then(|| phrase.at(&words)).flatten()?;
        Some(words[at..at + phrase.words.len()].join(" "))
    })
}

/// The status that words state, and how many of them state it.
fn stated(words: &[String], remark: &str) -> Option<(Status, usize)> {
    let found = possible(words).find_map(|phrase| {
        let at = phrase.status.and_then(|_| phrase.at(words))?;
        Some((phrase, at))
    });
    let (phrase, at) = found?;
    let inside = at..at + phrase.words.len();
    let turned =
        is_negated(words, inside.clone()) || clause::is_turned(words, (inside.start, inside.end));
    let status = match remark.contains(['?', '？', '؟']) {
        true => Status::Tentative,
        false => phrase.status?,
    };
    let of_place = status == Status::Postponed && is_place_moved(words);
    (!turned && !of_place).then_some((status, phrase.words.len()))
}

/// Whether a word outside these turns them round: “not cancelled”.
fn is_negated(words: &[String], inside: std::ops::Range<usize>) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        !inside.contains(&at)
            && PHRASES
                .iter()
                .any(|phrase| phrase.status.is_none() && phrase.words.first() == Some(word))
    })
}

impl Phrase {
    /// Where it begins among words.
    fn at(&self, words: &[String]) -> Option<usize> {
        let mut windows = words.windows(self.words.len());
        windows.position(|window| self.fits(window))
    }

    /// Whether it is these words.
    fn fits(&self, window: &[String]) -> bool {
        let fits = |(pattern, word): (&String, &String)| match pattern.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            // Scripts without spaces, and Hangul: what inflects the word stands directly behind it.
            None if is_unspaced(pattern) => {
                let longest = pattern.chars().count() + LONGEST_ENDING;
                word.starts_with(pattern.as_str()) && word.chars().count() <= longest
            }
            None => word == pattern,
        };
        self.words.len() == window.len() && self.words.iter().zip(window).all(fits)
    }
}

/// The status of a name in the event file.
fn named(name: &str) -> Option<Status> {
    let mut all = Status::ALL.into_iter();
    all.find(|(known, _)| *known == name)
        .map(|(_, status)| status)
}

/// Whether a word is of a script without spaces between words (Thai and what comes after it in Unicode, Hangul too).
fn is_unspaced(word: &str) -> bool {
    word.chars().all(|letter| u32::from(letter) >= 0x0e00)
}

/// The folded words of a text.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && !is_mark(letter));
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Vowel signs of the scripts of South and South-East Asia: parts of a word, though no letters.
fn is_mark(letter: char) -> bool {
    matches!(u32::from(letter), 0x0900..=0x109f | 0x1780..=0x17ff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(remark: &str, expected: Option<Status>) {
        assert_eq!(status(remark), expected, "{remark}");
    }

    #[test]
    fn a_cancelled_event_is_cancelled_in_every_language() {
        for remark in [
            "cancelled",
            "CANCELED",
            "called off",
            "abgesagt",
            "Absage",
            "fällt aus!",
            "findet nicht statt",
            "ANNULÉ",
            "annulée",
            "annulation",
            "cancelado",
            "suspendida",
            "desconvocada",
            "cancelada",
            "annullato",
            "revocato",
            "geannuleerd",
            "gaat niet door",
            "inställd",
            "aflyst",
            "avlyst",
            "peruttu",
            "odwołane",
            "zrušeno",
            "отменён",
            "Отмена",
            "скасовано",
            "Ακυρώνεται",
            "iptal",
            "iptal edildi",
            "dibatalkan",
            "ملغاة",
            "تم إلغاء المسيرة",
            "لغو شد",
            "منسوخ",
            "בוטל",
            "中止",
            "中止します",
            "취소되었습니다",
            "已取消",
            "ยกเลิก",
            "रद्द",
        ] {
            check(remark, Some(Status::Cancelled));
        }
    }

    #[test]
    fn other_states_and_none() {
        check("verschoben", Some(Status::Postponed));
        check("reporté au 12", Some(Status::Postponed));
        check("перенесено", Some(Status::Postponed));
        check("延期", Some(Status::Postponed));
        check("TBC", Some(Status::Tentative));
        check("postponed? check with organizers", Some(Status::Tentative));
        check("not cancelled", None);
        check("nicht abgesagt", None);
        check("iptal değil", None);
        check("Report from the square", None);
        check("Reportershaven square", None);
        check("", None);
        check(
            "we march because the elections were cancelled by the king",
            None,
        );
    }
}
