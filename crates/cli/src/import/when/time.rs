//! Times of day as people write them, found among the tokens of a text.

use chrono::NaiveTime;

use super::names::{Named, part_at};
use super::streets;
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
}

/// One time on its way: the hour may still be of the morning or of the afternoon.
#[derive(Debug, Clone, Copy)]
struct One {
    hour: u32,
    minute: u32,
    second: u32,
    part: Option<Named>,
    /// How much speaks for its being a time.
    sure: Sure,
}

/// How much speaks for a number's being a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    /// A number.
    Bare,
    /// Two numbers with a full stop between: `14.30`.
    Dotted,
    /// It can be nothing else.
    Certain,
}

/// The time that begins at a token, and the token after it. With `alone`, a bare `14.30` or `14` counts as well, as in a
/// column of times.
pub fn time_at(tokens: &[Token], from: usize, alone: bool) -> Option<(Clock, usize)> {
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
    if counted && clock.half == Half::Unmarked {
        clock.half = Half::Plain;
    }
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

/// One time, or two with a dash or “until” between.
fn range(tokens: &[Token], from: usize, needed: Sure) -> Option<(Clock, usize)> {
    let (first, after) = one(tokens, from)?;
    if let Some(next) = between(tokens, after)
        && let Some((second, to)) = one(tokens, next)
        && (second.sure >= needed || first.sure == Sure::Certain && second.sure >= Sure::Dotted)
    {
        let first = One {
            part: first.part.or_else(|| same_half(first, second)),
            ..first
        };
        let second = later(first, second);
        if let Some(clock) = clock(first, Some(second)) {
            return Some((clock, past_zone(tokens, to)));
        }
    }
    (first.sure >= needed).then_some(())?;
    Some((clock(first, None)?, past_zone(tokens, after)))
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
    let midnight = |one: One| one.hour == 24 && one.minute == 0;
    let to = match to {
        None => None,
        Some(to) if midnight(to) => Some(NaiveTime::MIN),
        Some(to) => Some(of(to)?),
    };
    let next_day = midnight(from);
    Some(Clock {
        from: if next_day { NaiveTime::MIN } else { of(from)? },
        to,
        next_day,
        half: match from.part {
            Some(_) => Half::Marked,
            None if (1..=12).contains(&from.hour) => Half::Unmarked,
            None => Half::Plain,
        },
    })
}

fn of(one: One) -> Option<NaiveTime> {
    let twelve = (1..=12).contains(&one.hour);
    let hour = match one.part {
        None => one.hour,
        Some(Named::Noon) => (one.hour == 12).then_some(12)?,
        // “14:00 pm” says it twice.
        Some(Named::Afternoon | Named::Night) if (13..24).contains(&one.hour) => one.hour,
        Some(_) if !twelve => return None,
        Some(Named::Morning) => one.hour % 12,
        Some(Named::Afternoon) => one.hour % 12 + 12,
        // “3 at night” is before dawn, “9 at night” is not; of “12 at night” it is not clear which day ends.
        Some(Named::Night) => match one.hour {
            1..6 => one.hour,
            6..12 => one.hour + 12,
            _ => return None,
        },
        Some(_) => return None,
    };
    NaiveTime::from_hms_opt(hour, one.minute, one.second)
}

/// The token after what stands between two times.
fn between(tokens: &[Token], at: usize) -> Option<usize> {
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
            return Some(next);
        }
    }
}

fn one(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    if let Some((Named::Noon, to)) = part_at(tokens, at) {
        let noon = One {
            hour: 12,
            minute: 0,
            second: 0,
            part: Some(Named::Noon),
            sure: Sure::Certain,
        };
        return stands_alone(tokens, at, to).then_some((noon, to));
    }
    // “午後2時”, “오후 2시”, “下午2点”.
    let (part, from) = match part_at(tokens, at) {
        Some((part, to)) if is_eastern(tokens, at) => (Some(part), to),
        _ => (None, at),
    };
    if part.is_none()
        && let Some(found) = part_before(tokens, at)
    {
        return Some(found);
    }
    let (mut found, mut to) = digits(tokens, from)?;
    if let Some(part) = part {
        found.part = Some(part);
        found.sure = Sure::Certain;
        return Some((found, to));
    }
    if let Some((part, after)) = part_after(tokens, to) {
        // “3 дня” is three in the afternoon and three days.
        let bare = found.sure == Sure::Bare
            && tokens
                .get(to)
                .and_then(Token::word)
                .is_some_and(|word| matches!(word, "дня" | "ночи" | "ночі"));
        found.part = Some(part);
        to = after;
        if !bare {
            found.sure = Sure::Certain;
        }
    }
    Some((found, to))
}

/// “délután 5 óra”, “Saturday evening 7:30”: an hour from 1 to 11 that can be nothing else, and says no half itself.
fn part_before(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    let (part, from) = part_at(tokens, at)?;
    let (found, to) = digits(tokens, from)?;
    let open = part != Named::Noon
        && found.sure == Sure::Certain
        && (1..12).contains(&found.hour)
        && part_after(tokens, to).is_none();
    let part = Some(part);
    open.then_some((One { part, ..found }, to))
}

