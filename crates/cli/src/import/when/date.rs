//! Dates as people write them, found among the tokens of a text.

mod numbers;
mod roman;

use chrono::Weekday;

pub use self::numbers::two_numbers_at;

use self::numbers::numbers;

use super::calendars;
use super::names::{PossibleMonths, foreign_month_at, months_at, weekday_at};
use super::time;
use super::tokens::Token;
use super::words::Purpose;
use super::written::{Form, Written};

/// The date that begins at a token, and the token after it.
pub fn date_at(tokens: &[Token], from: usize) -> Option<(Written, usize)> {
    let before = weekday_at(tokens, from);
    let at = before.map_or(from, |(_, to)| past_marks(tokens, to));
    let found = form_at(tokens, at, before.is_some());
    // “mar” may be a Tuesday, and may be March.
    let Some((form, to)) = found else {
        let (form, to) = before.and_then(|_| month_first(tokens, from))?;
        return Some((
            Written {
                form,
                weekday: None,
            },
            to,
        ));
    };
    let to = match opened(tokens, from, at) {
        true if tokens.get(to).is_some_and(|token| token.is(')')) => to + 1,
        _ => to,
    };
    if let Some((weekday, _)) = before {
        return Some((Written { form, weekday }, to));
    }
    let (weekday, end) = weekday_after(tokens, to).map_or((None, to), |(day, to)| (day, to));
    let form = east_asian_order(form, &tokens[to..end]);
    Some((Written { form, weekday }, end))
}

/// “11/4(토)”: in Chinese, Japanese and Korean the month always stands first.
fn east_asian_order(form: Form, weekday: &[Token]) -> Form {
    let word = weekday.iter().find_map(Token::word);
    let first = word.and_then(|word| word.chars().next());
    match form {
        Form::TwoNumbers([month, day]) if first.is_some_and(|first| u32::from(first) >= 0x2e80) => {
            calendars::day_of(None, month.value, day.value)
        }
        form => form,
    }
}

/// The date without its day of the week.
fn form_at(tokens: &[Token], at: usize, short: bool) -> Option<(Form, usize)> {
    let short = short
        || tokens.get(at + 3).is_some_and(|token| token.is('('))
            && weekday_after(tokens, at + 3).is_some();
    numbers(tokens, at, short)
        .or_else(|| roman::date_at(tokens, at))
        .or_else(|| day_first(tokens, at))
        .or_else(|| month_first(tokens, at))
        .or_else(|| year_first(tokens, at))
        .or_else(|| east_asian(tokens, at))
        .or_else(|| vietnamese(tokens, at))
}

