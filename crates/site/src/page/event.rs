//! The page of one event.

use event_file::Event;
use event_file::event::Status;
use maud::{Markup, html};

use super::facts::{description, heading, labels, links, other_facts, when_and_where};
use super::layout::{Page, run};
use super::poster::poster;
use super::sheet::Sheets;
use crate::context::Context;

/// The whole page; `picture` is the path of its picture within the site, `code` the drawing of its own address. It leads
/// to the sheets of its city and day.
pub(super) fn page(
    context: &Context<'_>,
    at: usize,
    event: &Event,
    picture: &str,
    sheets: &Sheets,
    code: &Markup,
) -> Markup {
    let path = context.path(at);
    let title = context.plain_name(event);
    let summary = context.summary(event);
    let app = format!("../../?event={}", event.id);
    let canonical = context.input.url.of(&path);
    let content = html! {
        article.h-event.cancelled[event.status == Status::Cancelled] {
            h1.p-name { (heading(context, event)) }
            (labels(context, event))
            @if let Some(warning) = context.warning(event) { p.alert { (warning) } }
            (when_and_where(context, event))
            img.map src={ "../../" (picture) } width="1200" height="630" alt=(context.place(event));
            p.actions {
                a href=(app) { (context.say("site.open_in_calendar")) }
                @for sheet in sheets.of(event) {
                    " " a href={ "../../" (sheet.path) } { (run(&sheet.name, None)) }
                }
            }
            (description(context, event))
            (other_facts(context, event))
            (links(context, event))
            (poster(context, &[at], &canonical, code))
            data.u-url value=(canonical) {}
            data.u-uid value=(canonical) {}
        }
    };
    Page {
        path: &path,
        title: &title,
        description: &summary,
        picture: Some(picture),
        structured: context.structured(event, &canonical, Some(&context.input.url.of(picture))),
        content,
    }
    .document(context)
}
