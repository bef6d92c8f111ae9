//! A cell of dates that says one day of each week: “every Friday in January 2027”, “jeden Montag vom 4. bis 25. Januar 2027”.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::habits::Habits;
use super::several::LONGEST;
use crate::when::days::Days;
use crate::when::names::{months_at, weekday_at};
use crate::when::period::period;
use crate::when::time::Clock;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;
use crate::when::written::{Form, Written};
use crate::when::{self, Span};

/// So many words stand between the day of the week and its month: “de”, “im”, “du mois de”.
const MOST_BETWEEN: usize = 3;

/// The events of such a cell, or why they are not certain; `None` for a cell that names no day of each week. `time` is the
/// hour in a column of its own.
///
/// # Errors
/// Its first and last day are not certain.
pub fn spans(
    cell: &str,
    time: Option<Clock>,
    habits: &Habits,
) -> Option<Result<Vec<Span>, String>> {
    let tokens = tokens(cell);
    let next = Purpose::Every.phrases().past(&tokens, 0)?;
    let start: String = cell.chars().take(60).collect();
    let unsure = || {
        format!(
            "“{start}” recurs, and its days are not certain: write its first and last day, or a line for each day"
        )
    };
    let Some((Some(weekday), to)) = weekday_at(&tokens, next) else {
        return Some(Err(unsure()));
    };
    if let Some(doubt) = time.and_then(|clock| habits.hours.doubt(&clock)) {
        return Some(Err(doubt));
    }
    let days = month(&tokens, to, cell, habits)
        .or_else(|| through(&tokens, to, cell, habits))
        .map(|(first, last)| each(weekday, first, last));
    Some(match days {
        Some(days) if !days.is_empty() => {
            Ok(days.into_iter().map(|day| when::on(day, time)).collect())
        }
        _ => Err(unsure()),
    })
}

/// The days of one day of the week from a first to a last day.
fn each(weekday: Weekday, first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    let all = first.iter_days().take_while(|day| *day <= last);
    all.filter(|day| day.weekday() == weekday).collect()
}

/// The first and last day of the one month that is named at the end: “in January 2027”, “de mars”.
fn month(
    tokens: &[Token],
    from: usize,
    cell: &str,
    habits: &Habits,
) -> Option<(NaiveDate, NaiveDate)> {
    let is_small = |at: usize| {
        let word = tokens.get(at).and_then(Token::word);
        word.is_some() && weekday_at(tokens, at).is_none()
    };
    let mut found = None;
    for at in from..=from + MOST_BETWEEN {
        found = months_at(tokens, at);
        if found.is_some() || !is_small(at) {
            break;
        }
    }
    let (months, mut to) = found?;
    let [(month, _)] = months[..] else {
        return None;
    };
    // “enero de 2027”.
    let is_year = |at: usize| tokens.get(at).filter(|token| token.digits() == 4);
    let year = [to, to + 1].into_iter().find(|at| is_year(*at).is_some());
    let form = match year {
        Some(at) if at == to || is_small(to) => {
            to = at + 1;
            let year = tokens.get(at).and_then(|token| token.number(4))?;
            (1990..2200).contains(&year).then_some(())?;
            Form::Day(NaiveDate::from_ymd_opt(year.cast_signed(), month, 1)?)
        }
        _ => Form::NoYear { month, day: 1 },
    };
    (to == tokens.len()).then_some(())?;
    let written = Written {
        form,
        weekday: None,
    };
    let first = habits.reckoning.day(&written, cell).ok()?;
    let next = first.checked_add_months(chrono::Months::new(1))?;
    Some((first, next.pred_opt()?))
}

/// The first and last day that are written: “from 8 to 29 January 2027”.
fn through(
    tokens: &[Token],
    from: usize,
    cell: &str,
    habits: &Habits,
) -> Option<(NaiveDate, NaiveDate)> {
    (from..=from + 2).find_map(|at| {
        let rest = cell.get(tokens.get(at)?.at.start..)?;
        let period = period(rest).filter(|period| period.from.is_none() && period.to.is_none())?;
        let Days::Through(..) = period.days else {
            return None;
        };
        let days = period.days.written().into_iter();
        let days: Option<Vec<NaiveDate>> = days
            .map(|day| habits.reckoning.day(day, cell).ok())
            .collect();
        match days?[..] {
            [first, last] if first < last && (last - first).num_days() <= LONGEST => {
                Some((first, last))
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_of_each_week_of_a_month() {
        for (cell, expected) in [
            ("every Friday in February 2027", "5 12 19 26"),
            ("jeden Montag im März 2027", "1 8 15 22 29"),
            ("tous les samedis de mars 2027", "6 13 20 27"),
            ("todos los viernes de enero de 2027", "1 8 15 22 29"),
            ("ogni venerdì di gennaio 2027", "1 8 15 22 29"),
            ("elke zaterdag in mei 2027", "1 8 15 22 29"),
            ("każdy piątek stycznia 2027", "1 8 15 22 29"),
            ("varje fredag i januari 2027", "1 8 15 22 29"),
            ("каждую пятницу января 2027", "1 8 15 22 29"),
            ("every Friday from 8 to 29 January 2027", "8 15 22 29"),
            ("every Friday", "recurs"),
            ("every Friday in January and March 2027", "recurs"),
            ("every Friday and Sunday in January 2027", "recurs"),
            ("every second Friday in January 2027", "recurs"),
            ("every Friday in January 2027 but the 8th", "recurs"),
            ("Friday 8 January 2027", "-"),
        ] {
            let found = spans(cell, None, &Habits::default());
            let found = found.map_or("-".to_owned(), |found| match found {
                Ok(spans) => {
                    let days = spans.iter().map(|span| {
                        let day = span.start.to_string();
                        day.rsplit('-')
                            .next()
                            .unwrap()
                            .trim_start_matches('0')
                            .to_owned()
                    });
                    days.collect::<Vec<_>>().join(" ")
                }
                Err(reason) if reason.contains("recurs") => "recurs".to_owned(),
                Err(reason) => reason,
            });
            assert_eq!(found, expected, "{cell}");
        }
    }
}
