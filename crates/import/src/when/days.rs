//! Several days in one expression: “3 to 5 November”, “du 4 au 6 novembre”, “6.11., 13.11. und 20.11.”.

mod joint;
mod of_month;
mod shared_month;
mod weekdays_behind;

use chrono::Datelike as _;

pub(super) use self::joint::until_at;
pub use self::shared_month::leads_to_day;

use self::joint::{Joint, joint};
use self::of_month::{last_of_month, more_of_month};
use self::shared_month::shared_month;
use self::weekdays_behind::weekdays_behind;
use super::date::date_at;
use super::tokens::Token;
use super::written::{Form, Written};

/// The days that an expression names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Days {
    /// One.
    One(Written),
    /// From the first to the last.
    Through(Written, Written),
    /// Each of these.
    Each(Vec<Written>),
}

impl Days {
    /// The first of them.
    pub fn first(&self) -> Option<&Written> {
        match self {
            Days::One(day) | Days::Through(day, _) => Some(day),
            Days::Each(days) => days.first(),
        }
    }

    /// All dates that are written.
    pub fn written(&self) -> Vec<&Written> {
        match self {
            Days::One(day) => vec![day],
            Days::Through(first, last) => vec![first, last],
            Days::Each(days) => days.iter().collect(),
        }
    }
}

/// The days that begin at a token, and the token after them.
pub fn days_at(tokens: &[Token], from: usize) -> Option<(Days, usize)> {
    let shared = shared_month(tokens, from).and_then(|(mut days, joint, to)| match joint {
        Joint::Until => {
            let (last, first) = (days.pop()?, days.pop()?);
            Some((Days::Through(first, last), to))
        }
        Joint::And => Some((Days::Each(days), to)),
    });
    let (days, to) = shared.or_else(|| written_out(tokens, from))?;
    Some(with_weekdays(days, tokens, to))
}

/// Two days with the days of the week that stand in parentheses behind them, if neither has one of its own; and the token
/// behind.
fn with_weekdays(mut days: Days, tokens: &[Token], to: usize) -> (Days, usize) {
    let two = match &mut days {
        Days::Through(first, last) => Some((first, last)),
        Days::Each(all) => match &mut all[..] {
            [first, last] => Some((first, last)),
            _ => None,
        },
        Days::One(_) => None,
    };
    let two = two.filter(|(first, last)| first.weekday.is_none() && last.weekday.is_none());
    match (two, weekdays_behind(tokens, to)) {
        (Some((first, last)), Some((of_first, of_last, end))) => {
            (first.weekday, last.weekday) = (Some(of_first), Some(of_last));
            (days, end)
        }
        _ => (days, to),
    }
}

/// Whole dates, with “to” or “and” between them, or one alone.
fn written_out(tokens: &[Token], from: usize) -> Option<(Days, usize)> {
    let (first, mut to) = date_at(tokens, from)?;
    // “November 3–5, 2023”: the last day shares month and year.
    if let Some((last, end)) = last_of_month(tokens, from, &first, to) {
        return Some((Days::Through(with_year_of(first, &last), last), end));
    }
    // “January 16 & 17”.
    if let Some((more, end)) = more_of_month(tokens, from, &first, to) {
        let last = more.last().cloned();
        let mut all = vec![first];
        all.extend(more);
        let of_year = all.into_iter().map(|date| match &last {
            Some(last) => with_year_of(date, last),
            None => date,
        });
        return Some((Days::Each(of_year.collect()), end));
    }
    let mut all = vec![first];
    let mut joints = Vec::new();
    while let Some((joint, next)) = joint(tokens, to)
        && let Some((date, end)) = date_at(tokens, next)
    {
        joints.push(joint);
        all.push(date);
        to = end;
    }
    let days = match (&mut all[..], &joints[..]) {
        ([_], _) => Days::One(all.remove(0)),
        ([_, _], [Joint::Until]) => {
            let (last, first) = (all.remove(1), all.remove(0));
            match same_day(&first, &last) {
                Some(day) => Days::One(day),
                None => Days::Through(with_year_of(first, &last), last),
            }
        }
        _ if joints.contains(&Joint::Until) => {
            return date_at(tokens, from).map(|(date, to)| (Days::One(date), to));
        }
        _ => {
            let last = all.last().cloned();
            let all = all.into_iter().map(|date| match &last {
                Some(last) => with_year_of(date, last),
                None => date,
            });
            let mut all: Vec<Written> = all.collect();
            // “Montag, 14. Juni 2027 / lundi 14 juin 2027”: one day in two languages.
            all.dedup_by(|next, date| next.form == date.form);
            match all.len() {
                1 => Days::One(all.remove(0)),
                _ => Days::Each(all),
            }
        }
    };
    Some((days, to))
}

/// The day that is written twice: “8M 2027 – lunes 8 de marzo”.
fn same_day(first: &Written, last: &Written) -> Option<Written> {
    let form = match (&first.form, &last.form) {
        (one, other) if one == other => one,
        (whole @ Form::Day(day), Form::NoYear { month, day: number })
        | (Form::NoYear { month, day: number }, whole @ Form::Day(day))
            if (day.month(), day.day()) == (*month, *number) =>
        {
            whole
        }
        _ => return None,
    };
    Some(Written {
        form: form.clone(),
        weekday: last.weekday.or(first.weekday),
    })
}

