//! The year of dates that name none: the one that the source names elsewhere, or that of the next such days, as far as
//! their days of the week allow.
//!
//! “12 December” beside “9 January 2027” is of 2026: a year is that of its own date, and of a title, and not of all others.
//! So what is settled is a day from which on dates without a year count; each means the first such day.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Duration, NaiveDate};

use super::order::Order;
use super::reckoning::{PAST, Reckoning, following, january};
use super::written::{Form, Written};
use crate::options::Options;

/// Lists that begin in this month or later may go on into the next year.
const AUTUMN: u32 = 9;

/// Steps of a list in order are shorter than these days.
const HALF_YEAR: i64 = 183;

/// Of so many days of the week that fit, one other may be mistaken.
const MOST_MISTAKEN: usize = 4;

/// More years than these are not weighed.
const MOST_YEARS: usize = 6;

/// What was seen of years in a source.
#[derive(Debug, Clone, Default)]
pub struct Years {
    /// Its dates, in their order.
    dates: Vec<Written>,
    /// The years that stand alone above the first entry.
    titles: BTreeSet<i32>,
    /// Those that stand alone elsewhere: “fees of 2027 are due by January”.
    remarks: BTreeSet<i32>,
}

/// What is settled for dates without a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// The day from which on they count.
    pub from: Option<NaiveDate>,
    /// What is said of it.
    pub note: Option<String>,
}

/// A day from which on dates without a year may count, and how well they fit it.
struct Candidate {
    from: NaiveDate,
    days: Vec<(NaiveDate, bool)>,
    fitting: usize,
    misfits: usize,
    ascends: bool,
    longest: i64,
}

impl Years {
    /// Takes the date of an entry or a heading into account.
    pub fn see(&mut self, date: &Written) {
        self.dates.push(date.clone());
    }

    /// Takes a whole date into account.
    pub fn see_day(&mut self, day: NaiveDate) {
        self.dates.push(Written {
            form: Form::Day(day),
            weekday: None,
        });
    }

    /// Takes a year that stands alone in a title into account.
    pub fn see_title(&mut self, year: i32) {
        self.titles.insert(year);
    }

    /// Takes a year that stands alone behind the first entry, or in a sentence, into account.
    pub fn see_remark(&mut self, year: i32) {
        self.remarks.insert(year);
    }

    /// The day from which on dates without a year count: the source names their year, or it was written on a day that is
    /// known, or their days of the week say that they are the next ones. The order of its numbers is settled before.
    pub fn settle(&self, options: &Options, order: Option<Order>) -> Settled {
        let plain = |from: Option<NaiveDate>| Settled { from, note: None };
        if let Some(year) = options.year {
            return plain(january(year));
        }
        let named = self.named(order);
        let today = options.written.unwrap_or(options.today);
        let recent = today.checked_sub_signed(PAST).unwrap_or(today);
        let ends = recent.checked_add_signed(Duration::days(365));
        let coming = |day: &NaiveDate| *day >= recent && ends.is_none_or(|end| *day < end);
        let goes_on = named.iter().any(coming);
        let years: BTreeSet<i32> = named.iter().map(|day| day.year()).collect();
        let title = only(&self.titles).filter(|year| years.is_empty() || years.contains(year));
        let title = title.filter(|year| options.written.is_none_or(|day| *year > day.year()));
        let is_known = options.written.is_some() || title.is_some() || !years.is_empty();
        if years.len() > MOST_YEARS {
            return plain(None);
        }
        let next = (options.written.is_some() && years.is_empty() || goes_on).then_some(recent);
        let first = title.into_iter().filter_map(january).chain(next);
        let of_years = years.iter().copied().chain(title).filter_map(january);
        // A list that goes on past December.
        let autumn = |year: &i32| NaiveDate::from_ymd_opt(*year, AUTUMN, 1);
        let holds = |from: &NaiveDate| {
            let mut days = named.iter();
            days.any(|day| day >= from && day.years_since(*from) == Some(0))
        };
        let autumns = years.iter().flat_map(|year| [year - 1, *year]);
        let autumns = autumns.filter_map(|year| autumn(&year)).filter(holds);
        let autumns = title.as_ref().and_then(autumn).into_iter().chain(autumns);
        let bare = self.titles.iter().chain(&self.remarks).take(MOST_YEARS);
        let others = bare.filter_map(|year| january(*year));
        let all: Vec<NaiveDate> = match is_known {
            true => {
                let all = first.chain(of_years);
                // Days of the week of more than one date know better than a title.
                let of_week = self
                    .dates
                    .iter()
                    .filter(|date| date.is_open() && date.weekday.is_some());
                let many = of_week.count() > 1;
                let rest = [recent].into_iter().filter(|_| title.is_none() || many);
                all.chain(autumns).chain(rest).collect()
            }
            false => [recent].into_iter().chain(others).collect(),
        };
        let candidates: Vec<Candidate> = all
            .into_iter()
            .map(|from| self.candidate(from, order))
            .collect();
        let preferred = candidates.first().map(|candidate| candidate.from);
        // An order of all dates says more than today, where they follow each other closely.
        let disorder = |candidate: &Candidate| {
            let wide =
                goes_on && candidate.longest > HALF_YEAR && Some(candidate.from) != preferred;
            usize::from(!candidate.ascends || wide)
        };
        let Some(best) = candidates
            .iter()
            .min_by_key(|candidate| (candidate.misfits, disorder(candidate)))
        else {
            return plain(None);
        };
        let as_good =
            |other: &&Candidate| (other.misfits, disorder(other)) == (best.misfits, disorder(best));
        let torn = candidates
            .iter()
            .filter(as_good)
            .any(|other| other.days != best.days);
        let is_preferred =
            title.is_some() || goes_on || years.len() == 1 || options.written.is_some();
        if torn && !is_preferred {
            return plain(None);
        }
        if !is_known {
            // Nothing names a year: days of the week must say it, or whichever year is taken gives the same days.
            let is_bare = !self.titles.is_empty() || !self.remarks.is_empty();
            let agree = is_bare && !torn && best.misfits == 0;
            let told = best.fitting > 0 && best.misfits * MOST_MISTAKEN <= best.fitting;
            if !told && !agree {
                return plain(None);
            }
        }
        let note = self.note(best, &years, title, options);
        Settled {
            from: Some(best.from),
            note,
        }
    }

