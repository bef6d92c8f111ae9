//! What a line begins with.

use super::Line;
use super::leftover::tidy;
use super::span::{Kind, Sign, Span};
use crate::when::tokens::{Token, tokens};

impl Line {
    /// What stands before the first ideographic space: “京都　円山公園　14:00”.
    pub fn before_wide(&self) -> Option<&str> {
        let (first, _) = self.text.split_once('\u{3000}')?;
        Some(first)
    }

    /// What stands before the first number such as `18.00` of a line without an hour, if that can be no date.
    pub fn before_dotted(&self) -> Option<&str> {
        let tokens = tokens(&self.text);
        let at = tokens.windows(3).position(|three| {
            let close =
                three[0].at.end == three[1].at.start && three[1].at.end == three[2].at.start;
            close && is_dotted_hour(three)
        })?;
        let before = &self.text[..tokens[at].at.start];
        (at > 0 && !self.has_clock()).then(|| tidy(before))
    }

    /// Whether it has a day, no hour, and a number such as `18.00` that can be no date: “8 mars: Uppsala 15.00
    /// Vaksala torg”.
    pub fn has_day_and_dotted(&self) -> bool {
        self.has_date() && self.before_dotted().is_some()
    }

    /// Whether it begins with a head and ends in a number such as `18.00` that can be no date: “Göteborg: Gustaf Adolfs torg
    /// 12.00”.
    pub fn ends_dotted(&self) -> bool {
        let tokens = tokens(self.text.trim_end_matches(['.', ' ']));
        let last = tokens.len().checked_sub(3).map(|at| &tokens[at..]);
        let word = |at: usize| tokens.get(at).is_some_and(|token| token.word().is_some());
        let behind_word = tokens.len().checked_sub(4).is_some_and(word);
        behind_word && last.is_some_and(is_dotted_hour) && !self.has_clock()
    }

    /// The text of the first of its columns: “Zonguldak | Madenci Anıtı”.
    pub fn first_column(&self) -> Option<&str> {
        let [first, second, ..] = &self.spans[..] else {
            return None;
        };
        match &first.kind {
            Kind::Text(text) if second.before == Sign::Bar => Some(text),
            _ => None,
        }
    }

    /// What stands before the first colon or dash, or before the first date or hour: its texts, and the sign after them.
    pub fn head(&self) -> Option<(Vec<&str>, Sign)> {
        let mut texts = Vec::new();
        // “Tuesday 3/2: Portland, OR - 5:30 pm”.
        let is_when = |span: &&Span| matches!(span.kind, Kind::Days { .. } | Kind::Every(_));
        let first = self.spans.iter().take_while(is_when).count();
        for (at, span) in self.spans.iter().enumerate().skip(first) {
            let before = if at == first { Sign::None } else { span.before };
            match (&span.kind, before) {
                (_, sign @ (Sign::Colon | Sign::Dash)) if !texts.is_empty() => {
                    return Some((texts, sign));
                }
                (Kind::Text(text), Sign::None | Sign::Comma) => texts.push(text.as_str()),
                (Kind::Text(_) | Kind::Label(_), _) => return None,
                (_, sign) if !texts.is_empty() => return Some((texts, sign)),
                _ => return None,
            }
        }
        let colon = self.text.trim_end().ends_with([':', '：']) && !texts.is_empty();
        colon.then_some((texts, Sign::Colon))
    }
}

/// Whether three tokens are an hour such as `18.00` and can be no day and month.
pub fn is_dotted_hour(three: &[Token]) -> bool {
    let [hour, mark, minute] = three else {
        return false;
    };
    let hour = hour.number(2).filter(|hour| *hour <= 24);
    let minute = minute.number(2).filter(|_| minute.digits() == 2);
    let minute = minute.filter(|minute| minute.is_multiple_of(5) && *minute < 60);
    mark.is('.') && hour.is_some() && minute.is_some_and(|minute| minute == 0 || minute > 12)
}
