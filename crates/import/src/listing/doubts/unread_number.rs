//! Numbers in an entry that may be an hour or a day, and are read as neither: such an entry is refused.

use super::super::line::Line;
use super::super::line::span::{Kind, Sign};
use super::super::surroundings::Surroundings;
use crate::actions::is_action_at;
use crate::cancelled;
use crate::when::days::days_at;
use crate::when::streets;
use crate::when::tokens::{Token, as_written, tokens};
use crate::when::words::Purpose;

/// “Presidio dalle 10 alle 13 sotto il palazzo”, “picket at 11 outside”: numbers that may be hours, where none is read.
pub fn unread(lines: &[Line], text: &str) -> Option<String> {
    if lines.iter().any(Line::has_clock) {
        return None;
    }
    let tokens = tokens(text);
    let hour = |at: usize| {
        let token = tokens.get(at).filter(|_| days_at(&tokens, at).is_none())?;
        token.number(2).filter(|hour| (1..=24).contains(hour))
    };
    let range = |at: usize| {
        let first = hour(at)?;
        let next = Purpose::Until.phrases().past(&tokens, at + 1)?;
        let next = Purpose::Before
            .phrases()
            .past(&tokens, next)
            .unwrap_or(next);
        let parts = tokens[at + 1..next]
            .iter()
            .all(|token| token.word().is_some());
        hour(next).filter(|second| *second != first && parts)?;
        Some((at, next + 1))
    };
    let at_hour = |at: usize| {
        let number = Purpose::At.phrases().past(&tokens, at)?;
        hour(number)?;
        Some((at, number + 1))
    };
    // “dalle 17 da piazza Battisti”, “ab 17, Markt”: such words stand before other numbers as well.
    let from_hour = |at: usize| {
        let number = Purpose::Before.phrases().past(&tokens, at)?;
        hour(number)?;
        let ends = tokens.get(number + 1).and_then(Token::word).is_none();
        let place = Purpose::Place.phrases().past(&tokens, number + 1).is_some()
            || streets::is_first(&tokens, number + 1);
        (ends || place).then_some((at, number + 1))
    };
    // “concentra 16, marcha 17”.
    let of_action = |at: usize| {
        let ends = |at: usize| tokens.get(at).is_none_or(|token| token.word().is_none());
        let named =
            is_action_at(&tokens, at) || Purpose::Stage.phrases().past(&tokens, at).is_some();
        (named && hour(at + 1).is_some() && ends(at + 2)).then_some((at, at + 2))
    };
    let all = || 0..tokens.len();
    let (from, to) = all()
        .find_map(range)
        .or_else(|| all().find_map(at_hour))
        .or_else(|| all().find_map(from_hour))
        .or_else(|| all().find_map(of_action))?;
    let found = as_written(text, &tokens[from..to]);
    Some(format!(
        "“{found}” may be an hour that is not read; write it as 17:00, or 10:00–13:00"
    ))
}

/// “16 és 18 óra között”, “entre las 12 y las 13h”: a number and a word directly before an hour, which may be the end of a
/// range in words that are not read.
pub fn before_hour(lines: &[Line]) -> Option<String> {
    /// Words that link two hours are short.
    const SHORT: usize = 5;
    let links = |words: &[Token]| {
        let short = |token: &Token| {
            token
                .word()
                .is_some_and(|word| word.chars().count() <= SHORT)
        };
        words.len() <= 2 && words.iter().all(short)
    };
    let mut pairs = lines.iter().flat_map(|line| line.spans.windows(2));
    pairs.find_map(|pair| {
        let (Kind::Text(text), Kind::Clock(_), Sign::None) =
            (&pair[0].kind, &pair[1].kind, pair[1].before)
        else {
            return None;
        };
        let tokens = tokens(text);
        let at = tokens.iter().rposition(|token| token.digits() > 0)?;
        tokens[at]
            .number(2)
            .filter(|hour| (1..=24).contains(hour))?;
        let alone = tokens.len() == 1 && pair[0].before != Sign::None;
        let linked = at + 1 < tokens.len() && links(&tokens[..at]) && links(&tokens[at + 1..]);
        (alone || linked).then(|| {
            format!(
                "“{text} {}” may be two hours: write 16:00–18:00",
                pair[1].words
            )
        })
    })
}