/// A date without a year, in the year of the one that ends the expression.
fn with_year_of(date: Written, last: &Written) -> Written {
    match (&date.form, &last.form) {
        (Form::NoYear { month, day }, Form::Day(end)) => {
            // “30 December – 2 January 2024” begins in the year before.
            let year = end.year() - i32::from(*month > end.month());
            Written {
                form: super::calendars::day_of(Some(year.cast_unsigned()), *month, *day),
                weekday: date.weekday,
            }
        }
        _ => date,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = tokens(text);
        let found = (0..tokens.len()).find_map(|at| days_at(&tokens, at));
        let (days, to) = found.unwrap_or_else(|| panic!("no days in {text}"));
        let one = |date: &Written| match date.form {
            Form::Day(day) => day.to_string(),
            Form::NoYear { month, day } => format!("{month}-{day}"),
            ref other => format!("{other:?}"),
        };
        let sign = match days {
            Days::Each(_) => " + ",
            _ => " to ",
        };
        let all: Vec<String> = days.written().into_iter().map(one).collect();
        let rest = tokens.get(to).map_or("", |token| &text[token.at.start..]);
        assert_eq!(format!("{}|{rest}", all.join(sign)), expected, "{text}");
    }

    #[test]
    fn days_from_to() {
        check("3–5 November 2023", "2023-11-03 to 2023-11-05|");
        check("4 au 6 novembre, Lyon", "11-4 to 11-6|, Lyon");
        check("13 a 16 de abril", "4-13 to 4-16|");
        check("4. bis 6. November 2023", "2023-11-04 to 2023-11-06|");
        check("November 3–5, 2023", "2023-11-03 to 2023-11-05|");
        check("30 December – 2 January 2024", "2023-12-30 to 2024-01-02|");
        check("04.11. - 06.11.2023", "2023-11-04 to 2023-11-06|");
        check("lun. 6 au ven. 10/09 : Lyon", "9-6 to 9-10|: Lyon");
        check("6 al 10/09, Sevilla", "9-6 to 9-10|, Sevilla");
        check("mar. 7 au ven. 10/09", "9-7 to 9-10|");
    }

    #[test]
    fn a_day_that_is_written_twice_is_one() {
        check("8M 2027 – lunes 8 de marzo: Madrid", "2027-03-08|: Madrid");
        check("samedi 1er mai – 1er mai 2027", "2027-05-01|");
        check("8 March – 8 March", "3-8|");
        check("8 March 2027 – 8 April", "2027-03-08 to 4-8|");
    }

    #[test]
    fn a_number_of_words_is_no_day() {
        check("Uniplatz 3, 17. April 2027", "2027-04-17|");
        check("Room 12, 17 April 2027", "2027-04-17|");
        check("Day 5 – Friday 16 April 2027", "2027-04-16|");
        check("Gran Vía, 2, 17 de abril", "4-17|");
        check("Tappa 3 – sabato 10 aprile", "4-10|");
        check("Halle 7, 17. und 18. April", "4-17 + 4-18|");
        check("Königsplatz 5 – 16. April", "4-16|");
        check("salle 3, samedi 17 avril", "4-17|");
        check("Nr. 8 – 20. April", "4-20|");
        check("am 4, 5. Mai", "5-4 + 5-5|");
        check("3, 17 April", "4-3 + 4-17|");
        check("Kundgebungen am 4. und 5. Mai", "5-4 + 5-5|");
        check("vigils 4, 5 and 6 May", "5-4 + 5-5 + 5-6|");
        check("camp 4 – 6 May", "5-4 to 5-6|");
        check("Mo 4 – Sa 9 Mai", "5-4 to 5-9|");
        check("du 4 au samedi 9 mai", "5-4 to 5-9|");
    }

    #[test]
    fn days_one_by_one() {
        check("4./5. November 2023", "2023-11-04 + 2023-11-05|");
        check("3, 4 y 5 de noviembre", "11-3 + 11-4 + 11-5|");
        check(
            "06.11., 13.11. und 20.11.2023",
            "2023-11-06 + 2023-11-13 + 2023-11-20|",
        );
        check("Montag, 14. Juni 2027 / lundi 14 juin 2027", "2027-06-14|");
        check("14 June / 14 juin 2027", "2027-06-14|");
        check("4 November", "11-4|");
        check("4 November 2023, 14:00", "2023-11-04|, 14:00");
        check("Nov 4-6 pm", "11-4|-6 pm");
    }

    #[test]
    fn days_of_the_week_behind_two_days() {
        use chrono::Weekday::{Sat, Sun};
        for text in [
            "12–13 grudnia (sob.–niedz.)",
            "12. und 13. Dezember (Samstag und Sonntag)",
            "12–13 December 2026 (Sat & Sun)",
        ] {
            let tokens = tokens(text);
            let (days, to) = days_at(&tokens, 0).unwrap();
            let found: Vec<_> = days.written().into_iter().map(|day| day.weekday).collect();
            assert_eq!(found, [Some(Sat), Some(Sun)], "{text}");
            assert_eq!(to, tokens.len(), "{text}");
        }
        check("12–13 December (Leeds)", "12-12 to 12-13|(Leeds)");
    }
}
