//! What begins at a token of a line, and what parts it from the next.

mod asides;
mod days;
mod hours;
mod house_number;
mod open;
mod signs;
mod texts;

use std::ops::Range;

use super::span::{Dates, Kind, Sign, Span};
use super::words::{Label, label_at};
use crate::cancelled;
use crate::when::days::{Days, days_at};
use crate::when::names::{part_at, weekday_at};
use crate::when::time::time_at;
use crate::when::tokens::{Token, as_written};
use crate::when::unannounced;
use crate::when::words::Purpose;

/// How a line is cut.
#[derive(Debug, Clone, Copy)]
pub struct Cut {
    /// Which dates are cut out.
    pub dates: Dates,
    /// Whether its first number such as `18.00` is an hour wherever it stands.
    pub dotted: bool,
}

/// A line on its way into spans.
pub struct Cutter<'a> {
    /// The line.
    pub line: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// How it is cut.
    pub cut: Cut,
    /// The spans so far.
    pub spans: Vec<Span>,
    /// The sign before the span in hand.
    pub before: Sign,
    /// The token at which the text in hand begins.
    pub text: Option<usize>,
    /// Where telephone numbers and the like stand, in bytes.
    pub contacts: Vec<Range<usize>>,
}

impl Cutter<'_> {
    /// What begins at a token, and the token after it; `None` for text.
    pub fn meaning(&self, at: usize) -> Option<(Kind, usize)> {
        let tokens = self.tokens;
        if self.is_contact(at) {
            return None;
        }
        if self.text.is_none()
            && !tokens
                .get(at)
                .is_some_and(|token| self.is_state(&self.line[token.at.clone()]))
            && let Some((label, to)) = label_at(tokens, at)
        {
            return Some((Kind::Label(label), to));
        }
        // “Veranstalter: Bündnis 8. März”: no date.
        let label = self.spans.iter().rev().find_map(|span| match span.kind {
            Kind::Label(label) => Some(label),
            _ => None,
        });
        if matches!(
            label,
            Some(
                Label::Who
                    | Label::Title
                    | Label::Note
                    | Label::Route
                    | Label::Info
                    | Label::Status
            )
        ) {
            return None;
        }
        if let Some(aside) = self
            .alternative(at)
            .or_else(|| self.moved_from(at))
            .or_else(|| self.travel(at))
        {
            return Some(aside);
        }
        let days = days_at(tokens, at).filter(|_| self.street(at).is_none());
        if let Some((days, to)) = days.and_then(|found| self.without_number_of_words(found, at)) {
            let standing = self.is_standing(at);
            if standing || self.cut.dates == Dates::All {
                return Some((Kind::Days { days, standing }, to));
            }
        }
        if let Some(to) = self.day_before_hour(at) {
            let words = as_written(self.line, &tokens[at..to]);
            return Some((Kind::Text(words.to_owned()), to));
        }
        if let Some((day, to)) = self.numbered(at) {
            let (days, standing) = (Days::One(day), true);
            return Some((Kind::Days { days, standing }, to));
        }
        if let Some(next) = Purpose::Every.phrases().past(tokens, at)
            && let Some((weekday, to)) = weekday_at(tokens, next)
        {
            return Some((Kind::Every(weekday), to));
        }
        // “half past six pm” is no six, “wpół do czwartej” no end at four.
        let fraction = self.text.is_some_and(|start| {
            let past = |from| Purpose::Fraction.phrases().past(tokens, from);
            (start..at).any(|from| past(from).is_some_and(|to| to >= at))
        });
        if fraction {
            return None;
        }
        // “am 1. Mai” is no one in the morning.
        let dated = |to: usize| {
            let day = |from: usize| days_at(tokens, from).is_some_and(|(_, end)| end > to);
            part_at(tokens, at).is_some() && (at + 1..to).any(day)
        };
        if let Some((clock, to)) = time_at(tokens, at, false)
            .or_else(|| self.dotted(at))
            .or_else(|| self.alone(at))
            .filter(|(_, to)| !dated(*to))
        {
            if let Some(first) = self.house_number_before_hour(&clock, at) {
                return first.map(|clock| (Kind::Clock(clock), at + 1));
            }
            return Some((Kind::Clock(clock), to));
        }
        if let Some(to) = self.undated(at).or_else(|| unannounced(tokens, at)) {
            return Some((Kind::Open, to));
        }
        self.instead(at)
            .or_else(|| self.end(at))
            .or_else(|| self.stage(at))
            .or_else(|| self.loosely(at))
    }

    /// “date to be confirmed”; what is postponed to such a day was announced for the one that is named.
    fn undated(&self, at: usize) -> Option<usize> {
        let to = Purpose::Undated.phrases().past(self.tokens, at)?;
        let before = &self.line[..self.tokens[at].at.start];
        cancelled::status(before).is_none().then_some(to)
    }

    /// Whether a token is part of a telephone number or the like.
    fn is_contact(&self, at: usize) -> bool {
        let start = self.tokens.get(at).map(|token| token.at.start);
        start.is_some_and(|start| self.contacts.iter().any(|contact| contact.contains(&start)))
    }

    /// Adds what begins at a token and goes up to another.
    pub fn put(&mut self, kind: Kind, at: usize, to: usize) {
        let (kind, at) = self.open_with_subject(kind, at, to);
        self.text = self.text.filter(|start| *start < at);
        self.end_text(at);
        let before = std::mem::replace(&mut self.before, Sign::None);
        let words = as_written(self.line, &self.tokens[at..to]).to_owned();
        self.spans.push(Span {
            kind,
            before,
            words,
        });
    }
}
