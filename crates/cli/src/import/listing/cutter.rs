//! What begins at a token of a line, and what parts it from the next.

mod days;
mod texts;

use std::ops::Range;

use chrono::Timelike as _;

use super::span::{Dates, Kind, Sign, Span};
use super::words::{Label, label_at};
use crate::import::actions::is_action;
use crate::import::cancelled;
use crate::import::when::days::{Days, days_at};
use crate::import::when::loosely::loosely_at;
use crate::import::when::names::{part_at, weekday_at};
use crate::import::when::time::{Clock, end_at, time_at};
use crate::import::when::tokens::Token;
use crate::import::when::words::Purpose;
use crate::import::when::{streets, unannounced};

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

/// What amounts are counted in, folded: “14.50 Euro” is no hour.
const UNITS: [&str; 24] = [
    "eur", "euro", "euros", "usd", "gbp", "chf", "fr", "tl", "lira", "kr", "sek", "nok", "dkk",
    "pln", "zl", "czk", "rub", "uah", "real", "reais", "pesos", "km", "m", "kg",
];

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
            Some(Label::Who | Label::Title | Label::Note | Label::Info | Label::Status)
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
        if let Some((days, to)) = days_at(tokens, at).filter(|_| self.street(at).is_none()) {
            let standing = self.is_standing(at);
            if standing || self.cut.dates == Dates::All {
                return Some((Kind::Days { days, standing }, to));
            }
        }
        if let Some(to) = self.day_before_hour(at) {
            let words = &self.line[tokens[at].at.start..tokens[to - 1].at.end];
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

    /// “2 pm instead of 1 pm”, “14 Uhr statt 13 Uhr”.
    fn instead(&self, at: usize) -> Option<(Kind, usize)> {
        let next = Purpose::Instead.phrases().past(self.tokens, at)?;
        let (_, to) = time_at(self.tokens, next, false)?;
        let words = &self.line[self.tokens[at].at.start..self.tokens[to - 1].at.end];
        Some((Kind::Aside(words.to_owned()), to))
    }

    /// “rain date: 15 March”, “register by 2 December”: no day of the event; what follows up to a mark is beside it.
    fn alternative(&self, at: usize) -> Option<(Kind, usize)> {
        let tokens = self.tokens;
        let begin = [Purpose::Alternative, Purpose::Deadline]
            .iter()
            .find_map(|purpose| purpose.phrases().past(tokens, at))?;
        let colon = usize::from(tokens.get(begin).is_some_and(|token| token.is(':')));
        let ends = |token: &Token| [')', ';', '|', ','].into_iter().any(|mark| token.is(mark));
        let to = (begin + colon..tokens.len()).find(|at| ends(&tokens[*at]));
        let to = to.unwrap_or(tokens.len());
        let words = &self.line[tokens[at].at.start..tokens[to - 1].at.end];
        Some((Kind::Aside(words.to_owned()), to))
    }

    /// “rescheduled from 6 March”: the day on which it does not take place.
    fn moved_from(&self, at: usize) -> Option<(Kind, usize)> {
        let day = Purpose::MovedFrom.phrases().past(self.tokens, at)?;
        let (_, mut to) = days_at(self.tokens, day)?;
        // “verschoben vom 8.3. auf 9.3.”
        const TO: [&str; 12] = [
            "to", "auf", "au", "al", "para", "naar", "til", "till", "na", "a", "sur", "op",
        ];
        let word = self.tokens.get(to).and_then(Token::word);
        to += usize::from(
            word.is_some_and(|word| TO.contains(&word)) && days_at(self.tokens, to + 1).is_some(),
        );
        let words = &self.line[self.tokens[at].at.start..self.tokens[to - 1].at.end];
        Some((Kind::Aside(words.to_owned()), to))
    }

    /// “Pullman da Cuneo ore 13, piazzale stazione”: how people get there, up to the end of its sentence.
    fn travel(&self, at: usize) -> Option<(Kind, usize)> {
        let tokens = self.tokens;
        let begins = self.text.is_none() && !self.spans.is_empty();
        let from = Purpose::Travel
            .phrases()
            .past(tokens, at)
            .filter(|_| begins)?;
        let ends = |at: &usize| {
            let token = &tokens[*at];
            let full_stop = token.is('.') && self.line[token.at.end..].starts_with(' ');
            let word = tokens[at - 1].word().map_or(0, |word| word.chars().count());
            token.is(';') || token.is('|') || full_stop && word > 3
        };
        let to = (from..tokens.len()).find(ends).unwrap_or(tokens.len());
        let words = &self.line[tokens[at].at.start..tokens[to - 1].at.end];
        Some((Kind::Aside(words.to_owned()), to))
    }

    /// “14 Uhr Treffpunkt Hauptbahnhof”, “14時出発 公園”: directly behind an hour, before a name or nothing.
    fn stage(&self, at: usize) -> Option<(Kind, usize)> {
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
        let text = &self.line[tokens[at].at.start..tokens[to - 1].at.end];
        let whole = behind && name && self.text.is_none() && self.before == Sign::None;
        (whole && !is_action(text)).then(|| (Kind::Stage(text.to_owned()), to))
    }

    /// “(till 12)”, “bis 16 Uhr”; not “bis 16. November”.
    fn end(&self, at: usize) -> Option<(Kind, usize)> {
        let (clock, to) = end_at(self.tokens, at)?;
        let dated = (at + 1..to).any(|number| days_at(self.tokens, number).is_some());
        (!dated).then_some((Kind::End(clock), to))
    }

    /// “after Friday prayers”. A line that begins with a part of the day may be a heading, or of a state: “AM – Manaus”.
    fn loosely(&self, at: usize) -> Option<(Kind, usize)> {
        let to = loosely_at(self.tokens, at).filter(|_| self.text.is_none())?;
        let text = &self.line[self.tokens[at].at.start..self.tokens[to - 1].at.end];
        let linked = || (at..to).any(|at| Purpose::After.phrases().past(self.tokens, at).is_some());
        let first = self.spans.is_empty() && (to == self.tokens.len() || !linked());
        (!first).then(|| (Kind::Loosely(text.to_owned()), to))
    }

    /// “alle 16”, “at 5”: a number alone behind a word that stands before hours.
    fn alone(&self, at: usize) -> Option<(Clock, usize)> {
        let tokens = self.tokens;
        let number = Purpose::Before.phrases().past(tokens, at)?;
        tokens.get(number)?.number(2)?;
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
    fn dotted(&self, at: usize) -> Option<(Clock, usize)> {
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
        // In a line that begins with a city it is the hour, the first one at least.
        let of_city = self.cut.dotted
            && self
                .spans
                .iter()
                .all(|span| matches!(span.kind, Kind::Text(_)));
        let alone = self.text.is_none() && (none || first) || between || of_city;
        let a_date = (1..=12).contains(&minute) && !after_day;
        (to >= at + 3 && alone && !a_date).then_some((clock, to))
    }

    /// What parts spans at a token.
    pub fn sign(&self, at: usize) -> Option<Sign> {
        if self.is_contact(at) {
            return None;
        }
        let token = &self.tokens[at];
        let space = |at: Option<usize>| {
            at.and_then(|at| self.line.get(at..)?.chars().next())
                .is_none_or(char::is_whitespace)
        };
        let spaced_after = space(Some(token.at.end));
        let spaced_before =
            token.at.start == 0 || self.line[..token.at.start].ends_with(char::is_whitespace);
        let wide = !self.line[token.at.clone()].is_ascii();
        let when_behind = || {
            self.meaning(at + 1)
                .is_some_and(|(kind, _)| matches!(kind, Kind::Clock(_) | Kind::Days { .. }))
        };
        match () {
            () if token.is(':') && (spaced_after || wide || self.in_han(at)) => Some(Sign::Colon),
            // “台中－市民廣場－14:00”: wide dashes need no spaces.
            () if ["－", "―"].contains(&&self.line[token.at.clone()]) => Some(Sign::Dash),
            () if token.is('-') || token.is('–') => {
                let after_when =
                    self.text.is_none() && self.before == Sign::None && !self.spans.is_empty();
                let dash = spaced_before && spaced_after
                    || (spaced_after || spaced_before) && (after_when || when_behind());
                dash.then_some(Sign::Dash)
            }
            () if token.is(',') => Some(Sign::Comma),
            () if token.is('|') => Some(Sign::Bar),
            () if token.is('→') || token.is('➡') || token.is('➔') => {
                when_behind().then_some(Sign::Arrow)
            }
            () if token.is(';') => Some(Sign::Stop),
            () if token.is('/') => {
                (spaced_before || spaced_after || when_behind()).then_some(Sign::Stop)
            }
            () if token.is('.') => {
                let word = self
                    .text
                    .filter(|start| *start < at)
                    .map(|_| &self.tokens[at - 1]);
                ((spaced_after || wide) && word.is_none_or(|_| self.ends_part(at)))
                    .then_some(Sign::Stop)
            }
            () if token.is('!') => {
                (spaced_after && self.text.is_some_and(|start| start < at)).then_some(Sign::Stop)
            }
            () => None,
        }
    }

    /// Whether a mark stands directly beside a letter of a script without spaces: “台北:立法院”.
    fn in_han(&self, at: usize) -> bool {
        let mark = &self.tokens[at].at;
        let before = self.line[..mark.start].chars().next_back();
        let after = self.line[mark.end..].chars().next();
        let han = |letter: char| u32::from(letter) >= 0x2e80 && letter.is_alphabetic();
        before.is_some_and(han) || after.is_some_and(han)
    }

    /// Whether a full stop behind a word ends a part of the line: not behind “просп.”, “J.” or “Dr.”.
    fn ends_part(&self, at: usize) -> bool {
        let word = &self.tokens[at - 1];
        if streets::is_short(self.tokens, at - 1) {
            return false;
        }
        // “53а.”: a house's number may end in a letter.
        let number = at > 1
            && self.tokens[at - 2].digits() > 0
            && self.tokens[at - 2].at.end == word.at.start;
        // “Stollenstr. 36”: a street's name, its general word cut short.
        if word.word().is_some_and(|word| word.ends_with("str")) {
            return number;
        }
        let letters = word.word().map_or(0, |word| word.chars().count());
        number || letters > 2 || word.is(')')
    }

    /// Adds what begins at a token and goes up to another.
    pub fn put(&mut self, kind: Kind, at: usize, to: usize) {
        self.end_text(at);
        let before = std::mem::replace(&mut self.before, Sign::None);
        let words = self.line[self.tokens[at].at.start..self.tokens[to - 1].at.end].to_owned();
        self.spans.push(Span {
            kind,
            before,
            words,
        });
    }
}
