//! What a line says beside its event: another hour, another day, how people get there.

use super::super::span::Kind;
use super::Cutter;
use crate::when::days::days_at;
use crate::when::time::time_at;
use crate::when::tokens::{Token, as_written};
use crate::when::words::Purpose;

impl Cutter<'_> {
    /// “2 pm instead of 1 pm”, “14 Uhr statt 13 Uhr”.
    pub fn instead(&self, at: usize) -> Option<(Kind, usize)> {
        let next = Purpose::Instead.phrases().past(self.tokens, at)?;
        let (_, to) = time_at(self.tokens, next, false)?;
        let words = as_written(self.line, &self.tokens[at..to]);
        Some((Kind::Aside(words.to_owned()), to))
    }

    /// “rain date: 15 March”, “register by 2 December”: no day of the event; what follows up to a mark is beside it.
    pub fn alternative(&self, at: usize) -> Option<(Kind, usize)> {
        let tokens = self.tokens;
        let begin = [Purpose::Alternative, Purpose::Deadline]
            .iter()
            .find_map(|purpose| purpose.phrases().past(tokens, at))?;
        let colon = usize::from(tokens.get(begin).is_some_and(|token| token.is(':')));
        let ends = |token: &Token| [')', ';', '|', ','].into_iter().any(|mark| token.is(mark));
        let to = (begin + colon..tokens.len()).find(|at| ends(&tokens[*at]));
        let to = to.unwrap_or(tokens.len());
        let words = as_written(self.line, &tokens[at..to]);
        Some((Kind::Aside(words.to_owned()), to))
    }

    /// “rescheduled from 6 March”: the day on which it does not take place.
    pub fn moved_from(&self, at: usize) -> Option<(Kind, usize)> {
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
        let words = as_written(self.line, &self.tokens[at..to]);
        Some((Kind::Aside(words.to_owned()), to))
    }

    /// “Pullman da Cuneo ore 13, piazzale stazione”: how people get there, up to the end of its sentence.
    pub fn travel(&self, at: usize) -> Option<(Kind, usize)> {
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
        let words = as_written(self.line, &tokens[at..to]);
        Some((Kind::Aside(words.to_owned()), to))
    }
}
