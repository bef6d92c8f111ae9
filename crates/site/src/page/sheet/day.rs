//! The sheet of a day: what is on then, city by city.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use fold::fold;
use listing::over::{day_is_over, is_over};

use super::city::place;
use super::content::{FEWEST, Sheet, by_time};
use crate::context::Context;
use crate::page::layout::run;

/// The sheets of days that are not over and have several events, by the venues' dates.
pub(super) fn sheets(context: &Context<'_>) -> BTreeMap<NaiveDate, Sheet> {
    let (now, zones) = (&context.input.now, context.input.reader.zones);
    let mut days: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    for (at, event, _) in context.events() {
        let Some(span) = event.span().filter(|_| !is_over(event, now, zones)) else {
            continue;
        };
        // What lasts for years is on no day in particular but the first.
        let most = if span.is_too_long() { 1 } else { usize::MAX };
        for day in span.dates().take(most) {
            if !day_is_over(day, event, now, zones) {
                days.entry(day).or_default().push(at);
            }
        }
    }
    days.retain(|_, events| events.len() >= FEWEST);
    let sheet = |(day, events)| (day, sheet(context, day, events));
    days.into_iter().map(sheet).collect()
}

fn sheet(context: &Context<'_>, day: NaiveDate, events: Vec<usize>) -> Sheet {
    let mut places: BTreeMap<(bool, String), (String, Vec<usize>)> = BTreeMap::new();
    for at in events {
        let event = context.input.calendar.events.get(at);
        let name = event.map(|event| place(context, event)).unwrap_or_default();
        // Those of which no place is known come last.
        let key = (name.is_empty(), fold(&name));
        let (_, events) = places.entry(key).or_insert_with(|| (name, Vec::new()));
        events.push(at);
    }
    let part = |(name, mut events): (String, Vec<usize>)| {
        by_time(context, &mut events);
        let heading = match name.is_empty() {
            true => run(&context.say("event.place_unknown"), None),
            false => run(&name, None),
        };
        (heading, events)
    };
    Sheet {
        path: format!("sheets/day-{day}/"),
        name: context.locale.day(day),
        query: format!("?from={day}&to={day}"),
        day: Some(day),
        parts: places.into_values().map(part).collect(),
    }
}
