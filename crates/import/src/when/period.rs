//! Several days with their hours, where the whole of a text is nothing else.

use super::days::{Days, days_at, until_at};
use super::filler::filler;
use super::time::{Clock, time_at};
use super::tokens::{Token, tokens};
use super::{Single, feast, single};

/// Several days, and the hours at which the first begins and the last ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Two days or more.
    pub days: Days,
    /// The hour beside the first day, or beside all of them.
    pub from: Option<Clock>,
    /// The hour beside the last day of a period.
    pub to: Option<Clock>,
}

/// Several days: “28.07. – 06.08.2023”, “30.12.2023 18 Uhr bis 1.1.2024 12 Uhr”, “3. und 17. November 2023, 17 Uhr”.
pub fn period(text: &str) -> Option<Period> {
    if text.len() > 200 {
        return None;
    }
    let tokens = tokens(text);
    days_first(&tokens).or_else(|| two_ends(&tokens))
}

/// Days in one expression, and one hour that holds for all of them.
fn days_first(tokens: &[Token]) -> Option<Period> {
    let (mut days, mut from, mut at) = (None, None, 0);
    while at < tokens.len() {
        if days.is_none()
            && let Some((found, to)) = days_at(tokens, at)
        {
            (days, at) = (Some(found), to);
        } else if from.is_none()
            && let Some((found, to)) = time_at(tokens, at, false)
        {
            (from, at) = (Some(found), to);
        } else {
            at = filler(tokens, at).or_else(|| feast(tokens, at))?;
        }
    }
    let days = days.filter(|days| !matches!(days, Days::One(_)))?;
    Some(Period {
        days,
        from,
        to: None,
    })
}

/// A day with its hour until a day with its hour.
fn two_ends(tokens: &[Token]) -> Option<Period> {
    (1..tokens.len()).find_map(|at| {
        let next = until_at(tokens, at)?;
        let first = end(tokens.get(..at)?)?;
        let last = end(tokens.get(next..)?)?;
        Some(Period {
            days: Days::Through(first.date, last.date),
            from: first.clock,
            to: last.clock,
        })
    })
}

/// One day that is certain, and at most one hour.
fn end(tokens: &[Token]) -> Option<Single> {
    let one = |single: &Single| single.clock.is_none_or(|clock| clock.to.is_none());
    single(tokens).filter(|single| !single.doubtful && one(single))
}

#[cfg(test)]
mod tests {
    use super::super::written::{Form, Written};
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let day = |date: &Written| match date.form {
            Form::Day(day) => day.to_string(),
            Form::NoYear { month, day } => format!("{month}-{day}"),
            ref other => format!("{other:?}"),
        };
        let hour = |clock: Option<Clock>| {
            clock.map_or(String::new(), |clock| {
                clock.from.format(" %H:%M").to_string()
            })
        };
        let found = period(text).map_or("none".to_owned(), |period| {
            let days: Vec<String> = period.days.written().into_iter().map(day).collect();
            match period.days {
                Days::Each(_) => format!("{}{}", days.join(" + "), hour(period.from)),
                _ => format!(
                    "{}{} to {}{}",
                    days[0],
                    hour(period.from),
                    days[1],
                    hour(period.to)
                ),
            }
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn periods_with_hours_at_both_ends() {
        let both = "2023-12-30 18:00 to 2024-01-01 12:00";
        check("30.12.2023 18 Uhr bis 01.01.2024 12 Uhr", both);
        check("2023-12-30 18:00 - 2024-01-01 12:00", both);
        check("Sa 30.12.2023, 18:00 Uhr – Mo 1.1.2024, 12:00 Uhr", both);
        check("du 30 décembre 2023 à 18h au 1er janvier 2024 à 12h", both);
        check("dal 30 dicembre 2023 ore 18 al 1 gennaio 2024 ore 12", both);
        check("с 30 декабря 2023 18:00 до 1 января 2024 12:00", both);
        check("30 Dec 2023 6 pm to 1 Jan 2024 12 pm", both);
        check("30 grudnia 2023 18:00 – 1 stycznia 2024, 12:00", both);
        check("28.07. – 06.08.2023", "2023-07-28 to 2023-08-06");
        check(
            "30. Juni 2023, 18 Uhr bis 2. Juli 2023",
            "2023-06-30 18:00 to 2023-07-02",
        );
    }

    #[test]
    fn days_that_share_an_hour() {
        check(
            "3. und 17. November 2023, 17 Uhr",
            "2023-11-03 + 2023-11-17 17:00",
        );
        check(
            "3 et 17 novembre 2023 à 17h",
            "2023-11-03 + 2023-11-17 17:00",
        );
        check(
            "3 y 17 de noviembre de 2023, 17:00",
            "2023-11-03 + 2023-11-17 17:00",
        );
        check("3 и 17 мая 2023, 17:00", "2023-05-03 + 2023-05-17 17:00");
        check(
            "17:00 – 3 and 17 November 2023",
            "2023-11-03 + 2023-11-17 17:00",
        );
    }

    #[test]
    fn one_day_is_no_period() {
        for text in [
            "4 November 2023",
            "4 November 2023, 14:00–16:00",
            "2023-11-04 14:00",
            "somewhere",
            "bis 4.11.2023",
            "",
        ] {
            check(text, "none");
        }
    }
}
