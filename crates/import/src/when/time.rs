//! Times of day as people write them, found among the tokens of a text.

mod clock;
mod digits;
mod found;
mod no_hour;
mod one;
mod part;
mod range;

pub use self::clock::{Clock, Half};
use self::found::Sure;
use self::no_hour::{is_day_before_hour, is_day_of_month};
use self::part::part_after;
pub use self::range::end_at;
use self::range::{from_and_to, range};
use super::names::{Named, hour_at};
use super::tokens::Token;
use super::words::Purpose;

/// The time that begins at a token, and the token after it. With `alone`, a bare `14.30` or `14` counts as well, as in a
/// column of times.
pub fn time_at(tokens: &[Token], from: usize, alone: bool) -> Option<(Clock, usize)> {
    let is_month = || from >= 2 && is_day_before_hour(tokens, from - 2);
    if is_day_before_hour(tokens, from) || is_month() || is_day_of_month(tokens, from) {
        return None;
    }
    if is_month_behind_stroke(tokens, from) {
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

/// The “3” of “29/3 – 15h30”, which begins no span of hours.
fn is_month_behind_stroke(tokens: &[Token], at: usize) -> bool {
    let Some([day, stroke, month]) = at.checked_sub(2).and_then(|day| tokens.get(day..=at)) else {
        return false;
    };
    let joined = day.at.end == stroke.at.start && stroke.at.end == month.at.start;
    let is = |token: &Token, most: u32| token.number(2).is_some_and(|number| number <= most);
    joined && stroke.is('/') && is(day, 31) && is(month, 12) && !is_clock(tokens, at + 1)
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
