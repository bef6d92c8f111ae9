//! Times of day as people write them, found among the tokens of a text.

mod digits;
mod found;
mod no_hour;
mod one;
mod part;

use chrono::{Duration, NaiveTime, Timelike as _};

use self::found::{One, Sure, of};
use self::no_hour::{is_day_before_hour, is_day_of_month};
use self::one::one;
use self::part::part_after;
use super::names::{Named, hour_at};
use super::tokens::Token;
use super::words::Purpose;

/// A time, and perhaps one at which it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The beginning.
    pub from: NaiveTime,
    /// The end; on the next day when it is not later.
    pub to: Option<NaiveTime>,
    /// It begins when the day ends (`24:00`): `from` is 0:00 of the next day.
    pub next_day: bool,
    /// How the hour of the beginning is counted.
    pub half: Half,
}

/// How an hour is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// It says of which half of the day it is.
    Marked,
    /// It is above 12 or 0, or a word beside it says so: hours are counted to 24.
    Plain,
    /// It is from 1 to 12 and does not say of which half of the day.
    Unmarked,
    /// The same in words, “vier Uhr”, which are said of both halves wherever hours are written up to 24.
    Spoken,
}

impl Clock {
    /// A time without an end.
    pub fn at(from: NaiveTime) -> Self {
        Self {
            from,
            to: None,
            next_day: false,
            half: Half::Plain,
        }
    }

    /// The same with an end from elsewhere: “2 pm” with “4:30”, “11:00” with “1:00”. An end that does not say of which half
    /// of the day it is, and would come before the beginning, is the next such hour, an end at the beginning is none; a beginning after noon that is counted
    /// to 24 says that its end is so too.
    pub fn until(self, end: Clock) -> Self {
        if end.from == self.from && !end.next_day {
            return self;
        }
        let same_count = self.half == Half::Plain && self.from.hour() > 12;
        let to = match end.half == Half::Unmarked && !same_count && !self.next_day {
            true => next(self.from, end.from),
            false => end.from,
        };
        Self {
            to: Some(to),
            ..self
        }
    }
}

/// The first hour after a beginning that a clock with twelve hours shows as `end`.
fn next(begin: NaiveTime, end: NaiveTime) -> NaiveTime {
    let half = Duration::hours(12);
    let (early, late) = match end.hour() < 12 {
        true => (end, end + half),
        false => (end - half, end),
    };
    match begin {
        begin if begin < early => early,
        begin if begin < late => late,
        _ => early,
    }
}

/// The time that begins at a token, and the token after it. With `alone`, a bare `14.30` or `14` counts as well, as in a
/// column of times.
pub fn time_at(tokens: &[Token], from: usize, alone: bool) -> Option<(Clock, usize)> {
    let is_month = || from >= 2 && is_day_before_hour(tokens, from - 2);
    if is_day_before_hour(tokens, from) || is_month() || is_day_of_month(tokens, from) {
        return None;
    }
    if let Some(found) = from_and_to(tokens, from) {
        return Some(found);
    }
    let strong = prefix(tokens, from, Purpose::Hour);
    let weak = prefix(tokens, from, Purpose::Before);
    let needed = match (strong, weak) {
        _ if alone => Sure::Bare,
        (Some(_), _) => Sure::Bare,
        (None, Some(_)) => Sure::Dotted,
        (None, None) => Sure::Certain,
    };
    let starts = [strong, weak, Some(from)];
    let mut starts = starts.into_iter().flatten();
    let (mut clock, to) = starts.find_map(|start| {
        let needed = if start == from && !alone {
            Sure::Certain
        } else {
            needed
        };
        range(tokens, start, needed)
    })?;
    let counted = (from..to).any(|at| Purpose::Counted.phrases().past(tokens, at).is_some());
    let spoken = (from..to).any(|at| hour_at(tokens, at).is_some());
    // Swahili counts the hours from six in the morning: “saa 10 jioni” is four in the afternoon.
    let swahili = |at: usize| tokens.get(at).and_then(Token::word) == Some("saa");
    if (swahili(from) || from > 0 && swahili(from - 1)) && clock.half != Half::Plain {
        return None;
    }
    clock.half = match clock.half {
        Half::Unmarked if spoken => Half::Spoken,
        Half::Unmarked if counted => Half::Plain,
        half => half,
    };
    Some((clock, to))
}

