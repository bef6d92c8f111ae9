//! The query string's rules said plainly: every event asked every question, nothing remembered.

mod days;
mod words;

use chrono::{NaiveDate, NaiveTime};
use event_file::Calendar;
use event_file::event::{Event, Text};
use event_file::zone::Zones;
use fold::fold;
use listing::facet::FacetValue;
use listing::now::Now;
use listing::results::{Day, Results};
use query::{Facet, Query, When};

type Names<'a> = &'a dyn Fn(&str) -> Option<String>;

pub fn results(
    calendar: &Calendar,
    names: Names,
    query: &Query,
    now: &Now,
    zones: &dyn Zones,
) -> Results {
    let (query, nothing_upcoming) = days::in_force(calendar, query, now, zones);
    let mut rows: Vec<(Option<NaiveDate>, Option<NaiveTime>, String, usize)> = Vec::new();
    for (at, event) in calendar.events.iter().enumerate() {
        if !passes(calendar, names, &query, event, None) {
            continue;
        }
        let Some(dates) = days::matching(&query, event, now, zones) else {
            continue;
        };
        for date in dates {
            let time = event
                .start
                .filter(|start| Some(start.date) == date)
                .and_then(|start| start.time);
            rows.push((date, time, fold(&event.title), at));
        }
    }
    rows.sort_by_key(|(date, time, title, at)| {
        (
            date.is_none(),
            *date,
            time.is_none(),
            *time,
            title.clone(),
            *at,
        )
    });
    let mut results = Results {
        matched: Vec::new(),
        days: Vec::new(),
        when: query.when,
        nothing_upcoming,
    };
    for (date, _, _, at) in rows {
        let at = at as u32;
        if !results.matched.contains(&at) {
            results.matched.push(at);
        }
        match results.days.iter_mut().find(|day| day.date == date) {
            Some(day) => day.events.push(at),
            None => results.days.push(Day {
                date,
                events: vec![at],
            }),
        }
    }
    results
}

pub fn counts(
    calendar: &Calendar,
    names: Names,
    query: &Query,
    now: &Now,
    zones: &dyn Zones,
    facet: Facet,
) -> Vec<FacetValue> {
    let (query, _) = days::in_force(calendar, query, now, zones);
    let mut found: Vec<FacetValue> = Vec::new();
    for event in &calendar.events {
        let shown = passes(calendar, names, &query, event, Some(facet))
            && days::matching(&query, event, now, zones).is_some();
        let mut seen: Vec<String> = Vec::new();
        for value in values(calendar, event, facet) {
            let at = match found.iter().position(|known| same(&known.value, &value)) {
                Some(at) => at,
                None => {
                    let chosen = query.chosen[facet]
                        .iter()
                        .any(|chosen| same(chosen, &value));
                    found.push(FacetValue {
                        value: value.as_str().into(),
                        count: 0,
                        chosen,
                    });
                    found.len() - 1
                }
            };
            if shown && !seen.contains(&fold(&value)) {
                found[at].count += 1;
                seen.push(fold(&value));
            }
        }
    }
    for value in &query.chosen[facet] {
        if !found.iter().any(|known| same(&known.value, value)) {
            found.push(FacetValue {
                value: value.as_str().into(),
                count: 0,
                chosen: true,
            });
        }
    }
    found.retain(|value| value.count > 0 || value.chosen);
    found.sort_by_key(|value| (std::cmp::Reverse(value.count), value.value.clone()));
    found
}

/// Every filter but those of days, and of one facet left out.
fn passes(
    calendar: &Calendar,
    names: Names,
    query: &Query,
    event: &Event,
    but: Option<Facet>,
) -> bool {
    let asked = std::iter::once(&query.q).chain(&query.or.q);
    let inside = |area: &geo::Area| {
        event.position.is_some_and(|position| {
            let between = if area.west <= area.east {
                area.west <= position.lon && position.lon <= area.east
            } else {
                position.lon >= area.west || position.lon <= area.east
            };
            // Both edges of a map are the same meridian.
            let edge = position.lon.abs() == 180.0
                && (area.west.abs() == 180.0 || area.east.abs() == 180.0);
            (between || edge) && area.south <= position.lat && position.lat <= area.north
        })
    };
    asked.clone().any(|q| words::all_occur(event, names, q))
        && query.area.is_none_or(|area| inside(&area))
        && Facet::ALL.into_iter().all(|facet| {
            let chosen = &query.chosen[facet];
            let values = values(calendar, event, facet);
            Some(facet) == but
                || chosen.is_empty()
                || chosen
                    .iter()
                    .any(|chosen| values.iter().any(|value| same(chosen, value)))
        })
}

fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

fn values(calendar: &Calendar, event: &Event, facet: Facet) -> Vec<String> {
    let one = |value: &Option<Text>| value.iter().map(Text::to_string).collect();
    match facet {
        Facet::Country => one(&event.country),
        Facet::Region => one(&event.region),
        Facet::City => one(&event.city),
        Facet::Kind => event
            .kinds
            .iter()
            .map(|kind| kind.name().to_owned())
            .collect(),
        Facet::Tag => event.tags.iter().map(Text::to_string).collect(),
        Facet::Organizer => event.organizers.iter().map(Text::to_string).collect(),
        Facet::Campaign => one(&event.campaign),
        Facet::Series => one(&event.series),
        Facet::Status => vec![event.status.name().to_owned()],
        Facet::Language => one(&event.language.clone().or(calendar.about.language.clone())),
    }
}

/// `query` with `when=all` if it asks for what is upcoming and nothing is.
fn or_all(query: &Query, nothing: bool) -> (Query, bool) {
    let mut query = query.clone();
    if nothing {
        query.when = When::All;
    }
    (query, nothing)
}
