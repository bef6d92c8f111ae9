//! The day that a date means, by the order and the year that are settled for its source.

use chrono::{Datelike as _, Duration, NaiveDate, Weekday};

use super::calendars::persian;
use super::names::english;
use super::order::{ORDERS, Order, day};
use super::written::{Form, Part, Written};

/// What is settled for a source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reckoning {
    /// The order, when it is known.
    pub order: Option<Order>,
    /// The day from which on dates without a year count: each names the first such day, within a year.
    pub from: Option<NaiveDate>,
    /// The day on which the source was written.
    pub written: Option<NaiveDate>,
    /// Other dates are written `04.11.2023`; see [`Evidence::see_dots`](super::order::Evidence::see_dots).
    pub dotted: bool,
}

/// What a date with two meanings is refused with.
pub const TWO_WAYS: &str =
    "can be read in two ways; say --date-order dmy (day first) or mdy (month first)";

fn two_ways(text: &str) -> String {
    format!("“{text}” {TWO_WAYS}")
}

impl Reckoning {
    /// The day a date means; `text` is how it is written.
    ///
    /// # Errors
    /// It can mean several, or none; the reason says what to do.
    pub fn day(&self, date: &Written, text: &str) -> Result<NaiveDate, String> {
        let text: String = text.trim().chars().take(60).collect();
        let day = match date.form {
            Form::Day(day) => day,
            Form::NoDay => return Err(format!("“{text}” is no day of the calendar")),
            Form::Unread(why) => {
                return Err(format!("“{text}” is not read: {why}; write 2023-11-04"));
            }
            Form::Months {
                ref months,
                day,
                year,
            } => self.of_months(months, day, year, &text, date)?,
            Form::NoYear { month, day } => self.in_year(month, day, &text, date)?,
            Form::Persian { month, day } => {
                let Some(from) = self.from else {
                    return Err(format!(
                        "“{text}” has no year; write it, as in 1405, or say --year with that of our calendar"
                    ));
                };
                persian_from(from, month, day)
                    .ok_or_else(|| format!("“{text}” is no day of the calendar"))?
            }
            Form::Numbers(parts) => self.of_numbers(parts, &text, date.weekday)?,
            Form::TwoNumbers([first, second]) => {
                let (day, month) = match self.order {
                    Some(Order::Dmy) => (first, second),
                    Some(_) => (second, first),
                    None if first.value > 12 || first.value == second.value => (first, second),
                    None if second.value > 12 => (second, first),
                    None => match self.by_weekday([first, second], date) {
                        Some(order) => order,
                        None => return Err(two_ways(&text)),
                    },
                };
                self.in_year(month.value, day.value, &text, date)?
            }
        };
        match date.weekday {
            Some(name) if name != day.weekday() => Err(format!(
                "“{text}”: {} {} {} is a {}",
                day.day(),
                english(day.month()),
                day.year(),
                day.format("%A")
            )),
            _ => Ok(day),
        }
    }

    /// Day and month, where the day of the week beside two numbers leaves one order.
    fn by_weekday(&self, [first, second]: [Part; 2], date: &Written) -> Option<(Part, Part)> {
        let name = date.weekday?;
        let from = self.from?;
        let fits = |day: Part, month: Part| {
            first_from(from, month.value, day.value).is_some_and(|day| day.weekday() == name)
        };
        match (fits(first, second), fits(second, first)) {
            (true, false) => Some((first, second)),
            (false, true) => Some((second, first)),
            _ => None,
        }
    }

    fn in_year(
        &self,
        month: u32,
        day: u32,
        text: &str,
        date: &Written,
    ) -> Result<NaiveDate, String> {
        let Some(from) = self.from else {
            let mut help = format!("“{text}” has no year; say which, as in --year 2023");
            if let Some(name) = date.weekday {
                let fits = (2015..2035).filter(|year| {
                    NaiveDate::from_ymd_opt(*year, month, day)
                        .is_some_and(|day| day.weekday() == name)
                });
                let fits: Vec<String> = fits.map(|year| year.to_string()).collect();
                help = format!(
                    "“{text}” has no year; say --year with one of {}",
                    fits.join(", ")
                );
            }
            return Err(help);
        };
        first_from(from, month, day)
            .ok_or_else(|| format!("“{text}” is no day of the year from {from} on"))
    }

