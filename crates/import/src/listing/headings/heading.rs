//! Headings of a listing that name a day without saying its date, or in a language that is not read.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::super::line::Line;
use super::super::places::country;
use crate::actions::is_action_at;
use crate::when::days::Days;
use crate::when::filler::filler;
use crate::when::names::{months_at, weekday_at};
use crate::when::reckoning::Reckoning;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;
use crate::when::written::{Form, Written};
use crate::words::IN;

/// How far from today's year the year of a title may be.
const NEAR: i32 = 30;

/// The year in a title (“Ostermärsche 2024”, “in November 2023”), of a line without an hour. A line of prose, and “since
/// 1960”, give none.
pub fn bare_year(line: &Line, this_year: i32) -> Option<i32> {
    let tokens = tokens(&line.text);
    if tokens.len() > 20 {
        return None;
    }
    let mut years = tokens.iter().enumerate().filter_map(|(at, token)| {
        let year = token
            .number(4)
            .filter(|_| token.digits() == 4)?
            .cast_signed();
        let since = at > 0 && Purpose::Since.phrases().past(&tokens, at - 1) == Some(at);
        // “2000 people”, “10:2024” and numbers in a row are no years.
        let number = at > 0
            && tokens[at - 1].word().is_none()
            && tokens[at - 1].at.end == token.at.start
            && !tokens[at - 1].is('(');
        ((this_year - NEAR..=this_year + 5).contains(&year) && !since && !number).then_some(year)
    });
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// Why a line that must be a date is not read: a small number, a word, and a year, with no month's name in it.
pub fn unread(line: &Line) -> Option<String> {
    if !line.is_bare() {
        return None;
    }
    let tokens = tokens(&line.text);
    let words = tokens.iter().filter(|token| token.word().is_some()).count();
    let day = |token: &Token| {
        token.digits() > 0 && token.number(2).is_some_and(|day| (1..=31).contains(&day))
    };
    let year = |token: &Token| {
        token.digits() == 4
            && token.number(4).is_some_and(|year| {
                (1900..2200).contains(&year)
                    || (1300..1500).contains(&year)
                    || (2500..2600).contains(&year)
            })
    };
    let numbers = tokens.iter().filter(|token| token.digits() > 0).count();
    // “Newsletter 02/2027” is the number of an issue.
    let issue = tokens
        .windows(3)
        .any(|three| day(&three[0]) && three[1].is('/') && year(&three[2]));
    let dated = !issue && numbers == 2 && tokens.iter().any(day) && tokens.iter().any(year);
    ((1..=4).contains(&words) && dated).then(|| {
        format!("the heading above, “{}”, is a date in a language or spelling that is not read; write it as 2023-11-04", line.text.trim_end_matches(':'))
    })
}

/// The number of a day of the month alone: “Día 8”, “The 13th:”.
pub fn numbered(line: &Line) -> Option<u32> {
    let tokens = tokens(&line.text);
    let mut numbers = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.digits() > 0);
    let (at, token) = numbers.next()?;
    let day = token.number(2).filter(|day| (1..=31).contains(day))?;
    let is_ordinal = |at: usize| Purpose::Ordinal.phrases().past(&tokens, at) == Some(at + 1);
    let is_day = |at: usize| Purpose::Day.phrases().past(&tokens, at).is_some();
    let named = (0..at).any(is_day);
    let ordinal = tokens
        .get(at + 1)
        .is_some_and(|token| token.word().is_some())
        && is_ordinal(at + 1);
    let others = (0..tokens.len()).filter(|other| {
        let known = tokens[*other].word().is_none()
            || is_day(*other)
            || filler(&tokens, *other).is_some()
            || is_ordinal(*other);
        !known
    });
    let alone = numbers.next().is_none() && others.count() == 0;
    (alone && (named || ordinal)).then_some(day)
}

