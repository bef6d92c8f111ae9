//! The sheet of a city: what is to come there, day by day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use event_file::Event;
use fold::fold;
use listing::over::is_over;
use maud::{Markup, html};

use super::content::{FEWEST, Sheet, by_time};
use crate::context::Context;
use crate::name::of_scope;

/// The sheets of cities with several events to come, by folded country and city.
pub(super) fn sheets(context: &Context<'_>) -> BTreeMap<(String, String), Sheet> {
    let (now, zones) = (&context.input.now, context.input.reader.zones);
    let mut cities: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (at, event, _) in context.events() {
        if let Some(city) = city(event).filter(|_| !is_over(event, now, zones)) {
            cities.entry(city).or_default().push(at);
        }
    }
    cities.retain(|_, events| events.len() >= FEWEST);
    let sheet = |(city, events): ((String, String), Vec<usize>)| {
        let sheet = sheet(context, &city, &events);
        (city, sheet)
    };
    cities.into_iter().map(sheet).collect()
}

/// Folded country and city; a city is in one country.
pub(super) fn city(event: &Event) -> Option<(String, String)> {
    let country = event.country.as_deref().unwrap_or_default();
    let city = fold(event.city.as_deref()?.trim());
    (!city.is_empty()).then(|| (fold(country), city))
}

/// City and country, without the region, in which not all of them may be.
pub(super) fn place(context: &Context<'_>, event: &Event) -> String {
    let country = context.country(event);
    context.in_order(&[context.city(event).map(str::trim), country.as_deref()])
}

fn sheet(context: &Context<'_>, city: &(String, String), events: &[usize]) -> Sheet {
    let event = |at: &usize| context.input.calendar.events.get(*at);
    let mut days: BTreeMap<Option<NaiveDate>, Vec<usize>> = BTreeMap::new();
    for at in events {
        let start = event(at).and_then(|event| event.start);
        days.entry(start.map(|start| start.date))
            .or_default()
            .push(*at);
    }
    // Those without a date come last.
    let undated = days.remove(&None).map(|events| (None, events));
    let part = |(day, mut events): (Option<NaiveDate>, Vec<usize>)| {
        by_time(context, &mut events);
        (heading(context, day), events)
    };
    let named = events.first().and_then(event);
    Sheet {
        path: format!("sheets/{}/", of_scope("city", &[&city.0, &city.1])),
        name: named.map(|event| place(context, event)).unwrap_or_default(),
        query: named.map(query).unwrap_or_default(),
        day: None,
        parts: days.into_iter().chain(undated).map(part).collect(),
    }
}

fn heading(context: &Context<'_>, day: Option<NaiveDate>) -> Markup {
    html! {
        @match day {
            Some(day) => time datetime=(day) { (context.locale.day(day)) },
            None => (context.say("time.date_unknown")),
        }
    }
}

fn query(event: &Event) -> String {
    let mut query = String::new();
    for (key, value) in [("country", &event.country), ("city", &event.city)] {
        if let Some(value) = value {
            query::append_pair(&mut query, key, value);
        }
    }
    format!("?{query}")
}