/// The token after words before an hour, of which there may be two: “dalle ore”, “ab um”.
fn prefix(tokens: &[Token], from: usize, purpose: Purpose) -> Option<usize> {
    let other = |at: usize| Purpose::Before.phrases().past(tokens, at);
    let first = purpose.phrases().past(tokens, from);
    let mut to = match first {
        Some(to) => to,
        None if purpose == Purpose::Hour => purpose.phrases().past(tokens, other(from)?)?,
        None => return None,
    };
    while tokens
        .get(to)
        .is_some_and(|token| token.is('.') || token.is(':') || token.is('-'))
    {
        to += 1;
    }
    Some(other(to).unwrap_or(to))
}

/// “between 2 and 4 pm”, “entre 14h et 16h”.
fn from_and_to(tokens: &[Token], from: usize) -> Option<(Clock, usize)> {
    let past_words = |mut at: usize| {
        while let Some(to) = [Purpose::Before, Purpose::Hour]
            .iter()
            .find_map(|words| words.phrases().past(tokens, at))
        {
            at = to;
        }
        at
    };
    let (first, after) = one(
        tokens,
        past_words(Purpose::Between.phrases().past(tokens, from)?),
    )?;
    let and = Purpose::And
        .phrases()
        .past(tokens, past_ending(tokens, after))?;
    let (second, to) = one(tokens, past_words(and))?;
    (first.sure.max(second.sure) > Sure::Bare).then_some(())?;
    let first = One {
        part: first.part.or_else(|| same_half(first, second)),
        ..first
    };
    let clock = clock(first, Some(later(first, second)))?;
    Some((clock, past_zone(tokens, past_ending(tokens, to))))
}

/// One time, or two with a dash or “until” between.
fn range(tokens: &[Token], from: usize, needed: Sure) -> Option<(Clock, usize)> {
    let (first, after) = one(tokens, from)?;
    if let Some((next, stroke)) = between(tokens, past_ending(tokens, after))
        && let Some((second, to)) = one(tokens, next)
        && (second.sure >= needed
            || first.sure == Sure::Certain && second.sure >= Sure::Dotted
            || first.sure >= needed && !stroke && ends_at(tokens, to))
    {
        let first = One {
            part: first.part.or_else(|| same_half(first, second)),
            ..first
        };
        let second = later(first, second);
        // “21.03 – 15 Uhr”: a day and an hour.
        let dated = first.sure == Sure::Dotted
            && (1..=12).contains(&first.minute)
            && second.hour < first.hour;
        if dated {
            return None;
        }
        if let Some(clock) = clock(first, Some(second)) {
            return Some((clock, past_zone(tokens, past_ending(tokens, to))));
        }
    }
    let to = past_ending(tokens, after);
    // “16.30-kor” is an hour wherever it stands, “12'de” before a mark.
    let sure = match first.sure {
        Sure::Dotted if to > after => Sure::Certain,
        Sure::Bare if to > after && ends_at(tokens, to) => Sure::Certain,
        sure => sure,
    };
    (sure >= needed).then_some(())?;
    Some((clock(first, None)?, past_zone(tokens, to)))
}

/// The end of something that began before: “until 4 pm”, “bis 16 Uhr”, “(till 12)”; and the token after it.
pub fn end_at(tokens: &[Token], from: usize) -> Option<(Clock, usize)> {
    let mut at = Purpose::End.phrases().past(tokens, from)?;
    while let Some(to) = [Purpose::Before, Purpose::Hour, Purpose::Around]
        .iter()
        .find_map(|words| words.phrases().past(tokens, at))
    {
        at = to;
    }
    let (end, to) = one(tokens, at)?;
    (end.sure > Sure::Bare || ends_at(tokens, to)).then_some(())?;
    Some((
        clock(end, None)?,
        past_zone(tokens, past_ending(tokens, to)),
    ))
}

/// Whether no word or number follows.
fn ends_at(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at)
        .is_none_or(|token| token.word().is_none() && token.digits() == 0)
}

