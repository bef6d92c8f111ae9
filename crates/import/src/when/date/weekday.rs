//! What stands between a date and its day of the week, and days of the week that are numbers.

use chrono::{Datelike as _, Weekday};
use fold::fold;

use super::super::tokens::Token;
use super::super::words::Purpose;
use super::super::written::Form;
use super::numbers::numbers;

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
        } else if tokens.get(at).and_then(Token::word) == Some("d")
            && tokens.get(at + 1).is_some_and(|token| token.is('.'))
        {
            // “onsdag d. 9. december”.
            at += 2;
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

/// “ראשון 7 במרץ”: Hebrew names of days of the week without the word for day, which are ordinal numbers elsewhere, before a date.
pub(super) fn hebrew(tokens: &[Token], at: usize) -> Option<(Option<Weekday>, usize)> {
    const DAYS: [(&str, Weekday); 6] = [
        ("ראשון", Weekday::Sun),
        ("שני", Weekday::Mon),
        ("שלישי", Weekday::Tue),
        ("רביעי", Weekday::Wed),
        ("חמישי", Weekday::Thu),
        ("שישי", Weekday::Fri),
    ];
    let word = tokens.get(at)?.word()?;
    let (_, weekday) = DAYS.iter().find(|(name, _)| fold(name) == word)?;
    let is_number = |at: usize| tokens.get(at).is_some_and(|token| token.digits() > 0);
    let to = past_marks(tokens, at + 1);
    is_number(to).then_some((Some(*weekday), at + 1))
}

/// “L 5.12.”, “P, 6.12.”, “V 11.12, 18:00”: one letter for the day of the week, as in Estonian and Spanish, before a day
/// between full stops, and “Me 09.12.2026”. Which day it is depends on the language, and is left open.
pub(super) fn letter(tokens: &[Token], at: usize) -> Option<(Option<Weekday>, usize)> {
    const LETTERS: [&str; 12] = ["e", "t", "k", "n", "r", "l", "p", "m", "x", "v", "s", "d"];
    let word = tokens.get(at)?.word()?;
    let mark = |at: usize, sign: char| tokens.get(at).is_some_and(|token| token.is(sign));
    // “מוצ"ש 5.12.”, the evening on which the Sabbath ends.
    let quoted = |at: usize| ['"', '״', '”', '“'].into_iter().any(|sign| mark(at, sign));
    let ends = tokens.get(at + 2).and_then(Token::word) == Some("ש");
    if word == "מוצ" && quoted(at + 1) && ends {
        return Some((Some(Weekday::Sat), at + 3));
    }
    let begins = at.checked_sub(1).is_none_or(|before| {
        let before = tokens.get(before);
        before.is_some_and(|token| token.word().is_none() && token.digits() == 0)
    });
    let is_french = FRENCH.iter().any(|(name, _)| *name == word);
    (begins && (is_french || LETTERS.contains(&word))).then_some(())?;
    let to = at + 1 + usize::from(mark(at + 1, ',') || mark(at + 1, '.'));
    let (form, end) = numbers(tokens, to, true)?;
    let apart = tokens.get(at)?.at.end < tokens.get(to)?.at.start;
    let fits = match form {
        Form::Day(_) => true,
        // “R 3.10, 4.10” may be a place on a plan: an hour or the end of a part of the line follows a day.
        Form::NoYear { .. } if !is_french => mark(to + 1, '.') && !mark(end, ':'),
        _ => false,
    };
    (apart && fits).then_some((None, to))
}

/// The days of the week as French tables shorten them to two letters, as some of other languages are.
const FRENCH: [(&str, Weekday); 7] = [
    ("lu", Weekday::Mon),
    ("ma", Weekday::Tue),
    ("me", Weekday::Wed),
    ("je", Weekday::Thu),
    ("ve", Weekday::Fri),
    ("sa", Weekday::Sat),
    ("di", Weekday::Sun),
];

/// “Di 06.12.2026”: a Sunday in French, where the whole date says that it is none of a German Tuesday.
pub(super) fn french(tokens: &[Token], at: usize, form: &Form) -> Option<Weekday> {
    let word = tokens.get(at)?.word()?;
    let (_, weekday) = FRENCH.iter().find(|(name, _)| *name == word)?;
    matches!(form, Form::Day(day) if day.weekday() == *weekday).then_some(*weekday)
}
