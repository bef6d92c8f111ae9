//! Lines of words and a day among the entries of another day: a heading, a remark, or nobody can tell.
//!
//! “Book your coach seat by 28 October” amid the entries of 6 November heads nothing. A line heads what follows when it is
//! little more than a day, or says it as the headings above do; of any other, the entries below that have no day of their
//! own are refused.

use fold::fold;

use super::super::Document;
use super::super::line::Line;
use super::super::line::span::Kind;
use super::super::places::country;
use super::super::surroundings::Heading;
use super::day_heading::is_day_of_actions;
use crate::when::days::Days;
use crate::when::filler::filler;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// What a line of words with a day is, where another day is in force.
pub enum Aside {
    /// A heading like any other.
    Heading,
    /// A sentence that tells of something else.
    Remark,
    /// One of the two, and why nothing below it is certain.
    Unclear(String),
}

/// A shorter word says nothing of what a heading is about.
const SHORTEST: usize = 4;

impl Document<'_> {
    /// What a line of words with a day is among the entries of the day above.
    pub fn aside(&self, line: &Line) -> Aside {
        let Some(Heading::Day { days, .. }) = self.inner.as_ref().or(self.outer.as_ref()) else {
            return Aside::Heading;
        };
        let own = match line.any_days() {
            Some(Days::One(written)) => {
                let day = self.reckoning.day(&self.months.read(written), &line.text);
                day.ok()
            }
            _ => None,
        };
        let same = own.is_some() && own == self.day_above() || line.any_days() == Some(days);
        if same || self.is_like_heading(line) {
            return Aside::Heading;
        }
        if line
            .text
            .trim_end()
            .ends_with(['!', '?', '.', '…', '！', '？', '。'])
        {
            return Aside::Remark;
        }
        Aside::Unclear(format!(
            "line {} above, “{}”, names another day and may head what follows or tell of something else: write the day into each \
             entry, or the day alone on a line above them",
            line.number, line.text
        ))
    }

    /// Remembers what a heading is about, besides its day.
    pub fn remember_heading(&mut self, line: &Line) {
        self.headed.extend(words(line));
    }

    /// Whether a line with a day begins with it, ends in a colon, or has words of headings only.
    fn is_like_heading(&self, line: &Line) -> bool {
        let texts = line.texts().all;
        let first = line.spans.first().map(|span| &span.kind);
        let region = |text: &String| {
            country(text).is_some() || !self.places.countries_of_region(text).is_empty()
        };
        matches!(first, Some(Kind::Days { .. } | Kind::Every(_)))
            || line.text.trim_end().ends_with([':', '：'])
            || is_day_of_actions(line)
            || texts.iter().all(|text| is_general(text) || region(text))
            || words(line).iter().any(|word| self.headed.contains(word))
    }
}

/// The words of a line beside its day, folded.
fn words(line: &Line) -> Vec<String> {
    let texts = line.texts().all;
    let words = texts
        .iter()
        .flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    let long = words.filter(|word| word.chars().count() >= SHORTEST);
    long.map(fold).collect()
}

/// Whether a text has only words such as “more dates on”, “day of action”, or is in parentheses.
fn is_general(text: &str) -> bool {
    if text.starts_with('(') && text.ends_with(')') {
        return true;
    }
    let tokens = tokens(text);
    let mut at = 0;
    while at < tokens.len() {
        // “New date: Saturday 17 April” over the entries of another.
        let purposes = [Purpose::Further, Purpose::Changed];
        let ends = purposes
            .into_iter()
            .filter_map(|purpose| purpose.phrases().past(&tokens, at));
        match ends.max().or_else(|| filler(&tokens, at)) {
            Some(next) => at = next,
            None if tokens[at].word().is_none() && tokens[at].digits() == 0 => at += 1,
            None => return false,
        }
    }
    true
}
