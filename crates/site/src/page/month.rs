//! The events of a month that ended over a year ago, on one page.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use event_file::Event;
use event_file::event::Status;
use maud::{Markup, html};

use super::facts::{heading, labels, links, when, whereabouts};
use super::layout::Page;
use crate::context::{Context, EventPage, month_path};

/// The pages by their folders.
pub(super) fn pages(context: &Context<'_>) -> Vec<(String, Markup)> {
    let mut months: BTreeMap<NaiveDate, Vec<&Event>> = BTreeMap::new();
    for (_, event, page) in context.events() {
        if let EventPage::Month(month) = page {
            months.entry(*month).or_default().push(event);
        }
    }
    let pages = months.into_iter().map(|(month, mut events)| {
        events.sort_by_key(|event| (event.start, &event.id));
        (month_path(month), page(context, month, &events))
    });
    pages.collect()
}

fn page(context: &Context<'_>, month: NaiveDate, events: &[&Event]) -> Markup {
    let path = month_path(month);
    let month = context.locale.month(month);
    let title = context.fill("site.past", &[("month", &month)]);
    let count = context.count("list.count", events.len());
    let content = html! {
        h1 { (title) }
        p.aside { (count) }
        @for event in events {
            article.h-event.past.cancelled[event.status == Status::Cancelled] id=(event.id) {
                h2.p-name { a.u-url href={ "#" (event.id) } { (heading(context, event)) } }
                (labels(context, event))
                (when(context, event))
                (whereabouts(context, event))
                p.actions { a href={ "../../?event=" (event.id) } { (context.say("site.open_in_calendar")) } }
                (links(context, event))
            }
        }
    };
    Page::plain(&path, &title, &format!("{title} · {count}"), content).document(context)
}