    /// A month whose name means several: the day of the week may decide.
    fn of_months(
        &self,
        months: &[(u32, Vec<&'static str>)],
        day: u32,
        year: Option<u32>,
        text: &str,
        date: &Written,
    ) -> Result<NaiveDate, String> {
        let in_year = |month: u32| match year {
            Some(year) => NaiveDate::from_ymd_opt(year.cast_signed(), month, day),
            None => first_from(self.from?, month, day),
        };
        let days = months.iter().filter_map(|(month, _)| in_year(*month));
        let mut fits = days.filter(|day| date.weekday == Some(day.weekday()));
        match (fits.next(), fits.next()) {
            (Some(day), None) => Ok(day),
            _ => {
                let meanings = months.iter().map(|(month, languages)| {
                    format!("{} ({})", english(*month), languages.join(", "))
                });
                let meanings: Vec<String> = meanings.collect();
                Err(format!(
                    "the month in “{text}” may be {}; write it as a number",
                    meanings.join(" or ")
                ))
            }
        }
    }

    fn of_numbers(
        &self,
        parts: [Part; 3],
        text: &str,
        weekday: Option<Weekday>,
    ) -> Result<NaiveDate, String> {
        if let Some(order) = self.order {
            return day(parts, order)
                .ok_or_else(|| format!("“{text}” is no day when read as {}", order.name()));
        }
        if self.dotted && parts.map(|part| part.digits) == [2, 2, 4] {
            return day(parts, Order::Dmy)
                .ok_or_else(|| format!("“{text}” is no day of the calendar"));
        }
        let possible = ORDERS.map(|order| day(parts, order).map(|day| (order, day)));
        let mut days: Vec<(Order, NaiveDate)> = possible.into_iter().flatten().collect();
        days.dedup_by_key(|(_, day)| *day);
        // “Sat 04/11/2023”: the day of the week leaves one.
        let named =
            |(_, day): &(Order, NaiveDate)| weekday.is_none_or(|name| name == day.weekday());
        if days.iter().any(named) {
            days.retain(named);
        }
        match days[..] {
            [] => Err(format!("“{text}” is no day of the calendar")),
            [(_, day)] => Ok(day),
            _ => {
                let orders: Vec<String> = days
                    .iter()
                    .map(|(order, day)| format!("{} ({day})", order.name()))
                    .collect();
                Err(format!(
                    "“{text}” can be read in two ways; say --date-order {}",
                    orders.join(" or ")
                ))
            }
        }
    }
}

/// What is so long ago may still be told of.
pub const PAST: Duration = Duration::days(31);

/// The first day of a year.
pub fn january(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1)
}

/// The first day of a month and day from another day on, within a year.
fn first_from(from: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    (from.year()..=from.year() + 1)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|day| *day >= from)
        .filter(|day| day.years_since(from) == Some(0))
}

/// The same, for a month and day of the Persian calendar.
fn persian_from(from: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    /// The year in which one of ours begins is so much less.
    const BEHIND: i32 = 622;
    (0..=2)
        .filter_map(|more| {
            match persian(u32::try_from(from.year() - BEHIND + more).ok()?, month, day) {
                Form::Day(day) => Some(day),
                _ => None,
            }
        })
        .find(|day| *day >= from)
}

/// The first day from another day on that a date without a year may mean, in an order of its numbers.
pub fn following(from: NaiveDate, form: &Form, order: Option<Order>) -> Option<NaiveDate> {
    match *form {
        Form::NoYear { month, day } => first_from(from, month, day),
        Form::Persian { month, day } => persian_from(from, month, day),
        Form::TwoNumbers([first, second]) => match order {
            Some(Order::Dmy) => first_from(from, second.value, first.value),
            _ => first_from(from, first.value, second.value),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::order::Evidence;
    use super::super::tokens::tokens;
    use super::*;

    #[track_caller]
    fn check(dates: &[&str], expected: &str) {
        let read = |text: &str| super::super::date::date_at(&tokens(text), 0).unwrap().0;
        let mut evidence = Evidence::default();
        dates.iter().for_each(|text| {
            evidence.see(&read(text));
            evidence.see_dots(text);
        });
        let reckoning = Reckoning {
            order: evidence.order(),
            from: None,
            written: None,
            dotted: evidence.is_dotted(),
        };
        let first = reckoning.day(&read(dates[0]), dates[0]);
        let first = first.map_or_else(|why| why, |day| day.to_string());
        assert!(first.contains(expected), "{dates:?}: {first}");
    }

    #[test]
    fn a_date_without_a_year_follows_the_day_it_was_written() {
        let written = NaiveDate::from_ymd_opt(2026, 11, 29);
        let reckoning = Reckoning {
            from: written.map(|day| day - PAST),
            ..Reckoning::default()
        };
        for (text, expected) in [
            ("5 December", "2026-12-05"),
            ("Saturday 9 January", "2027-01-09"),
            ("20 November", "2026-11-20"),
            ("1 October", "2027-10-01"),
            ("Saturday 6 December", "is a Sunday"),
        ] {
            let date = super::super::date::date_at(&tokens(text), 0).unwrap().0;
            let day = reckoning.day(&date, text);
            let day = day.map_or_else(|why| why, |day| day.to_string());
            assert!(day.contains(expected), "{text}: {day}");
        }
    }

    #[test]
    fn the_file_itself_decides() {
        check(&["04/11/2023", "13/10/2023"], "2023-11-04");
        check(&["04/11/2023", "10/13/2023"], "2023-04-11");
        check(&["23/11/04", "23/10/13"], "two ways");
        check(
            &["23/11/04", "23/11/32", "24/12/25", "33/11/04"],
            "two ways",
        );
        check(&["04/11/2023", "Sat 04/11/2023"], "2023-11-04");
        check(&["04/11/2023", "05/11/2023"], "two ways");
        check(&["04/04/2023"], "2023-04-04");
        check(&["04/11/2023", "13/10/2023", "10/13/2023"], "two ways");
        check(&["13/10/2023", "10/13/2023"], "2023-10-13");
        check(&["04/11/2023", "05.11.2023"], "2023-11-04");
        check(&["4/11/23", "05.11.2023"], "two ways");
        check(&["04/11/2023", "05.11.2023", "10/13/2023"], "2023-04-11");
        check(&["31/31/2023"], "no day");
        check(&["Sunday 4 November 2023"], "is a Saturday");
        check(&["Saturday 4 November"], "2017, 2023, 2028");
    }
}