    /// The whole dates.
    fn named(&self, order: Option<Order>) -> Vec<NaiveDate> {
        let reckoning = Reckoning {
            order,
            ..Reckoning::default()
        };
        let days = self.dates.iter().filter_map(|date| match &date.form {
            Form::Day(day) => Some(*day),
            // Of “4/5/2027” the year is known, whichever comes first.
            Form::Numbers(parts) => reckoning.day(date, "").ok().or_else(|| {
                let year = parts.iter().find(|part| part.digits == 4)?;
                let (first, second) = parts
                    .iter()
                    .filter(|part| part.digits != 4)
                    .fold((1, 1), |(_, last), part| (last, part.value));
                let year = year.value.cast_signed();
                NaiveDate::from_ymd_opt(year, first, second)
                    .or_else(|| NaiveDate::from_ymd_opt(year, second, first))
            }),
            Form::Months {
                months,
                day,
                year: Some(year),
            } => {
                let (month, _) = months.first()?;
                NaiveDate::from_ymd_opt(year.cast_signed(), *month, *day)
            }
            _ => None,
        });
        days.collect()
    }

    /// What the dates are from a day on.
    fn candidate(&self, from: NaiveDate, order: Option<Order>) -> Candidate {
        let reckoning = Reckoning {
            order,
            from: Some(from),
            ..Reckoning::default()
        };
        let (mut fitting, mut misfits) = (0, 0);
        let (mut ascends, mut longest) = (true, 0);
        let mut days: Vec<(NaiveDate, bool)> = Vec::new();
        for date in &self.dates {
            let plain = Written {
                weekday: None,
                form: date.form.clone(),
            };
            let open = date.is_open();
            let may_be = |order: Order| {
                let day = following(from, &date.form, Some(order));
                day.is_some_and(|day| Some(day.weekday()) == date.weekday)
            };
            let read = reckoning.day(date, "").ok();
            if open && date.weekday.is_some() {
                let fits = read.is_some()
                    || order.is_none() && [Order::Dmy, Order::Mdy].into_iter().any(may_be);
                fitting += usize::from(fits);
                misfits += usize::from(!fits);
            }
            let Some(day) = read.or_else(|| reckoning.day(&plain, "").ok()) else {
                continue;
            };
            if let Some((before, _)) = days.last() {
                ascends &= day >= *before;
                longest = longest.max((day - *before).num_days());
            }
            days.push((day, open));
        }
        Candidate {
            from,
            days,
            fitting,
            misfits,
            ascends,
            longest,
        }
    }

    /// What is said of years that were not written.
    fn note(
        &self,
        best: &Candidate,
        years: &BTreeSet<i32>,
        title: Option<i32>,
        options: &Options,
    ) -> Option<String> {
        if options.written.is_some() && title.is_none() && years.is_empty() {
            return None;
        }
        let of_open = best.days.iter().filter(|(_, open)| *open);
        let mut of_open = of_open.map(|(day, _)| day.year());
        if years.is_empty() && title.is_none() {
            let year = of_open.next()?;
            return Some(note(year));
        }
        let other = of_open.find(|year| !years.contains(year) && title != Some(*year))?;
        Some(format!(
            "dates without a year are taken for the first that follow {}, so that some are of {other}; --year says another",
            best.from
        ))
    }
}

/// What is said of a year that nothing names.
fn note(year: i32) -> String {
    format!(
        "dates without a year are taken for {year}: it is the next one that their days of the week fit; --year says another"
    )
}

fn only(years: &BTreeSet<i32>) -> Option<i32> {
    let mut years = years.iter();
    let first = years.next();
    first.copied().filter(|_| years.next().is_none())
}

#[cfg(test)]
mod tests;
