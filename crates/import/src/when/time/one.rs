//! One time of day: its numbers, and what says of which half of the day it is.

use super::super::names::{Named, part_at};
use super::super::streets;
use super::super::tokens::Token;
use super::super::words::Purpose;
use super::digits::digits;
use super::found::{One, Sure};
use super::part::{is_eastern, part_after};

/// Abbreviations before the name of a street, square or part of a town.
const OF_A_NAME: [&str; 9] = ["os", "ul", "pl", "al", "ks", "st", "av", "ave", "sq"];

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
    if let Some(found) = by_day(tokens, at) {
        return Some(found);
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
    let counted = quarters(tokens, from).or_else(|| digits(tokens, from));
    let (found, to) = counted?;
    let (mut found, mut to) = with_minutes(tokens, found, to);
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

/// “2/4 de 6”: Catalan counts the quarters of the hour that has begun, here half past five.
fn quarters(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    let number = |at: usize| {
        tokens
            .get(at)?
            .number(2)
            .filter(|_| tokens[at].digits() > 0)
    };
    let quarters = number(at).filter(|quarters| (1..=3).contains(quarters))?;
    let is_fraction = tokens.get(at + 1)?.is('/') && number(at + 2) == Some(4);
    let of = tokens.get(at + 3).and_then(Token::word);
    let from = match of {
        Some("de") => at + 4,
        // “3/4 d'11”.
        Some("d") => at + 5,
        _ => return None,
    };
    let next = number(from).filter(|hour| (1..=12).contains(hour) && is_fraction)?;
    let found = One {
        hour: if next == 1 { 12 } else { next - 1 },
        minute: quarters * 15,
        second: 0,
        part: None,
        to_24: false,
        sure: Sure::Certain,
    };
    Some((found, from + 1))
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
        && (ends(tokens, to + 2) || tokens.get(to + 1).and_then(Token::word) == Some("kor"));
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

/// “3 y 30 de la tarde”, “u 17 i 30”: minutes behind “and”. As the end of a range, “between 10 and 15”, they are too few.
fn with_minutes(tokens: &[Token], hour: One, to: usize) -> (One, usize) {
    const LEAST: u32 = 25;
    let minutes = || {
        let next = Purpose::And.phrases().past(tokens, to)?;
        let token = tokens.get(next).filter(|token| token.digits() == 2)?;
        let minute = token.number(2)?;
        let plain = (LEAST..60).contains(&minute) && minute % 5 == 0;
        let follows = ends(tokens, next + 1)
            || part_after(tokens, next + 1).is_some()
            || Purpose::Clock.phrases().past(tokens, next + 1).is_some();
        (plain && follows && tokens.get(to)?.word().is_some()).then_some((minute, next + 1))
    };
    match minutes().filter(|_| hour.sure == Sure::Bare && hour.minute == 0) {
        Some((minute, to)) => {
            let sure = Sure::Dotted;
            let to = Purpose::Clock.phrases().past(tokens, to).unwrap_or(to);
            (
                One {
                    minute,
                    sure,
                    ..hour
                },
                to,
            )
        }
        None => (hour, to),
    }
}

/// “دن 3 بجے”, “दिन 11 बजे”: the words for day are of the hours from six in the morning to five in the afternoon.
fn by_day(tokens: &[Token], at: usize) -> Option<(One, usize)> {
    const DAY: [&str; 2] = ["دن", "दिन"];
    const OF: [&str; 3] = ["کے", "के", "को"];
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    word(at).filter(|word| DAY.contains(word))?;
    let from = at + 1 + usize::from(word(at + 1).is_some_and(|word| OF.contains(&word)));
    let (found, to) = digits(tokens, from)?;
    let part = match found.hour {
        6..12 => Named::Morning,
        12 | 1..6 => Named::Afternoon,
        _ => return None,
    };
    (found.sure == Sure::Certain).then_some((
        One {
            part: Some(part),
            ..found
        },
        to,
    ))
}

/// Whether nothing follows, or a mark that no number continues: not in “evening 5–7 people”.
fn ends(tokens: &[Token], at: usize) -> bool {
    let plain = |token: &Token| token.word().is_none() && token.digits() == 0;
    let followed = ['-', '–', '/', '~'].into_iter();
    tokens
        .get(at)
        .is_none_or(|token| plain(token) && !followed.clone().any(|mark| token.is(mark)))
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
    // “noon at City Hall”, “mediodía en la plaza”, “march at noon from the square”.
    // Spanish “del Parque” is no Hungarian “dél”.
    let spanish = tokens.get(from).and_then(Token::word) == Some("del");
    let linked = || {
        !spanish
            && (Purpose::Place.phrases().past(tokens, to).is_some()
                || streets::is_first(tokens, to))
    };
    // “os. Południe” is a part of a town.
    let called = before.is_some_and(|token| token.is('.'))
        && from > 1
        && tokens[from - 2]
            .word()
            .is_some_and(|word| OF_A_NAME.contains(&word));
    !called
        && (free(before) || before_hour)
        && (free(tokens.get(zone)) || until() || parted() || linked())
}
