//! The signs that part the spans of a line.

use super::super::span::{Kind, Sign, Span};
use super::Cutter;
use crate::cancelled;
use crate::locate::is_short;
use crate::when::streets;

impl Cutter<'_> {
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
            // “Rosario · 18 hs · Plaza San Martín”; within words it is a letter's: “Anul·lat”.
            () if token.is('·') || token.is('•') => {
                (spaced_before && spaced_after).then_some(Sign::Bar)
            }
            // “Santiago ➡ Plaza Dignidad”: a sign behind what the line begins with.
            () if ["➡", "👉", "➤", "⇒", "▶"].contains(&&self.line[token.at.clone()])
                && spaced_before
                && self.begins_line() =>
            {
                Some(Sign::Dash)
            }
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
                let ends = || self.ends_part(at) || spaced_after && self.is_before_status(at);
                ((spaced_after || wide) && word.is_none_or(|_| ends())).then_some(Sign::Stop)
            }
            () if token.is('!') => {
                (spaced_after && self.text.is_some_and(|start| start < at)).then_some(Sign::Stop)
            }
            () => None,
        }
    }

    /// Whether the text that a sign ends is the first one of the line, or stands behind the first: “Chiloé – Castro ➡ Plaza”.
    fn begins_line(&self) -> bool {
        let is_text = |span: &&Span| matches!(span.kind, Kind::Text(_));
        self.text.is_some() && self.spans.iter().filter(is_text).count() < 2
    }

    /// Whether a mark stands directly beside a letter of a script without spaces: “台北:立法院”.
    pub fn in_han(&self, at: usize) -> bool {
        let mark = &self.tokens[at].at;
        let before = self.line[..mark.start].chars().next_back();
        let after = self.line[mark.end..].chars().next();
        let han = |letter: char| u32::from(letter) >= 0x2e80 && letter.is_alphabetic();
        before.is_some_and(han) || after.is_some_and(han)
    }

    /// Whether a full stop stands between a number and words that call the entry off: “Praza Maior 1. Aprazada por choiva”.
    fn is_before_status(&self, at: usize) -> bool {
        let numbered = self.tokens[at - 1].digits() > 0;
        let rest = &self.line[self.tokens[at].at.end..];
        let sentence = rest.split(['.', '(', ';']).next().unwrap_or_default();
        numbered && cancelled::begins(sentence).is_some()
    }

    /// Whether a full stop behind a word ends a part of the line: not behind “просп.”, “J.” or “Dr.”.
    pub fn ends_part(&self, at: usize) -> bool {
        let word = &self.tokens[at - 1];
        let is_short = word.word().is_some_and(is_short);
        if is_short || streets::is_short(self.tokens, at - 1) {
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
}
