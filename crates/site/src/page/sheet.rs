//! A sheet for each city: what is to come there, day by day, to be printed and passed on.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use event_file::Event;
use event_file::event::Status;
use fold::fold;
use listing::over::is_over;
use maud::{Markup, html};

use super::facts::{heading, labels};
use super::layout::{Page, run};
use super::poster::poster;
use crate::context::Context;
use crate::name::of_scope;

/// How many events a city must have to come; the page of a single one is its sheet.
const FEWEST: usize = 2;

/// The sheets by folded country and city.
pub(super) struct Sheets(BTreeMap<(String, String), Sheet>);

/// The sheet of a city.
pub(super) struct Sheet {
    /// Its folder within the site, `sheets/city-fr-lyon/`.
    pub(super) path: String,
    /// “Lyon, France”.
    pub(super) place: String,
    /// Its events.
    events: Vec<usize>,
}

impl Sheets {
    /// The sheets of a calendar.
    pub(super) fn new(context: &Context<'_>) -> Self {
        let (now, zones) = (&context.input.now, context.input.reader.zones);
        let mut cities: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (at, event, _) in context.events() {
            if let Some(city) = city(event).filter(|_| !is_over(event, now, zones)) {
                cities.entry(city).or_default().push(at);
            }
        }
        cities.retain(|_, events| events.len() >= FEWEST);
        let sheets = cities.into_iter().map(|(city, events)| {
            let path = format!("sheets/{}/", of_scope("city", &[&city.0, &city.1]));
            let named = events
                .first()
                .and_then(|at| context.input.calendar.events.get(*at));
            let place = named.map(|event| place(context, event)).unwrap_or_default();
            (
                city,
                Sheet {
                    path,
                    place,
                    events,
                },
            )
        });
        Self(sheets.collect())
    }

    /// The sheet of an event's city.
    pub(super) fn of(&self, event: &Event) -> Option<&Sheet> {
        self.0.get(&city(event)?)
    }

    /// The pages by their folders.
    pub(super) fn pages(&self, context: &Context<'_>) -> Vec<(String, Markup)> {
        let sheets = self.0.values();
        sheets
            .map(|sheet| (sheet.path.clone(), page(context, sheet)))
            .collect()
    }
}

/// Folded country and city; a city is in one country.
fn city(event: &Event) -> Option<(String, String)> {
    let country = event.country.as_deref().unwrap_or_default();
    let city = fold(event.city.as_deref()?.trim());
    (!city.is_empty()).then(|| (fold(country), city))
}

/// City and country, without the region, in which not all of them may be.
fn place(context: &Context<'_>, event: &Event) -> String {
    let city = event
        .city_in(context.language())
        .map(|city| city.text.trim().to_owned());
    let parts: Vec<String> = city.into_iter().chain(context.country(event)).collect();
    parts.join(&context.say("event.separator"))
}

fn page(context: &Context<'_>, sheet: &Sheet) -> Markup {
    let mut days: BTreeMap<Option<NaiveDate>, Vec<(usize, &Event)>> = BTreeMap::new();
    for at in &sheet.events {
        if let Some(event) = context.input.calendar.events.get(*at) {
            let day = event.start.map(|start| start.date);
            days.entry(day).or_default().push((*at, event));
        }
    }
    for events in days.values_mut() {
        events.sort_by_key(|(at, event)| {
            (
                event.start.and_then(|start| start.time).is_none(),
                event.start,
                *at,
            )
        });
    }
    let count = context.count("list.count", sheet.events.len());
    let title = format!("{} · {count}", sheet.place);
    // Those without a date come last.
    let undated = days.remove(&None).map(|events| (None, events));
    let content = html! {
        h1 { (run(&title, None)) }
        p.actions { a href={ "../../" (query(sheet, context)) } { (context.say("site.open_in_calendar")) } }
        @for (day, events) in days.into_iter().chain(undated) {
            section.sheet {
                h2 {
                    @match day {
                        Some(day) => time datetime=(day) { (context.locale.day(day)) },
                        None => (context.say("time.date_unknown")),
                    }
                }
                @for (at, event) in events {
                    article.cancelled[event.status == Status::Cancelled] {
                        h3 {
                            @if let Some(time) = event.start.and_then(|start| start.time) { (context.locale.time(time)) " " }
                            a href={ "../../" (context.path(at)) } { (heading(context, event)) }
                        }
                        (labels(context, event))
                        @if let Some(place) = event.place_in(context.language()) { p { (run(place.text, place.language)) } }
                        @if let Some(address) = &event.address { p { (run(address, event.language.as_deref())) } }
                    }
                }
            }
        }
        (poster(context, &sheet.events, &context.input.url.of(&query(sheet, context))))
    };
    Page {
        path: &sheet.path,
        title: &title,
        description: &title,
        picture: None,
        structured: None,
        content,
    }
    .document(context)
}

/// The query that shows the same events in the app, with `?`.
fn query(sheet: &Sheet, context: &Context<'_>) -> String {
    let event = sheet
        .events
        .first()
        .and_then(|at| context.input.calendar.events.get(*at));
    let mut query = String::new();
    if let Some(event) = event {
        for (key, value) in [("country", &event.country), ("city", &event.city)] {
            if let Some(value) = value {
                query::append_pair(&mut query, key, value);
            }
        }
    }
    format!("?{query}")
}
