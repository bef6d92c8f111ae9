//! The fast filter agrees with a slow and obvious one on random calendars and queries.

#![allow(clippy::unwrap_used)]

mod query_reference_filter;
mod query_world;

use chrono::{DateTime, Days, NaiveDate, NaiveTime};
use event_file::Calendar;
use event_file::WallTime;
use event_file::event::{Event, Kind, Status, Text};
use geo::Area;
use geo::Position;
use listing::facet::FacetValue;
use listing::filter::Filter;
use listing::index::Index;
use listing::now::Now;
use listing::results;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use query::{Chosen, Facet, Query, When};
use query_reference_filter as reference;
use query_world::World;

/// The middle of the time the events lie in: New York sets its clocks back on the next day.
const NOON: &str = "2023-11-04T12:00:00Z";

fn days_from_noon() -> impl Strategy<Value = i64> {
    prop_oneof![8 => -4..=4_i64, 1 => -40..=40_i64, 1 => -500..=500_i64]
}

fn wall() -> impl Strategy<Value = WallTime> {
    let clock = prop_oneof![
        Just(None),
        (0..24_u32, select(vec![0, 30])).prop_map(Some),
        Just(Some((0, 0)))
    ];
    let offset =
        prop_oneof![4 => Just(None), 1 => (-18..=18_i32).prop_map(|hours| Some(hours * 60))];
    (days_from_noon(), clock, offset).prop_map(|(days, clock, offset)| WallTime {
        date: day(days),
        time: clock.map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap()),
        offset: offset.filter(|_| clock.is_some()),
    })
}

fn day(days: i64) -> NaiveDate {
    let noon: NaiveDate = NOON[..10].parse().unwrap();
    match days {
        0.. => noon + Days::new(days.unsigned_abs()),
        _ => noon - Days::new(days.unsigned_abs()),
    }
}

fn words() -> impl Strategy<Value = String> {
    let word = select(vec![
        "March",
        "Marché",
        "Peace",
        "peaceful",
        "l’Odéon",
        "مسيرة",
        "القَاهرة",
        "東京デモ",
        "2023年",
        "NYC集会",
        "ชุมนุม",
        "-",
        "Straße",
    ]);
    vec(word, 0..4).prop_map(|words| words.join(" "))
}

fn asked_words() -> impl Strategy<Value = String> {
    let word = select(vec![
        "mar",
        "marche",
        "peace",
        "ACE",
        "odeon",
        "مسيره",
        "القاهره",
        "京",
        "デモ",
        "2023",
        "年",
        "nyc",
        "นุม",
        "stras",
        "-",
        "l’o",
    ]);
    prop_oneof![3 => Just(String::new()), 1 => vec(word, 1..3).prop_map(|words| words.join(" "))]
}

fn place() -> impl Strategy<Value = Position> {
    (-9..=9_i32, -18..=18_i32).prop_map(|(lat, lon)| Position {
        lat: f64::from(lat) * 10.0,
        lon: f64::from(lon) * 10.0,
    })
}

fn texts() -> impl Strategy<Value = Vec<Text>> {
    vec(
        select(vec!["Zürich", "zurich", "Lyon", "LYON", "Łódź"]).prop_map(Text::from),
        0..3,
    )
}

prop_compose! {
    fn event()(title in words(), description in option::of(words()), start in option::weighted(0.9, wall()),
               end in option::of(wall()), zone in option::of(select(vec!["America/New_York", "Asia/Tokyo",
               "Pacific/Kiritimati", "Australia/Lord_Howe", "Mars/Olympus"])),
               status in select(vec![Status::Scheduled, Status::Cancelled]),
               kinds in vec(select(vec![Kind::March, Kind::Vigil, Kind::Unknown("MARCH".into())]), 0..3),
               country in option::of(select(vec!["DE", "FR"])), position in option::of(place()),
               language in option::of(select(vec!["de", "pt-BR"])))
              (texts in vec(texts(), 4), status in Just(status), kinds in Just(kinds), title in Just(title),
               description in Just(description), start in Just(start), end in Just(end), zone in Just(zone),
               country in Just(country), position in Just(position), language in Just(language)) -> Event {
        Event {
            title: title.into(),
            description: description.map(Text::from),
            start, end, status, kinds, position,
            timezone: zone.map(Text::from),
            country: country.map(Text::from),
            language: language.map(Text::from),
            city: texts[0].first().cloned(),
            campaign: texts[1].first().cloned(),
            tags: texts[2].clone(),
            organizers: texts[3].clone(),
            ..Event::default()
        }
    }
}

