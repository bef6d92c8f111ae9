//! What is still to be announced, with the words before it that say what: “(Ort wird noch bekannt gegeben)”.

use super::super::span::Kind;
use super::super::words::{Label, label_of};
use super::Cutter;
use crate::when::words::Purpose;

impl Cutter<'_> {
    /// The span of words that something is still open, which begin at a token: with what stands before them in the same
    /// parentheses, or is a label of the place, they say nothing of the hour. The kind of it, and the token at which it begins.
    pub fn open_with_subject(&self, kind: Kind, at: usize, to: usize) -> (Kind, usize) {
        let Some(start) = self.text.filter(|start| *start < at && kind == Kind::Open) else {
            return (kind, at);
        };
        let opened = (start..at).rev().find_map(|place| {
            let token = &self.tokens[place];
            (token.is('(') || token.is(')')).then(|| token.is('(').then_some(place))
        });
        let within = opened.flatten();
        let first = within.map_or(start, |open| open + 1);
        if first >= at {
            return (kind, at);
        }
        let words = |from: usize, to: usize| {
            &self.line[self.tokens[from].at.start..self.tokens[to - 1].at.end]
        };
        let of = self.subject(first, at);
        let begin = within.unwrap_or(start);
        match (of, within) {
            (Some(Label::When), _) => (kind, begin),
            (Some(Label::Where | Label::City), _) | (_, Some(_)) => {
                (Kind::Aside(words(first, to).to_owned()), begin)
            }
            _ => (kind, at),
        }
    }

    /// What the words before it are labels of: “Ort”, “Ort und Zeit”. The hour goes before the place.
    fn subject(&self, first: usize, to: usize) -> Option<Label> {
        let words = |from: usize, to: usize| {
            &self.line[self.tokens[from].at.start..self.tokens[to - 1].at.end]
        };
        let and = (first + 1..to)
            .find_map(|at| Some((at, Purpose::And.phrases().past(self.tokens, at)?)));
        let parts = match and {
            Some((and, behind)) if behind < to => vec![words(first, and), words(behind, to)],
            // “Ort und Zeit noch offen”: the hour is part of the words behind.
            Some((and, _)) => {
                return label_of(words(first, and)).map(|_| Label::When);
            }
            _ => vec![words(first, to)],
        };
        let labels: Option<Vec<Label>> = parts.into_iter().map(label_of).collect();
        let labels = labels?;
        let when = labels.iter().find(|label| **label == Label::When);
        when.or(labels.first()).copied()
    }
}
