//! How the whole of a table writes its days: in which order, and whether its midnights are hours at all.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, Timelike as _};

use super::columns::Column;
use super::heading_language;
use super::hour_cell;
use super::remark_column::Seen as Remarks;
use super::scripts::Scripts;
use super::stamp;
use super::state_column::Seen as Regions;
use crate::draft::Stamp;
use crate::options::Options;
use crate::when::Said;
use crate::when::hours::Hours;
use crate::when::order::{Evidence, Order};
use crate::when::reckoning::Reckoning;
use crate::when::title_day::written_in;
use crate::when::written::Form;
use crate::when::year::{Settled, Years};

/// What is settled about days and hours before rows are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Habits {
    /// The order of numbers, and the year of days without one.
    pub reckoning: Reckoning,
    /// Every start is written with midnight: a program's way of writing a day alone.
    pub start_days: bool,
    /// The same of every end.
    pub end_days: bool,
    /// Starts are moments at one or two hours of UTC (two with summer time): midnight at the venue is a day alone.
    pub moments_are_days: bool,
    /// How hours are counted.
    pub hours: Hours,
    /// Columns called “estado” hold regions alone.
    pub states_are_regions: bool,
    /// Some descriptions say nothing but that their event has a status.
    pub remarks_state: bool,
    /// The day of rows without one, as the editor says.
    pub day: Option<NaiveDate>,
    /// Whether what each value came from is remembered.
    pub explain: bool,
}

/// What was seen of a table.
#[derive(Debug, Clone, Default)]
pub struct Sight {
    order: Evidence,
    starts: Seen,
    ends: Seen,
    hours: Hours,
    regions: Regions,
    remarks: Remarks,
    years: Years,
    scripts: Scripts,
    /// A day in three numbers of which the year is the last.
    numbers: bool,
    /// Most headings are of languages that write the day first.
    day_first: bool,
}

/// Times of one column.
#[derive(Debug, Clone, Default)]
struct Seen {
    midnights: usize,
    others: usize,
    /// Hours of UTC at which moments are, the first few.
    moments: BTreeSet<NaiveTime>,
}

impl Sight {
    /// Takes a cell into account.
    pub fn see(&mut self, column: &Column, cell: &str) {
        self.see_hour(column, cell);
        self.regions.see(column, cell);
        self.remarks.see(column, cell);
        self.scripts.see(cell);
        let seen = match column {
            Column::Known("start") => Some(&mut self.starts),
            Column::Known("end") => Some(&mut self.ends),
            Column::Known("previously") => None,
            Column::Other(_) => return self.see_other(cell),
            _ => return,
        };
        let Some(said) = stamp::said(cell) else {
            return;
        };
        if !matches!(column, Column::Known("previously")) {
            see_year(&mut self.years, &said);
        }
        if let Said::Loosely { date, .. } = &said {
            self.order.see_dots(cell);
            self.order.see(date);
            self.numbers |= matches!(date.form, Form::Numbers([_, _, year]) if year.digits == 4);
        }
        if let Some(seen) = seen {
            seen.take(&said);
        }
    }

    /// Takes a whole date under a heading that is not known into account: a sheet writes all its dates in one order.
    fn see_other(&mut self, cell: &str) {
        const SHORTEST: usize = 8;
        const LONGEST: usize = 20;
        let cell = cell.trim();
        let may = (SHORTEST..=LONGEST).contains(&cell.len())
            && cell.matches(['/', '-', '.']).count() > 1
            && !cell.as_bytes()[..4].iter().all(u8::is_ascii_digit);
        if let (true, None) = (may, self.order.order())
            && let Some(Said::Loosely { date, .. }) = stamp::said(cell)
            && matches!(date.form, Form::Numbers(parts) if parts.iter().any(|part| part.digits == 4))
        {
            self.order.see(&date);
        }
    }

