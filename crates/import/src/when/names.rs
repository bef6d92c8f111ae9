//! The names of months, days of the week and parts of the day.
//!
//! Source: Unicode CLDR (`cldr.txt`, made by `cargo xtask data gazetteer`), and forms that people write beside it.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::Weekday;

use super::phrases::Phrases;
use super::tokens::Token;
use crate::words::list::in_lines;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    /// A month of the Gregorian calendar, January 1.
    Month(u32),
    /// A month of the Persian calendar, Farvardin 1.
    Persian(u32),
    /// A month of the Islamic calendar, Muharram 1.
    Islamic(u32),
    /// A day of the week, Monday 1.
    Day(u32),
    /// Hours before noon.
    Morning,
    /// Hours after noon.
    Afternoon,
    /// Hours of the evening or after midnight.
    Night,
    /// Hours of the evening, counted from 18:00.
    Evening,
    /// A number that may be an hour, from 1 to 12.
    Hour(u32),
    /// 12:00.
    Noon,
}

/// A meaning, and the language in which a name has it (BCP 47).
type Meaning = (Named, &'static str);

static NAMES: LazyLock<Phrases<Meaning>> = LazyLock::new(|| {
    let mut names = Phrases::default();
    let rows = include_str!("cldr.txt")
        .lines()
        .filter(|row| !row.starts_with('#'));
    for row in rows {
        let mut fields = row.split('\t');
        let (Some(language), Some(named)) = (fields.next(), fields.next()) else {
            continue;
        };
        let Some(named) = meaning(named, ' ') else {
            continue;
        };
        // Basque writes “30ean”, on the 30th; Irish shortens its January so.
        for name in fields.filter(|name| *name != "Ean") {
            names.add(name, (named, language));
            // Hebrew writes “in” as one word with the month.
            if language == "he" && matches!(named, Named::Month(_) | Named::Day(_)) {
                names.add(&format!("ב{name}"), (named, language));
            }
        }
    }
    for (purpose, language, name) in in_lines(include_str!("words.txt")) {
        if let Some(named) = meaning(purpose, '-') {
            names.add(&name, (named, language));
        }
    }
    names
});

fn meaning(text: &str, sign: char) -> Option<Named> {
    let (kind, number) = match text.split_once(sign) {
        Some((kind, number)) => (kind, number.parse().ok()?),
        None => (text, 0),
    };
    match kind {
        "month" => Some(Named::Month(number)),
        "persian" => Some(Named::Persian(number)),
        "islamic" => Some(Named::Islamic(number)),
        "day" => Some(Named::Day(number)),
        "am" => Some(Named::Morning),
        "pm" => Some(Named::Afternoon),
        "night" => Some(Named::Night),
        "evening" => Some(Named::Evening),
        "number" => Some(Named::Hour(number)),
        "noon" => Some(Named::Noon),
        _ => None,
    }
}

/// The hour from 1 to 12 that is named at a token, and the token after it; nothing where languages differ.
pub fn hour_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let (meanings, to) = NAMES.at(tokens, at)?;
    let mut hours = meanings.iter().filter_map(|(named, _)| match named {
        Named::Hour(hour) => Some(*hour),
        _ => None,
    });
    let hour = hours.next()?;
    hours.all(|other| other == hour).then_some((hour, to))
}

