//! Numbers before an hour that are a day: “19.03 ora 11”, “dia 12, às 17h30”.

use super::found::Sure;
use super::one::one;
use crate::when::tokens::Token;
use crate::when::words::Purpose;

/// “19.03 ora 11”: a day and month, since the hour follows.
pub fn is_day_before_hour(tokens: &[Token], from: usize) -> bool {
    let [day, dot, month, rest @ ..] = tokens.get(from..).unwrap_or_default() else {
        return false;
    };
    let numbers = dot.is('.')
        && day.number(2).is_some_and(|day| (1..=31).contains(&day))
        && month
            .number(2)
            .is_some_and(|month| (1..=12).contains(&month));
    if !numbers || rest.is_empty() {
        return false;
    }
    let mark = |at: usize| {
        let token = tokens.get(at);
        usize::from(token.is_some_and(|token| token.is('.') || token.is(':')))
    };
    let at = from + 3 + mark(from + 3);
    Purpose::Hour.phrases().past(tokens, at).is_some_and(|to| {
        let hour = tokens.get(to + mark(to)).and_then(|token| token.number(2));
        hour.is_some_and(|hour| hour <= 24)
    })
}

/// “Dia 12, às 17h30”, “le 12 à 17h30”: the bare number is the day of a month, and the hour follows.
pub fn is_day_of_month(tokens: &[Token], from: usize) -> bool {
    let Some(before) = from.checked_sub(1) else {
        return false;
    };
    let number = tokens.get(from).and_then(|token| token.number(2));
    if !number.is_some_and(|day| (1..=31).contains(&day)) {
        return false;
    }
    let names_day = [Purpose::On, Purpose::Day]
        .iter()
        .any(|purpose| purpose.phrases().past(tokens, before) == Some(from));
    let at = from + 1 + usize::from(tokens.get(from + 1).is_some_and(|token| token.is(',')));
    let hour = |to| one(tokens, to).is_some_and(|(hour, _)| hour.sure > Sure::Bare);
    names_day && Purpose::Before.phrases().past(tokens, at).is_some_and(hour)
}