/// “14 heures trente”, “ora 6 pasdite”: words directly behind an hour that belong to it and are not read.
pub fn behind_hour(lines: &[Line]) -> Option<String> {
    let mut pairs = lines.iter().flat_map(|line| line.spans.windows(2));
    pairs.find_map(|pair| {
        let (Kind::Clock(_), Kind::Text(text), Sign::None) =
            (&pair[0].kind, &pair[1].kind, pair[1].before)
        else {
            return None;
        };
        let tokens = tokens(text);
        Purpose::OfHour.phrases().past(&tokens, 0)?;
        Some(format!(
            "“{} {text}”: words that belong to its hour and are not read; write 18:30",
            pair[0].words
        ))
    })
}

/// “Le 21.03 à 14h” below a day: a day without a year, or an hour.
pub fn day_or_hour(text: &str, around: &Surroundings<'_>) -> Option<String> {
    around.day?;
    let tokens = tokens(text);
    let part = |at: usize, most: u32| {
        let number = tokens.get(at)?.number(2)?;
        (1..=most).contains(&number).then_some(())
    };
    let found = (0..tokens.len()).find_map(|from| {
        let to = Purpose::On.phrases().past(&tokens, from)?;
        part(to, 31)?;
        tokens.get(to + 1).filter(|dot| dot.is('.'))?;
        part(to + 2, 12)?;
        let close = tokens[to].at.end == tokens[to + 1].at.start
            && tokens[to + 1].at.end == tokens[to + 2].at.start;
        let dated = days_at(&tokens, to).is_some();
        (close && !dated).then(|| as_written(text, &tokens[from..=to + 2]).to_owned())
    })?;
    Some(format!(
        "“{found}” may be a day or an hour: write 2023-11-04, or 17:00"
    ))
}

/// “Dia 12, às 17h30”, “on the 12th at 5.30pm”, “reporté au 12, 17h30” below a day: the number of a day of a month that is
/// not said.
pub fn day_of_month(text: &str, around: &Surroundings<'_>) -> Option<String> {
    around.day?;
    let tokens = tokens(text);
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let found = (0..tokens.len()).find_map(|from| {
        let purposes = [Purpose::On, Purpose::Onto, Purpose::Day];
        let ends = purposes
            .into_iter()
            .filter_map(|purpose| purpose.phrases().past(&tokens, from));
        let mut at = ends.max()?;
        // “On the 12th”, “op de 12de”.
        at += usize::from(matches!(word(at), Some("the" | "de" | "den" | "o")));
        tokens
            .get(at)?
            .number(2)
            .filter(|day| (1..=31).contains(day))?;
        let mut to = at + 1;
        let ordinal = Purpose::Ordinal.phrases().past(&tokens, to);
        let close = |at: usize| {
            tokens
                .get(at)
                .is_some_and(|token| token.at.start == tokens[at - 1].at.end)
        };
        if let Some(end) = ordinal.filter(|_| close(to)) {
            to = end;
        }
        to += usize::from(tokens.get(to).is_some_and(|token| token.is('.')));
        // “v 17 h” is an hour, “le 12 à 17h30” a day before one.
        let hour = Purpose::Hour.phrases().past(&tokens, to);
        let before = Purpose::Before.phrases().past(&tokens, to).is_some()
            || hour.is_some_and(|to| tokens.get(to).is_some_and(|next| next.digits() > 0));
        let ends = tokens.get(to).is_none_or(|token| token.is(','));
        // “verschoben vom 12.” is the day of before.
        let (before_it, behind) = (&text[..tokens[at].at.start], &text[tokens[to - 1].at.end..]);
        let is_before = cancelled::is_moved_from(before_it, behind);
        let day = (before || ends) && days_at(&tokens, at).is_none() && from < at && !is_before;
        day.then(|| as_written(text, &tokens[from..=at]).to_owned())
    })?;
    Some(format!(
        "“{found}” may be a day of a month that is not said: write 2023-11-04"
    ))
}
