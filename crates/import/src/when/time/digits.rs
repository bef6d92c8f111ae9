//! The numbers of a time of day: `14:30`, `14h30`, `1400hrs`, `14時30分`.

use super::super::names::hour_at;
use super::super::streets;
use super::super::tokens::Token;
use super::super::words::Purpose;
use super::found::{One, Sure};

/// The numbers of a time: `14`, `14:30`, `14.30`, `14h30`, `14 h 30`, `1400hrs`, `14時30分`, `2시 반`.
pub(super) fn digits(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    let token = tokens.get(at)?;
    if token.word().is_some() {
        return in_words(tokens, at);
    }
    let hour = token.number(4)?;
    let padded = token.digits() == 4 || token.digits() == 2 && (1..10).contains(&hour);
    let made = |hour: u32, minute: u32, sure: Sure| One {
        hour,
        minute,
        second: 0,
        part: None,
        to_24: padded,
        sure,
    };
    // “ob 16. uri”: Slovene writes the hour as an ordinal.
    let hours = |at: usize| {
        let ordinal = tokens.get(at).is_some_and(|token| token.is('.'))
            && tokens.get(at + 1).and_then(Token::word) == Some("uri");
        Purpose::Clock
            .phrases()
            .past(tokens, at + usize::from(ordinal))
    };
    if token.digits() == 4 {
        let to = match hours(at + 1) {
            Some(to) => to,
            None if is_behind_label(tokens, at) => at + 1,
            None => return None,
        };
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
        // “14.30” may be a number or a date, “14,30” two numbers; what stands around it decides.
        (Some(minute), _)
            if (sign(at + 1, '.') || sign(at + 1, ',')) && close(at + 1) && close(at) =>
        {
            (made(hour, minute, Sure::Dotted), at + 3)
        }
        (Some(0), _) if sign(at + 1, '-') && full_hour(tokens, at) => {
            (made(hour, 0, Sure::Certain), at + 3)
        }
        (_, Some(after)) => {
            let half = Purpose::Half.phrases().past(tokens, after);
            // “14h30 place” has minutes, “14 h 30 rue” may have a house's number.
            let minute =
                two(after).filter(|_| close(after - 1) || !streets::is_first(tokens, after + 1));
            match (half, minute) {
                (Some(to), _) => (made(hour, 30, Sure::Certain), to),
                (None, Some(minute)) => {
                    let to = Purpose::Minutes.phrases().past(tokens, after + 1);
                    // “14h30m”.
                    let letter = tokens.get(after + 1).and_then(Token::word) == Some("m");
                    let bare = after + 1 + usize::from(letter && close(after));
                    (made(hour, minute, Sure::Certain), to.unwrap_or(bare))
                }
                // “16 val. 30 min.”
                (None, None) => match two(after + 1).filter(|_| sign(after, '.')) {
                    Some(minute)
                        if Purpose::Minutes.phrases().past(tokens, after + 2).is_some() =>
                    {
                        let to = Purpose::Minutes.phrases().past(tokens, after + 2);
                        (made(hour, minute, Sure::Certain), to.unwrap_or(after + 2))
                    }
                    _ => (made(hour, 0, Sure::Certain), after),
                },
            }
        }
        _ => (made(hour, 0, Sure::Bare), at + 1),
    };
    // “14.30.2027”; “Day 1: 02.02.2027”, where the colon is no hour's.
    let apart = sign(at + 1, ':') && !close(at + 1) && to == at + 3;
    if (found.sure == Sure::Dotted || apart)
        && (sign(to, '.') || sign(to, '/') || apart && sign(to, '-'))
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
        // Programs write seconds, and mostly count to 24.
        found.second = second;
        found.to_24 = true;
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

/// “kl 1730”, “klo. 1730”, “godz. 1730”: four digits directly behind a word that stands before hours. Behind a word that stands
/// elsewhere as well, “Beginn 2030” is a year.
fn is_behind_label(tokens: &[Token], at: usize) -> bool {
    const ONLY_HOURS: [&str; 5] = ["kl", "klo", "klockan", "klokken", "klokka"];
    let dot = usize::from(at > 0 && tokens[at - 1].is('.'));
    let Some(label) = at.checked_sub(1 + dot) else {
        return false;
    };
    let year = tokens[at]
        .number(4)
        .is_some_and(|number| (1900..2100).contains(&number));
    let sure = tokens[label]
        .word()
        .is_some_and(|word| ONLY_HOURS.contains(&word));
    Purpose::Hour.phrases().past(tokens, label) == Some(at - dot) && (sure || !year)
}

/// `14-00`, as Russian and Ukrainian write the full hour: no part of a longer row of numbers.
fn full_hour(tokens: &[Token], at: usize) -> bool {
    let close = |at: usize| {
        let pair = tokens.get(at).zip(tokens.get(at + 1));
        pair.is_some_and(|(one, next)| one.at.end == next.at.start)
    };
    let mark = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.word().is_none() && token.digits() == 0)
    };
    let row = |mark_at: usize| mark(mark_at) && close(mark_at) && close(mark_at.wrapping_sub(1));
    let before = at > 1 && row(at - 1) && tokens[at - 2].digits() > 0;
    let after = row(at + 3) && tokens.get(at + 4).is_some_and(|token| token.digits() > 0);
    close(at)
        && close(at + 1)
        && tokens[at].digits() < 3
        && tokens[at].number(2).is_some_and(|hour| hour < 24)
        && !before
        && !after
}

/// “three o'clock”, “الثالثة والنصف”: an hour in words; a word alone may be any number.
fn in_words(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    let (hour, to) = hour_at(tokens, at)?;
    let mut found = One {
        hour,
        minute: 0,
        second: 0,
        part: None,
        to_24: false,
        sure: Sure::Bare,
    };
    let clock = Purpose::Clock.phrases().past(tokens, to);
    let to = clock.unwrap_or(to);
    if clock.is_some() {
        found.sure = Sure::Certain;
    }
    Some(match Purpose::Half.phrases().past(tokens, to) {
        Some(to) => (
            One {
                minute: 30,
                ..found
            },
            to,
        ),
        None => (found, to),
    })
}
