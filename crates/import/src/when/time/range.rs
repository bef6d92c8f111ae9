//! One hour, or two with a dash or a word between: “2–4 pm”, “between 2 and 4”, “until 4 pm”.

use chrono::NaiveTime;

use super::super::names::Named;
use super::super::tokens::Token;
use super::super::words::Purpose;
use super::clock::{Clock, Half};
use super::found::{One, Sure, of};
use super::one::one;

/// “between 2 and 4 pm”, “entre 14h et 16h”.
pub fn from_and_to(tokens: &[Token], from: usize) -> Option<(Clock, usize)> {
    let past_words = |mut at: usize| {
        while let Some(to) = [Purpose::Before, Purpose::Hour]
            .iter()
            .find_map(|words| words.phrases().past(tokens, at))
        {
            at = to;
        }
        at
    };
    let between = Purpose::Between.phrases().past(tokens, from)?;
    let begin = past_words(between);
    // “între orele 16 și 18”.
    let named = begin > between
        || (from + 1..between).any(|at| Purpose::Hour.phrases().past(tokens, at).is_some());
    let (first, after) = one(tokens, begin)?;
    let and = Purpose::And
        .phrases()
        .past(tokens, past_ending(tokens, after))?;
    let (second, to) = one(tokens, past_words(and))?;
    (named || first.sure.max(second.sure) > Sure::Bare).then_some(())?;
    let first = One {
        part: first.part.or_else(|| same_half(first, second)),
        ..first
    };
    let clock = clock(first, Some(later(first, second)))?;
    Some((clock, past_zone(tokens, past_ending(tokens, to))))
}

/// One time, or two with a dash or “until” between.
pub fn range(tokens: &[Token], from: usize, needed: Sure) -> Option<(Clock, usize)> {
    let (first, after) = one(tokens, from)?;
    let ended = past_ending(tokens, after);
    let joined =
        between(tokens, ended).or_else(|| is_from(tokens, ended).then_some((ended, false)));
    if let Some((next, stroke)) = joined
        && let Some((second, to)) = one(tokens, next).map(|found| meridiem(tokens, found))
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
    if first.sure >= needed
        && let Some((next, _)) = between(tokens, past_ending(tokens, after))
        && let Some(to) = Purpose::Midnight
            .phrases()
            .past(tokens, past_article(tokens, next))
        && let Some(begin) = clock(first, None)
    {
        let midnight = Clock::at(NaiveTime::MIN);
        return Some((begin.until(midnight), past_zone(tokens, to)));
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

/// “9 a.m. a 12 m.”: the letter for noon, as in Colombia or the Philippines, behind the end.
fn meridiem(tokens: &[Token], (end, to): (One, usize)) -> (One, usize) {
    let letter = tokens.get(to).and_then(Token::word) == Some("m");
    if !letter || end.hour != 12 || end.part.is_some() {
        return (end, to);
    }
    let noon = One {
        part: Some(Named::Noon),
        sure: Sure::Certain,
        ..end
    };
    let dot = tokens.get(to + 1).is_some_and(|token| token.is('.'));
    (noon, to + 1 + usize::from(dot))
}

/// The token after an article: “till the midnight”, “hasta la medianoche”.
fn past_article(tokens: &[Token], at: usize) -> usize {
    let article = tokens.get(at).and_then(Token::word);
    at + usize::from(matches!(
        article,
        Some("the" | "la" | "a" | "alla" | "die" | "der")
    ))
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

/// Whether an hour has the ending that means “from”, and another one follows: “10-től 12 óráig”, “10.00'dan 12.00'ye”.
fn is_from(tokens: &[Token], ended: usize) -> bool {
    const FROM: [&str; 6] = ["tol", "dan", "den", "tan", "ten", "lta"];
    let ending = ended.checked_sub(1).and_then(|at| tokens.get(at));
    let is = ending
        .and_then(Token::word)
        .is_some_and(|word| FROM.contains(&word));
    is && tokens.get(ended).is_some_and(|token| token.digits() > 0)
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

/// Whether no word or number follows.
fn ends_at(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at)
        .is_none_or(|token| token.word().is_none() && token.digits() == 0)
}

/// The token after an ending that a language puts behind an hour: “14.00'te”, “14:00-kor”.
fn past_ending(tokens: &[Token], at: usize) -> usize {
    // “17:30ean”.
    if let Some([number, ending]) = at.checked_sub(1).and_then(|last| tokens.get(last..=at))
        && number.digits() > 0
        && number.at.end == ending.at.start
        && matches!(ending.word(), Some("ean" | "etan"))
    {
        return at + 1;
    }
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
