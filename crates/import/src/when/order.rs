//! In which order the numbers of a date stand, as the dates of the file say.

use chrono::{Datelike as _, NaiveDate};

use super::written::{Form, Part, Written};

/// The order of day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Order {
    /// 04/11/2023 is 4 November
    Dmy,
    /// 04/11/2023 is 11 April
    Mdy,
    /// 23/11/04 is 4 November
    Ymd,
}

/// All of them.
pub(crate) const ORDERS: [Order; 3] = [Order::Dmy, Order::Mdy, Order::Ymd];

/// Looks at the dates of a source, to find the one order that all of them allow.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Evidence {
    ruled_out: [bool; 3],
    dotted: bool,
}

impl Evidence {
    /// Takes a date into account.
    pub fn see(&mut self, date: &Written) {
        // “22/05” can only begin with the day, whatever the year.
        if let Form::TwoNumbers([first, second]) = date.form {
            let fits = [(first, second), (second, first), (second, first)].map(|(day, month)| {
                (1..=31).contains(&day.value) && (1..=12).contains(&month.value)
            });
            if fits.contains(&true) {
                for (out, possible) in self.ruled_out.iter_mut().zip(fits) {
                    *out |= !possible;
                }
            }
        }
        // A day of the week says nothing about numbers alone, but together with a year it does.
        if let Form::Numbers(parts) = date.form {
            let possible = ORDERS.map(|order| {
                day(parts, order)
                    .is_some_and(|day| date.weekday.is_none_or(|name| name == day.weekday()))
            });
            if possible.contains(&true) {
                for (out, possible) in self.ruled_out.iter_mut().zip(possible) {
                    *out |= !possible;
                }
            }
        }
    }

    /// Takes the full stops of a text into account: beside `04.11.2023`, the same numbers between strokes, `04/11/2023`, begin
    /// with the day. Of `4/11/23`, which an American spreadsheet makes of any date, they say nothing.
    pub fn see_dots(&mut self, text: &str) {
        if !self.dotted && text.contains('.') {
            let mut pieces = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
            self.dotted = pieces.any(is_dotted);
        }
    }

    /// Whether no date is against an order.
    pub fn allows(self, order: Order) -> bool {
        let mut all = ORDERS.into_iter().zip(self.ruled_out);
        all.any(|(own, out)| own == order && !out)
    }

    /// Whether there are dates between full stops, and none that cannot begin with the day.
    pub fn is_dotted(self) -> bool {
        self.dotted && !self.ruled_out[0]
    }

    /// The order, when only one is left.
    pub fn order(self) -> Option<Order> {
        let mut left = ORDERS
            .into_iter()
            .zip(self.ruled_out)
            .filter(|(_, out)| !out);
        match (left.next(), left.next()) {
            (Some((order, _)), None) => Some(order),
            _ => None,
        }
    }
}

impl Order {
    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Order::Dmy => "dmy",
            Order::Mdy => "mdy",
            Order::Ymd => "ymd",
        }
    }
}

/// Whether a text is day, month and year between full stops.
fn is_dotted(text: &str) -> bool {
    let mut parts = text.trim_end_matches('.').split('.');
    let mut part = || parts.next().filter(|part| !part.is_empty());
    let (Some(day), Some(month), Some(year)) = (part(), part(), part()) else {
        return false;
    };
    let at_most = |text: &str, most: u32| {
        text.len() <= 2
            && text
                .parse()
                .is_ok_and(|number: u32| (1..=most).contains(&number))
    };
    at_most(day, 31) && at_most(month, 12) && year.len() == 4 && parts.next().is_none()
}

/// Three numbers in an order. A year of two digits is of this century.
pub(crate) fn day(parts: [Part; 3], order: Order) -> Option<NaiveDate> {
    let [first, second, third] = parts;
    let (year, month, day) = match order {
        Order::Dmy => (third, second, first),
        Order::Mdy => (third, first, second),
        Order::Ymd => (first, second, third),
    };
    let value = match year.digits {
        4 => year.value,
        2 => 2000 + year.value,
        _ => return None,
    };
    (month.digits <= 2 && day.digits <= 2).then_some(())?;
    NaiveDate::from_ymd_opt(value.cast_signed(), month.value, day.value)
}
