//! The query string: any text gives a query, and reading and printing are inverse.

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

/// Reads `written`, prints `canonical`, and reads that as the same query.
fn check(written: &str, canonical: &str) {
    let query = Query::parse(written);
    assert_eq!(query.print(), canonical, "{written}");
    assert_eq!(Query::parse(canonical), query, "{written}");
}

#[test]
fn canonical_forms() {
    for (written, canonical) in [
        ("", ""),
        ("?", ""),
        ("?&&", ""),
        // Defaults and empty values are left out.
        ("when=upcoming&view=both&sort=date&clock=venue", ""),
        ("q=&country=&event=&when=&hide=&data=&now=", ""),
        // Order, repetition, encoding.
        ("country=DE&q=peace", "q=peace&country=DE"),
        (
            "tag=a&city=Lyon&tag=b&city=Paris&tag=a",
            "city=Lyon&city=Paris&tag=a&tag=b",
        ),
        ("q=free+gaza", "q=free+gaza"),
        ("q=free%20gaza", "q=free+gaza"),
        ("q=a%2Bb%26c%3Dd", "q=a%2Bb%26c%3Dd"),
        ("q=Z%c3%bcrich", "q=Z%C3%BCrich"),
        ("q=Zürich", "q=Z%C3%BCrich"),
        ("q=100%", "q=100%25"),
        ("q=%zz%4", "q=%25zz%254"),
        ("q=%ff", "q=%EF%BF%BD"),
        ("city=Washington, DC", "city=Washington,+DC"),
        // Days.
        (
            "to=2023-11-05&from=2023-11-03",
            "from=2023-11-03&to=2023-11-05",
        ),
        ("from=2023-11-03&from=2023-11-01", "from=2023-11-01"),
        ("to=2023-11-03&to=2023-11-05", "to=2023-11-05"),
        ("from=2023-02-30", "from=2023-02-30"),
        ("from=2023-1-004", "from=2023-1-004"),
        // Places.
        ("area=170,-50,-170.5,-30", "area=170,-50,-170.5,-30"),
        ("area=0,50,10,40", "area=0,50,10,40"),
        ("area=1e1,0,inf,9", "area=1e1,0,inf,9"),
        ("map=5.50/48.8500/2.350", "map=5.5/48.85/2.35"),
        ("map=5/91/0", "map=5/91/0"),
        ("within=50&near=Lyon,fr", "near=Lyon,FR&within=50"),
        ("near=+Lyon+&within=25", "near=Lyon"),
        ("near=Washington, DC", "near=Washington,DC"),
        ("near=Lyon, Rh%C3%B4ne", "near=Lyon,+Rh%C3%B4ne"),
        ("near=,FR&within=0", "near=,FR&within=0"),
        ("within=20001", "within=20001"),
        ("within=+5", "within=+5"),
        ("series=a&region=b", "region=b&series=a"),
        // One word of a few.
        (
            "check=1&view=month&theme=dark&sort=near&clock=mine",
            "view=month&sort=near&theme=dark&clock=mine&check=1",
        ),
        ("theme=auto", ""),
        (
            "clock=mine&accent=C8102E&theme=dark",
            "theme=dark&accent=c8102e&clock=mine",
        ),
        ("accent=red", "accent=red"),
        ("hide=map&hide=header,list,map", "hide=map,header,list"),
        ("hide=header,sidebar,", "hide=header&hide=sidebar"),
        ("embed=1&lang=ar", "lang=ar&embed=1"),
        ("embed=true", "embed=true"),
        // Alternatives, the default among them.
        ("when=upcoming&when=past", "when=upcoming&when=past"),
        ("when=today&when=today", "when=today"),
        ("q=paris&q=lyon", "q=paris&q=lyon"),
        ("area=0,0,1,1&area=5,5,6,6", "area=0,0,1,1&area=5,5,6,6"),
        // What is not understood is kept, after the rest, in its order.
        (
            "when=soon&utm_source=mail&q=x",
            "q=x&when=soon&utm_source=mail",
        ),
        ("when=soon&when=today", "when=today&when=soon"),
        ("Q=x&flag&=y", "Q=x&flag=&=y"),
        // Of values that can't be alternatives the first counts.
        ("view=list&view=map", "view=list"),
        ("event=a&event=b", "event=a"),
        // Moments and files.
        ("now=2023-11-04T12:00:00Z", "now=2023-11-04T12:00:00Z"),
        (
            "now=2023-11-04t12:00:00.50-03:30",
            "now=2023-11-04T12:00:00.5-03:30",
        ),
        (
            "now=2023-11-04T12:00:00%2b14:00",
            "now=2023-11-04T12:00:00%2B14:00",
        ),
        ("now=yesterday", "now=yesterday"),
        ("data=archive/2023.json", "data=archive/2023.json"),
        ("data=//evil.example/x.json", "data=//evil.example/x.json"),
    ] {
        check(written, canonical);
    }
}

#[test]
fn a_value_that_is_not_understood_does_nothing() {
    for text in [
        "when=soon",
        "area=1,2,3",
        "data=https://evil.example/",
        "embed=0",
        "near=,FR",
        "within=-1",
        "now=x",
    ] {
        let query = Query::parse(text);
        assert_eq!(query.rest.len(), 1, "{text}");
        let known = Query {
            rest: Vec::new(),
            ..query
        };
        assert_eq!(known, Query::default(), "{text}");
    }
}

#[test]
fn a_path_stays_on_the_origin() {
    for (path, same) in [
        ("events.json", true),
        ("/a/b.json", true),
        ("../a.json?v=2", true),
        ("./12:30.json", true),
        ("a/b:c.json", true),
        ("حدث.json", true),
        ("", false),
        ("?a", false),
        ("#a", false),
        ("//host/a", false),
        ("///host/a", false),
        ("/\\host/a", false),
        ("\\\\host", false),
        ("http:events.json", false),
        ("https://host/", false),
        ("HTTP://host", false),
        ("data:application/json,[]", false),
        ("blob:null/1", false),
        ("javascript:1", false),
        ("/\t/host", false),
        ("\n//host", false),
        (" //host", false),
        ("a.json\u{0}", false),
    ] {
        assert_eq!(is_same_origin_path(path), same, "{path:?}");
    }
}

#[test]
fn setting_one_value_takes_its_alternatives_back() {
    let mut query =
        Query::parse("q=a&q=b&when=today&when=past&from=2023-01-01&area=0,0,1,1&area=2,2,3,3");
    query.search("c");
    query.choose_when(When::Week);
    query.choose_area(None);
    assert_eq!(query.print(), "q=c&when=week");
    query.chosen.insert(Facet::City, "Zürich");
    query.chosen.insert(Facet::City, "zurich");
    assert_eq!(query.chosen[Facet::City], ["Zürich"]);
    query.chosen.remove(Facet::City, "ZURICH");
    query.reset();
    assert_eq!(query, Query::default());
}

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
