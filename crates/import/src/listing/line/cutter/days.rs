//! Whether a date in a line is a day of an event, part of the name of a street, or a word amid others.

use super::super::span::Kind;
use super::Cutter;
use crate::actions::is_action_at;
use crate::cancelled;
use crate::when::date::{dotted_numbers_at, two_numbers_at};
use crate::when::days::days_at;
use crate::when::names::weekday_at;
use crate::when::streets;
use crate::when::time::time_at;
use crate::when::tokens::Token;
use crate::when::words::Purpose;
use crate::when::written::Written;

impl Cutter<'_> {
    /// The token after a date that is part of a name: in “ul. 11 Listopada 12” the house has a number, not the month a day.
    pub fn street(&self, at: usize) -> Option<usize> {
        let (days, to) = days_at(self.tokens, at)?;
        let name = streets::is_name(self.tokens, at, to, days.first()?);
        name.then_some(to)
    }

    /// “Lyon: 5/11, 14h”: two numbers that are a part of the line alone, or stand directly before an hour.
    pub fn numbered(&self, at: usize) -> Option<(Written, usize)> {
        // “adiado p/ 19/02”.
        let is_moved = self.text.is_some_and(|start| self.is_moved(start, at));
        // “18 Uhr, Markt, verlegt auf 9.12”.
        if is_moved && let Some(found) = dotted_numbers_at(self.tokens, at) {
            return Some(found);
        }
        // “Gdańsk – 8.03, 16:30”: before a comma and an hour with a colon.
        if self.text.is_none()
            && let Some((day, to)) = dotted_numbers_at(self.tokens, at)
            && self.tokens.get(to).is_some_and(|token| token.is(','))
            && self.tokens.get(to + 2).is_some_and(|token| token.is(':'))
            && time_at(self.tokens, to + 1, false).is_some()
        {
            return Some((day, to));
        }
        let (day, to) = two_numbers_at(self.tokens, at)?;
        // “Aarhus (Rådhuspladsen) 6/3, 14:00”: between a place in brackets and an hour.
        let closed = at > 0 && self.tokens[at - 1].is(')');
        let before_hour = [to, to + 1]
            .iter()
            .any(|hour| time_at(self.tokens, *hour, false).is_some());
        (self.text.is_none() || is_moved || closed && before_hour).then_some(())?;
        let behind = self.tokens.get(to);
        let mark = |token: &Token| {
            [',', ';', ':', '.', '|', '-', '–']
                .into_iter()
                .any(|mark| token.is(mark))
        };
        // A house's number may be written so as well: behind an hour nothing is a day.
        let hour = self
            .spans
            .iter()
            .any(|span| matches!(span.kind, Kind::Clock(_)));
        // “15/05 Nancy – 14h”: both with two digits, and nothing before.
        let two = |token: &Token| token.digits() == 2;
        let first = at == 0 && two(&self.tokens[0]) && self.tokens.get(2).is_some_and(two);
        let named = first && behind.is_some_and(|token| token.word().is_some());
        // “5/24「…」全台串聯活動資訊”: in a script without spaces.
        let wide = |token: &Token| {
            let first = self.line[token.at.clone()].chars().next();
            first.is_some_and(|first| u32::from(first) >= 0x2e80)
        };
        let parted = behind.is_none_or(mark)
            || behind.is_some_and(wide)
            || time_at(self.tokens, to, false).is_some()
            || named;
        (parted && (!hour || is_moved)).then_some((day, to))
    }

    /// “dimanche 6 à 15h”: a day of the week and of the month before an hour, whose number is no hour; the token after it.
    pub fn day_before_hour(&self, at: usize) -> Option<usize> {
        let (_, number) = weekday_at(self.tokens, at)?;
        let token = self.tokens.get(number).filter(|token| token.digits() > 0)?;
        token.number(2).filter(|day| (1..=31).contains(day))?;
        let link = |purpose: Purpose| purpose.phrases().past(self.tokens, number + 1);
        let hour = link(Purpose::Until).or_else(|| link(Purpose::Before))?;
        let (_, end) = time_at(self.tokens, number, false)?;
        (end > hour && time_at(self.tokens, hour, false).is_some()).then_some(number + 1)
    }

    /// Whether a date at a token stands where the date of an event stands.
    pub fn is_standing(&self, at: usize) -> bool {
        let Some(start) = self.text else { return true };
        let before =
            |purpose: Purpose, from: usize| purpose.phrases().past(self.tokens, from) == Some(at);
        let purposes = [
            Purpose::On,
            Purpose::Around,
            Purpose::Before,
            Purpose::Doubt,
        ];
        let linked = (start..at).any(|from| purposes.iter().any(|purpose| before(*purpose, from)));
        // “防衛省 4月28日(木) 午後5時”: with its day of the week, in a script without spaces.
        let wide = |at: usize| {
            let last = self.line[self.tokens[at].at.clone()].chars().next_back();
            last.is_some_and(|sign| u32::from(sign) >= 0x2e80)
        };
        let dated =
            days_at(self.tokens, at).and_then(|(days, _)| Some(days.first()?.weekday.is_some()));
        linked
            || at > start && wide(at - 1) && wide(at + 1) && dated == Some(true)
            || self.is_moved(start, at)
            || self.is_within_move(at)
            || self.tokens[at - 1].word().is_none()
            || is_action_at(self.tokens, at - 1)
    }

    /// “wordt naar 11 november verplaatst”: between a word such as “to” and the verb that moves it.
    fn is_within_move(&self, at: usize) -> bool {
        let to = self.tokens[at - 1].word();
        let links = to.is_some_and(|word| ["naar", "to", "auf", "vom", "van"].contains(&word));
        let verb = || {
            let (_, to) = days_at(self.tokens, at)?;
            let verb = self.tokens.get(to)?;
            cancelled::moved(&self.line[verb.at.clone()])
        };
        links && verb().is_some()
    }

    /// “Largo da Alfândega (ADIADO para domingo, 2 de maio)”: a parenthesis that begins with the day it was moved to.
    pub fn opens_move(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 4;
        let day = (at + 2..at + 2 + MOST_WORDS).find(|day| days_at(self.tokens, *day).is_some());
        day.is_some_and(|day| {
            let words = &self.line[self.tokens[at + 1].at.start..self.tokens[day - 1].at.end];
            cancelled::moved(words).is_some()
        })
    }

    /// Whether the words directly before a date say that the event was moved to it: “moved to”, “verschoben auf den”.
    fn is_moved(&self, start: usize, at: usize) -> bool {
        const TO: [&str; 30] = [
            "to", "until", "auf", "den", "au", "a", "al", "para", "el", "la", "o", "na", "на",
            "till", "til", "naar", "op", "le", "do", "ke", "alla", "p", "pentru", "pe", "tot",
            "za", "για", "per", "sang", "за",
        ];
        // In Finnish and Hungarian the date has an ending in the place of such a word.
        const WITHOUT: [&str; 4] = ["siirret", "siirty", "elhalaszt", "athelyez"];
        let word = |at: usize| self.tokens[at].word();
        // “改期至12月12日”: one word without spaces.
        let last = &self.line[self.tokens[at - 1].at.clone()];
        let unspaced = last.chars().all(|letter| u32::from(letter) >= 0x2e80);
        if unspaced && word(at - 1).is_some() && cancelled::moved(last).is_some() {
            return true;
        }
        let mut from = at;
        // “adiado p/ 19/02”.
        let is_stroke =
            |at: usize| self.tokens[at].is('/') && at > start && word(at - 1) == Some("p");
        while from > start
            && (word(from - 1).is_some_and(|word| TO.contains(&word)) || is_stroke(from - 1))
        {
            from -= 1;
        }
        let before = self.tokens[start.max(from.saturating_sub(2))].at.start;
        let without =
            || word(at - 1).is_some_and(|word| WITHOUT.iter().any(|verb| word.starts_with(verb)));
        (from < at && from > start || without())
            && cancelled::moved(&self.line[before..self.tokens[at - 1].at.end]).is_some()
    }
}