    /// Takes the hour of a cell into account. A column of “am” and “pm” says that hours are counted to 12.
    fn see_hour(&mut self, column: &Column, cell: &str) {
        let clock = match column {
            Column::Known("half" | "end_half") => {
                self.hours.marked |= !cell.trim().is_empty();
                return;
            }
            Column::Known("time" | "new_time") => hour_cell::clock(cell).ok().flatten(),
            Column::Known("end_time") => hour_cell::end_clock(cell).ok().flatten(),
            Column::Known("start") => stamp::clock_of(cell),
            Column::Known("end") => {
                stamp::clock_of(cell).or(hour_cell::end_clock(cell).ok().flatten())
            }
            _ => return,
        };
        if let Some(clock) = clock {
            self.hours.see(&clock);
        }
    }

    /// From when on dates without a year count.
    fn settled(&self, options: &Options) -> Settled {
        self.years.settle(options, self.order(options))
    }

    /// The order of the numbers of dates: as the editor says, as the dates tell, or as all write who use its script.
    fn order(&self, options: &Options) -> Option<Order> {
        let told = options.order.or(self.order.order());
        told.or_else(|| self.order_of_script())
    }

    /// What is said of a year that no cell names, and of the order of numbers that no date tells.
    pub fn note(&self, options: &Options) -> Vec<String> {
        let order = self.order_of_script().filter(|_| options.order.is_none());
        let order = order.map(|order| {
            format!(
                "its dates are read with the day first, as is usual where people write so; --date-order {} says it",
                order.name()
            )
        });
        let year = self.settled(options).note;
        order.into_iter().chain(year).collect()
    }

    /// Takes the headings into account.
    pub fn see_headings<'h>(&mut self, headings: impl Iterator<Item = &'h str>) {
        self.day_first |= heading_language::begin_with_day(headings);
    }

    /// The order of the numbers of dates by the script or the language of the headings, where no date tells it.
    fn order_of_script(&self) -> Option<Order> {
        let is_open = self.numbers && self.order.order().is_none();
        let may = is_open && self.order.allows(Order::Dmy) && !self.order.is_dotted();
        (may && (self.day_first || self.scripts.begin_with_day())).then_some(Order::Dmy)
    }

    /// Takes the years that a text above the table names, for dates that name none.
    pub fn see_title(&mut self, text: &str) {
        let numbers = text.split(|letter: char| !letter.is_alphanumeric());
        let numbers = numbers.filter(|number| number.len() == 4);
        let years = numbers.filter_map(|number| number.parse::<i32>().ok());
        let years = years.filter(|year| (1990..2100).contains(year));
        years.for_each(|year| self.years.see_title(year));
    }

    /// Takes the day that a text above the table names into account, where no column has days.
    pub fn see_day_above(&mut self, text: &str) {
        if let Some((date, _)) = written_in(text) {
            self.years.see(&date);
            self.order.see(&date);
        }
    }

    /// What follows for all rows.
    pub fn habits(&self, options: &Options) -> Habits {
        Habits {
            reckoning: Reckoning {
                order: self.order(options),
                from: self.settled(options).from,
                written: options.written,
                dotted: self.order.is_dotted(),
            },
            start_days: self.starts.are_days(),
            end_days: self.ends.are_days(),
            moments_are_days: self.starts.moments_are_days(),
            hours: self.hours,
            states_are_regions: self.regions.are_places(),
            remarks_state: self.remarks.state(),
            day: options.day,
            explain: options.explain,
        }
    }
}

fn see_year(years: &mut Years, said: &Said) {
    match said {
        Said::Exactly(Stamp::Wall(at)) => years.see_day(at.date),
        Said::Exactly(Stamp::Moment(at)) => years.see_day(at.date_naive()),
        Said::Loosely { date, .. } => years.see(date),
    }
}

impl Seen {
    fn take(&mut self, said: &Said) {
        let Some(time) = stamp::time_of(said) else {
            return;
        };
        match stamp::is_midnight(said) {
            true => self.midnights += 1,
            false => self.others += 1,
        }
        if stamp::is_moment(said) && self.moments.len() <= 2 {
            self.moments.insert(time);
        }
    }

    fn are_days(&self) -> bool {
        self.midnights > 0 && self.others == 0
    }

    fn moments_are_days(&self) -> bool {
        let whole = |time: &NaiveTime| time.second() == 0 && time.minute().is_multiple_of(15);
        !self.moments.is_empty() && self.moments.len() <= 2 && self.moments.iter().all(whole)
    }
}