/// The token after an ending that a language puts behind an hour: “14.00'te”, “14:00-kor”.
fn past_ending(tokens: &[Token], at: usize) -> usize {
    let Some([number, mark, ending]) = at.checked_sub(1).and_then(|last| tokens.get(last..at + 2))
    else {
        return at;
    };
    let close = number.at.end == mark.at.start && mark.at.end == ending.at.start;
    let is = Purpose::Ending.phrases().past(tokens, at + 1) == Some(at + 2);
    match close && is && (mark.is('\'') || mark.is('-') || mark.is(':')) {
        true => at + 2,
        false => at,
    }
}

/// The token after the abbreviation of a time zone: “2pm EST”.
fn past_zone(tokens: &[Token], at: usize) -> usize {
    Purpose::Zone.phrases().past(tokens, at).unwrap_or(at)
}

/// “2–4 pm” and “11–2 pm” leave out the half of the day that follows from the other.
fn same_half(first: One, second: One) -> Option<Named> {
    let part = second.part?;
    if first.hour > 12 || first.hour == 0 {
        return None;
    }
    let minutes = |one: One| (one.hour % 12) * 60 + one.minute;
    Some(match part {
        Named::Afternoon if minutes(first) >= minutes(second) => Named::Morning,
        part => part,
    })
}

/// “午後3時～5時”, “10 am – 2”: the end without a half of the day is the next such hour after the beginning.
fn later(first: One, second: One) -> One {
    let open = first.part.is_some() && second.part.is_none() && (1..=12).contains(&second.hour);
    let Some(begin) = of(first).filter(|_| open) else {
        return second;
    };
    let parts = [Named::Morning, Named::Afternoon].map(|part| One {
        part: Some(part),
        ..second
    });
    let mut later = parts
        .into_iter()
        .filter(|one| of(*one).is_some_and(|end| end > begin));
    later.next().unwrap_or(parts[0])
}

fn clock(from: One, to: Option<One>) -> Option<Clock> {
    let to_24 = from.to_24 || from.part.is_none() && to.is_some_and(|to| to.hour > 12);
    let begin = single(One { to_24, ..from })?;
    match to {
        Some(to) => {
            let end = single(to)?;
            let half = if to.part.is_some() {
                Half::Marked
            } else {
                end.half
            };
            Some(begin.until(Clock { half, ..end }))
        }
        None => Some(begin),
    }
}

fn single(one: One) -> Option<Clock> {
    let next_day = one.hour == 24 && one.minute == 0;
    Some(Clock {
        from: if next_day { NaiveTime::MIN } else { of(one)? },
        to: None,
        next_day,
        half: match one.part {
            // Noon is said beside hours of either count.
            Some(Named::Noon) => Half::Unmarked,
            Some(_) => Half::Marked,
            // “11–13”, “09:00”.
            None if one.to_24 => Half::Plain,
            None if (1..=12).contains(&one.hour) => Half::Unmarked,
            None => Half::Plain,
        },
    })
}

/// The token after what stands between two times, and whether that is a mere stroke.
fn between(tokens: &[Token], at: usize) -> Option<(usize, bool)> {
    let token = tokens.get(at)?;
    let stroke = ['-', '–', '~'].into_iter().any(|mark| token.is(mark));
    let mut next = match stroke {
        true => at + 1,
        false => {
            let from = at + usize::from(token.is(','));
            Purpose::Until.phrases().past(tokens, from)?
        }
    };
    // “a las”, “jusqu'à”, “até as”, “- ore”.
    loop {
        let token = tokens.get(next)?;
        let words = [Purpose::Until, Purpose::Before, Purpose::Hour];
        if token.is('\'') || matches!(token.word(), Some("las" | "la" | "a" | "as" | "les")) {
            next += 1;
        } else if let Some(to) = words
            .iter()
            .find_map(|words| words.phrases().past(tokens, next))
        {
            next = to;
        } else {
            return Some((next, stroke));
        }
    }
}

/// Whether what follows a number makes that number an hour: “4 Uhr”, “4 pm”, “4:30”.
pub(super) fn is_clock(tokens: &[Token], after: usize) -> bool {
    let minutes = || {
        tokens.get(after).is_some_and(|token| token.is(':'))
            && tokens
                .get(after + 1)
                .is_some_and(|token| token.digits() == 2)
    };
    let part = || part_after(tokens, after).is_some_and(|(part, _)| part != Named::Noon);
    Purpose::Clock.phrases().past(tokens, after).is_some() || minutes() || part()
}

#[cfg(test)]
mod tests;