/// The months that a name may mean (January is 1), each with its languages (BCP 47).
pub type PossibleMonths = Vec<(u32, Vec<&'static str>)>;

/// The months that a name at a token may mean, each with its languages, and the token after it. Nearly every name
/// means one month; “listopad” is November in Polish and Czech and October in Croatian.
pub fn months_at(tokens: &[Token], at: usize) -> Option<(PossibleMonths, usize)> {
    let (meanings, to) = NAMES.at(tokens, at)?;
    let mut months: PossibleMonths = Vec::new();
    for (named, language) in meanings {
        if let Named::Month(month) = named {
            match months.iter_mut().find(|(known, _)| known == month) {
                Some((_, languages)) => languages.push(language),
                None => months.push((*month, vec![language])),
            }
        }
    }
    (!months.is_empty()).then_some((months, to))
}

/// The month of another calendar that is named at a token, and the token after it.
pub fn foreign_month_at(tokens: &[Token], at: usize) -> Option<(Named, usize)> {
    let (meanings, to) = NAMES.at(tokens, at)?;
    let mut meanings = meanings.iter().map(|(named, _)| *named);
    let found = meanings.find(|named| matches!(named, Named::Persian(_) | Named::Islamic(_)))?;
    Some((found, to))
}

/// The day of the week that is named at a token, and the token after it; `None` inside for a name that means one day
/// here and another there, such as “do”.
pub fn weekday_at(tokens: &[Token], at: usize) -> Option<(Option<Weekday>, usize)> {
    let (meanings, to) = NAMES.at(tokens, at)?;
    // 土 and 月 alone are a day of the week only in parentheses.
    let letters = tokens.get(at)?.word()?.chars().count();
    if letters == 1 && to == at + 1 && !(at > 0 && tokens.get(at - 1)?.is('(')) {
        return None;
    }
    // “do”, “di” and “so” are words as well: beside other words they are a day only with a full stop or comma.
    if letters == 2
        && tokens
            .get(at)?
            .word()?
            .chars()
            .all(|letter| letter < '\u{250}')
    {
        let mark = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at))
                .is_some_and(|token| token.word().is_none() && !token.is('\''))
        };
        let short = tokens
            .get(at + 1)
            .is_some_and(|token| token.is('.') || token.is(','));
        (at == 0 || mark(at.checked_sub(1)) || short).then_some(())?;
    }
    let mut days = meanings.iter().filter_map(|(named, _)| match named {
        Named::Day(day) => Some(*day),
        _ => None,
    });
    let day = days.next()?;
    let sure = days.all(|other| other == day);
    let number = u8::try_from(day.checked_sub(1)?).ok()?;
    Some((Weekday::try_from(number).ok().filter(|_| sure), to))
}

/// Whether tokens are the name of a day of the week, and nothing more.
pub fn is_weekday(tokens: &[Token]) -> bool {
    weekday_at(tokens, 0).is_some_and(|(_, to)| to == tokens.len())
}

/// The days of the week that a name at a token may mean, each with its language (BCP 47), and the token after it.
pub fn weekdays_at(tokens: &[Token], at: usize) -> Option<(Vec<(Weekday, &'static str)>, usize)> {
    let (meanings, to) = NAMES.at(tokens, at)?;
    let days = meanings.iter().filter_map(|(named, language)| match named {
        Named::Day(day) => {
            let number = u8::try_from(day.checked_sub(1)?).ok()?;
            Some((Weekday::try_from(number).ok()?, *language))
        }
        _ => None,
    });
    let days: Vec<_> = days.collect();
    (!days.is_empty()).then_some((days, to))
}

/// Whether one language calls both a day of the week and a month so, as Spanish does with “mar”. “lun” is Monday in some and
/// August in Irish.
pub fn is_day_and_month(tokens: &[Token], at: usize) -> bool {
    let meanings = NAMES
        .at(tokens, at)
        .map_or(&[][..], |(meanings, _)| meanings);
    let is_month = |of: &str| {
        let mut months = meanings.iter();
        months.any(|(named, language)| matches!(named, Named::Month(_)) && *language == of)
    };
    let mut days = meanings.iter();
    days.any(|(named, language)| matches!(named, Named::Day(_)) && is_month(language))
}

/// The part of the day that is named at a token, and the token after it.
pub fn part_at(tokens: &[Token], at: usize) -> Option<(Named, usize)> {
    let (meanings, to) = NAMES.at(tokens, at)?;
    // Hungarian “du.” without its full stop is a word of French: “porte 4 du chantier”.
    let dot = tokens.get(to).is_some_and(|token| token.is('.'));
    if tokens.get(at)?.word() == Some("du") && !dot {
        return None;
    }
    let has = |named: Named| meanings.iter().any(|(known, _)| *known == named);
    let parts = [
        Named::Morning,
        Named::Afternoon,
        Named::Night,
        Named::Evening,
        Named::Noon,
    ];
    let part = parts.into_iter().find(|part| has(*part))?;
    // A word that means the morning here and the afternoon there says neither.
    let torn = has(Named::Morning) && has(Named::Afternoon);
    (!torn).then_some((part, to))
}

/// The languages in which a name at a token is a month or a day of the week (BCP 47).
pub fn languages_at(tokens: &[Token], at: usize) -> HashSet<&'static str> {
    let meanings = NAMES
        .at(tokens, at)
        .map_or(&[][..], |(meanings, _)| meanings);
    let dated = |named: &Named| matches!(named, Named::Month(_) | Named::Day(_));
    let dated = meanings.iter().filter(|(named, _)| dated(named));
    dated.map(|(_, language)| *language).collect()
}

/// A month's English name.
pub fn english(month: u32) -> &'static str {
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    ENGLISH
        .get(month.wrapping_sub(1) as usize)
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
