//! The day that a date in a remark means, from a day that is known.

use chrono::{Datelike as _, NaiveDate};

use crate::when::order::Order;
use crate::when::reckoning::{Reckoning, january};
use crate::when::written::Written;

/// The day that a date without a year means beside another one. Of two numbers in an order that is not known the one of two
/// days is meant that is near, where the other is not: “11/3” for an event of 10 March.
pub fn nearest(
    date: &Written,
    text: &str,
    before: NaiveDate,
    reckoning: &Reckoning,
) -> Option<NaiveDate> {
    /// As many days away is near.
    const NEAR: i64 = 45;
    /// As many days away is not.
    const FAR: i64 = 90;
    let any = Written {
        weekday: None,
        form: date.form.clone(),
    };
    let away = |day: &NaiveDate| (*day - before).num_days().abs();
    let read = |order: Option<Order>| {
        let years = [0, 1, -1].map(|more| before.year() + more);
        let days = years.into_iter().filter_map(|year| {
            let reckoning = Reckoning {
                from: january(year),
                order,
                ..*reckoning
            };
            reckoning.day(&any, text).ok()
        });
        days.min_by_key(away)
    };
    let in_either = || {
        let [one, other] = [Order::Dmy, Order::Mdy].map(|order| read(Some(order)));
        let (one, other) = (one?, other?);
        let (near, far) = if away(&one) < away(&other) {
            (one, other)
        } else {
            (other, one)
        };
        (away(&near) <= NEAR && away(&far) >= FAR).then_some(near)
    };
    let nearest = read(reckoning.order).or_else(in_either);
    nearest.filter(|day| date.weekday.is_none_or(|name| name == day.weekday()))
}
