//! Hours that only their neighbours make certain: alone, with a full stop, at the end, loosely said.

use chrono::Timelike as _;

use super::super::span::{Kind, Sign, Span};
use super::super::words::Label;
use super::Cutter;
use crate::actions::is_action;
use crate::when::days::days_at;
use crate::when::loosely::loosely_at;
use crate::when::streets;
use crate::when::time::{Clock, end_at, time_at};
use crate::when::tokens::{Token, as_written};
use crate::when::words::Purpose;

/// What amounts are counted in, folded: “14.50 Euro” is no hour.
const UNITS: [&str; 24] = [
    "eur", "euro", "euros", "usd", "gbp", "chf", "fr", "tl", "lira", "kr", "sek", "nok", "dkk",
    "pln", "zl", "czk", "rub", "uah", "real", "reais", "pesos", "km", "m", "kg",
];

impl Cutter<'_> {
    /// “14 Uhr Treffpunkt Hauptbahnhof”, “14時出発 公園”: directly behind an hour, before a name or nothing.
    pub fn stage(&self, at: usize) -> Option<(Kind, usize)> {
        let behind = matches!(self.spans.last()?.kind, Kind::Clock(_) | Kind::End(_));
        let tokens = self.tokens;
        let to = Purpose::Stage.phrases().past(tokens, at)?;
        let rest = tokens
            .get(to)
            .map_or("", |token| &self.line[token.at.start..]);
        let name = rest
            .chars()
            .next()
            .is_none_or(|first| !first.is_lowercase());
        let text = as_written(self.line, &tokens[at..to]);
        let whole = behind && name && self.text.is_none() && self.before == Sign::None;
        (whole && !is_action(text)).then(|| (Kind::Stage(text.to_owned()), to))
    }

    /// “(till 12)”, “bis 16 Uhr”; not “bis 16. November”.
    pub fn end(&self, at: usize) -> Option<(Kind, usize)> {
        let (clock, to) = end_at(self.tokens, at)?;
        let dated = (at + 1..to).any(|number| days_at(self.tokens, number).is_some());
        (!dated).then_some((Kind::End(clock), to))
    }

    /// “after Friday prayers”. A line that begins with a part of the day may be a heading, or of a state: “AM – Manaus”.
    pub fn loosely(&self, at: usize) -> Option<(Kind, usize)> {
        let to = loosely_at(self.tokens, at).filter(|_| self.text.is_none())?;
        let text = as_written(self.line, &self.tokens[at..to]);
        let linked = || (at..to).any(|at| Purpose::After.phrases().past(self.tokens, at).is_some());
        let first = self.spans.is_empty() && (to == self.tokens.len() || !linked());
        (!first).then(|| (Kind::Loosely(text.to_owned()), to))
    }

    /// “alle 16”, “at 5”: a number alone behind a word that stands before hours.
    pub fn alone(&self, at: usize) -> Option<(Clock, usize)> {
        let tokens = self.tokens;
        let number = Purpose::Before.phrases().past(tokens, at)?;
        tokens.get(number)?.number(2)?;
        // “A12” is a motorway.
        (tokens[number].at.start > tokens[number - 1].at.end).then_some(())?;
        let (clock, to) = time_at(tokens, number, true)?;
        let ends = tokens
            .get(to)
            .is_none_or(|token| token.word().is_none() && token.digits() == 0);
        // “Catania dalle 9 alle 13, piazza Roma”: up to an hour that is no number of people or years.
        let spans_noon = self.spans.is_empty() && clock.to.is_some_and(|end| end.hour() > 12);
        // “a 5” in the middle of a text is anything.
        ((self.text.is_none() || spans_noon) && ends).then_some((clock, to))
    }

    /// `18.00` is an hour alone between marks, and before words at the beginning of a line, or before a street or square, unless it may be a day and a
    /// month, or an amount.
    pub fn dotted(&self, at: usize) -> Option<(Clock, usize)> {
        let tokens = self.tokens;
        let minute = tokens.get(at + 2)?.number(2)?;
        let (clock, to) = time_at(tokens, at, true).filter(|_| tokens[at + 1].is('.'))?;
        let after_day = matches!(
            self.spans.last(),
            Some(Span {
                kind: Kind::Days { .. } | Kind::Label(Label::When),
                ..
            })
        );
        let behind = tokens.get(to);
        let word = behind.and_then(Token::word);
        let first = self.spans.is_empty()
            && minute.is_multiple_of(5)
            && word.is_some_and(|word| !UNITS.contains(&word));
        // “10.30 for 11am”.
        let meets = matches!(word, Some("for" | "pour" | "fur"))
            && time_at(tokens, to + 1, false).is_some();
        let none = behind.is_none_or(|token| token.word().is_none() && token.digits() == 0)
            || Purpose::End.phrases().past(tokens, to).is_some()
            || meets;
        // “Cagliari 10.30 piazza Garibaldi”: between a name and a square.
        let between = self.spans.is_empty() && streets::is_first(tokens, to);
        // In a line that begins with a city or has a day it is the hour, the first one at least.
        let is_amount = word.is_some_and(|word| UNITS.contains(&word))
            || behind.is_some_and(|token| ['€', '$', '£'].iter().any(|sign| token.is(*sign)));
        let of_city = self.cut.dotted
            && !is_amount
            && self
                .spans
                .iter()
                .all(|span| matches!(span.kind, Kind::Text(_) | Kind::Days { .. }));
        // “Koper – Titov trg (17.00)”.
        let opens = at
            .checked_sub(1)
            .is_some_and(|before| tokens[before].is('('));
        let inside = opens && behind.is_some_and(|token| token.is(')'));
        let alone = self.text.is_none() && (none || first) || between || of_city || inside;
        let a_date = (1..=12).contains(&minute) && !after_day;
        (to >= at + 3 && alone && !a_date).then_some((clock, to))
    }
}
