//! The day that a title names for what stands below it.

use chrono::NaiveDate;

use super::date::date_at;
use super::reckoning::Reckoning;
use super::tokens::tokens;

/// A day that a title names, or why it is none.
pub type TitleDay = Option<Result<NaiveDate, String>>;

/// The one day that a text names among other words.
pub fn title_day(text: &str, reckoning: &Reckoning) -> TitleDay {
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
                found = Some(date);
                at = to.max(at + 1);
            }
            None => at += 1,
        }
    }
    found.map(|date| reckoning.day(&date, text))
}
