//! What stands between a date and its day of the week, and days of the week that are numbers.

use chrono::Weekday;

use super::super::tokens::Token;
use super::super::words::Purpose;

/// “5/25（六）”: Chinese counts the days of the week from Monday.
pub(super) fn numbered_weekday(tokens: &[Token], at: usize) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 6] = [
        ("一", Weekday::Mon),
        ("二", Weekday::Tue),
        ("三", Weekday::Wed),
        ("四", Weekday::Thu),
        ("五", Weekday::Fri),
        ("六", Weekday::Sat),
    ];
    let word = tokens.get(at)?.word()?;
    tokens.get(at + 1).filter(|token| token.is(')'))?;
    DAYS.iter()
        .find_map(|(name, day)| (*name == word).then_some(*day))
}

/// What may stand between the day of the week and the date: “Samstag, den 4.”, “JUEVES | 13”, “Thứ Bảy, ngày 4”.
pub(super) fn past_marks(tokens: &[Token], mut at: usize) -> usize {
    let mark = |token: &Token| {
        [',', '.', '|', '-', '–', '(']
            .into_iter()
            .any(|mark| token.is(mark))
    };
    loop {
        if tokens.get(at).is_some_and(mark) {
            at += 1;
        } else if let Some(to) = Purpose::On
            .phrases()
            .past(tokens, at)
            .or_else(|| Purpose::Around.phrases().past(tokens, at))
        {
            at = to;
        } else {
            return at;
        }
    }
}

/// Whether a parenthesis was opened between the day of the week and the date.
pub(super) fn opened(tokens: &[Token], from: usize, at: usize) -> bool {
    tokens
        .get(from..at)
        .is_some_and(|between| between.iter().any(|token| token.is('(')))
}
