//! The days of the week of two days, in parentheses behind them: “12–13 grudnia (sob.–niedz.)”, “5/6 December (Sat & Sun)”.

use chrono::Weekday;

use super::super::names::weekday_at;
use super::super::tokens::Token;
use super::joint::joint;

/// Two days of the week in parentheses, and the token behind them.
pub(super) fn weekdays_behind(tokens: &[Token], to: usize) -> Option<(Weekday, Weekday, usize)> {
    let past_stop = |at: usize| at + usize::from(tokens.get(at).is_some_and(|token| token.is('.')));
    tokens.get(to)?.is('(').then_some(())?;
    let (first, behind) = weekday_at(tokens, to + 1)?;
    let (_, next) = joint(tokens, past_stop(behind))?;
    let (last, behind) = weekday_at(tokens, next)?;
    let end = past_stop(behind);
    tokens.get(end)?.is(')').then_some((first?, last?, end + 1))
}
