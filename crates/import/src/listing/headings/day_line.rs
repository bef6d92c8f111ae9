//! Lines of words that head a day without saying its date: a day of the week, a number, a feast.

use chrono::{Datelike as _, NaiveDate};

use super::super::Document;
use super::super::line::Line;
use super::super::surroundings::Heading;
use super::heading;
use super::relative_day::relative_day;
use super::unnamed_month::day_near;
use crate::when::days::Days;

impl Document<'_> {
    /// Takes a line that heads a day; whether it is one.
    pub fn heads_day(&mut self, line: &Line) -> bool {
        if let Some(reason) = heading::unread(line).or_else(|| relative_day(line)) {
            self.finish();
            self.set_day(line, Heading::Unread(reason));
            return true;
        }
        if let Some(month) = heading::month_and_year(line) {
            self.month = Some(month);
            self.taken.insert(line.number);
        }
        if let Some((weekday, number)) = heading::weekday(line) {
            self.finish();
            let day = heading::day_of(
                weekday,
                number,
                self.several.as_ref(),
                self.month.or_else(|| self.month_above()),
                &self.reckoning,
            );
            // “Sonntag” below “Samstag, 5. Dezember”.
            let day = day.or_else(|| {
                let above = self.day_above().filter(|_| number.is_none())?;
                let mut near = above.iter_days().take(7);
                // Below “20 and 21 March” a Tuesday is neither.
                let among = self.days_named();
                let near = near.find(|day| day.weekday() == weekday)?;
                let apart = !among.is_empty() && among.contains(&above) && !among.contains(&near);
                (!apart).then(|| heading::on(near))
            });
            let heading = match day {
                Some(days) => self.plain_day(days, line),
                None => Heading::Unread(format!(
                    "the heading above, “{}”, has a day of the week and no month",
                    line.text
                )),
            };
            self.set_day(line, heading);
            return true;
        }
        if let (Some(number), Some((year, month))) = (
            heading::numbered(line),
            self.month.or_else(|| self.month_above()),
        ) && let Some(day) = NaiveDate::from_ymd_opt(year, month, number)
        {
            self.finish();
            let heading = self.plain_day(heading::on(day), line);
            self.set_day(line, heading);
            return true;
        }
        false
    }

    /// A heading that names a day and no month: near the day above, else nobody knows which.
    pub fn day_without_month(&mut self, line: &Line) {
        let day = self.day_above().and_then(|above| day_near(line, above));
        let heading = match day {
            Some(day) => self.plain_day(heading::on(day), line),
            None if self.heads_day(line) => return,
            None => Heading::Unread(format!(
                "the heading above, “{}”, may name a day of a month that is not said; write it as 2023-11-04",
                line.text
            )),
        };
        self.finish();
        self.set_day(line, heading);
    }

    /// A heading that says its day and nothing more.
    fn plain_day(&self, days: Days, line: &Line) -> Heading {
        Heading::Day {
            days,
            clock: self.hour_for_all,
            loosely: None,
            every: None,
            status: None,
            line: line.text.clone(),
        }
    }

    /// Whether entries without a day have one: that of a heading above, or the only one of the source.
    pub fn is_dated(&self) -> bool {
        self.outer.is_some() || self.inner.is_some() || self.only_day.is_some()
    }

    /// The day of the heading above.
    pub fn day_above(&self) -> Option<NaiveDate> {
        self.day_of(self.inner.as_ref().or(self.outer.as_ref())?)
    }

    /// The first and the last of the days that the title names, or each of them.
    fn days_named(&self) -> Vec<NaiveDate> {
        let days = self.several.iter().flat_map(Days::written);
        let days = days.filter_map(|day| self.reckoning.day(&self.months.read(day), "").ok());
        days.collect()
    }

    /// The year and month of the day above: “DOMINGO 18” below “Sábado 17 de abril de 2027”.
    fn month_above(&self) -> Option<(i32, u32)> {
        let day = self.day_of(self.outer.as_ref()?)?;
        Some((day.year(), day.month()))
    }

    /// The one day that a heading says.
    fn day_of(&self, heading: &Heading) -> Option<NaiveDate> {
        match heading {
            Heading::Day {
                days: Days::One(written),
                line,
                ..
            } => self.reckoning.day(&self.months.read(written), line).ok(),
            _ => None,
        }
    }
}
