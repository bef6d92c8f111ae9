//! One sheet: events under headings, and its page.

use chrono::NaiveDate;
use event_file::Event;
use event_file::event::Status;
use maud::{Markup, html};

use crate::context::Context;
use crate::page::facts::{heading, labels};
use crate::page::layout::{Page, run};
use crate::page::poster::{code, poster};

/// How many events a sheet has at least; the page of a single one is its sheet.
pub(super) const FEWEST: usize = 2;

/// One sheet.
pub(crate) struct Sheet {
    /// Its folder within the site, `sheets/city-fr-lyon/`.
    pub(crate) path: String,
    /// What it is of: “Lyon, France”.
    pub(crate) name: String,
    /// The query that shows the same events in the app, with `?`.
    pub(super) query: String,
    /// The day that all of it is on.
    pub(super) day: Option<NaiveDate>,
    /// The events under their headings, in the order printed.
    pub(super) parts: Vec<(Markup, Vec<usize>)>,
}

impl Sheet {
    pub(super) fn page(&self, context: &Context<'_>) -> Markup {
        let events: Vec<usize> = self
            .parts
            .iter()
            .flat_map(|(_, part)| part)
            .copied()
            .collect();
        let count = context.count("list.count", events.len());
        let title = format!("{} · {count}", self.name);
        let url = context.input.url.of(&self.query);
        let content = html! {
            h1 { (run(&title, None)) }
            p.actions { a href={ "../../" (self.query) } { (context.say("site.open_in_calendar")) } }
            @for (heading, events) in &self.parts {
                section.sheet {
                    h2 { (heading) }
                    @for at in events { (self.entry(context, *at)) }
                }
            }
            (poster(context, &events, &url, &code(&url)))
        };
        Page::plain(&self.path, &title, &title, content).document(context)
    }

    fn entry(&self, context: &Context<'_>, at: usize) -> Markup {
        let Some(event) = context.input.calendar.events.get(at) else {
            return Markup::default();
        };
        let time = event.start.and_then(|start| match self.day {
            // The time it began says nothing of a later day.
            Some(day) if day > start.date => Some(goes_on(context, event, day)),
            _ => start.time.map(|time| context.time(time)),
        });
        html! {
            article.cancelled[event.status == Status::Cancelled] {
                h3 {
                    @if let Some(time) = time { (time) " " }
                    a href={ "../../" (context.path(at)) } { (heading(context, event)) }
                }
                (labels(context, event))
                @if let Some(place) = event.place_in(context.language()) { p { (run(place.text, place.language)) } }
                @if let Some(address) = &event.address { p { (run(address, event.language.as_deref())) } }
            }
        }
    }
}

/// That an event began before a day, and until when it lasts.
fn goes_on(context: &Context<'_>, event: &Event, day: NaiveDate) -> String {
    let last = event
        .span()
        .map(|span| span.last)
        .filter(|last| *last > day);
    match last {
        Some(last) => {
            let last = context.locale.month_day(last);
            context.fill("time.continues_until", &[("day", &last)])
        }
        None => context.say("time.continues"),
    }
}

/// Sorts events by the venue's clock, those without a time last.
pub(super) fn by_time(context: &Context<'_>, events: &mut [usize]) {
    events.sort_by_key(|at| {
        let start = context.input.calendar.events.get(*at);
        let start = start.and_then(|event| event.start);
        (start.and_then(|start| start.time).is_none(), start, *at)
    });
}
