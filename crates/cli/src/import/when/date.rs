//! Dates as people write them, found among the tokens of a text.

use chrono::{NaiveDate, Weekday};

use super::calendars;
use super::names::{PossibleMonths, foreign_month_at, months_at, weekday_at};
use super::time;
use super::tokens::Token;
use super::words::Purpose;
use super::written::{Form, Part, Written};

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
            day_of(None, month.value, day.value)
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
    let (day, to) = weekday_at(tokens, from)?;
    if open {
        let to = to + usize::from(is(to, '.'));
        return is(to, ')').then_some((day, to + 1));
    }
    let word = tokens.get(from)?.word()?;
    let long = word.chars().count() > 3 || u32::from(word.chars().next()?) > 0x250;
    // Of “4 Nov, Sunday 5 Nov” the Sunday belongs to the second.
    let next = past_marks(tokens, to);
    let belongs_to_next = form_at_simple(tokens, next) || form_at_simple(tokens, to);
    (long && !belongs_to_next).then_some((day, to))
}

fn form_at_simple(tokens: &[Token], at: usize) -> bool {
    numbers(tokens, at, false).is_some()
        || day_first(tokens, at).is_some()
        || month_first(tokens, at).is_some()
}

/// `2023-11-04`, `04/11/2023`, `4.11.23`; beside a day's name also `04.11` and `4/11`.
fn numbers(tokens: &[Token], at: usize, short: bool) -> Option<(Form, usize)> {
    let part = |at: usize| {
        let token = tokens.get(at)?;
        let value = token.number(4)?;
        Some(Part {
            value,
            digits: token.digits(),
        })
    };
    let mark = |at: usize| {
        ['-', '/', '.']
            .into_iter()
            .find(|mark| tokens.get(at).is_some_and(|token| token.is(*mark)))
    };
    // The pieces of such a date stand close together, but for a space behind a dot.
    let close = |at: usize| {
        mark(at) == Some('.')
            || tokens
                .get(at)
                .zip(tokens.get(at + 1))
                .is_some_and(|(a, b)| a.at.end == b.at.start)
    };
    // A number in a longer row, such as a telephone number, is no date.
    let continued = |sign: char, at: usize| {
        mark(at) == Some(sign)
            && tokens.get(at + 1).is_some_and(|token| token.digits() > 0)
            && close(at)
            && {
                let ends = tokens.get(at - 1).map(|token| token.at.end);
                ends == tokens.get(at).map(|token| token.at.start)
                    && tokens.get(at).map(|token| token.at.end)
                        == tokens.get(at + 1).map(|token| token.at.start)
            }
    };
    let first = part(at)?;
    let sign = mark(at + 1)?;
    if !close(at + 1)
        || at > 1
            && mark(at - 1) == Some(sign)
            && tokens[at - 2].digits() > 0
            && tokens[at - 1].at.end == tokens[at].at.start
    {
        return None;
    }
    let second = part(at + 2)?;
    if second.digits > 2 || first.digits == 3 {
        return None;
    }
    if mark(at + 3) == Some(sign)
        && close(at + 3)
        && let Some(third) = part(at + 4)
        && (match first.digits {
            4 => third.digits <= 2,
            _ => third.digits == 2 || third.digits == 4,
        })
    {
        // “04.11. 14 Uhr”: the third number is the hour.
        let hour =
            sign == '.' && third.digits <= 2 && first.digits <= 2 && time::is_clock(tokens, at + 5);
        if !hour {
            return (!continued(sign, at + 5))
                .then_some((three([first, second, third], sign), at + 5));
        }
    }
    if sign == '-' || first.digits > 2 {
        return None;
    }
    let day_and_month = || {
        // A leap year, for want of one.
        let real = NaiveDate::from_ymd_opt(2000, second.value, first.value);
        real.map_or(Form::NoDay, |_| Form::NoYear {
            month: second.value,
            day: first.value,
        })
    };
    if continued(sign, at + 3) {
        return None;
    }
    if sign == '.' && mark(at + 3) == Some('.') && first.value >= 1 && second.value >= 1 {
        return Some((day_and_month(), at + 4));
    }
    if sign == '.' {
        let written_so = short
            && second.digits == 2
            && (1..=12).contains(&second.value)
            && (1..=31).contains(&first.value);
        let clock = time::is_clock(tokens, at + 3);
        return (written_so && !clock).then(|| (day_and_month(), at + 3));
    }
    (short && sign == '/').then_some((Form::TwoNumbers([first, second]), at + 3))
}

/// Three numbers; a year in front leaves one order, and so does the dot, which stands in dates that
/// begin with the day (DIN 5008 and its like).
fn three(parts: [Part; 3], sign: char) -> Form {
    let [first, second, third] = parts;
    if first.digits == 4 {
        return day_of(Some(first.value), second.value, third.value);
    }
    match (sign, third.digits) {
        ('.', 4) => day_of(Some(third.value), second.value, first.value),
        ('.', _) => day_of(Some(2000 + third.value), second.value, first.value),
        (_, 4) if calendars::gregorian(third.value).is_none() => Form::Unread(calendars::OTHER),
        (_, 4) => Form::Numbers([
            first,
            second,
            Part {
                value: calendars::gregorian(third.value).unwrap_or(third.value),
                digits: 4,
            },
        ]),
        _ => Form::Numbers(parts),
    }
}

/// `4 November 2023`, `1er mai`, `4. November`, `4 de noviembre de 2023`, `3rd of November, 2023`, `ב-4 בנובמבר`.
fn day_first(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let day = tokens.get(at)?.number(2)?;
    let mut at = past_ordinal(tokens, at + 1);
    loop {
        if tokens.get(at)?.is('-') || tokens.get(at)?.is('\'') {
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
    Some((day_of(year, month, day), at + 4))
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
    Some((day_of(year, month, day), to))
}

/// The year that may follow a month, and the token after it.
fn year_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let mut next = at;
    loop {
        let token = tokens.get(next)?;
        if [',', '.', '-'].into_iter().any(|mark| token.is(mark)) {
            next += 1;
        } else if let Some(to) = Purpose::Of.phrases().past(tokens, next) {
            next = to;
        } else {
            break;
        }
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
    if Purpose::Clock.phrases().past(tokens, at + 1).is_some() {
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
        [(month, _)] => day_of(year, month, day),
        _ => Form::Months { months, day, year },
    }
}

/// A day of the Gregorian calendar; a year of another one is converted or not read.
pub fn day_of(year: Option<u32>, month: u32, day: u32) -> Form {
    let year = match year.map(calendars::gregorian) {
        Some(None) => return Form::Unread(calendars::OTHER),
        Some(year) => year,
        None => None,
    };
    // A leap year, for want of one.
    let written = NaiveDate::from_ymd_opt(year.unwrap_or(2000).cast_signed(), month, day);
    match (written, year) {
        (None, _) => Form::NoDay,
        (Some(day), Some(_)) => Form::Day(day),
        (Some(_), None) => Form::NoYear { month, day },
    }
}

#[cfg(test)]
mod tests;
