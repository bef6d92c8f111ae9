//! The text between dates and hours: what it says, and whether it says anything.

use super::super::leftover::{is_stage, says_nothing, tidy};
use super::super::span::{Kind, Sign, Span};
use super::Cutter;

/// Towns that are called like a word beside hours of another language.
const TOWNS: [&str; 4] = ["Van", "Minden", "Sedan", "Ende"];

impl Cutter<'_> {
    /// Puts the text before a token among the spans, if it says anything.
    pub fn end_text(&mut self, to: usize) {
        let Some(start) = self.text.take() else {
            return;
        };
        let end = self
            .tokens
            .get(to.wrapping_sub(1))
            .map_or(0, |token| token.at.end);
        let text = &self.line[self.tokens[start].at.start..end];
        let text = tidy(text);
        // “AM – Manaus”: a state's letters before a dash say where, not when.
        let state = self.spans.is_empty() && is_code(text) || self.is_state(text);
        let town = self.spans.is_empty() && TOWNS.contains(&text);
        let kind = match says_nothing(text) && !state && !town {
            true if is_stage(text) => {
                let text = text.trim_matches(['(', ')', '（', '）']);
                Kind::Stage(text.to_owned())
            }
            true => return,
            false => Kind::Text(text.to_owned()),
        };
        let before = std::mem::replace(&mut self.before, Sign::None);
        self.spans.push(Span {
            kind,
            before,
            words: text.to_owned(),
        });
    }

    /// Whether a text is the code of a state behind the city: in “San Jose, CA: 2pm” and “Cairo, IL: noon” no “circa” and no
    /// article or label.
    pub fn is_state(&self, text: &str) -> bool {
        let behind = self.before == Sign::Comma && self.spans.len() == 1;
        behind && is_code(text) && self.line.chars().any(char::is_lowercase)
    }
}

/// Whether a text is two or three capital letters.
fn is_code(text: &str) -> bool {
    (2..4).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_uppercase())
}
