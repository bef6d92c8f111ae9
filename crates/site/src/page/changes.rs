//! The page of what changed in the last 30 days, by day and city.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use event_file::Event;
use event_file::event::Status;
use maud::{Markup, html};

use super::facts::heading;
use super::layout::Page;
use crate::change::{Change, What};
use crate::context::Context;

/// Its folder.
pub(crate) const PATH: &str = "changes/";

/// A change with its event and the event's index.
type Found<'c, 'a> = (usize, &'a Event, &'c Change);

impl<'a> Context<'a> {
    /// The changes of events that are still in the calendar, the oldest first.
    pub(crate) fn changes(&self) -> Vec<Found<'_, 'a>> {
        let events: BTreeMap<&str, (usize, &'a Event)> = self
            .events()
            .map(|(at, event, _)| (event.id.as_str(), (at, event)))
            .collect();
        let changes = self.record.changes.iter();
        let found = changes.filter_map(|change| {
            let (at, event) = events.get(change.id.as_str())?;
            Some((*at, *event, change))
        });
        found.collect()
    }

    /// What a change is called.
    pub(crate) fn said(&self, change: &Change, event: &Event) -> String {
        match change.what {
            What::New => self.say("change.new"),
            What::Time => self.say("change.time"),
            What::Place => self.say("change.place"),
            What::Title => self.say("change.name"),
            What::Status => {
                let known = Status::ALL.iter().any(|(name, _)| *name == change.now);
                let name = if known {
                    &change.now
                } else {
                    event.status.name()
                };
                self.say(&format!("status.{name}"))
            }
        }
    }
}

/// A change in words, a line each: what was and what is, or when and where it is.
pub(crate) fn change_lines(context: &Context<'_>, event: &Event, change: &Change) -> Vec<String> {
    let two = |before: &str, now: &str| {
        let line = |key: &str, text: &str| {
            (!text.is_empty()).then(|| context.fill(key, &[("text", text)]))
        };
        let lines = [line("change.before", before), line("change.now", now)];
        lines.into_iter().flatten().collect()
    };
    match change.what {
        What::New | What::Status => vec![context.when(event), context.place_line(event)],
        What::Place => two(
            &place(context, &change.before),
            &place(context, &change.now),
        ),
        What::Title => two(&change.before, &change.now),
        What::Time => two(&time(context, &change.before), &time(context, &change.now)),
    }
}

/// A time as the record has it, in words.
fn time(context: &Context<'_>, written: &str) -> String {
    let (start, end) = written.split_once('/').unwrap_or((written, ""));
    match start.parse() {
        Ok(start) => context.times(start, end.parse().ok()),
        Err(_) => context.say("time.date_unknown"),
    }
}

/// A place as the record has it, with the country's name.
fn place(context: &Context<'_>, written: &str) -> String {
    let (place, code) = written.rsplit_once('\n').unwrap_or((written, ""));
    let country = (context.input.reader.country)(code);
    context.in_order(&[Some(place), Some(country.as_deref().unwrap_or(code))])
}

/// The whole page.
pub(super) fn page(context: &Context<'_>) -> Markup {
    let mut days: BTreeMap<NaiveDate, BTreeMap<String, Vec<Found<'_, '_>>>> = BTreeMap::new();
    for found in context.changes() {
        let (_, event, change) = found;
        let cities = days.entry(change.at.date_naive()).or_default();
        cities.entry(city(context, event)).or_default().push(found);
    }
    let title = context.say("change.title");
    let content = html! {
        h1 { (title) }
        @if days.is_empty() { p { (context.say("change.none")) } }
        @for (day, cities) in days.iter().rev() {
            section {
                h2 { time datetime=(day) { (context.locale.day(*day)) } }
                @for (town, changes) in cities {
                    section.changes {
                        h3 dir="auto" { (town) }
                        @for (at, event, change) in changes {
                            article {
                                p.labels { span.badge.status[change.now == "cancelled"] { (context.said(change, event)) } }
                                p.lead { a href={ "../" (context.path(*at)) } { (heading(context, event)) } }
                                @for line in change_lines(context, event, change) { p dir="auto" { (line) } }
                            }
                        }
                    }
                }
            }
        }
        p.actions { a href="../changes.atom" type="application/atom+xml" { "Atom" } }
    };
    Page::plain(PATH, &title, &title, content).document(context)
}

/// Under which heading an event's changes stand.
fn city(context: &Context<'_>, event: &Event) -> String {
    let place = [context.town(event), context.place_line(event)];
    let known = place.into_iter().find(|place| !place.is_empty());
    known.unwrap_or_else(|| context.say("event.place_unknown"))
}
