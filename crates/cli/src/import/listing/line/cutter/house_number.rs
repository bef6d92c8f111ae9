//! Days from one to another whose first number may be a house's.

use super::Cutter;
use crate::import::actions::is_action;
use crate::import::when::days::Days;
use crate::import::when::streets;
use crate::import::when::words::Purpose;
use crate::import::when::written::{Form, Written};

impl Cutter<'_> {
    /// In “ul. Piotrkowska 5 – 16 kwietnia” the house has a number, and in “Neude 5 – 16 april” it may have: then it is not
    /// certain on which days something takes place. “Klimacamp 5 – 16 May” and “Neude 5–16 april” are days.
    pub fn without_number_of_words(
        &self,
        (days, to): (Days, usize),
        at: usize,
    ) -> Option<(Days, usize)> {
        let found = Some((days, to));
        let tokens = self.tokens;
        let (Some(start), Some([number, dash, next])) = (self.text, tokens.get(at..at + 3)) else {
            return found;
        };
        let spaced = number.at.end < dash.at.start && dash.at.end < next.at.start;
        let is_dash = dash.is('-') || dash.is('–');
        let bare = number.digits() > 0 && is_dash && spaced;
        let words = &self.line[tokens[start].at.start..number.at.start];
        let linked = || {
            [
                Purpose::On,
                Purpose::Around,
                Purpose::Before,
                Purpose::Until,
            ]
            .into_iter()
            .any(|purpose| purpose.phrases().past(tokens, at - 1) == Some(at))
        };
        if !bare || tokens[at - 1].word().is_none() || linked() || is_action(words) {
            return found;
        }
        if streets::is_called(words.trim()) {
            return None;
        }
        let form = Form::Unread("its first number may be a house's or a day's");
        let unclear = Written {
            form,
            weekday: None,
        };
        found.map(|(_, to)| (Days::One(unclear), to))
    }
}
