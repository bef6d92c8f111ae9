//! What is known of an event as terms and what belongs to them.

use event_file::Event;
use event_file::event::{Status, Text};
use event_file::link::{clickable, host};
use event_file::text::{Run, paragraphs, runs};
use maud::{Markup, html};

use super::layout::{link, run};
use crate::context::Context;

/// What the event is called.
pub(super) fn heading(context: &Context<'_>, event: &Event) -> Markup {
    match context.name(event) {
        Some(title) => run(title.text, title.language),
        None => html! { (context.say("event.untitled")) },
    }
}

/// Status and kinds as small labels.
pub(super) fn labels(context: &Context<'_>, event: &Event) -> Markup {
    let about = &context.input.calendar.about;
    let foreign = event.title_language(context.language(), about.language.as_deref());
    html! {
        @if event.status != Status::Scheduled || !event.kinds.is_empty() || foreign.is_some() {
            p.labels {
                @if event.status != Status::Scheduled {
                    @let name = event.status.name();
                    span class={ "badge status " (name) } { (context.say(&format!("status.{name}"))) }
                }
                @for kind in &event.kinds {
                    " " span.badge.p-category { (context.kind(kind)) }
                }
                @if let Some(tag) = foreign { " " span.badge lang=(tag) { (texts::own_name(tag)) } }
            }
        }
    }
}

/// When and where it is.
pub(super) fn when_and_where(context: &Context<'_>, event: &Event) -> Markup {
    html! {
        dl.facts {
            (fact(context, "when", when(context, event)))
            (fact(context, "where", whereabouts(context, event)))
        }
    }
}

/// Who calls for it, and what else is known.
pub(super) fn other_facts(context: &Context<'_>, event: &Event) -> Markup {
    let own = event.language.as_deref();
    let list = |texts: &[Text], class: &str| {
        html! { @for text in texts { p { span class=[(!class.is_empty()).then_some(class)] dir="auto" lang=[own] { (text) } } } }
    };
    let attendance = event.attendance.map(|count| {
        let (low, high) = (
            context.locale.number(count.low),
            context.locale.number(count.high),
        );
        match count.low == count.high {
            true => low,
            false => context.fill("fact.attendance_range", &[("low", &low), ("high", &high)]),
        }
    });
    let checked: Vec<String> = [
        ("fact.verified", event.verified),
        ("fact.updated", event.updated),
    ]
    .into_iter()
    .filter_map(|(key, day)| Some(context.fill(key, &[("date", &context.locale.day(day?.date))])))
    .collect();
    html! {
        @let facts = html! {
            (fact(context, "who", list(&event.organizers, "p-organizer")))
            (fact(context, "accessibility", list(event.accessibility.as_slice(), "")))
            (fact(context, "campaign", list(event.campaign.as_slice(), "")))
            (fact(context, "series", list(event.series.as_slice(), "")))
            (fact(context, "tags", list(&event.tags, "p-category")))
            (fact(context, "attendance", html! { @if let Some(text) = attendance { p { (text) } } }))
            (fact(context, "checked", html! { @for text in checked { p { (text) } } }))
        };
        @if !facts.0.is_empty() { dl.facts { (facts) } }
    }
}

fn fact(context: &Context<'_>, name: &str, lines: Markup) -> Markup {
    html! {
        @if !lines.0.is_empty() {
            div { dt { (context.say(&format!("fact.{name}"))) } dd { (lines) } }
        }
    }
}

/// When it is, by the venue's clock, and whose clock that is.
pub(super) fn when(context: &Context<'_>, event: &Event) -> Markup {
    let Some(start) = event.start else {
        return html! {
            p.lead { (context.say("time.date_unknown")) }
            @if let Some(written) = event.rest.get("start").and_then(|start| start.as_str()) {
                p.aside { (context.fill("time.as_written", &[("text", written)])) }
            }
        };
    };
    html! {
        p.lead {
            time.dt-start datetime=(context.machine(start, event)) { (context.when(event)) }
            @if let Some(end) = event.sound_end() {
                data.dt-end value=(context.machine(end, event)) {}
            }
        }
        @if start.time.is_none() { p { (context.say("time.not_announced")) } }
        @if let Some(zone) = context.zone(event) { p.aside { (zone) } }
        @if let Some(before) = event.previously {
            p.aside { (context.fill("time.previously", &[("time", &context.times(before, None))])) }
        }
    }
}

