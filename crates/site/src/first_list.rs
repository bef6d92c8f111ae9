//! The app's page with the first events in it as HTML: readable before and without the app, found by search engines.
//!
//! The markup is that of the app's list (`src/components/day_section.rs`, `card.rs`). The app's `first.js` hides what no
//! longer fits before it is painted: all of it when the address or the visitor's language asks for another list, and
//! events that are over.

use chrono::{DateTime, NaiveDate, Utc};
use event_file::Event;
use event_file::event::Status;
use event_file::zone::Zones;
use listing::filter::Filter;
use listing::index::Index;
use listing::over::{day_over_at, over_at};
use listing::results::Day;
use maud::{Markup, html};
use query::Query;

use crate::context::Context;
use crate::page::run;

/// How many events it has.
const LENGTH: usize = 40;

/// A place in the app's page: the text before it and the text behind it. What an earlier run has put there is replaced,
/// so that any build of the app will do; text of the event file has none of these in it, since it is escaped.
type Slot = (&'static str, &'static str);

/// The list, before the skeleton.
const LIST: Slot = ("<!--list-->", "<div class=\"skeleton\"");

/// Language and direction of the page.
const LANGUAGE: Slot = ("<html ", "data-marchmap=");

const TITLE: Slot = ("<title>", "</title>");

/// The page's heading, a bar until the title is known.
const HEADING: Slot = ("<h1>", "</h1>");

const DESCRIPTION: Slot = ("<meta name=\"description\" content=\"", "\"");

const LOADING: Slot = ("<p class=\"loading-note\">", "</p>");

/// What is said where there are no scripts: nothing beside a list, which can be read without them.
const NO_SCRIPT: Slot = ("<noscript>", "</noscript>");

/// The app's page with the list, its title and what search engines ask for; `None` where the page has no place for it.
/// With `is_site` there are a page for each event and feeds to lead to.
pub(crate) fn page(context: &Context<'_>, page: &str, is_site: bool) -> Option<String> {
    let mut page = page.to_owned();
    let list = list(context, is_site).into_string();
    let is_empty = list.is_empty();
    fill(&mut page, LIST, &list)?;
    let words = context.input.reader.words;
    let (language, direction) = (words.language(), words.direction().dir());
    fill(
        &mut page,
        LANGUAGE,
        &format!("lang=\"{language}\" dir=\"{direction}\" "),
    );
    fill(&mut page, TITLE, &html! { (context.title()) }.into_string());
    let about = &context.input.calendar.about;
    let heading = run(context.title(), about.language.as_deref()).into_string();
    fill(&mut page, HEADING, &heading);
    let text = about.description.as_deref();
    if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
        fill(&mut page, DESCRIPTION, &html! { (text) }.into_string());
    }
    if is_site {
        let head = head(context).into_string();
        page = page.replacen("</head>", &format!("{head}</head>"), 1);
    }
    fill(
        &mut page,
        LOADING,
        &html! { (context.say("loading.started")) }.into_string(),
    );
    let without_scripts = is_empty.then(|| no_script(context).into_string());
    fill(&mut page, NO_SCRIPT, &without_scripts.unwrap_or_default());
    Some(page)
}

/// That the calendar cannot be shown without scripts, and where the event file is.
fn no_script(context: &Context<'_>) -> Markup {
    let text = context.say("failed.no_app");
    let (before, behind) = text.split_once("{{file}}").unwrap_or((&text, ""));
    html! {
        p.notice { (before) a href="events.json" { (context.say("failed.event_file")) } (behind) }
    }
}

/// Puts a text into its place; `None` where there is none.
fn fill(page: &mut String, (before, behind): Slot, text: &str) -> Option<()> {
    let from = page.find(before)? + before.len();
    let to = from + page.get(from..)?.find(behind)?;
    page.replace_range(from..to, text);
    Some(())
}

/// What is in the head of the page.
fn head(context: &Context<'_>) -> Markup {
    let url = &context.input.url;
    html! {
        link rel="canonical" href=(url.of(""));
        link rel="alternate" type="application/atom+xml" href="feeds/all.atom";
        link rel="alternate" type="text/calendar" href="feeds/all.ics";
        meta property="og:type" content="website";
        meta property="og:title" content=(context.title());
        meta property="og:url" content=(url.of(""));
    }
}

