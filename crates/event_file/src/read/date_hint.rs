//! What a date written in another way means, where it can mean one thing only.

use chrono::{NaiveDate, NaiveTime};

use crate::WallTime;

/// English month names, of which the first three letters or all may be written.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The date meant by a text, for a suggestion; `None` when it is unclear or could be two dates
/// (4/11/2023 is one in Paris and another in New York).
pub fn meant(text: &str) -> Option<WallTime> {
    // Nobody writes a date this long; hostile input may be.
    if text.len() > 64 || !text.is_ascii() {
        return None;
    }
    let text = text.to_ascii_lowercase();
    let words = words(&text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (date, rest) = date(&words)?;
    match rest {
        [] => Some(WallTime::day(date)),
        ["24:00" | "24:00:00"] => Some(at(date.succ_opt()?, NaiveTime::MIN)),
        _ => Some(at(date, clock(rest)?)),
    }
}

fn at(date: NaiveDate, time: NaiveTime) -> WallTime {
    WallTime {
        date,
        time: Some(time),
        offset: None,
    }
}

/// Splits at white space and commas, and at a `t` between digits.
fn words(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    let spaced: String = text
        .char_indices()
        .map(|(i, c)| {
            let digit = |at: Option<usize>| {
                at.and_then(|at| bytes.get(at))
                    .is_some_and(u8::is_ascii_digit)
            };
            match c {
                ',' => ' ',
                't' if digit(i.checked_sub(1)) && digit(Some(i + 1)) => ' ',
                _ => c,
            }
        })
        .collect();
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// The date at the start of the words, and the words after it.
fn date<'w, 'a>(words: &'w [&'a str]) -> Option<(NaiveDate, &'w [&'a str])> {
    let (&first, rest) = words.split_first()?;
    if let Some(date) = numeric(first) {
        return Some((date, rest));
    }
    let [first, second, year, rest @ ..] = words else {
        return None;
    };
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return None,
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    (year.len() == 4).then_some(())?;
    let date = NaiveDate::from_ymd_opt(number(year)?.cast_signed(), month, number(day)?)?;
    Some((date, rest))
}

/// A date in digits: year first in any separation, or a day past 12 beside a month.
fn numeric(word: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let (year, month, day) = match parts[..] {
        [all] if all.len() == 8 => (&all[..4], &all[4..6], &all[6..]),
        [year, month, day] if year.len() == 4 => (year, month, day),
        [a, b, year] if year.len() == 4 => match (number(a)?, number(b)?) {
            (day, month) if day > 12 || day == month => (year, b, a),
            (_, day) if day > 12 => (year, a, b),
            _ => return None,
        },
        _ => return None,
    };
    NaiveDate::from_ymd_opt(number(year)?.cast_signed(), number(month)?, number(day)?)
}

fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let is_month = |name: &&str| **name == *word || name[..3] == *word;
    let found = MONTHS.iter().position(is_month)?;
    u32::try_from(found + 1).ok()
}

/// A time of day: `14:00`, `14h`, `14h30`, `2pm`, `2:30 pm`.
fn clock(words: &[&str]) -> Option<NaiveTime> {
    let word = words.concat();
    let (word, afternoon) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(word), _) => (word, Some(false)),
        (_, Some(word)) => (word, Some(true)),
        _ => (word.as_str(), None),
    };
    let mut parts = word.splitn(3, [':', 'h']);
    let (hour, minute) = (parts.next()?, parts.next());
    if minute.is_none() && afternoon.is_none() {
        return None;
    }
    let second = match parts.next() {
        None => 0,
        Some(second) => number(second)?,
    };
    let minute = match minute {
        None | Some("") => 0,
        Some(minute) if minute.len() == 2 => number(minute)?,
        _ => return None,
    };
    let hour = match (number(hour)?, afternoon) {
        (12, Some(false)) => 0,
        (hour @ 1..12, Some(true)) => hour + 12,
        (hour @ 1..=12, Some(_)) | (hour, None) => hour,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// Up to four digits.
fn number(text: &str) -> Option<u32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: Option<&str>) {
        let found = meant(text).map(|at| at.to_string());
        assert_eq!(found.as_deref(), written, "{text}");
    }

    #[test]
    fn one_meaning_is_suggested() {
        check("2023/11/04", Some("2023-11-04"));
        check("2023.11.4", Some("2023-11-04"));
        check("20231104", Some("2023-11-04"));
        check("20231104T140000", None);
        check("20231104T14:00", Some("2023-11-04T14:00"));
        check("2023-11-04T9:30", Some("2023-11-04T09:30"));
        check("2023-11-04 14h00", Some("2023-11-04T14:00"));
        check("2023-11-04 14h", Some("2023-11-04T14:00"));
        check("2023-11-04 2pm", Some("2023-11-04T14:00"));
        check("2023-11-04, 2:30 PM", Some("2023-11-04T14:30"));
        check("2023-11-04 12am", Some("2023-11-04T00:00"));
        check("2023-11-04 12pm", Some("2023-11-04T12:00"));
        check("2023-12-31T24:00", Some("2024-01-01T00:00"));
        check("25/12/2023", Some("2023-12-25"));
        check("12/25/2023 18:00", Some("2023-12-25T18:00"));
        check("11.11.2023", Some("2023-11-11"));
        check("4 November 2023", Some("2023-11-04"));
        check("Nov. 4th, 2023 2pm", Some("2023-11-04T14:00"));
        check("4 october 2023", Some("2023-10-04"));
    }

    #[test]
    fn two_meanings_or_none_are_not() {
        for text in [
            "4/11 14h",
            "4/11/2023",
            "11/4/2023 14:00",
            "4/11/23",
            "2023-02-30",
            "2023-11-04T25:00",
            "2023-11-04 14",
            "2023-11-04 13pm",
            "2023-11-04 0am",
            "2023-11-04 14:0",
            "2023-11-04 noon",
            "Saturday",
            "4 Novembre 2023",
            "4 November",
            "٤ November 2023",
            "",
            "t",
            "1t1",
        ] {
            check(text, None);
        }
    }
}
