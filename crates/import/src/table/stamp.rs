//! What a cell says of a day or an hour: as people write it, as spreadsheets count days, as programs count seconds.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Timelike as _};
use event_file::WallTime;

use super::eras;
use crate::draft::Stamp;
use crate::when::period::period;
use crate::when::time::Clock;
use crate::when::written::{Form, Written};
use crate::when::{self, Said};

/// Days of a spreadsheet that are taken for a date: 1982 to 2119.
const SERIAL: std::ops::Range<f64> = 30_000.0..80_000.0;
/// Seconds since 1970 that are taken for a moment: 1973 to 2286.
const SECONDS: std::ops::Range<f64> = 1e8..1e10;
/// Milliseconds since 1970, the same years.
const MILLISECONDS: std::ops::Range<f64> = 1e11..1e13;

/// The day, the moment, or both that a whole cell says.
pub fn said(cell: &str) -> Option<Said> {
    let cell = cell.trim();
    if let Some(stamp) = counted(cell).or_else(|| compact(cell)) {
        return Some(Said::Exactly(stamp));
    }
    if let Some(stamp) = end_of_day(cell) {
        return Some(Said::Exactly(stamp));
    }
    if let Some(date) = eras::date(cell) {
        return Some(Said::Exactly(Stamp::Wall(WallTime::day(date))));
    }
    when::said(cell).or_else(|| when::said(&with_century(cell)?))
}

/// “4 Nov 23”: two numbers at the end of a date with the name of a month are its year.
fn with_century(cell: &str) -> Option<String> {
    let (rest, year) = cell.rsplit_once([' ', '-', '.'])?;
    let rest = rest.trim_end_matches([' ', '-', '.', ',']);
    let is_year = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    let names_month = matches!(
        when::said(rest)?,
        Said::Loosely {
            date: Written {
                form: Form::NoYear { .. },
                ..
            },
            clock: None,
            ..
        }
    );
    (is_year && names_month && rest.chars().any(char::is_alphabetic))
        .then(|| format!("{rest} 20{year}"))
}

/// A number that counts days since 1899-12-30, or seconds or milliseconds since 1970.
fn counted(cell: &str) -> Option<Stamp> {
    let digits = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    let number: f64 = match cell.bytes().all(digits) {
        true => cell.parse().ok()?,
        false => return None,
    };
    let moment =
        |milliseconds: f64| DateTime::from_timestamp_millis(milliseconds as i64).map(Stamp::Moment);
    if MILLISECONDS.contains(&number) {
        return moment(number);
    }
    // Eight digits without a fraction are rather a date.
    if SECONDS.contains(&number) && !is_date(cell) {
        return moment(number * 1000.0);
    }
    if !SERIAL.contains(&number) {
        return None;
    }
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let date = epoch.checked_add_days(Days::new(number as u64))?;
    Some(Stamp::Wall(WallTime {
        date,
        time: part_of_day(number.fract()),
        offset: None,
    }))
}

/// The time that a part of a day is, to the minute; none for its beginning.
pub fn part_of_day(part: f64) -> Option<NaiveTime> {
    let minutes = (part * 1440.0).round() as u32;
    (minutes > 0).then_some(())?;
    NaiveTime::from_hms_opt(minutes / 60 % 24, minutes % 60, 0)
}

/// Whether a cell is a number that may count anything: `46000`, `20270306`, `3.5`.
pub fn is_bare_number(cell: &str) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit() || letter == '.';
    cell.chars().all(is_digit) && cell.matches('.').count() < 2
}

fn is_date(cell: &str) -> bool {
    cell.len() == 8 && NaiveDate::parse_from_str(cell, "%Y%m%d").is_ok()
}

