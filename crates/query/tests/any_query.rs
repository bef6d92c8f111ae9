//! Any text gives a query, and any query is read as it was printed.

#![allow(clippy::unwrap_used)]

use chrono::{DateTime, FixedOffset, NaiveDate};
use geo::number::rounded;
use geo::{Area, MapPosition};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use query::accent::Colour;
use query::{
    Alternatives, Chosen, Clock, Facet, Part, Query, Sort, Theme, View, When, is_same_origin_path,
};

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~]{1,8}", "\\PC{1,6}", "[&=+%#?/,;]{1,5}"]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3).prop_map(|texts| {
        let mut unique: Vec<String> = Vec::new();
        for text in texts {
            if !unique.contains(&text) {
                unique.push(text);
            }
        }
        unique
    })
}

fn chosen() -> impl Strategy<Value = Chosen> {
    vec(texts(), Facet::ALL.len()).prop_map(|all| {
        let mut chosen = Chosen::default();
        for (facet, values) in Facet::ALL.into_iter().zip(all) {
            chosen[facet] = values;
        }
        chosen
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..3_000_000_i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap())
}

fn area() -> impl Strategy<Value = Area> {
    (-180.0..=180.0, -90.0..=90.0, -180.0..=180.0, 0.0..=1.0).prop_map(
        |(west, south, east, part): (f64, f64, f64, f64)| Area {
            west: rounded(west),
            south: rounded(south),
            east: rounded(east),
            north: rounded((south + (90.0 - south) * part).min(90.0)),
        },
    )
}

fn moment() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (0..4_000_000_000_i64, 0..1_000_000_000_u32, -1080..=1080_i32).prop_map(
        |(seconds, nanos, offset)| {
            let offset = FixedOffset::east_opt(offset * 60).unwrap();
            DateTime::from_timestamp(seconds, nanos)
                .unwrap()
                .with_timezone(&offset)
        },
    )
}

/// Keys and values that no version of this query string understands.
fn rest() -> impl Strategy<Value = Vec<(String, String)>> {
    let key = prop_oneof!["x[ -~]{0,5}", "\\PC{1,3} "];
    let unknown = (key, text());
    let known = (
        select(vec!["when", "view", "map", "now", "theme", "accent"]),
        "no[ -~]{0,5}",
    );
    let known = known.prop_map(|(key, value)| (key.to_owned(), value));
    vec(prop_oneof![unknown, known], 0..3)
}

prop_compose! {
    fn asked()(q in texts(), when in subsequence(When::ALL.to_vec(), 1..3).prop_shuffle(),
               areas in vec(area(), 0..3), from in option::of(date()), to in option::of(date()),
               chosen in chosen()) -> Query {
        let mut areas = areas;
        areas.dedup();
        let mut q = q.into_iter();
        let mut areas = areas.into_iter();
        Query {
            q: q.next().unwrap_or_default(),
            when: when[0],
            area: areas.next(),
            or: Alternatives { q: q.collect(), when: when[1..].to_vec(), area: areas.collect() },
            from, to, chosen,
            ..Query::default()
        }
    }
}

prop_compose! {
    fn query()(asked in asked(),
               map in option::of((0.0..=30.0, -90.0..=90.0, -180.0..=180.0)),
               view in select(View::ALL), sort in select(Sort::ALL), clock in select(Clock::ALL),
               theme in option::of(select(Theme::ALL)), accent in option::of(any::<[u8; 3]>()), event in option::of(text()),
               lang in option::of(text()), embed in any::<bool>(),
               hide in subsequence(Part::ALL.to_vec(), 0..5).prop_shuffle(),
               data in option::of("[a-z./]{1,9}".prop_filter("a path", |path| is_same_origin_path(path))),
               now in option::of(moment()))
              (rest in rest(), asked in Just(asked), map in Just(map), view in Just(view),
               sort in Just(sort), clock in Just(clock), theme in Just(theme), accent in Just(accent), event in Just(event),
               lang in Just(lang), embed in Just(embed), hide in Just(hide), data in Just(data),
               now in Just(now)) -> Query {
        let map = map.map(|(zoom, lat, lon)| MapPosition { zoom: rounded(zoom), lat: rounded(lat), lon: rounded(lon) });
        let accent = accent.map(Colour);
        Query { map, view, sort, clock, theme, accent, event, lang, embed, hide, data, now, rest, ..asked }
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_the_same(query in query()) {
        let printed = query.print();
        prop_assert_eq!(&Query::parse(&printed), &query);
        prop_assert_eq!(Query::parse(&format!("?{printed}")), query);
        prop_assert!(printed.bytes().all(|byte| byte.is_ascii_graphic()));
    }

    #[test]
    fn a_link_to_an_event_is_the_query_with_it(query in query(), id in "[A-Za-z0-9._~-]{1,9}") {
        let links = query.event_links();
        let opened = Query { event: Some(id.clone()), ..query };
        prop_assert_eq!(links.to(&id), opened.print());
    }

    #[test]
    fn any_text_is_a_query(text in "\\PC{0,40}") {
        let query = Query::parse(&text);
        prop_assert_eq!(Query::parse(&query.print()), query);
    }

    #[test]
    fn any_pairs_are_a_query(pairs in vec((
        select(vec!["q", "when", "from", "to", "country", "tag", "area", "map", "view", "sort", "event",
                    "lang", "theme", "accent", "clock", "check", "embed", "hide", "data", "now", "x"]),
        prop_oneof![
            text(), Just(String::new()),
            select(vec!["upcoming", "today", "month", "both", "1", "header,map,x", "2023-11-04", "1,-2,-3.50,4",
                        "-0/0.10/0", "2016-12-31T23:59:60Z", "0000-01-01T00:00:00-23:59", "dark", "auto", "C8102E"]).prop_map(str::to_owned),
        ]), 0..8)) {
        let text: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let query = Query::parse(&text.join("&"));
        let printed = query.print();
        prop_assert_eq!(&Query::parse(&printed), &query);
        prop_assert_eq!(Query::parse(&printed).print(), printed);
    }
}
