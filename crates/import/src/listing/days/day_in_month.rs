//! A day of the week and of the month in an entry, whose month is that of the heading above: “La Serena: viernes 12, 19:00”
//! below Thursday 11 March.

use chrono::{Datelike as _, Duration, NaiveDate, Weekday};

use super::super::entry::said::Said;
use super::super::headings::heading::on;
use super::super::surroundings::{Heading, Surroundings};
use super::settled::settled;
use crate::when::days::Days;
use crate::when::names::weekday_at;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// A day so near to that of the heading is in its month or the next, in days.
const NEAR: i64 = 13;

/// Gives an entry the day that words before its hour name so, if the calendar has it near the day of the heading; `text` is
/// all of the entry.
pub fn day_in_month(said: &mut Said, text: &str, around: &Surroundings<'_>) {
    let [group] = &mut said.groups[..] else {
        return;
    };
    let Some(Heading::Day {
        days: above @ Days::One(_),
        line,
        ..
    }) = around.day
    else {
        return;
    };
    if group.days.is_some() {
        return;
    }
    let Ok(above) = settled(above, line, around) else {
        return;
    };
    let [above] = above[..] else { return };
    // “Teruel: 19:30 Pza. San Juan. Domingo 10: ruta” is of another event.
    let hour = group
        .words
        .first()
        .and_then(|hour| text.find(hour.as_str()));
    let before_hour = |words: &str| text.find(words) < hour;
    let found = group.texts.iter().enumerate().find_map(|(at, (words, _))| {
        let named = weekday_and_number(words).or_else(|| number_and_weekday(words));
        let (weekday, number) = named.filter(|_| before_hour(words))?;
        Some((at, near(above, weekday, number)?))
    });
    if let Some((at, day)) = found {
        let (text, _) = group.texts.remove(at);
        group.words.push(text);
        group.days = Some(on(day));
    }
}

/// The day of this name and number in the month of another day, else near it.
pub fn near(other: NaiveDate, weekday: Weekday, number: u32) -> Option<NaiveDate> {
    // Below Friday 5 March, Saturday 20 is not that of February.
    let of_month = other.with_day(number);
    if let Some(day) = of_month.filter(|day| day.weekday() == weekday) {
        return Some(day);
    }
    let first = other.checked_sub_signed(Duration::days(NEAR))?;
    let mut days = first
        .iter_days()
        .take_while(|day| (*day - other).num_days() <= NEAR);
    days.find(|day| day.weekday() == weekday && day.day() == number)
}

/// A text that is a day of the week and the number of a day, and nothing more: “viernes 12”, “Sunday 13th”.
fn weekday_and_number(text: &str) -> Option<(Weekday, u32)> {
    let tokens = tokens(text);
    let (weekday, to) = weekday_at(&tokens, 0)?;
    let mark = |at: usize| {
        let token = tokens.get(at);
        usize::from(token.is_some_and(|token| token.is('.') || token.is(',')))
    };
    let at = to + mark(to);
    let number = tokens
        .get(at)?
        .number(2)
        .filter(|day| (1..=31).contains(day))?;
    let end = Purpose::Ordinal
        .phrases()
        .past(&tokens, at + 1)
        .unwrap_or(at + 1);
    (end + mark(end) == tokens.len()).then_some((weekday?, number))
}

/// “4日(日)”, “12일 금요일”: the number of a day and the day of the week, in East Asia.
pub fn number_and_weekday(text: &str) -> Option<(Weekday, u32)> {
    let (number, behind) = east_asian_day(text)?;
    const NAMES: [&str; 3] = ["月火水木金土日", "一二三四五六日", "월화수목금토일"];
    let name = behind.trim().trim_matches(['(', ')', '（', '）']);
    let name = name.trim_start_matches("周").trim_start_matches("星期");
    let name = ["曜日", "曜", "요일"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name);
    let at = NAMES.iter().find_map(|names| {
        let mut letters = names.chars().zip(0..);
        letters.find_map(|(letter, at)| name.chars().eq([letter]).then_some(at))
    })?;
    Some((Weekday::try_from(at).ok()?, number))
}

/// The number of a day before its sign, “4日”, and what stands behind.
pub fn east_asian_day(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit())?;
    let number = text[..end]
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    let behind = text[end..].strip_prefix(['日', '号', '號', '일'])?;
    Some((number, behind))
}