/// The numbers of a time: `14`, `14:30`, `14.30`, `14h30`, `14 h 30`, `1400hrs`, `14時30分`, `2시 반`.
fn digits(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    let token = tokens.get(at)?;
    let hour = token.number(4)?;
    let made = |hour: u32, minute: u32, sure: Sure| One {
        hour,
        minute,
        second: 0,
        part: None,
        sure,
    };
    let hours = |at: usize| Purpose::Clock.phrases().past(tokens, at);
    if token.digits() == 4 {
        let to = hours(at + 1)?;
        return (hour / 100 <= 24 && hour % 100 < 60)
            .then_some((made(hour / 100, hour % 100, Sure::Certain), to));
    }
    if token.digits() > 2 || hour > 24 {
        return None;
    }
    let two = |at: usize| {
        let token = tokens.get(at).filter(|token| token.digits() == 2)?;
        token.number(2).filter(|minute| *minute < 60)
    };
    let sign = |at: usize, mark: char| tokens.get(at).is_some_and(|token| token.is(mark));
    let close = |at: usize| {
        let pair = tokens.get(at).zip(tokens.get(at + 1));
        pair.is_some_and(|(one, next)| one.at.end == next.at.start)
    };
    let (mut found, mut to) = match (two(at + 2), hours(at + 1)) {
        (Some(minute), _) if sign(at + 1, ':') => (made(hour, minute, Sure::Certain), at + 3),
        // “14.30” may be a number or a date; what stands around it decides.
        (Some(minute), _) if sign(at + 1, '.') && close(at + 1) && close(at) => {
            (made(hour, minute, Sure::Dotted), at + 3)
        }
        (_, Some(after)) => {
            let half = Purpose::Half.phrases().past(tokens, after);
            let minute = two(after).filter(|_| !streets::is_first(tokens, after + 1));
            match (half, minute) {
                (Some(to), _) => (made(hour, 30, Sure::Certain), to),
                (None, Some(minute)) => {
                    let to = Purpose::Minutes.phrases().past(tokens, after + 1);
                    (made(hour, minute, Sure::Certain), to.unwrap_or(after + 1))
                }
                (None, None) => (made(hour, 0, Sure::Certain), after),
            }
        }
        _ => (made(hour, 0, Sure::Bare), at + 1),
    };
    if found.sure == Sure::Dotted
        && (sign(to, '.') || sign(to, '/'))
        && tokens.get(to + 1).is_some_and(|token| token.digits() > 0)
        && close(to - 1)
        && close(to)
    {
        return None;
    }
    if sign(at + 1, ':')
        && sign(to, ':')
        && let Some(second) = two(to + 1)
    {
        found.second = second;
        to += 2;
    }
    // “14:00 Uhr”, “14:00h”.
    if hours(at + 1).is_none()
        && let Some(after) = hours(to)
    {
        found.sure = Sure::Certain;
        to = after;
        if tokens.get(to).is_some_and(|token| token.is('.'))
            && tokens
                .get(to - 1)
                .and_then(Token::word)
                .is_some_and(|word| word.chars().count() == 1)
        {
            to += 1;
        }
    }
    Some((found, to))
}

/// `am`, `p.m.`, `de la tarde`, `du matin`, `nachmittags`, after an hour.
fn part_after(tokens: &[Token], at: usize) -> Option<(Named, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or_default();
    let dot = |at: usize| tokens.get(at).is_some_and(|token| token.is('.'));
    if matches!(word(at), "a" | "p") && dot(at + 1) && word(at + 2) == "m" {
        let part = if word(at) == "a" {
            Named::Morning
        } else {
            Named::Afternoon
        };
        return Some((part, at + 3 + usize::from(dot(at + 3))));
    }
    if let Some((part, to)) = part_at(tokens, at) {
        // “14h midi” is a mistake, “midi” after an hour that is not 12 another word.
        return Some((part, to));
    }
    let link = matches!(word(at), "de" | "da" | "du" | "in" | "of" | "di" | "del") as usize;
    let article = usize::from(link == 1 && matches!(word(at + 1), "la" | "the"));
    (link == 1).then_some(())?;
    part_at(tokens, at + link + article)
}

/// Whether what stands at a token is of a script that may put the part of the day before the hour: from Hebrew on.
fn is_eastern(tokens: &[Token], at: usize) -> bool {
    let first = tokens
        .get(at)
        .and_then(Token::word)
        .and_then(|word| word.chars().next());
    first.is_some_and(|first| u32::from(first) >= 0x0590)
}

/// Whether “midi” is an hour and not a part of a name (“Gare du Midi”): between marks, or after “à”.
fn stands_alone(tokens: &[Token], from: usize, to: usize) -> bool {
    let before = from.checked_sub(1).and_then(|at| tokens.get(at));
    let free = |token: Option<&Token>| {
        token.is_none_or(|token| token.word().is_none() && token.digits() == 0)
    };
    let before_hour = from > 0
        && (Purpose::Before.phrases().past(tokens, from - 1) == Some(from)
            || Purpose::Until.phrases().past(tokens, from - 1) == Some(from));
    (free(before) || before_hour) && free(tokens.get(to))
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
