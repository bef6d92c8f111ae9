//! Everything known about an event as terms and lines; what is unknown is said.

use event_file::{
    Event, WallTime,
    event::{Attendance, Text},
    instant::instant,
    localized::Localized,
    marks,
    zone::{Zones, moment_offset},
};

use super::{Language, place, time};

/// A term with what is known of it.
pub struct Fact {
    /// The CSS class.
    pub name: &'static str,
    /// The term.
    pub term: String,
    /// What is known.
    pub lines: Vec<Line>,
}

/// A line of a fact.
pub struct Line {
    /// Its words.
    pub text: String,
    /// BCP 47, where the words come from the file and say so.
    pub language: Option<String>,
    /// How it stands out.
    pub weight: Weight,
}

/// How a line stands out.
#[derive(Clone, Copy)]
pub enum Weight {
    /// What one looks for.
    Lead,
    /// Plain.
    Plain,
    /// A remark.
    Aside,
}

impl Weight {
    /// Its CSS class.
    pub fn class(self) -> &'static str {
        match self {
            Weight::Lead => "lead",
            Weight::Plain => "plain",
            Weight::Aside => "aside",
        }
    }
}

/// When and where an event is.
pub fn when_and_where(event: &Event, zones: &dyn Zones, language: &Language) -> Vec<Fact> {
    let facts = [
        ("when", when(event, zones, language)),
        ("where", whereabouts(event, language)),
    ];
    named(facts, language)
}

/// The other facts of an event in the order a visitor asks for them.
pub fn others(event: &Event, language: &Language) -> Vec<Fact> {
    let plain = |text: &Option<Text>| {
        text.iter()
            .map(|text| own(text, event, Weight::Plain))
            .collect()
    };
    let list = |texts: &[Text]| {
        texts
            .iter()
            .map(|text| own(text, event, Weight::Plain))
            .collect()
    };
    let facts = [
        ("accessibility", plain(&event.accessibility)),
        ("who", list(&event.organizers)),
        ("campaign", plain(&event.campaign)),
        ("series", plain(&event.series)),
        ("tags", list(&event.tags)),
        (
            "attendance",
            event
                .attendance
                .iter()
                .map(|count| attendance(*count, language))
                .collect(),
        ),
        ("checked", checked(event, language)),
    ];
    named(facts, language)
}

fn named<const N: usize>(facts: [(&'static str, Vec<Line>); N], language: &Language) -> Vec<Fact> {
    facts
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(name, lines)| Fact {
            name,
            term: language.text(&format!("fact.{name}"), &[]),
            lines,
        })
        .collect()
}

fn when(event: &Event, zones: &dyn Zones, language: &Language) -> Vec<Line> {
    let Some(start) = event.start else {
        let mut lines = vec![said(language.text("time.date_unknown", &[]), Weight::Lead)];
        if let Some(written) = event.rest.get("start").and_then(|value| value.as_str()) {
            let shortened = marks::shortened(written);
            let written = shortened.as_deref().unwrap_or(written);
            lines.push(said(
                language.text("time.as_written", &[("text", written)]),
                Weight::Aside,
            ));
        }
        return lines;
    };
    let mut lines = vec![said(time::full(start, event.end, language), Weight::Lead)];
    match start.time {
        None => lines.push(said(
            language.text("time.not_announced", &[]),
            Weight::Plain,
        )),
        Some(_) => {
            let zone = zone(start, event, zones, language);
            lines.push(said(
                match zone {
                    Some(zone) => language.text("time.zone", &[("zone", &zone)]),
                    None => language.text("time.zone_unknown", &[]),
                },
                Weight::Aside,
            ));
        }
    }
    lines.extend(time::visitors_full(event, zones, language).map(|text| said(text, Weight::Plain)));
    if let Some(before) = event.previously {
        let before = time::full(before, None, language);
        lines.push(said(
            language.text("time.previously", &[("time", &before)]),
            Weight::Aside,
        ));
    }
    lines
}

/// The zone that the venue's clock is in. When that zone has another offset at the moment of `start`, as for a time that
/// its clocks skip or one whose written offset differs, it is the offset the moment was found with.
fn zone(start: WallTime, event: &Event, zones: &dyn Zones, language: &Language) -> Option<String> {
    let moment = instant(start, event, zones);
    let used = moment.and_then(|moment| Some((start.clock()? - moment.naive_utc()).num_minutes()));
    let used = used.map_or(start.offset, |used| i32::try_from(used).ok());
    let Some(zone) = event.timezone.as_deref() else {
        return used.map(utc);
    };
    let Some(moment) = moment else {
        return Some(zone.to_owned());
    };
    let in_force = moment_offset(moment.naive_utc(), |local| zones.offset(zone, local));
    let differs = used.filter(|used| in_force.is_some_and(|in_force| in_force != *used));
    Some(differs.map_or_else(|| language.locale.zone(zone, moment), utc))
}

fn whereabouts(event: &Event, language: &Language) -> Vec<Line> {
    let code = &language.code;
    let country = place::country(event, language);
    let region = event.region.as_deref().map(|text| Localized {
        text,
        language: event.language.as_deref(),
    });
    let mut lines = Vec::new();
    lines.extend(event.place_in(code).map(|text| found(text, Weight::Lead)));
    lines.extend(
        event
            .address
            .as_ref()
            .map(|text| own(text, event, Weight::Plain)),
    );
    let city = place::city(event, language).filter(|city| !city.is_empty());
    let region = region.filter(|region| city.is_none_or(|city| city != region.text));
    let town: Vec<&str> = [city, region.map(|region| region.text), country.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    if !town.is_empty() {
        lines.push(said(place::in_order(&town, language), Weight::Plain));
    }
    if lines.is_empty() {
        let key = if event.online.is_some() {
            "event.online"
        } else {
            "event.place_unknown"
        };
        lines.push(said(language.text(key, &[]), Weight::Lead));
    } else if event.place.is_none() && event.address.is_none() && event.online.is_none() {
        lines.push(said(
            language.text("event.exact_place_unknown", &[]),
            Weight::Aside,
        ));
    }
    lines.extend(place::precision(event, language).map(|text| said(text, Weight::Aside)));
    lines
}

fn checked(event: &Event, language: &Language) -> Vec<Line> {
    let line = |key: &str, date: Option<WallTime>| {
        date.map(|date| {
            said(
                language.text(key, &[("date", &language.locale.day(date.date))]),
                Weight::Plain,
            )
        })
    };
    [
        line("fact.verified", event.verified),
        line("fact.updated", event.updated),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn attendance(count: Attendance, language: &Language) -> Line {
    let number = |number: u64| language.locale.number(number);
    let text = if count.low == count.high {
        number(count.low)
    } else {
        language.text(
            "fact.attendance_range",
            &[("low", &number(count.low)), ("high", &number(count.high))],
        )
    };
    said(text, Weight::Plain)
}

/// An offset in minutes east of UTC as ISO 8601 writes it.
fn utc(offset: i32) -> String {
    let sign = if offset < 0 { '−' } else { '+' };
    format!("UTC{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
}

fn said(text: String, weight: Weight) -> Line {
    Line {
        text,
        language: None,
        weight,
    }
}

fn own(text: &str, event: &Event, weight: Weight) -> Line {
    Line {
        text: text.to_owned(),
        language: event.language.clone().map(String::from),
        weight,
    }
}

fn found(text: Localized<'_>, weight: Weight) -> Line {
    Line {
        text: text.text.to_owned(),
        language: text.language.map(str::to_owned),
        weight,
    }
}