/// `20231104`, `20231104T1400`, `20231104T140000Z`.
fn compact(cell: &str) -> Option<Stamp> {
    let shape =
        cell.len() >= 8 && cell.is_ascii() && cell.as_bytes()[..8].iter().all(u8::is_ascii_digit);
    if !shape {
        return None;
    }
    let date = NaiveDate::parse_from_str(&cell[..8], "%Y%m%d").ok()?;
    (1900..2200)
        .contains(&chrono::Datelike::year(&date))
        .then_some(())?;
    let rest = &cell[8..];
    let (rest, offset) = match rest.strip_suffix(['Z', 'z']) {
        Some(rest) => (rest, Some(0)),
        None => (rest, None),
    };
    let rest = rest.strip_prefix(['T', 't', ' ']).unwrap_or(rest);
    let time = match rest.len() {
        0 if offset.is_none() => return Some(Stamp::Wall(WallTime::day(date))),
        4 => NaiveTime::parse_from_str(rest, "%H%M").ok()?,
        6 => NaiveTime::parse_from_str(rest, "%H%M%S").ok()?,
        _ => return None,
    };
    let (date, time) = (date, Some(time));
    Some(Stamp::Wall(WallTime { date, time, offset }))
}

/// `2023-11-04T24:00`: the beginning of the next day (ISO 8601).
fn end_of_day(cell: &str) -> Option<Stamp> {
    let (date, clock) = (cell.get(..10)?, cell.get(11..)?);
    (matches!(clock, "24:00" | "24:00:00") && cell.is_ascii()).then_some(())?;
    let date: NaiveDate = date.parse().ok()?;
    Some(Stamp::Wall(WallTime {
        date: date.succ_opt()?,
        time: Some(NaiveTime::MIN),
        offset: None,
    }))
}

/// The time of day that is written, UTC's for a moment.
pub fn time_of(said: &Said) -> Option<NaiveTime> {
    match said {
        Said::Exactly(Stamp::Wall(at)) => at.time,
        Said::Exactly(Stamp::Moment(at)) => Some(at.time()),
        Said::Loosely { clock, .. } => clock.map(|clock| clock.from),
    }
}

/// The hour that a cell of dates says.
pub fn clock_of(cell: &str) -> Option<Clock> {
    match said(cell) {
        // Programs write midnight where there is no hour.
        Some(Said::Exactly(Stamp::Wall(at))) => at
            .time
            .filter(|time| *time != NaiveTime::MIN)
            .map(Clock::at),
        Some(Said::Exactly(Stamp::Moment(_))) => None,
        Some(Said::Loosely { clock, .. }) => clock,
        None => period(cell).and_then(|period| period.from),
    }
}

/// Whether it is a moment, of which the venue's clock may show another hour.
pub fn is_moment(said: &Said) -> bool {
    match said {
        Said::Exactly(Stamp::Moment(_)) => true,
        Said::Exactly(Stamp::Wall(at)) => at.offset == Some(0),
        Said::Loosely { .. } => false,
    }
}

/// Whether the time of day is midnight to the second, and nothing is said of an end.
pub fn is_midnight(said: &Said) -> bool {
    let until = matches!(
        said,
        Said::Loosely {
            clock: Some(Clock { to: Some(_), .. }),
            ..
        }
    );
    time_of(said).is_some_and(|time| time.num_seconds_from_midnight() == 0) && !until
}

/// The day alone.
pub fn day(said: Said) -> Said {
    match said {
        Said::Exactly(Stamp::Wall(at)) => Said::Exactly(Stamp::Wall(WallTime::day(at.date))),
        Said::Exactly(Stamp::Moment(at)) => {
            Said::Exactly(Stamp::Wall(WallTime::day(at.date_naive())))
        }
        Said::Loosely { date, doubtful, .. } => Said::Loosely {
            date,
            clock: None,
            doubtful,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: &str) {
        let found = match said(cell) {
            Some(Said::Exactly(stamp)) => stamp.to_string(),
            Some(Said::Loosely { .. }) => "loosely".to_owned(),
            None => "none".to_owned(),
        };
        assert_eq!(found, expected, "{cell}");
    }

    #[test]
    fn days_as_programs_count_them() {
        check("1682035200", "2023-04-21T00:00:00Z");
        check("1682035200000", "2023-04-21T00:00:00Z");
        check("1682035200.0", "2023-04-21T00:00:00Z");
        check("44930", "2023-01-04");
        check("44930.75", "2023-01-04T18:00");
        check("20230104", "2023-01-04");
        check("20230104T1730", "2023-01-04T17:30");
        check("20230104T173000Z", "2023-01-04T17:30:00Z");
        check("2023-01-04T24:00", "2023-01-05T00:00");
        check("2023", "none");
        check("12", "none");
        check("4 November 2023", "loosely");
    }
}