/// What may stand between the day of the week and the date: “Samstag, den 4.”, “JUEVES | 13”, “Thứ Bảy, ngày 4”.
fn past_marks(tokens: &[Token], mut at: usize) -> usize {
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
fn opened(tokens: &[Token], from: usize, at: usize) -> bool {
    tokens
        .get(from..at)
        .is_some_and(|between| between.iter().any(|token| token.is('(')))
}

/// A day of the week after the date: “8 Mart 2019 Cuma”, “4 November (Saturday)”, “11月4日（土）”. A short name that
/// is also a word counts only in parentheses.
fn weekday_after(tokens: &[Token], at: usize) -> Option<(Option<Weekday>, usize)> {
    let is = |at: usize, mark: char| tokens.get(at).is_some_and(|token: &Token| token.is(mark));
    let dot = usize::from(is(at, '.'));
    let open = is(at + dot, '(');
    let comma = !open && is(at + dot, ',');
    let from = at + dot + usize::from(open || comma);
    if open && let Some(day) = numbered_weekday(tokens, from) {
        return Some((Some(day), from + 2));
    }
    let (day, to) = weekday_at(tokens, from)?;
    if open {
        // “(金・祝)”, “(Mi., Feiertag)”.
        let mut to = to + usize::from(is(to, '.'));
        let sign = ['・', ',', '/', '-', '·']
            .into_iter()
            .any(|mark| is(to, mark));
        if let Some(past) = Purpose::Feast
            .phrases()
            .past(tokens, to + usize::from(sign))
        {
            to = past;
        }
        return is(to, ')').then_some((day, to + 1));
    }
    let word = tokens.get(from)?.word()?;
    let long = word.chars().count() > 3 || u32::from(word.chars().next()?) > 0x250;
    // Of “4 Nov, Sunday 5 Nov” the Sunday belongs to the second.
    let next = past_marks(tokens, to);
    let belongs_to_next = form_at_simple(tokens, next) || form_at_simple(tokens, to);
    (long && !belongs_to_next).then_some((day, to))
}

/// “5/25（六）”: Chinese counts the days of the week from Monday.
fn numbered_weekday(tokens: &[Token], at: usize) -> Option<Weekday> {
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

fn form_at_simple(tokens: &[Token], at: usize) -> bool {
    numbers(tokens, at, false).is_some()
        || day_first(tokens, at).is_some()
        || month_first(tokens, at).is_some()
}

/// `4 November 2023`, `1er mai`, `4. November`, `4 de noviembre de 2023`, `3rd of November, 2023`, `ב-4 בנובמבר`.
fn day_first(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let day = tokens.get(at)?.number(2)?;
    let mut at = past_ordinal(tokens, at + 1);
    loop {
        tokens.get(at)?;
        if ['-', '\'', '/'].into_iter().any(|mark| tokens[at].is(mark)) {
            at += 1;
        } else if let Some(to) = Purpose::Of.phrases().past(tokens, at) {
            at = to;
        } else {
            break;
        }
    }
    month(tokens, at, day)
}

/// The month named at a token, with its day and the year that may follow.
fn month(tokens: &[Token], at: usize, day: u32) -> Option<(Form, usize)> {
    if let Some((months, to)) = months_at(tokens, at) {
        return Some(with_year(tokens, to, months, day));
    }
    let (named, to) = foreign_month_at(tokens, at)?;
    let (year, to) = match year_at(tokens, to) {
        Some((year, to)) => (Some(year), to),
        None => (None, to),
    };
    // Such names are words and people's names as well: a year makes them a date.
    calendars::foreign(named, day, year).map(|form| (form, to))
}

/// The token after the ending of a day's number: `st`, `.`, `º`, `-го`.
fn past_ordinal(tokens: &[Token], at: usize) -> usize {
    let mark = |at: usize, marks: &[char]| {
        tokens
            .get(at)
            .is_some_and(|token| marks.iter().any(|mark| token.is(*mark)))
    };
    if mark(at, &['.', 'º', 'ª', '°']) {
        return at + 1;
    }
    let from = at + usize::from(mark(at, &['-', '\'']));
    Purpose::Ordinal.phrases().past(tokens, from).unwrap_or(at)
}

/// `November 4, 2023`, `Nov. 4th`.
fn month_first(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let (months, mut at) = months_at(tokens, at)?;
    while tokens.get(at)?.is('.')
        || tokens.get(at)?.is('-')
        || tokens.get(at)?.word() == Some("the")
    {
        at += 1;
    }
    let day = tokens.get(at)?.number(2)?;
    // “Nov 4 pm” and “Nov 4:30” are no day but a time; in “des 17. Juni” the month comes behind.
    let month_behind = day_first(tokens, at).is_some();
    if time::is_clock(tokens, at + 1) || month_behind {
        return None;
    }
    let end = past_ordinal(tokens, at + 1);
    let end = if tokens.get(at + 1).is_some_and(|token| token.is('.')) {
        at + 1
    } else {
        end
    };
    Some(with_year(tokens, end, months, day))
}

/// `2023. november 4.`, `2023 m. lapkričio 4 d.`, `2023. gada 4. novembrī`.
fn year_first(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let (year, mut at) = plain_year(tokens, at)?;
    while tokens.get(at)?.is('.') || tokens.get(at)?.is(',') {
        at += 1;
    }
    at = Purpose::Year.phrases().past(tokens, at).unwrap_or(at);
    while tokens.get(at)?.is('.') {
        at += 1;
    }
    let (months, day, to) = match months_at(tokens, at) {
        Some((months, to)) => (months, tokens.get(to)?.number(2)?, to + 1),
        None => {
            let day = tokens.get(at)?.number(2)?;
            let (months, to) = months_at(tokens, past_ordinal(tokens, at + 1))?;
            (months, day, to)
        }
    };
    Some((dated(months, day, Some(year)), past_ordinal(tokens, to)))
}

/// `2023年11月4日`, `11月4日`, `令和5年11月4日`, `2023년 11월 4일`.
fn east_asian(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let number = |at: usize, most: usize| tokens.get(at)?.number(most);
    let is = |at: usize, words: &[&str]| {
        tokens
            .get(at)?
            .word()
            .filter(|word| words.contains(word))
            .map(drop)
    };
    let era = tokens.get(at)?.word().and_then(calendars::era);
    let at = at + usize::from(era.is_some());
    let (year, at) = match is(at + 1, &["年", "년"]) {
        Some(()) => (Some(number(at, 4)? + era.unwrap_or(0)), at + 2),
        None => (None, at),
    };
    let month = number(at, 2)?;
    is(at + 1, &["月", "월"])?;
    let day = number(at + 2, 2)?;
    is(at + 3, &["日", "일", "号", "號"])?;
    Some((calendars::day_of(year, month, day), at + 4))
}

/// `ngày 4 tháng 11 năm 2023`.
fn vietnamese(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let is = |at: usize, word: &str| {
        tokens
            .get(at)
            .is_some_and(|token| token.word() == Some(word))
    };
    let day = tokens.get(at)?.number(2)?;
    is(at + 1, "thang").then_some(())?;
    let month = tokens.get(at + 2)?.number(2)?;
    let year = tokens
        .get(at + 4)
        .filter(|_| is(at + 3, "nam"))
        .and_then(|token| token.number(4));
    let to = if year.is_some() { at + 5 } else { at + 3 };
    Some((calendars::day_of(year, month, day), to))
}

/// The year that may follow a month, and the token after it.
fn year_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let mut next = at;
    loop {
        let token = tokens.get(next)?;
        if [',', '.', '-', '/'].into_iter().any(|mark| token.is(mark)) {
            next += 1;
        } else if let Some(to) = Purpose::Of.phrases().past(tokens, next) {
            next = to;
        } else {
            break;
        }
    }
    // “05-Nov-23”, as spreadsheets write it.
    let joined = |at: usize| tokens.get(at).is_some_and(|token| token.is('-'));
    let close = |at: usize| tokens[at - 1].at.end == tokens[at].at.start;
    if next == at + 1
        && at >= 2
        && joined(at)
        && joined(at - 2)
        && close(at)
        && close(next)
        && tokens[next].digits() == 2
        && !time::is_clock(tokens, next + 1)
    {
        return Some((2000 + tokens[next].number(2)?, next + 1));
    }
    // “November ’23”.
    if tokens[next].is('\'') && next == at {
        let token = tokens.get(next + 1).filter(|token| token.digits() == 2)?;
        return Some((2000 + token.number(2)?, next + 2));
    }
    plain_year(tokens, next)
}

/// A year of four digits, the word for it that may follow, and the token after it.
fn plain_year(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at).filter(|token| token.digits() == 4)?;
    let year = token.number(4).filter(|year| (1300..2700).contains(year))?;
    // “2030 Uhr” is an hour; in “2023 ore 18” the word belongs to the number behind it.
    let clock = Purpose::Clock.phrases().past(tokens, at + 1);
    let before_hour = || {
        let to = Purpose::Hour.phrases().past(tokens, at + 1);
        to.is_some_and(|to| tokens.get(to).is_some_and(|token| token.digits() > 0))
    };
    if clock.is_some() && !before_hour() {
        return None;
    }
    let to = Purpose::Year
        .phrases()
        .past(tokens, at + 1)
        .unwrap_or(at + 1);
    Some((year, to))
}

fn with_year(tokens: &[Token], at: usize, months: PossibleMonths, day: u32) -> (Form, usize) {
    match year_at(tokens, at).or_else(|| short_thai_year(tokens, at, &months)) {
        Some((year, to)) => (dated(months, day, Some(year)), to),
        None => (dated(months, day, None), at),
    }
}

/// “4 พ.ย. 66”: the year 2566 of the Buddhist era, behind a month in Thai.
fn short_thai_year(tokens: &[Token], at: usize, months: &PossibleMonths) -> Option<(u32, usize)> {
    let thai = months.iter().all(|(_, languages)| languages[..] == ["th"]);
    let at = at + usize::from(tokens.get(at).is_some_and(|token| token.is('.')));
    let token = tokens.get(at).filter(|token| token.digits() == 2)?;
    let year = token.number(2).filter(|year| (50..90).contains(year))?;
    thai.then_some((2500 + year, at + 1))
}

fn dated(months: PossibleMonths, day: u32, year: Option<u32>) -> Form {
    match months[..] {
        [(month, _)] => calendars::day_of(year, month, day),
        _ => Form::Months { months, day, year },
    }
}

#[cfg(test)]
mod tests;