/// What the app lists first: its own results for an address without a query.
fn list(context: &Context<'_>, is_site: bool) -> Markup {
    let input = &context.input;
    let index = Index::new(input.calendar, &|code| (input.reader.country)(code));
    let filter = Filter::new(
        input.calendar,
        &index,
        &Query::default(),
        &input.now,
        input.reader.zones,
    );
    let results = filter.results(&index);
    let has_ended = !filter.ended_today(&index, &input.now).is_empty();
    let mut left = LENGTH;
    let days: Vec<(&Day, &[u32])> = results
        .days
        .iter()
        .map_while(|day| {
            let shown = day.events.get(..left.min(day.events.len()))?;
            left -= shown.len();
            (!shown.is_empty()).then_some((day, shown))
        })
        .collect();
    let language = context.language();
    html! {
        @if !days.is_empty() {
            section data-list data-first=(language) data-languages=(languages()) lang=(language) dir=(input.reader.words.direction().dir())
                aria-label=(context.say("list.name")) {
                // Room for what the app says here of today.
                div.ended hidden data-ended=[has_ended.then_some(input.now.today)] {}
                @for (day, events) in &days {
                    section.day data-day=(day.date.map(|date| date.to_string()).unwrap_or_default()) {
                        h2 {
                            @match day.date {
                                Some(date) => time datetime=(date) { (context.locale.day(date)) },
                                None => span { (context.say("list.date_unknown")) },
                            }
                            " "
                            span.count { (context.count("list.count", day.events.len())) }
                        }
                        div.rows {
                            ol role="list" {
                                @for (position, at) in (1..).zip(*events) {
                                    li aria-setsize=(day.events.len()) aria-posinset=(position) {
                                        (card(context, *at as usize, day.date, results.nothing_upcoming, is_site))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One event on a day: time in a rail, title, place, status and kind. It leads to the event's page, which needs no app, where
/// there is one. Where everything is over already, nothing leaves the list.
fn card(
    context: &Context<'_>,
    at: usize,
    day: Option<NaiveDate>,
    is_everything_over: bool,
    is_site: bool,
) -> Markup {
    let Some(event) = context.input.calendar.events.get(at) else {
        return Markup::default();
    };
    let over = (!is_everything_over)
        .then(|| leaves(event, day, context.input.reader.zones))
        .flatten();
    let place = context.place_line(event);
    let address = match is_site {
        true => context.path(at),
        false => format!("?event={}", event.id),
    };
    html! {
        article.card.cancelled[event.status == Status::Cancelled] data-event=(event.id) data-over=[over.map(|over| over.timestamp())] {
            (rail(context, event, day))
            div {
                h3 {
                    a href=(address) {
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
                    @if let Some(tag) = event.title_language(context.language(), context.input.calendar.about.language.as_deref()) {
                        span.badge.language lang=(tag) { (texts::own_name(tag)) }
                    }
                    @if let Some(since) = since(context, event, day) { span."standing"."now" { (since) } }
                }
            }
        }
    }
}

/// When it begins, or until when it goes on.
fn rail(context: &Context<'_>, event: &Event, day: Option<NaiveDate>) -> Markup {
    let unknown = |text: String| html! { div."rail"."unknown" { (text) } };
    let Some(start) = event.start else {
        return unknown(context.say("time.not_announced"));
    };
    if let Some(day) = day.filter(|day| *day > start.date) {
        let last = event.span().map(|span| span.last);
        return unknown(match last.filter(|last| *last > day) {
            Some(last) => context.fill(
                "time.continues_until",
                &[("day", &context.locale.month_day(last))],
            ),
            None => context.say("time.continues"),
        });
    }
    match start.time {
        Some(time) => html! { div.rail { (context.time(time)) } },
        None => unknown(context.say("time.not_announced")),
    }
}

/// That an event is under way since a day before this one, as long as it is on.
fn since(context: &Context<'_>, event: &Event, day: Option<NaiveDate>) -> Option<String> {
    let start = event.start?.date;
    let is_on = !matches!(event.status, Status::Cancelled | Status::Postponed);
    let today = context.input.now.today;
    (is_on && day? > start && day? <= today).then(|| {
        let start = context.locale.month_day(start);
        context.fill("stage.since", &[("start", &start)])
    })
}

/// When an event leaves a day of the list: once it is over, or the day is and it goes on.
fn leaves(event: &Event, day: Option<NaiveDate>, zones: &dyn Zones) -> Option<DateTime<Utc>> {
    match day.filter(|day| event.span().is_some_and(|span| *day < span.last)) {
        Some(day) => day_over_at(day, event, zones),
        None => over_at(event, zones),
    }
}

/// The languages the app speaks.
fn languages() -> String {
    let codes: Vec<&str> = texts::LANGUAGES.iter().map(|(code, _)| *code).collect();
    codes.join(" ")
}
