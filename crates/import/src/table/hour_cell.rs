//! The hour in a cell of a column of hours: as people write it, as spreadsheets count it, as programs write it.

use chrono::NaiveTime;
use event_file::event::Status;
use fold::fold;

use super::stamp::part_of_day;
use crate::cancelled;
use crate::when;
use crate::when::time::Clock;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// The time in a cell of times; `Ok(None)` when it says that there is none yet.
///
/// A spreadsheet writes a time as a part of a day (`0.75`) or on a day of its own (`1899-12-30 18:00:00`).
///
/// # Errors
/// It says something else.
pub fn clock(cell: &str) -> Result<Option<Clock>, String> {
    let cell = cell.trim();
    let at = |from| Ok(Some(Clock::at(from)));
    if let Some(part) = cell.strip_prefix("0.").or(cell.strip_prefix("0,"))
        && let Ok(part) = format!("0.{part}").parse::<f64>()
    {
        return at(part_of_day(part).unwrap_or(NaiveTime::MIN));
    }
    if (3..=4).contains(&cell.len())
        && cell.bytes().all(|byte| byte.is_ascii_digit())
        && let (hours, minutes) = cell.split_at(cell.len() - 2)
        && let (Ok(hours), Ok(minutes)) = (hours.parse(), minutes.parse())
        && let Some(time) = NaiveTime::from_hms_opt(hours, minutes, 0)
    {
        return at(time);
    }
    if let Some(time) = with_seconds(cell) {
        return at(time);
    }
    for day in [
        "1899-12-30",
        "1899-12-31",
        "1900-01-01",
        "1900-01-00",
        "1970-01-01",
    ] {
        if let Some(rest) = cell.strip_prefix(day) {
            return when::clock(rest.trim_start_matches(['T', ' ']).trim_end_matches('Z'));
        }
    }
    // “16:00~”: from four on.
    let cell = match cell.strip_suffix(['~', '～', '〜']) {
        Some(hour)
            if hour.ends_with(|last: char| last.is_numeric() || last == '시' || last == '時') =>
        {
            hour
        }
        _ => cell,
    };
    let tidy = as_people_write(cell);
    when::clock(tidy.as_deref().unwrap_or(cell)).map_err(|why| midnight(cell).unwrap_or(why))
}

/// “12:00 ABGESAGT”, “18h (annulé)”: the hour, and the status that stands behind it.
pub fn with_status(cell: &str) -> (&str, Option<Status>) {
    let gaps = cell.match_indices(char::is_whitespace).take(4);
    let mut parts = gaps.map(|(gap, _)| cell.split_at(gap));
    let found = parts.find_map(|(hour, rest)| {
        let status = cancelled::status_alone(rest)?;
        let hour = hour.trim_end_matches([',', ';', '-', '–', '—', ' ']);
        matches!(clock(hour), Ok(Some(_))).then_some((hour, Some(status)))
    });
    found
        .filter(|_| clock(cell).is_err())
        .unwrap_or((cell, None))
}

/// “12:00 AM (time TBD)”: midnight, as a program writes a day without its hour, and that the hour is to follow.
pub fn is_to_follow(cell: &str) -> bool {
    let tokens = tokens(cell);
    let begins = |to: usize| tokens.get(to).map_or(cell.len(), |token| token.at.start);
    let hour = |to: &usize| {
        let hour = cell.get(..begins(*to)).unwrap_or_default();
        let hour = hour.trim_end_matches(|last: char| !last.is_alphanumeric());
        let midnight = |clock: Clock| clock.from == NaiveTime::MIN && clock.to.is_none();
        matches!(when::clock(hour), Ok(Some(clock)) if midnight(clock))
    };
    let to_follow = |at: usize| {
        let pending = Purpose::Pending.phrases().past(&tokens, at);
        pending.or_else(|| when::unannounced(&tokens, at)).is_some()
    };
    (1..tokens.len()).any(to_follow) && (1..tokens.len()).any(|to| hour(&to))
}

