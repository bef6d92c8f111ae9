//! The app's page with the first events in it as HTML: readable before and without the app, found by search engines.
//!
//! The markup is that of the app's list (`src/components/day_section.rs`, `card.rs`). `first.js` hides what no longer
//! fits before it is painted: all of it when the address or the visitor's language asks for another list, and events
//! that are over.

use chrono::NaiveDate;
use event_file::Event;
use event_file::event::Status;
use listing::over::{is_over, over_at};
use maud::{Markup, html};

use crate::context::Context;
use crate::page::run;

/// How many events it has.
const LENGTH: usize = 40;

/// What the script is called, and its text.
pub(crate) const SCRIPT: (&str, &str) = ("first.js", include_str!("../style/first.js"));

/// Where in the app's page the list stands, and what of the page it stands for.
const PLACE: [&str; 2] = ["<!--list-->", "<!--/list-->"];

/// What stands in the page's heading until the calendar is there.
const HEADING: &str =
    "<span class=\"visually-hidden\">Marchmap</span><span class=\"bone title\"></span>";

/// The app's page with the list, its title and what search engines ask for; `None` where the page has no place for it.
pub(crate) fn page(context: &Context<'_>, page: &str) -> Option<String> {
    let (before, rest) = page.split_once(PLACE[0])?;
    let (skeleton, after) = rest.split_once(PLACE[1])?;
    let list = list(context);
    let mut whole = format!("{before}{}{skeleton}{after}", list.into_string());
    let words = context.input.reader.words;
    let (language, direction) = (words.language(), words.direction().dir());
    replace(
        &mut whole,
        "<html lang=\"en\" dir=\"ltr\"",
        &format!("<html lang=\"{language}\" dir=\"{direction}\""),
    );
    replace(
        &mut whole,
        "<title>Marchmap</title>",
        &html! { title { (context.title()) } }.into_string(),
    );
    let about = &context.input.calendar.about;
    let heading = run(context.title(), about.language.as_deref()).into_string();
    replace(&mut whole, HEADING, &heading);
    if let Some(text) = about
        .description
        .as_deref()
        .filter(|text| !text.trim().is_empty())
    {
        let old = "<meta name=\"description\" content=\"A calendar and a map of public demonstrations\" />";
        replace(
            &mut whole,
            old,
            &html! { meta name="description" content=(text); }.into_string(),
        );
    }
    replace(
        &mut whole,
        "</head>",
        &format!("{}</head>", head(context).into_string()),
    );
    // The list can be read without scripts.
    if let (Some(from), Some(to)) = (whole.find("<noscript>"), whole.find("</noscript>")) {
        whole.replace_range(from..to + "</noscript>".len(), "");
    }
    Some(whole)
}

fn replace(text: &mut String, old: &str, new: &str) {
    *text = text.replacen(old, new, 1);
}

/// What stands in the head of the page.
fn head(context: &Context<'_>) -> Markup {
    let url = &context.input.url;
    html! {
        link rel="canonical" href=(url.of(""));
        link rel="alternate" type="application/atom+xml" href="feeds/all.atom";
        link rel="alternate" type="text/calendar" href="feeds/all.ics";
        meta property="og:type" content="website";
        meta property="og:title" content=(context.title());
        meta property="og:url" content=(url.of(""));
        script src=(SCRIPT.0) {}
    }
}

/// The first events that are not over, by day.
fn list(context: &Context<'_>) -> Markup {
    let zones = context.input.reader.zones;
    let now = &context.input.now;
    let mut events: Vec<(NaiveDate, usize, &Event)> = context
        .events()
        .filter(|(_, event, _)| !is_over(event, now, zones))
        .filter_map(|(at, event, _)| {
            Some((event.start?.date.max(now.instant.date_naive()), at, event))
        })
        .collect();
    events.sort_by_key(|(day, at, event)| (*day, event.start, *at));
    let mut days: Vec<(NaiveDate, usize, Vec<usize>)> = Vec::new();
    for (number, (day, at, _)) in events.into_iter().enumerate() {
        match days.last_mut() {
            Some((last, size, shown)) if *last == day => {
                *size += 1;
                if number < LENGTH {
                    shown.push(at);
                }
            }
            _ if number < LENGTH => days.push((day, 1, vec![at])),
            _ => break,
        }
    }
    let language = context.language();
    html! {
        @if !days.is_empty() {
            section data-list data-first=(language) data-languages=(languages()) lang=(language) dir=(context.input.reader.words.direction().dir())
                aria-label=(context.say("list.name")) {
                @for (day, size, events) in &days {
                    section.day data-day=(day) {
                        h2 {
                            time datetime=(day) { (context.locale.day(*day)) }
                            " "
                            span.count { (context.count("list.count", *size)) }
                        }
                        div.rows {
                            ol role="list" {
                                @for (position, at) in (1..).zip(events) {
                                    li aria-setsize=(size) aria-posinset=(position) { (card(context, *at, *day)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One event: time in a rail, title, place, status and kind. It leads to the event's page, which needs no app.
fn card(context: &Context<'_>, at: usize, day: NaiveDate) -> Markup {
    let Some(event) = context.input.calendar.events.get(at) else {
        return Markup::default();
    };
    let rail = match event.start {
        Some(start) if day > start.date => None,
        start => start.and_then(|start| start.time),
    };
    let over = over_at(event, context.input.reader.zones);
    let place = context.place(event);
    html! {
        article.card.cancelled[event.status == Status::Cancelled] data-event=(event.id) data-over=[over.map(|over| over.timestamp())] {
            @match rail {
                Some(time) => div.rail { (context.locale.time(time)) },
                None if event.start.is_some_and(|start| day > start.date) => div."rail"."unknown" { (context.say("time.continues")) },
                None => div."rail"."unknown" { (context.say("time.not_announced")) },
            }
            div {
                h3 {
                    a href=(context.path(at)) {
                        @match context.name(event) {
                            Some(title) => (run(title.text, title.language)),
                            None => (context.say("event.untitled")),
                        }
                    }
                }
                p.where { @if !place.is_empty() { span dir="auto" { (place) } } }
                p.labels {
                    @if event.status != Status::Scheduled {
                        @let name = event.status.name();
                        span class={ "badge status " (name) } { (context.say(&format!("status.{name}"))) }
                    }
                    @for kind in &event.kinds { span.badge.kind { (context.kind(kind)) } }
                }
            }
        }
    }
}

/// The languages the app speaks.
fn languages() -> String {
    let codes: Vec<&str> = texts::LANGUAGES.iter().map(|(code, _)| *code).collect();
    codes.join(" ")
}
