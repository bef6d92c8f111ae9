//! Dates as people write them, found among the tokens of a text.

mod asian;
mod day_number;
mod numbers;
mod roman;
mod weekday;
mod year;

use chrono::Weekday;

pub use self::numbers::{dotted_numbers_at, two_numbers_at};

use self::asian::{east_asian, vietnamese};
use self::day_number::{day_at, initial, past_ordinal};
use self::numbers::numbers;
use self::weekday::{french, hebrew, letter, numbered_weekday, opened, past_marks};
use self::year::{dated, past_letter, plain_year, with_year, year_at};

use super::calendars;
use super::names::{foreign_month_at, is_day_and_month, months_at, weekday_at};
use super::time;
use super::tokens::Token;
use super::words::Purpose;
use super::written::{Form, Written};

/// Whether the “ter” at a token, which may be a Portuguese Tuesday, ends the name of a Hungarian square: “Dugonics tér, 2027.”
fn is_square(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    word(at) == Some("ter")
        && at
            .checked_sub(1)
            .and_then(word)
            .is_some_and(|word| word.len() > 3)
}

/// The date that begins at a token, and the token after it.
pub fn date_at(tokens: &[Token], from: usize) -> Option<(Written, usize)> {
    let before = weekday_at(tokens, from)
        .filter(|_| !is_square(tokens, from))
        .or_else(|| letter(tokens, from))
        .or_else(|| hebrew(tokens, from));
    let at = before.map_or(from, |(_, to)| past_marks(tokens, to));
    let found = form_at(tokens, at, before.is_some());
    // “mar” may be a Tuesday, and may be March.
    let Some((form, to)) = found else {
        let both = before.filter(|_| is_day_and_month(tokens, from));
        let (form, to) = both.and_then(|_| month_first(tokens, from))?;
        return Some((
            Written {
                form,
                weekday: None,
            },
            to,
        ));
    };
    let to = match form {
        Form::Day(_) => past_letter(tokens, to),
        _ => to,
    };
    let to = match opened(tokens, from, at) {
        true if tokens.get(to).is_some_and(|token| token.is(')')) => to + 1,
        _ => to,
    };
    if let Some((weekday, _)) = before {
        let weekday = french(tokens, from, &form).or(weekday);
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

/// “7.16(수)”, “7. 16.(수)”: month and day with dots, before a day of the week in Chinese characters or Korean.
fn eastern_dotted(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let number = |at: usize, most: u32| {
        let number = tokens.get(at)?.number(2)?;
        (1..=most).contains(&number).then_some(number)
    };
    let is = |at: usize, mark: char| tokens.get(at).is_some_and(|token: &Token| token.is(mark));
    let (month, day) = (number(at, 12)?, number(at + 2, 31)?);
    let to = at + 3 + usize::from(is(at + 3, '.'));
    let word = tokens.get(to + 1)?.word()?;
    let is_eastern = word
        .chars()
        .next()
        .is_some_and(|first| u32::from(first) >= 0x2e80);
    (is(at + 1, '.') && is(to, '(') && is_eastern && weekday_after(tokens, to).is_some())
        .then(|| (calendars::day_of(None, month, day), to))
}

/// The date without its day of the week.
fn form_at(tokens: &[Token], at: usize, short: bool) -> Option<(Form, usize)> {
    // “4.11 (Sa)”, “15.03 пн”.
    let short = short || weekday_after(tokens, at + 3).is_some();
    eastern_dotted(tokens, at)
        .or_else(|| numbers(tokens, at, short))
        .or_else(|| roman::date_at(tokens, at))
        .or_else(|| initial(tokens, at))
        .or_else(|| day_first(tokens, at))
        .or_else(|| month_first(tokens, at))
        .or_else(|| year_first(tokens, at))
        .or_else(|| east_asian(tokens, at))
        .or_else(|| vietnamese(tokens, at))
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

fn form_at_simple(tokens: &[Token], at: usize) -> bool {
    numbers(tokens, at, false).is_some()
        || day_first(tokens, at).is_some()
        || month_first(tokens, at).is_some()
}

/// `4 November 2023`, `1er mai`, `Första maj`, `4 de noviembre de 2023`, `3rd of November, 2023`, `ב-4 בנובמבר`.
fn day_first(tokens: &[Token], at: usize) -> Option<(Form, usize)> {
    let (day, mut at) = day_at(tokens, at)?;
    loop {
        tokens.get(at)?;
        // “14 Des 2026”, “3 Des, 16.00”, “12. des. kl. 12”: the month, and no German “des”.
        let ends = tokens
            .get(at + 1)
            .is_none_or(|next| next.word().is_none() && next.digits() == 0);
        if months_at(tokens, at).is_some() && (ends || plain_year(tokens, at + 1).is_some()) {
            break;
        }
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
    // “20 ธันวาคม 17.00”: so are the numbers behind a day before the month.
    let dotted = at > 1
        && tokens[..at]
            .iter()
            .rev()
            .nth(1)
            .is_some_and(|before| before.digits() > 0)
        && tokens.get(at + 1).is_some_and(|token| token.is('.'))
        && tokens.get(at + 2).is_some_and(|token| token.digits() == 2);
    if time::is_clock(tokens, at + 1) || month_behind || dotted {
        return None;
    }
    let end = past_ordinal(tokens, at + 1);
    // Lithuanian “gruodžio 10 d.”, the letter being that of the word for day.
    let letter = tokens.get(at + 1).and_then(Token::word) == Some("d")
        && tokens.get(at + 2).is_some_and(|token| token.is('.'))
        && months
            .iter()
            .any(|(_, languages)| languages.contains(&"lt"));
    let end = if letter {
        at + 3
    } else if tokens.get(at + 1).is_some_and(|token| token.is('.')) {
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
        Some((months, to)) => {
            // “2027. márc. 13.”
            let to = to + usize::from(tokens.get(to)?.is('.'));
            (months, tokens.get(to)?.number(2)?, to + 1)
        }
        None => {
            let day = tokens.get(at)?.number(2)?;
            let (months, to) = months_at(tokens, past_ordinal(tokens, at + 1))?;
            (months, day, to)
        }
    };
    Some((
        dated(months, day, Some(year)),
        past_day(tokens, past_ordinal(tokens, to)),
    ))
}

/// The token after the Lithuanian word for the day of a date: “2027 m. sausio 13 d.”, “… 13 dieną”.
fn past_day(tokens: &[Token], at: usize) -> usize {
    let word = tokens.get(at).and_then(Token::word);
    match word {
        Some("d") => at + 1 + usize::from(tokens.get(at + 1).is_some_and(|next| next.is('.'))),
        Some("diena" | "dieną") => at + 1,
        _ => at,
    }
}

#[cfg(test)]
mod tests;
