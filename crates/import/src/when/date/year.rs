//! The year behind a day and month, and the date they make.

use super::super::calendars;
use super::super::names::PossibleMonths;
use super::super::time;
use super::super::tokens::Token;
use super::super::words::Purpose;
use super::super::written::Form;

pub(super) fn with_year(
    tokens: &[Token],
    at: usize,
    months: PossibleMonths,
    day: u32,
) -> (Form, usize) {
    match year_at(tokens, at).or_else(|| short_thai_year(tokens, at, &months)) {
        Some((year, to)) => (dated(months, day, Some(year)), to),
        None => (dated(months, day, None), at),
    }
}

/// The year that may follow a month, and the token after it.
pub(super) fn year_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let mut next = at;
    loop {
        let token = tokens.get(next)?;
        if [',', '.', '-', '/'].into_iter().any(|mark| token.is(mark)) {
            next += 1;
        } else if let Some(to) = Purpose::Of.phrases().past(tokens, next) {
            next = to;
        } else {
            break;
        }
    }
    // “05-Nov-23”, as spreadsheets write it.
    let joined = |at: usize| tokens.get(at).is_some_and(|token| token.is('-'));
    let close = |at: usize| tokens[at - 1].at.end == tokens[at].at.start;
    if next == at + 1
        && at >= 2
        && joined(at)
        && joined(at - 2)
        && close(at)
        && close(next)
        && tokens[next].digits() == 2
        && !time::is_clock(tokens, next + 1)
    {
        return Some((2000 + tokens[next].number(2)?, next + 1));
    }
    // “November ’23”.
    if tokens[next].is('\'') && next == at {
        let token = tokens.get(next + 1).filter(|token| token.digits() == 2)?;
        return Some((2000 + token.number(2)?, next + 2));
    }
    plain_year(tokens, next)
}

/// A year of four digits, the word for it that may follow, and the token after it.
pub(super) fn plain_year(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at).filter(|token| token.digits() == 4)?;
    let year = token.number(4).filter(|year| (1300..2700).contains(year))?;
    // “2030 Uhr” is an hour; in “2023 ore 18” the word belongs to the number behind it.
    let clock = Purpose::Clock.phrases().past(tokens, at + 1);
    let before_hour = || {
        let to = Purpose::Hour.phrases().past(tokens, at + 1);
        to.is_some_and(|to| tokens.get(to).is_some_and(|token| token.digits() > 0))
    };
    if clock.is_some() && !before_hour() {
        return None;
    }
    let word = Purpose::Year.phrases().past(tokens, at + 1);
    let to = word.unwrap_or_else(|| past_letter(tokens, at + 1));
    Some((year, to))
}

/// The token after the letter for “year” that Slavic languages put behind one: “2023 r.”, “12.11.2023 г.”. Without its full
/// stop it is any letter.
pub(super) fn past_letter(tokens: &[Token], at: usize) -> usize {
    let letter = tokens.get(at).and_then(Token::word);
    let dot = tokens.get(at + 1).is_some_and(|token| token.is('.'));
    match letter {
        Some("r" | "г" | "р") if dot => at + 2,
        _ => at,
    }
}

/// “4 พ.ย. 66”: the year 2566 of the Buddhist era, behind a month in Thai.
fn short_thai_year(tokens: &[Token], at: usize, months: &PossibleMonths) -> Option<(u32, usize)> {
    let thai = months.iter().all(|(_, languages)| languages[..] == ["th"]);
    let at = at + usize::from(tokens.get(at).is_some_and(|token| token.is('.')));
    let token = tokens.get(at).filter(|token| token.digits() == 2)?;
    let year = token.number(2).filter(|year| (50..90).contains(year))?;
    thai.then_some((2500 + year, at + 1))
}

pub(super) fn dated(months: PossibleMonths, day: u32, year: Option<u32>) -> Form {
    match months[..] {
        [(month, _)] => calendars::day_of(year, month, day),
        _ => Form::Months { months, day, year },
    }
}
