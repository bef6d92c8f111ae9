//! What is said at the end of the lines that are neither heading nor entry.

use super::Document;
use super::doubts::unread_hour::may_be_hour;
use super::line::Line;
use crate::cancelled;
use crate::line_numbers::numbers;
use crate::when::names::{months_at, weekday_at};
use crate::when::tokens::tokens;

/// The most words of a line that tells of a change.
const LONGEST_REMARK: usize = 10;

impl Document<'_> {
    /// Whether a line that was no entry begins with a city and has a number further on: “Trondheim kl 1700 Torvet”.
    fn is_like_entry(&self, line: &Line) -> bool {
        const MOST_WORDS: usize = 12;
        // “Mai 2027” over the days of a month.
        let is_month = months_at(&tokens(&line.text), 0).is_some();
        if line.is_sentence()
            || line.has_date()
            || is_month
            || line.text.split_whitespace().count() > MOST_WORDS
        {
            return false;
        }
        let texts = line.texts().all;
        let Some(first) = texts.first() else {
            return false;
        };
        let country = self.country.as_deref();
        let is_city = |text: &str| self.places.is_city(text, country);
        let behind = line.text.get(first.len()..).unwrap_or_default();
        let has_number = |text: &str| text.contains(char::is_numeric);
        // “Trondheim kl 1700 Torvet”: the number soon after the city.
        let mut gaps = first
            .match_indices(' ')
            .map(|(gap, _)| first.split_at(gap))
            .take(3);
        let within = gaps
            .any(|(city, rest)| is_city(city) && rest.split_whitespace().take(2).any(has_number));
        is_city(first) && has_number(behind) || within
    }

    /// Says which lines are no events. One that may say of an event that it changed is rejected.
    pub fn report_skipped<'l>(&mut self, all: impl Iterator<Item = &'l Line>) {
        for line in all {
            // Whatever became of a line: if it is neither heading nor entry, it is said.
            if self.taken.contains(&line.number) && !self.skipped.contains(&line.number) {
                continue;
            }
            let changed = cancelled::status(&line.text).or_else(|| cancelled::begins(&line.text));
            // “Le rassemblement de Lyon du 14 décembre est annulé”.
            let parts = line.texts().all;
            let off = |text: &String| cancelled::status(text).is_some();
            let dated_off = line.has_date() && parts.iter().any(off);
            let changed = changed.is_some() || cancelled::moved(&line.text).is_some() || dated_off;
            let is_remark = dated_off || line.text.split_whitespace().count() <= LONGEST_REMARK;
            let texts = line.texts().all;
            let hour = texts.len() > 1 && texts.iter().any(|text| may_be_hour(text));
            let has_entries = !self.reading.drafts.is_empty() || !self.reading.rejects.is_empty();
            let reason = match changed && is_remark && has_entries {
                _ if begins_with_day(line) => Some(
                    "it begins with a day that is not read, and may be an entry: write the day with its month and year, as 2027-03-20",
                ),
                true => Some(
                    "it may say that an event changed or does not take place, and of which is not clear: apply it to its entry",
                ),
                false if hour && !line.is_sentence() => {
                    Some("it may have an hour that is not read; write it as 17:00, behind its city")
                }
                false if self.is_like_entry(line) => Some(
                    "it begins with a city and has a number, and is not read; write it as “City: 17:00, place”",
                ),
                false => None,
            };
            match reason {
                Some(reason) => {
                    self.skipped.remove(&line.number);
                    self.reject(line, reason);
                }
                None => {
                    self.skipped.insert(line.number);
                }
            }
        }
        if self.skipped.is_empty() {
            return;
        }
        let lines = numbers("line", self.skipped.iter().copied());
        self.reading
            .notes
            .push(format!("skipped as text without an event: {lines}"));
    }
}

/// “Saturday 20: York – CANCELLED”: a day of the week and a number, and more behind a colon or dash.
fn begins_with_day(line: &Line) -> bool {
    let tokens = tokens(&line.text);
    let day = weekday_at(&tokens, 0).and_then(|(weekday, to)| {
        weekday?;
        tokens
            .get(to)?
            .number(2)
            .filter(|day| (1..=31).contains(day))?;
        Some(to + 1)
    });
    let Some(to) = day else { return false };
    let texts = line.texts();
    let behind = tokens.len() > to + 2 && texts.head > 0;
    behind && !line.is_sentence() && texts.all.len() > 1
}
