//! A date as it is written, before it is known which day it is.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::names::PossibleMonths;

/// Days, as month and day, after which events on other days are called: “8 Mart mitingi”.
pub const NAMED_AFTER: [(u32, u32); 3] = [(3, 8), (5, 1), (11, 25)];

/// A date as written, before it is known in which order its numbers stand or which year is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What the date itself says.
    pub form: Form,
    /// The day of the week written beside it.
    pub weekday: Option<Weekday>,
}

impl Written {
    /// Whether it has a year or the day of its week, so that it is hardly a slip of the pen.
    pub fn is_whole(&self) -> bool {
        let year = matches!(
            self.form,
            Form::Day(_) | Form::Numbers(_) | Form::Months { year: Some(_), .. }
        );
        year || self.weekday.is_some()
    }

    /// Its month and day, where they are certain.
    pub fn month_and_day(&self) -> Option<(u32, u32)> {
        match self.form {
            Form::Day(day) => Some((day.month(), day.day())),
            Form::NoYear { month, day } => Some((month, day)),
            _ => None,
        }
    }

    /// What this and another writing of the same day say together: “13 March 2027” and “Saturday 13 March”.
    pub fn with(&self, other: &Self) -> Option<Self> {
        (self.month_and_day()? == other.month_and_day()?).then_some(())?;
        let whole = [self, other]
            .into_iter()
            .find(|written| matches!(written.form, Form::Day(_)));
        let weekday = match (self.weekday, other.weekday) {
            (Some(one), Some(another)) if one != another => return None,
            (one, another) => one.or(another),
        };
        let form = whole.unwrap_or(self).form.clone();
        Some(Self { form, weekday })
    }

    /// Whether its year is to be found.
    pub fn is_open(&self) -> bool {
        matches!(
            self.form,
            Form::NoYear { .. }
                | Form::Persian { .. }
                | Form::TwoNumbers(_)
                | Form::Months { year: None, .. }
        )
    }
}

/// How a date is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Can be read in one way.
    Day(NaiveDate),
    /// A day without a year.
    NoYear {
        /// January is 1.
        month: u32,
        /// Counted from 1.
        day: u32,
    },
    /// A day of the Persian calendar without a year.
    Persian {
        /// Farvardin is 1.
        month: u32,
        /// Counted from 1.
        day: u32,
    },
    /// Three numbers, in an order that the numbers themselves may not tell.
    Numbers([Part; 3]),
    /// Two numbers, without a year.
    TwoNumbers([Part; 2]),
    /// A month's name that means one month in one language and another in another.
    Months {
        /// The months it may mean.
        months: PossibleMonths,
        /// Counted from 1.
        day: u32,
        /// The year beside it.
        year: Option<u32>,
    },
    /// No day of any calendar, such as 30 February.
    NoDay,
    /// A date that is recognised and not read, and why.
    Unread(&'static str),
}

/// A number of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub value: u32,
    /// With how many digits.
    pub digits: usize,
}