/// Where it is, and how exactly that is known.
pub(super) fn whereabouts(context: &Context<'_>, event: &Event) -> Markup {
    let place = event.place_in(context.language());
    let town = context.town(event);
    let is_known = place.is_some() || event.address.is_some() || !town.is_empty();
    let lacks_point =
        is_known && place.is_none() && event.address.is_none() && event.online.is_none();
    html! {
        @if is_known {
            div.p-location.h-card {
                @if let Some(place) = place { p."lead"."p-name" { (run(place.text, place.language)) } }
                @if let Some(address) = &event.address {
                    p.p-street-address { (run(address, event.language.as_deref())) }
                }
                @if !town.is_empty() { p class=[place.is_none().then_some("p-name")] { span.p-locality dir="auto" { (town) } } }
                @if let Some(at) = event.position {
                    data.p-latitude value=(at.lat) {}
                    data.p-longitude value=(at.lon) {}
                }
            }
        } @else if event.online.is_some() || event.status == Status::MovedOnline {
            p.lead.p-location { (context.say("event.online")) }
        } @else {
            p.lead { (context.say("event.place_unknown")) }
        }
        @if lacks_point { p.aside { (context.say("event.exact_place_unknown")) } }
        @if let Some(precision) = context.precision(event) { p.aside { (precision) } }
    }
}

/// The description: paragraphs with links that can be followed.
pub(super) fn description(context: &Context<'_>, event: &Event) -> Markup {
    let text = event.description_in(context.language());
    html! {
        @if let Some(text) = text.filter(|text| !text.text.trim().is_empty()) {
            div.description.e-content lang=[text.language] {
                @for paragraph in paragraphs(text.text) {
                    p dir="auto" {
                        @for run in runs(paragraph) {
                            @match run {
                                Run::Words(words) => (words),
                                Run::Link(address) => (link(address, html! { (address) })),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Links and sources, each with the host it leads to.
pub(super) fn links(context: &Context<'_>, event: &Event) -> Markup {
    let named = |key: &str, url: &Option<Text>| {
        url.iter()
            .map(|url| (context.say(key), url.clone()))
            .collect::<Vec<_>>()
    };
    let poster = event
        .image
        .iter()
        .filter(|image| clickable(image))
        .map(|image| {
            let said = event
                .image_alt
                .as_deref()
                .filter(|said| !said.trim().is_empty());
            (
                said.map_or_else(|| context.say("links.poster"), str::to_owned),
                image.clone(),
            )
        });
    let more = event
        .links
        .iter()
        .map(|link| (link.label.to_string(), link.url.clone()));
    let all: Vec<(String, Text)> = named("links.page", &event.url)
        .into_iter()
        .chain(named("links.online", &event.online))
        .chain(more)
        .chain(poster)
        .collect();
    let sources: Vec<(String, Text)> = event
        .sources
        .iter()
        .map(|source| (String::new(), source.clone()))
        .collect();
    html! {
        (group(context, "links.links", &all))
        (group(context, "links.sources", &sources))
    }
}

fn group(context: &Context<'_>, key: &str, links: &[(String, Text)]) -> Markup {
    html! {
        @if !links.is_empty() {
            section.links {
                h2 { (context.say(key)) }
                ul { @for (label, url) in links { li { (shown(label, url)) } } }
            }
        }
    }
}

/// A link with its label and the host it leads to. An address that cannot be followed safely is shown as text.
fn shown(label: &str, url: &str) -> Markup {
    let label = label.trim();
    let host = host(url);
    if !clickable(url) {
        return html! { @if !label.is_empty() { (run(label, None)) " " } (run(url, None)) };
    }
    let is_own = !label.is_empty() && label != url;
    let words = match is_own {
        true => label,
        false => host.unwrap_or(url),
    };
    html! {
        (link(url, run(words, None)))
        @if let Some(host) = host.filter(|_| is_own) { " " small dir="ltr" { (host) } }
    }
}
