//! Dates in numbers: `2023-11-04`, `04/11/2023`, `4.11.23`, and day and month alone.

use chrono::NaiveDate;

use crate::when::calendars::{self, day_of};
use crate::when::time;
use crate::when::tokens::Token;
use crate::when::written::{Form, Part, Written};

/// `2023-11-04`, `04/11/2023`, `4.11.23`; beside a day's name also `04.11` and `4/11`.
pub(super) fn numbers(tokens: &[Token], at: usize, short: bool) -> Option<(Form, usize)> {
    let part = |at: usize| {
        let token = tokens.get(at)?;
        let value = token.number(4)?;
        Some(Part {
            value,
            digits: token.digits(),
        })
    };
    let mark = |at: usize| {
        ['-', '/', '.']
            .into_iter()
            .find(|mark| tokens.get(at).is_some_and(|token| token.is(*mark)))
    };
    // The pieces of such a date stand close together, but for a space behind a dot.
    let close = |at: usize| {
        mark(at) == Some('.')
            || tokens
                .get(at)
                .zip(tokens.get(at + 1))
                .is_some_and(|(a, b)| a.at.end == b.at.start)
    };
    // A number in a longer row, such as a telephone number, is no date.
    let continued = |sign: char, at: usize| {
        mark(at) == Some(sign)
            && tokens.get(at + 1).is_some_and(|token| token.digits() > 0)
            && close(at)
            && {
                let ends = tokens.get(at - 1).map(|token| token.at.end);
                ends == tokens.get(at).map(|token| token.at.start)
                    && tokens.get(at).map(|token| token.at.end)
                        == tokens.get(at + 1).map(|token| token.at.start)
            }
    };
    let first = part(at)?;
    let sign = mark(at + 1)?;
    if !close(at + 1)
        || at > 1
            && mark(at - 1) == Some(sign)
            && tokens[at - 2].digits() > 0
            && tokens[at - 1].at.end == tokens[at].at.start
    {
        return None;
    }
    let second = part(at + 2)?;
    if second.digits > 2 || first.digits == 3 {
        return None;
    }
    if mark(at + 3) == Some(sign)
        && close(at + 3)
        && let Some(third) = part(at + 4)
        && (match first.digits {
            4 => third.digits <= 2,
            _ => third.digits == 2 || third.digits == 4,
        })
    {
        // “04.11. 14 Uhr”, “27.04. 14–17 Uhr”: the third number is the hour. A year has the same space before it as the month.
        let spaced = |at: usize| tokens[at].at.start > tokens[at - 1].at.end;
        let hour = sign == '.'
            && third.digits <= 2
            && first.digits <= 2
            && (time::is_clock(tokens, at + 5) || spaced(at + 4) && !spaced(at + 2));
        if !hour {
            // “2023-11-04T14:00”.
            let joint = tokens.get(at + 5).zip(tokens.get(at + 6));
            let iso = first.digits == 4
                && joint.is_some_and(|(t, hour)| {
                    t.word() == Some("t") && hour.digits() == 2 && t.at.end == hour.at.start
                });
            return (!continued(sign, at + 5)).then_some((
                three([first, second, third], sign),
                at + 5 + usize::from(iso),
            ));
        }
    }
    if sign == '-' || first.digits > 2 {
        return None;
    }
    let day_and_month = || {
        // A leap year, for want of one.
        let real = NaiveDate::from_ymd_opt(2000, second.value, first.value);
        real.map_or(Form::NoDay, |_| Form::NoYear {
            month: second.value,
            day: first.value,
        })
    };
    if continued(sign, at + 3) {
        return None;
    }
    // “Hora: 11.30. Recorrido: …” has an hour at the end of a sentence.
    let is_hour = first.value <= 24
        && second.digits == 2
        && second.value > 12
        && second.value < 60
        && second.value.is_multiple_of(5);
    if sign == '.' && mark(at + 3) == Some('.') && first.value >= 1 && second.value >= 1 && !is_hour
    {
        return Some((day_and_month(), at + 4));
    }
    if sign == '.' {
        // A month of one digit can be no minutes: “Fr 20.2”.
        let written_so = short
            && second.digits > 0
            && (1..=12).contains(&second.value)
            && (1..=31).contains(&first.value);
        let clock = time::is_clock(tokens, at + 3);
        return (written_so && !clock).then(|| (day_and_month(), at + 3));
    }
    // “18/11 2023”, as in Sweden and Denmark.
    if sign == '/'
        && let Some(year) =
            part(at + 3).filter(|year| year.digits == 4 && (1900..2200).contains(&year.value))
        && !time::is_clock(tokens, at + 4)
    {
        return Some((three([first, second, year], sign), at + 4));
    }
    (short && sign == '/').then_some((Form::TwoNumbers([first, second]), at + 3))
}

/// Three numbers; a year in front leaves one order, and so does the dot, which stands in dates that
/// begin with the day (DIN 5008 and its like).
fn three(parts: [Part; 3], sign: char) -> Form {
    let [first, second, third] = parts;
    if first.digits == 4 {
        return day_of(Some(first.value), second.value, third.value);
    }
    match (sign, third.digits) {
        ('.', 4) => day_of(Some(third.value), second.value, first.value),
        ('.', _) => day_of(Some(2000 + third.value), second.value, first.value),
        (_, 4) if calendars::gregorian(third.value).is_none() => Form::Unread(calendars::OTHER),
        (_, 4) => Form::Numbers([
            first,
            second,
            Part {
                value: calendars::gregorian(third.value).unwrap_or(third.value),
                digits: 4,
            },
        ]),
        _ => Form::Numbers(parts),
    }
}

/// A day and a month with a dot between and none behind, where words before say that a date follows: “verlegt auf 9.12”.
/// `17.10` may be an hour as well.
pub fn dotted_numbers_at(tokens: &[Token], at: usize) -> Option<(Written, usize)> {
    let (form, to) = numbers(tokens, at, true)?;
    let Form::NoYear { month, .. } = form else {
        return None;
    };
    let is_minute = month.is_multiple_of(5) && tokens.get(at + 2)?.digits() == 2;
    let weekday = None;
    (!is_minute).then_some((Written { form, weekday }, to))
}

/// Two numbers that are a day and a month in one order or the other, where nothing but marks stands around them: `5/11`.
pub fn two_numbers_at(tokens: &[Token], at: usize) -> Option<(Written, usize)> {
    let (form, to) = numbers(tokens, at, true)?;
    let Form::TwoNumbers([first, second]) = form else {
        return None;
    };
    let fits = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let possible = fits(first.value, second.value) || fits(second.value, first.value);
    possible.then_some((
        Written {
            form,
            weekday: None,
        },
        to,
    ))
}
