//! The day that a title names for what stands below it.

use std::ops::Range;

use chrono::NaiveDate;

use super::date::date_at;
use super::reckoning::Reckoning;
use super::tokens::tokens;
use super::written::Written;

/// A day that a title names, or why it is none.
pub type TitleDay = Option<Result<NaiveDate, String>>;

/// The one day that a text names among other words.
pub fn title_day(text: &str, reckoning: &Reckoning) -> TitleDay {
    written_in(text).map(|(date, _)| reckoning.day(&date, text))
}

/// The one date that is written in a text, and where.
pub fn written_in(text: &str) -> Option<(Written, Range<usize>)> {
    if text.len() > 200 {
        return None;
    }
    let tokens = tokens(text);
    let mut found = None;
    let mut at = 0;
    while at < tokens.len() {
        match date_at(&tokens, at) {
            // Two days are no day.
            Some(_) if found.is_some() => return None,
            Some((date, to)) => {
                let first = tokens.get(at).map_or(0, |token| token.at.start);
                let last = tokens.get(to.saturating_sub(1));
                let last = last.map_or(text.len(), |token| token.at.end);
                found = Some((date, first..last));
                at = to.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}