/// The day of the week that a line names, perhaps with the number of the day, and nothing else: “Saturday”, “Sábado 25”.
pub fn weekday(line: &Line) -> Option<(Weekday, Option<u32>)> {
    // “Dimarts 8 (festiu)”.
    let text = line.text.split('(').next().unwrap_or_default();
    let tokens = tokens(text);
    // “Rallies Saturday 12”, “Am Dienstag”.
    let is_word = |at: &usize| {
        let says = filler(&tokens, *at).is_none() && !is_action_at(&tokens, *at);
        tokens[*at].word().is_some() && says
    };
    let words = (0..tokens.len()).filter(is_word).count();
    let at = (0..tokens.len()).find(|at| weekday_at(&tokens, *at).is_some())?;
    let (day, _) = weekday_at(&tokens, at)?;
    let long = tokens[at]
        .word()
        .is_some_and(|word| word.chars().count() > 2);
    let mut numbers = tokens.iter().filter(|token| token.digits() > 0);
    let number = numbers.next();
    let alone = numbers.next().is_none();
    // “Wed: no pickets”.
    let nothing = |at: usize| {
        [Purpose::None, Purpose::Without, Purpose::Nothing]
            .iter()
            .any(|purpose| purpose.phrases().past(&tokens, at).is_some())
    };
    if (0..tokens.len()).any(nothing) {
        return None;
    }
    // “Domingo Márquez” is a person.
    let only = words == 1
        || words == 2 && number.is_some() && filler(&tokens, (at + 1) % tokens.len()).is_some();
    let number = match number {
        Some(token) => Some(token.number(2).filter(|day| (1..=31).contains(day))?),
        None => None,
    };
    Some((day.filter(|_| long && alone && only)?, number))
}

/// Whether there is a word for “in” before a name that is no country.
pub fn says_in(line: &Line) -> bool {
    let texts = line.texts().all;
    texts.iter().any(|text| {
        let tokens = tokens(text);
        (0..tokens.len()).any(|at| {
            let is_in = tokens[at].word().is_some_and(|word| IN.contains(&word));
            let next = tokens
                .get(at + 1)
                .map_or("", |token| &text[token.at.start..]);
            is_in && next.chars().next().is_some_and(char::is_uppercase) && country(next).is_none()
        })
    })
}

/// The month and year that a line names, without a day: “NOVIEMBRE 2023”.
pub fn month_and_year(line: &Line) -> Option<(i32, u32)> {
    let tokens = tokens(&line.text);
    let at = (0..tokens.len()).find(|at| months_at(&tokens, *at).is_some())?;
    let (months, to) = months_at(&tokens, at)?;
    let [(month, _)] = months[..] else {
        return None;
    };
    let year = tokens[to..]
        .iter()
        .take(2)
        .find(|token| token.digits() == 4)?
        .number(4)?;
    let numbers = tokens.iter().filter(|token| token.digits() > 0).count();
    ((1900..2200).contains(&year) && numbers == 1).then_some((year.cast_signed(), month))
}

/// A day as one that a heading names.
pub fn on(day: NaiveDate) -> Days {
    Days::One(Written {
        form: Form::Day(day),
        weekday: Some(day.weekday()),
    })
}

/// The one day that is on a day of the week, among those a title names, or of the month above.
pub fn day_of(
    weekday: Weekday,
    number: Option<u32>,
    among: Option<&Days>,
    month: Option<(i32, u32)>,
    reckoning: &Reckoning,
) -> Option<Days> {
    let one = |day: NaiveDate| {
        Days::One(Written {
            form: Form::Day(day),
            weekday: Some(weekday),
        })
    };
    let fits = |day: &NaiveDate| {
        day.weekday() == weekday && number.is_none_or(|number| number == day.day())
    };
    if let Some(Days::Each(days)) = among {
        let days = days
            .iter()
            .filter_map(|written| reckoning.day(written, "").ok());
        let mut found = days.filter(fits);
        return match (found.next(), found.next()) {
            (Some(day), None) => Some(one(day)),
            _ => None,
        };
    }
    if let Some(Days::Through(first, last)) = among {
        let (first, last) = (
            reckoning.day(first, "").ok()?,
            reckoning.day(last, "").ok()?,
        );
        let days = first.iter_days().take_while(|day| *day <= last).take(62);
        let mut found = days.filter(fits);
        return match (found.next(), found.next()) {
            (Some(day), None) => Some(one(day)),
            _ => None,
        };
    }
    let (year, month) = month?;
    let day = NaiveDate::from_ymd_opt(year, month, number?)?;
    Some(one(day))
}