fn chosen() -> impl Strategy<Value = Chosen> {
    let value = select(vec![
        "de",
        "FR",
        "ZURICH",
        "lyon",
        "lodz",
        "march",
        "Vigil",
        "cancelled",
        "pt-br",
        "en",
        "nowhere",
    ]);
    vec((select(Facet::ALL.to_vec()), value), 0..4).prop_map(|values| {
        let mut chosen = Chosen::default();
        for (facet, value) in values {
            chosen.insert(facet, value);
        }
        chosen
    })
}

prop_compose! {
    fn query()(q in asked_words(), or_q in vec(asked_words(), 0..2), when in select(When::ALL),
               or_when in vec(select(When::ALL), 0..2), from in option::weighted(0.2, days_from_noon()),
               to in option::weighted(0.2, days_from_noon()), chosen in chosen(),
               area in option::weighted(0.3, (place(), place()))) -> Query {
        let area = area.map(|(one, other)| Area {
            west: one.lon,
            south: one.lat.min(other.lat),
            east: other.lon,
            north: one.lat.max(other.lat),
        });
        let mut query = Query { q, when, chosen, area, from: from.map(day), to: to.map(day), ..Query::default() };
        query.or.when = or_when;
        if !query.q.is_empty() {
            query.or.q = or_q;
        }
        query
    }
}

fn moment() -> impl Strategy<Value = Now> {
    (-30..=30_i64, -1..=1_i64).prop_map(|(hours, dates)| {
        let noon = DateTime::parse_from_rfc3339(NOON).unwrap().to_utc();
        let instant = noon + chrono::Duration::hours(hours);
        Now {
            instant,
            today: instant.date_naive() + chrono::Duration::days(dates),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn fast_and_slow_agree(events in vec(event(), 0..10), language in option::of(Just(Text::from("en"))),
                           asked in vec((query(), moment()), 1..4)) {
        let mut calendar = Calendar { events, ..Calendar::default() };
        calendar.about.language = language;
        let name = |code: &str| (code == "DE").then(|| "Marchland".to_owned());
        // It keeps what was asked for before.
        let index = Index::new(&calendar, &name);

        for (query, now) in asked.iter().chain(asked.first()) {
            let fast = results::results(&calendar, &index, query, now, &World);
            let slow = reference::results(&calendar, &name, query, now, &World);
            prop_assert_eq!(&fast, &slow);

            let filter = Filter::new(&calendar, &index, query, now, &World);
            for facet in Facet::ALL {
                let counts = |most| filter.counts(&calendar, &index, query, facet, most, None);
                let slow: Vec<FacetValue> = reference::counts(&calendar, &name, query, now, &World, facet);
                prop_assert_eq!(counts(usize::MAX).values, slow.clone(), "{:?}", facet);
                // Of the most frequent two the chosen ones are the first.
                let chosen = slow.iter().filter(|value| value.chosen).count();
                let others = slow.iter().filter(|value| !value.chosen).take(2_usize.saturating_sub(
                    slow.iter().filter(|value| value.chosen && value.count > 0).count(),
                ));
                prop_assert_eq!(counts(2).values.len(), chosen + others.clone().count());
                for value in others {
                    prop_assert!(counts(2).values.contains(value));
                }
                prop_assert_eq!(counts(2).values.len() + counts(2).more, slow.len());
                let none = filter.counts(&calendar, &index, query, facet, 2, Some(&|_| false));
                prop_assert_eq!(none.total, slow.iter().filter(|value| value.count > 0).count());
                prop_assert!(none.values.is_empty() && none.more == 0);
            }
        }
    }
}
