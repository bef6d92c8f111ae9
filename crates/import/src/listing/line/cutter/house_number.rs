//! Days and hours from one to another whose first number may be a house's.

use chrono::Timelike as _;

use super::super::span::Kind;
use super::Cutter;
use crate::actions::is_action;
use crate::when::days::{Days, leads_to_day};
use crate::when::streets;
use crate::when::time::Clock;
use crate::when::written::{Form, Written};

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
        if !bare
            || tokens[at - 1].word().is_none()
            || leads_to_day(tokens, at - 1)
            || is_action(words)
        {
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

    /// In “Assen – Brink 1 – 15:00” the house has a number, in “Hagen – Markt 10 – 14 Uhr” it may have. `None` where the hours
    /// at a token are what they look like; `Some(None)` where the number is the house's; else the first hour alone, beside
    /// which the second makes two.
    pub fn house_number_before_hour(&self, clock: &Clock, at: usize) -> Option<Option<Clock>> {
        /// An event begins no earlier, and lasts no longer, both in hours.
        const EARLIEST: u32 = 6;
        const LONGEST: i64 = 6;
        let (Some(start), Some(end)) = (self.text, clock.to) else {
            return None;
        };
        let [number, dash, next] = self.tokens.get(at..at + 3)? else {
            return None;
        };
        let is_dash = dash.is('-') || dash.is('–');
        let spaced = number.at.end < dash.at.start && dash.at.end < next.at.start;
        // “Domstr. 24”.
        let short = at > start + 1 && self.tokens[at - 1].is('.');
        let behind_word = at > start && self.tokens[at - 1 - usize::from(short)].word().is_some();
        let words = &self.line[self.tokens[start].at.start..number.at.start];
        // “Leeds 2 – 4pm”: the first name of a line is rather a city.
        let is_place = self
            .spans
            .iter()
            .any(|span| matches!(span.kind, Kind::Text(_)))
            || streets::is_called(words.trim());
        let house = number.digits() > 0 && is_dash && spaced && behind_word && is_place;
        (house && !is_action(words)).then_some(())?;
        let plausible = clock.from.hour() >= EARLIEST
            && !clock.next_day
            && (end - clock.from).num_hours() <= LONGEST
            && end > clock.from;
        Some(plausible.then(|| Clock::at(clock.from)))
    }
}
