//! When an entry is, from what people write: a date with or without a year, a time, both, or a moment.

pub(crate) mod calendars;
pub(crate) mod date;
pub(crate) mod days;
pub(crate) mod duration;
pub(crate) mod filler;
pub(crate) mod hours;
pub(crate) mod language;
pub(crate) mod loosely;
pub(crate) mod names;
pub(crate) mod nearest;
pub mod order;
pub(crate) mod period;
pub(crate) mod phrases;
pub(crate) mod reckoning;
pub(crate) mod street_words;
pub(crate) mod streets;
pub(crate) mod time;
pub(crate) mod title_day;
pub(crate) mod tokens;
pub(crate) mod words;
pub(crate) mod written;
pub(crate) mod year;

use chrono::{DateTime, Datelike as _, Duration, NaiveDate};
use event_file::WallTime;

use self::date::date_at;
use self::filler::filler;
use self::loosely::loosely_at;
use self::reckoning::Reckoning;
use self::time::{Clock, time_at};
use self::tokens::{Token, tokens};
use self::words::Purpose;
use self::written::Written;
use super::stamp::Stamp;

/// What a text says of a time, before the order of its numbers is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// In the event file's own form, or another standard one.
    Exactly(Stamp),
    /// As people write it.
    Loosely {
        /// The date.
        date: Written,
        /// The time beside it.
        clock: Option<Clock>,
        /// Marked as not certain: `*`, `~`, `?`, “ca.”.
        doubtful: bool,
    },
}

/// Start and end, as far as one text tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// The beginning.
    pub start: Stamp,
    /// The end.
    pub end: Option<Stamp>,
}

/// What the whole of a text says of a time; `None` when there is anything else in it.
pub(crate) fn said(text: &str) -> Option<Said> {
    let text = text.trim();
    if let Some(stamp) = exactly(text) {
        return Some(Said::Exactly(stamp));
    }
    if text.len() > 200 {
        return None;
    }
    let single = single(&tokens(text))?;
    Some(Said::Loosely {
        date: single.date,
        clock: single.clock,
        doubtful: single.doubtful,
    })
}

/// One date, the hour beside it, and nothing else but words around them.
#[derive(Debug)]
pub(crate) struct Single {
    pub date: Written,
    pub clock: Option<Clock>,
    pub doubtful: bool,
}

/// One date in the whole of a text.
pub(crate) fn single(tokens: &[Token]) -> Option<Single> {
    let (mut date, mut clock, mut doubtful) = (None, None, false);
    let mut at = 0;
    while at < tokens.len() {
        // “04.11.2023, 14.00”: behind a date, what has minutes is an hour.
        let minutes = date.is_some()
            && tokens.get(at + 1).is_some_and(|token| token.is('.'))
            && tokens.get(at + 2).is_some_and(|token| token.digits() == 2)
            && at + 3 == tokens.len();
        if date.is_none()
            && let Some((found, to)) = date_at(tokens, at)
        {
            (date, at) = (Some(found), to);
        } else if clock.is_none()
            && let Some((found, to)) = time_at(tokens, at, minutes)
        {
            (clock, at) = (Some(found), to);
        } else if let Some(to) = unannounced(tokens, at) {
            at = to;
        } else if let Some(to) = doubt(tokens, at) {
            (doubtful, at) = (true, to);
        } else if let Some(to) = filler(tokens, at).or_else(|| feast(tokens, at)) {
            at = to;
        } else if let Some(to) = loosely_at(tokens, at).filter(|_| clock.is_some()) {
            // “from 2 pm till late”.
            at = to;
        } else {
            return None;
        }
    }
    let date = date?;
    Some(Single {
        date,
        clock,
        doubtful,
    })
}

/// The time in a cell of times; `Ok(None)` when it says that there is none yet.
///
/// # Errors
/// It says something else.
pub(crate) fn clock(text: &str) -> Result<Option<Clock>, String> {
    let short = text.len() <= 100;
    let tokens = if short { tokens(text) } else { Vec::new() };
    let (mut clock, mut open, mut at) = (None, false, 0);
    while at < tokens.len() {
        if clock.is_none()
            && let Some((found, to)) = time_at(&tokens, at, true)
        {
            (clock, at) = (Some(found), to);
        } else if let Some(to) = unannounced(&tokens, at) {
            (open, at) = (true, to);
        } else if let Some(to) = doubt(&tokens, at).or_else(|| filler(&tokens, at)) {
            at = to;
        } else if clock.is_some()
            && let Some(to) = loosely_at(&tokens, at)
        {
            // “09.00 s/d selesai”, “19:00 till late”: its end has no hour.
            at = to;
        } else {
            break;
        }
    }
    if at < tokens.len() || !short || (clock.is_none() && !open) {
        let start: String = text.chars().take(60).collect();
        return Err(format!("“{start}” is no time; write 14:00"));
    }
    Ok(clock)
}

