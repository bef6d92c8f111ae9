//! What a heading that is not known as a whole is of, by the words within it: “Fecha celebración”, “What is your event called?”.

use std::sync::LazyLock;

use fold::fold;

use super::sent::is_sent;
use crate::words::list::in_sections;
use crate::words::plain;

/// The longest heading that is read, in bytes.
const LONGEST: usize = 120;

/// What a column may hold, as a word of its heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The day of the event.
    Date,
    /// Another day: of a notice, of a birth.
    OtherDay,
    /// The hour.
    Hour,
    /// What the event is called.
    Title,
    /// What it is about.
    About,
    /// Where it is.
    Place,
    /// None of these.
    Else,
}

/// A word, with `*` where it may have any beginning or ending.
struct Word {
    stem: String,
    open_before: bool,
    open_behind: bool,
    /// Of a script that parts no words.
    unspaced: bool,
}

static WORDS: LazyLock<Vec<(Word, Part)>> = LazyLock::new(|| {
    let words = in_sections(include_str!("../../words/heading_parts.txt"));
    let words = words.map(|(of, _, word)| {
        let part = match of {
            "date" => Part::Date,
            "hour" => Part::Hour,
            "other day" => Part::OtherDay,
            "title" => Part::Title,
            "about" => Part::About,
            "place" => Part::Place,
            _ => Part::Else,
        };
        (Word::new(word), part)
    });
    words.collect()
});

/// What a heading is of. The day goes first, then the place: “date of the event”, “lugar del acto”.
pub fn part(heading: &str) -> Option<Part> {
    if heading.len() > LONGEST {
        return None;
    }
    if is_sent(heading) {
        return Some(Part::OtherDay);
    }
    let plain = plain(heading);
    let words: Vec<&str> = plain.split(' ').collect();
    let has = |part: Part| {
        let mut of = WORDS.iter().filter(|(_, own)| *own == part);
        of.any(|(word, _)| word.is_in(&plain, &words))
    };
    if has(Part::Date) {
        return Some(if has(Part::OtherDay) {
            Part::OtherDay
        } else {
            Part::Date
        });
    }
    if has(Part::Hour) {
        return Some(match has(Part::OtherDay) {
            true => Part::OtherDay,
            false => Part::Hour,
        });
    }
    if has(Part::Else) {
        return Some(Part::Else);
    }
    if has(Part::OtherDay) {
        return Some(Part::OtherDay);
    }
    [Part::Place, Part::Title, Part::About]
        .into_iter()
        .find(|part| has(*part))
}

/// Whether a word of a heading, both folded, is one of a part.
pub(super) fn is_word_of(part: Part, heading: &str, word: &str) -> bool {
    let mut of = WORDS.iter().filter(|(_, own)| *own == part);
    heading.contains(word) && of.any(|(own, _)| own.is_in(word, &[word]))
}

impl Word {
    fn new(word: &str) -> Self {
        let stem = fold(word.trim_matches('*'));
        let cjk = |letter: char| matches!(u32::from(letter), 0x0e00..=0x0eff | 0x1000..=0x11ff | 0x3040..=0x9fff | 0xac00..=0xd7af);
        Self {
            unspaced: stem.chars().next().is_some_and(cjk),
            stem,
            open_before: word.starts_with('*'),
            open_behind: word.ends_with('*'),
        }
    }

    fn is_in(&self, heading: &str, words: &[&str]) -> bool {
        let stem = self.stem.as_str();
        if self.unspaced && !self.open_before {
            return match stem.chars().nth(1) {
                Some(_) => heading.contains(stem),
                None => words.contains(&stem),
            };
        }
        if stem.contains(' ') {
            return format!(" {heading} ").contains(&format!(" {stem} "));
        }
        words
            .iter()
            .any(|word| match (self.open_before, self.open_behind) {
                (true, true) => word.contains(stem),
                (true, false) => word.ends_with(stem),
                (false, true) => word.starts_with(stem),
                (false, false) => *word == stem,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_read_by_their_words() {
        for (heading, expected) in [
            ("Fecha celebración", Some(Part::Date)),
            ("Data zgromadzenia", Some(Part::Date)),
            ("집회일", Some(Part::Date)),
            ("تاریخ میلادی", Some(Part::Date)),
            ("Versammlungsdatum", Some(Part::Date)),
            ("Eylemin tarihi", Some(Part::Date)),
            ("実施日", Some(Part::Date)),
            ("Fecha comunicación", Some(Part::OtherDay)),
            ("Data zgłoszenia", Some(Part::OtherDay)),
            ("신고일", Some(Part::OtherDay)),
            ("Anmeldedatum", Some(Part::OtherDay)),
            ("届出日", Some(Part::OtherDay)),
            ("Дата подачи", Some(Part::OtherDay)),
            ("Godziny", Some(Part::Hour)),
            ("What is your event called?", Some(Part::Title)),
            ("Nama Aksi", Some(Part::Title)),
            ("Mobilização", Some(Part::Title)),
            ("Ändamål", Some(Part::About)),
            ("Účel", Some(Part::About)),
            ("Nội dung", Some(Part::About)),
            ("Что будет", Some(Part::Title)),
            ("Local de concentração", Some(Part::Place)),
            ("Локація", Some(Part::Place)),
            ("Event type", Some(Part::Else)),
            ("Name of organiser", Some(Part::Else)),
            ("Číslo akce", Some(Part::Else)),
            ("Anything else?", Some(Part::Else)),
            ("Buses", None),
        ] {
            assert_eq!(part(heading), expected, "{heading}");
        }
    }
}