/// The hour of `T14:00`, `14:00:00.000`, `16:00Z` and `2:30p` without what programs add to it.
fn as_people_write(cell: &str) -> Option<String> {
    let digit = |text: &str, at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let hour = cell
        .strip_prefix(['T', 't'])
        .filter(|rest| digit(rest, 0))
        .unwrap_or(cell);
    let hour = hour
        .strip_suffix(['Z', 'z'])
        .filter(|rest| rest.contains(':'))
        .unwrap_or(hour);
    if let Some((seconds, fraction)) = hour.split_once('.')
        && seconds.matches(':').count() == 2
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Some(seconds.to_owned());
    }
    let short = hour.strip_suffix(['p', 'P', 'a', 'A']).map(str::trim_end);
    if let Some(rest) =
        short.filter(|rest| rest.len() < 6 && digit(rest, rest.len().wrapping_sub(1)))
    {
        return Some(format!("{rest} {}m", &hour[hour.len() - 1..]));
    }
    (hour.len() < cell.len()).then(|| hour.to_owned())
}

/// What is said of midnight, which may begin or end a day.
fn midnight(cell: &str) -> Option<String> {
    let folded = fold(cell);
    let named = [
        "midnight",
        "mitternacht",
        "minuit",
        "medianoche",
        "mezzanotte",
        "meia noite",
        "middernacht",
        "полночь",
        "gece yarisi",
    ];
    named.iter().any(|name| folded.contains(name)).then(|| {
        format!("“{cell}” may be the beginning or the end of the day; write 00:00 or 24:00")
    })
}

/// An hour in a cell of ends, where `24:00` is midnight.
///
/// # Errors
/// It says something else.
pub fn end_clock(cell: &str) -> Result<Option<Clock>, String> {
    let cell = cell.trim();
    let rest = cell.strip_prefix("24");
    let rest = rest.filter(|rest| !rest.starts_with(|letter: char| letter.is_ascii_digit()));
    match rest.map(|rest| rest.trim_start_matches([':', '.', '0', 'h', 'H', ' '])) {
        Some("" | "Uhr" | "uhr" | "hrs" | "hs" | "時") => Ok(Some(Clock::at(NaiveTime::MIN))),
        _ => clock(cell),
    }
}

/// `16.00.00`, as forms in Italian and Finnish write hours, in a column of hours.
fn with_seconds(cell: &str) -> Option<NaiveTime> {
    let parts: Vec<&str> = cell.split('.').collect();
    let [hour, minute, second] = parts[..] else {
        return None;
    };
    let number = |part: &str| {
        part.parse()
            .ok()
            .filter(|_| part.len() == 2 || part.len() == 1)
    };
    let two = minute.len() == 2 && second.len() == 2;
    two.then(|| NaiveTime::from_hms_opt(number(hour)?, number(minute)?, number(second)?))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_clock(cell: &str, expected: &str) {
        let found = match end_clock(cell) {
            Ok(Some(clock)) => clock.from.format("%H:%M").to_string(),
            Ok(None) => "open".to_owned(),
            Err(_) => "error".to_owned(),
        };
        assert_eq!(found, expected, "{cell}");
    }

    #[test]
    fn midnight_beside_an_hour_that_is_to_follow_is_none() {
        for (cell, expected) in [
            ("12:00am with time TBD", true),
            ("12:00 AM (time TBC)", true),
            ("0:00 (Uhrzeit folgt)", true),
            ("00:00, heure à préciser", true),
            ("14:00 (time TBC)", false),
            ("12:00am", false),
            ("TBD", false),
        ] {
            assert_eq!(is_to_follow(cell), expected, "{cell}");
        }
    }

    #[test]
    fn hours_as_spreadsheets_write_them() {
        check_clock("17:30:00", "17:30");
        check_clock("0.75", "18:00");
        check_clock("0,729166667", "17:30");
        check_clock("1730", "17:30");
        check_clock("930", "09:30");
        check_clock("1899-12-30 18:00:00", "18:00");
        for midnight in ["24:00", "24:00:00", "24 Uhr", "24h", "24.00 Uhr", "24時"] {
            check_clock(midnight, "00:00");
        }
        check_clock("2400 people", "error");
        check_clock("somewhere", "error");
    }
}