/// Whether an hour is marked as not certain: “~18:00”, “14:00?”, “approx 2 pm”.
pub(crate) fn is_doubtful(text: &str) -> bool {
    let tokens = if text.len() <= 100 {
        tokens(text)
    } else {
        Vec::new()
    };
    // “14~16” has a stroke between.
    let marks = |at: &usize| !tokens[*at].is('~') || *at == 0;
    (0..tokens.len())
        .filter(marks)
        .any(|at| doubt(&tokens, at).is_some())
}

/// Date and time as they stand: RFC 3339, and the same with a space, without a colon in the offset,
/// with “UTC”; RFC 2822.
pub(crate) fn exactly(text: &str) -> Option<Stamp> {
    // A year such as 1402 or 2566 is of another calendar.
    if let Ok(at) = text.parse::<WallTime>() {
        let of_ours = (1900..2200).contains(&at.date.year());
        return of_ours.then_some(Stamp::Wall(at));
    }
    if !text.is_ascii() || !(12..=40).contains(&text.len()) {
        return None;
    }
    if let Ok(at) = DateTime::parse_from_rfc2822(text) {
        return Some(Stamp::Wall(wall(at)));
    }
    // JavaScript's `Date.toString()`.
    if let Ok(at) = DateTime::parse_from_str(text, "%a %b %d %Y %H:%M:%S GMT%z") {
        return Some(Stamp::Wall(wall(at)));
    }
    let mut tidy = text.to_owned();
    if tidy.as_bytes().get(10) == Some(&b' ') && tidy.as_bytes().get(4) == Some(&b'-') {
        tidy.replace_range(10..11, "T");
    }
    for utc in [" UTC", " GMT", "UTC", " Z"] {
        if let Some(before) = tidy.strip_suffix(utc) {
            tidy = format!("{before}Z");
            break;
        }
    }
    let end = tidy.len();
    let signed = end > 16 && matches!(tidy.as_bytes()[end - 5], b'+' | b'-');
    if signed && tidy.as_bytes()[end - 4..].iter().all(u8::is_ascii_digit) {
        tidy.insert(end - 2, ':');
    }
    let tidy = tidy.replace(" +", "+").replace(" -", "-");
    tidy.parse().ok().map(Stamp::Wall)
}

/// The clock written, with its offset.
fn wall(at: DateTime<chrono::FixedOffset>) -> WallTime {
    WallTime {
        date: at.naive_local().date(),
        time: Some(at.naive_local().time()),
        offset: Some(at.offset().local_minus_utc() / 60),
    }
}

/// Start and end from what is said, the order of numbers and the year being settled.
///
/// # Errors
/// Why it is no day, and what to do.
pub(crate) fn span(said: &Said, text: &str, reckoning: &Reckoning) -> Result<Span, String> {
    match said {
        Said::Exactly(start) => Ok(Span {
            start: *start,
            end: None,
        }),
        Said::Loosely { date, clock, .. } => Ok(on(reckoning.day(date, text)?, *clock)),
    }
}

/// A day and what the clock says on it. `24:00` is the beginning of the next day.
pub(crate) fn on(day: NaiveDate, clock: Option<Clock>) -> Span {
    let Some(clock) = clock else {
        return Span {
            start: Stamp::Wall(WallTime::day(day)),
            end: None,
        };
    };
    let after = |days: i64| day.checked_add_signed(Duration::days(days)).unwrap_or(day);
    let day = if clock.next_day { after(1) } else { day };
    let at = |day: NaiveDate, time| {
        Stamp::Wall(WallTime {
            date: day,
            time: Some(time),
            offset: None,
        })
    };
    let end = clock.to.map(|to| {
        let next = if to <= clock.from {
            Duration::days(1)
        } else {
            Duration::zero()
        };
        at(day.checked_add_signed(next).unwrap_or(day), to)
    });
    Span {
        start: at(day, clock.from),
        end,
    }
}

/// “Time to be announced” in some of its forms: the token after it.
pub(crate) fn unannounced(tokens: &[Token], from: usize) -> Option<usize> {
    Purpose::Unannounced.phrases().past(tokens, from)
}

/// A feast day's name: the token after it.
fn feast(tokens: &[Token], from: usize) -> Option<usize> {
    Purpose::Feast.phrases().past(tokens, from)
}

/// A mark or word of doubt: the token after it.
fn doubt(tokens: &[Token], from: usize) -> Option<usize> {
    let token = tokens.get(from)?;
    let mark = ['*', '~', '?', '≈'].into_iter().any(|mark| token.is(mark));
    match mark {
        true => Some(from + 1),
        false => Purpose::Doubt.phrases().past(tokens, from),
    }
}

#[cfg(test)]
mod tests;
