//! The year of dates that name none: the one that the source names elsewhere, or that their days of the week fit.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::reckoning::year_from;
use super::written::{Form, Written};

/// Lists that begin in this month or later may go on into the next year, up to the other one.
const AUTUMN: u32 = 9;
const SPRING: u32 = 4;

/// A day without a year, and its day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Undated {
    month: u32,
    day: u32,
    weekday: Weekday,
}

/// What was seen of years in a source.
#[derive(Debug, Clone, Default)]
pub struct Years {
    /// Those of whole dates.
    whole: BTreeSet<i32>,
    /// Those that stand alone, in a title.
    bare: BTreeSet<i32>,
    undated: Vec<Undated>,
}

impl Years {
    /// Takes the date of an entry or a heading into account.
    pub fn see(&mut self, date: &Written) {
        match &date.form {
            Form::Day(day) => self.see_whole(day.year()),
            Form::Numbers(parts) => {
                let year = parts.iter().find(|part| part.digits == 4);
                self.whole.extend(year.map(|year| year.value.cast_signed()));
            }
            Form::Months { year, .. } => self.whole.extend(year.map(u32::cast_signed)),
            Form::NoYear { month, day } => {
                self.undated.extend(date.weekday.map(|weekday| Undated {
                    month: *month,
                    day: *day,
                    weekday,
                }))
            }
            Form::TwoNumbers([first, second]) if first.value > 12 || second.value > 12 => {
                let (day, month) = (first.value.max(second.value), first.value.min(second.value));
                self.undated.extend(date.weekday.map(|weekday| Undated {
                    month,
                    day,
                    weekday,
                }));
            }
            _ => {}
        }
    }

    /// Takes the year of a whole date into account.
    pub fn see_whole(&mut self, year: i32) {
        self.whole.insert(year);
    }

    /// Takes a year that stands alone into account.
    pub fn see_bare(&mut self, year: i32) {
        self.bare.insert(year);
    }

    /// The year that the source names: the only one of its dates, or of its titles, or the one of several that all days of
    /// the week fit.
    pub fn named(&self) -> Option<i32> {
        let all: BTreeSet<i32> = self.whole.union(&self.bare).copied().collect();
        let fitting = only(all.iter().copied().filter(|year| self.fits(*year)));
        fitting.filter(|_| !self.undated.is_empty()).or_else(|| {
            let years = match self.whole.is_empty() {
                true => &self.bare,
                false => &self.whole,
            };
            only(years.iter().copied())
        })
    }

    /// The year of the next days, from a day on, that all days of the week fit; a source that names a year has none.
    pub fn coming(&self, today: NaiveDate) -> Option<i32> {
        let first = self.undated.first()?;
        let year = year_from(today, first.month, first.day)?;
        let unnamed = self.whole.is_empty() && self.bare.is_empty();
        (unnamed && self.fits(year)).then_some(year)
    }

    fn fits(&self, year: i32) -> bool {
        let begins_late = self.undated.iter().any(|date| date.month >= AUTUMN);
        self.undated.iter().all(|date| {
            let on = |year: i32| {
                let day = NaiveDate::from_ymd_opt(year, date.month, date.day);
                day.is_some_and(|day| day.weekday() == date.weekday)
            };
            on(year) || begins_late && date.month <= SPRING && on(year + 1)
        })
    }
}

/// What is said of a year that was not written.
pub fn note(year: i32) -> String {
    format!(
        "dates without a year are taken for {year}: it is the next one that their days of the week fit; --year says another"
    )
}

fn only(mut years: impl Iterator<Item = i32>) -> Option<i32> {
    let first = years.next();
    first.filter(|_| years.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::super::date::date_at;
    use super::super::tokens::tokens;
    use super::super::written::Part;
    use super::*;

    fn seen(dates: &[&str], bare: &[i32]) -> Years {
        let mut years = Years::default();
        for text in dates {
            years.see(&date_at(&tokens(text), 0).unwrap().0);
        }
        bare.iter().for_each(|year| years.see_bare(*year));
        years
    }

    #[test]
    fn the_source_names_its_year() {
        let named = |dates: &[&str], bare: &[i32]| seen(dates, bare).named();
        assert_eq!(named(&["24/3/2027", "23 March"], &[]), Some(2027));
        assert_eq!(named(&["Sat 1 May"], &[2027]), Some(2027));
        // The day on which it was posted.
        assert_eq!(
            named(&["29.11.2026", "15.1.2027", "Sa 23.1."], &[]),
            Some(2027)
        );
        assert_eq!(named(&["29.11.2026", "15.1.2027", "23.1."], &[]), None);
        assert_eq!(named(&["Sa 19.12.2026", "Sa 9. Januar"], &[]), Some(2026));
        // One of them is mistaken.
        assert_eq!(named(&["1 May 2027", "Sun 1 May"], &[]), Some(2027));
        assert_eq!(named(&["Sat 1 May"], &[]), None);
    }

    #[test]
    fn days_of_the_week_say_which_year_comes() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        let coming = |dates: &[&str], bare: &[i32]| seen(dates, bare).coming(today);
        assert_eq!(
            coming(&["Friday 19 March", "Sat 20 March"], &[]),
            Some(2027)
        );
        assert_eq!(
            coming(&["Saturday 19 December", "Sat 9 January"], &[]),
            Some(2026)
        );
        assert_eq!(coming(&["Friday 19 March", "Sat 21 March"], &[]), None);
        assert_eq!(coming(&["Thursday 19 March"], &[]), None);
        let mut years = Years::default();
        let [first, second] = [13, 3].map(|value| Part { value, digits: 2 });
        years.see(&Written {
            form: Form::TwoNumbers([first, second]),
            weekday: Some(Weekday::Sat),
        });
        assert_eq!(years.coming(today), Some(2027));
        assert_eq!(coming(&["19 March"], &[]), None);
        assert_eq!(coming(&["Friday 19 March"], &[1999]), None);
    }
}
