//! One time of day: its numbers, and what says of which half of the day it is.

use chrono::NaiveTime;

use super::super::names::{Named, hour_at, part_at};
use super::super::streets;
use super::super::tokens::Token;
use super::super::words::Purpose;
use super::part::{is_eastern, part_after};

/// One time on its way: the hour may still be of the morning or of the afternoon.
#[derive(Debug, Clone, Copy)]
pub struct One {
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
    pub part: Option<Named>,
    /// It is written as only hours counted to 24 are: `0900`, `09:00`.
    pub to_24: bool,
    /// How much speaks for its being a time.
    pub sure: Sure,
}

/// How much speaks for a number's being a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// A number.
    Bare,
    /// Two numbers with a full stop between: `14.30`.
    Dotted,
    /// It can be nothing else.
    Certain,
}

/// What the clock shows, if there is such an hour in its half of the day.
pub fn of(one: One) -> Option<NaiveTime> {
    let twelve = (1..=12).contains(&one.hour);
    let hour = match one.part {
        None => one.hour,
        Some(Named::Noon) => (one.hour == 12).then_some(12)?,
        // “14:00 pm” says it twice.
        Some(Named::Afternoon | Named::Night) if (13..24).contains(&one.hour) => one.hour,
        Some(_) if !twelve => return None,
        Some(Named::Morning) => one.hour % 12,
        Some(Named::Afternoon) => one.hour % 12 + 12,
        // “2 ทุ่ม”: Thai counts the hours of the evening from 18:00.
        Some(Named::Evening) => (1..6).contains(&one.hour).then_some(one.hour + 18)?,
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

/// Words between an hour and a place.
const TO_A_PLACE: [&str; 11] = [
    "at", "in", "on", "outside", "en", "frente", "devant", "davanti", "na", "no", "у",
];

/// The time that begins at a token, and the token after it.
pub fn one(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    if let Some((Named::Noon, to)) = part_at(tokens, at) {
        let noon = One {
            hour: 12,
            minute: 0,
            second: 0,
            part: Some(Named::Noon),
            to_24: false,
            sure: Sure::Certain,
        };
        // “öğlen 12”.
        let twelve = tokens
            .get(to)
            .is_some_and(|token| token.number(2) == Some(12));
        let to = to + usize::from(twelve && ends(tokens, to + 1));
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
        if is_either_twelve(&found, part, tokens, at, from) {
            return None;
        }
        found.part = Some(part);
        found.sure = Sure::Certain;
        return Some((found, to));
    }
    // “4 hod. odpoledne”, “7 ч. вечера”.
    let behind = part_after(tokens, to).or_else(|| {
        let dot = tokens.get(to).is_some_and(|token| token.is('.'));
        part_after(tokens, to + 1).filter(|_| dot && to > from + 1)
    });
    if let Some((part, after)) = behind {
        // “3 дня” is three in the afternoon and three days.
        let bare = found.sure == Sure::Bare
            && tokens
                .get(to)
                .and_then(Token::word)
                .is_some_and(|word| matches!(word, "дня" | "ночи" | "ночі"));
        if is_either_twelve(&found, part, tokens, to, after) {
            return None;
        }
        found.part = Some(part);
        to = after;
        if !bare {
            found.sure = Sure::Certain;
        }
    }
    // “4p”, “10:30a”: a letter directly behind, and nothing more.
    let close = to < tokens.len() && tokens[to - 1].at.end == tokens[to].at.start;
    let letter = match tokens.get(to).and_then(Token::word) {
        Some("p") => Some(Named::Afternoon),
        // “10a” may be the number of a house.
        Some("a") if found.sure == Sure::Certain => Some(Named::Morning),
        _ => None,
    };
    if let Some(part) = letter.filter(|_| close && found.part.is_none() && ends(tokens, to + 1))
        && (1..=12).contains(&found.hour)
    {
        found.part = Some(part);
        found.sure = Sure::Certain;
        to += 1;
    }
    Some((found, to))
}

/// “12 на обяд”, “12 de la mañana”, 午前12時, “12 de la noche”: noon for some and midnight for others, or at one of two ends
/// of a night; only letters such as `am` and `pm`, and words that are said of noon, are certain.
fn is_either_twelve(found: &One, part: Named, tokens: &[Token], from: usize, to: usize) -> bool {
    // `am`, `п.об.`, `ص`: letters, in scripts that have abbreviations.
    let is_short = |word: &str| {
        let wide = word.chars().any(|letter| u32::from(letter) >= 0x2e80);
        word.chars().count() <= 2 && !wide
    };
    let mut words = tokens[from..to].iter().filter_map(Token::word);
    let is_word = !words.clone().all(is_short);
    let doubtful = match part {
        Named::Morning => is_word,
        Named::Afternoon => words.any(|word| EVENINGS.contains(&word)),
        _ => false,
    };
    found.hour == 12 && doubtful
}

/// Words of the evening, folded; those of the afternoon hold for noon as well.
const EVENINGS: [&str; 28] = [
    "noche",
    "noches",
    "noite",
    "soir",
    "soiree",
    "evening",
    "sera",
    "abends",
    "abend",
    "avonds",
    "avond",
    "вечера",
    "вечером",
    "вечора",
    "aksam",
    "gece",
    "wieczorem",
    "wieczor",
    "vecer",
    "kvallen",
    "kvelden",
    "este",
    "مساء",
    "المساء",
    "شب",
    "晚上",
    "夜",
    "저녁",
];

/// “délután 5 óra”, “Saturday evening 7:30”, “akşam 7”: an hour from 1 to 11 that can be nothing else, or is all that
/// follows, and says no half itself.
fn part_before(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    let (part, from) = part_at(tokens, at)?;
    // “du. 4 óra”.
    let from = from + usize::from(tokens.get(from).is_some_and(|token| token.is('.')));
    let (found, to) = digits(tokens, from)?;
    // “délután 4-kor”.
    let suffixed = tokens
        .get(to)
        .is_some_and(|token| token.is('-') || token.is('\''))
        && Purpose::Ending.phrases().past(tokens, to + 1) == Some(to + 2)
        && ends(tokens, to + 2);
    let open = part != Named::Noon
        && (found.sure == Sure::Certain || ends(tokens, to) || suffixed)
        && (1..12).contains(&found.hour)
        && part_after(tokens, to).is_none();
    let found = One {
        part: Some(part),
        sure: Sure::Certain,
        ..found
    };
    open.then_some((found, to))
}

/// Whether nothing follows, or a mark that no number continues: not in “evening 5–7 people”.
fn ends(tokens: &[Token], at: usize) -> bool {
    let plain = |token: &Token| token.word().is_none() && token.digits() == 0;
    let followed = ['-', '–', '/', '~'].into_iter();
    tokens
        .get(at)
        .is_none_or(|token| plain(token) && !followed.clone().any(|mark| token.is(mark)))
}

/// The numbers of a time: `14`, `14:30`, `14.30`, `14h30`, `14 h 30`, `1400hrs`, `14時30分`, `2시 반`.
fn digits(tokens: &[Token], at: usize) -> Option<(One, usize)> {
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
                    (made(hour, minute, Sure::Certain), to.unwrap_or(after + 1))
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

/// Whether “midi” is an hour and not a part of a name (“Gare du Midi”): between marks, after “à”, before “until 2”, or,
/// in a script without cases, at the beginning of a part of a line.
fn stands_alone(tokens: &[Token], from: usize, to: usize) -> bool {
    let before = from.checked_sub(1).and_then(|at| tokens.get(at));
    let free = |token: Option<&Token>| {
        token.is_none_or(|token| token.word().is_none() && token.digits() == 0)
    };
    // “10 AM to noon MST”.
    let zone = Purpose::Zone.phrases().past(tokens, to).unwrap_or(to);
    let before_hour = from > 0
        && (Purpose::Before.phrases().past(tokens, from - 1) == Some(from)
            || Purpose::Until.phrases().past(tokens, from - 1) == Some(from));
    let until = || {
        let next = Purpose::Until.phrases().past(tokens, to);
        next.is_some_and(|next| tokens.get(next).is_some_and(|token| token.digits() > 0))
    };
    let parted = || is_eastern(tokens, from) && tokens[to - 1].at.end < tokens[to].at.start;
    // “noon at City Hall”, “mediodía en la plaza”.
    let linked = || {
        free(before)
            && tokens
                .get(to)
                .and_then(Token::word)
                .is_some_and(|word| TO_A_PLACE.contains(&word))
    };
    (free(before) || before_hour) && (free(tokens.get(zone)) || until() || parted() || linked())
}
