//! The core by itself, compiled for this machine: `cargo bench -p bench`. What it takes in a browser is what
//! `cargo xtask bench` tells.

// What is compiled in is as it should be, and a macro's function has no words.
#![allow(clippy::expect_used, missing_docs)]

use std::hint::black_box;
use std::io::Read as _;

use bench::synthetic::{self, SEED};
use chrono::{DateTime, NaiveDateTime, Offset as _, TimeZone as _};
use chrono_tz::Tz;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use event_file::read::read_plain;
use event_file::zone::{Zones, wall_offset};
use geo::viewport::Viewport;
use listing::filter::Filter;
use listing::index::{Index, Preparation};
use listing::now::Now;
use map::cluster::clusters;
use map::points::Points;
use query::{Facet, Query};

const EVENTS: usize = 100_000;

/// The gazetteer's places, from which the events are made up.
const PLACES: &[u8] = include_bytes!("../../gazetteer/data/places.txt.gz");

/// The rules of the tz database.
struct Rules;

impl Zones for Rules {
    fn offset(&self, zone: &str, local: NaiveDateTime) -> Option<i32> {
        let zone: Tz = zone.parse().ok()?;
        let offset = |utc: NaiveDateTime| zone.offset_from_utc_datetime(&utc).fix();
        wall_offset(local, |utc| Some(offset(utc).local_minus_utc() / 60))
    }
}

fn core(criterion: &mut Criterion) {
    let mut gazetteer = String::new();
    flate2::read::GzDecoder::new(PLACES)
        .read_to_string(&mut gazetteer)
        .expect("the gazetteer is compiled in");
    let file = synthetic::calendar(&gazetteer, EVENTS, SEED);
    let calendar = read_plain(file.clone().into_bytes()).expect("nothing in it is to be mended");
    let now: Now = DateTime::parse_from_rfc3339(synthetic::NOW)
        .expect("a moment")
        .into();
    let index = Index::new(&calendar, &|code| Some(code.to_owned()));
    let mut preparation = Preparation::default();
    while preparation.step(&calendar, &index, &Query::default()) {}
    let points = Points::new(&calendar);

    let mut group = criterion.benchmark_group(format!("{EVENTS} events"));
    group.sample_size(10);
    group.bench_function("read", |bench| {
        bench.iter_batched(
            || file.clone().into_bytes(),
            |bytes| read_plain(black_box(bytes)),
            criterion::BatchSize::PerIteration,
        )
    });
    group.bench_function("index", |bench| {
        bench.iter_with_large_drop(|| Index::new(&calendar, &|code| Some(code.to_owned())))
    });
    group.bench_function("prepare", |bench| {
        bench.iter_batched(
            || Index::new(&calendar, &|code| Some(code.to_owned())),
            |index| {
                let mut preparation = Preparation::default();
                while preparation.step(&calendar, &index, &Query::default()) {}
                index
            },
            BatchSize::PerIteration,
        )
    });
    group.bench_function("place", |bench| {
        bench.iter_with_large_drop(|| Points::new(&calendar))
    });
    for (name, query) in [
        ("upcoming", ""),
        ("a letter", "q=m"),
        ("a word", "q=march"),
        ("a country", "country=DE"),
    ] {
        let query = Query::parse(query);
        let filter = || Filter::new(&calendar, &index, &query, &now, &Rules);
        group.bench_function(format!("filter: {name}"), |bench| {
            bench.iter_with_large_drop(|| filter().results(&index))
        });
        let filter = filter();
        group.bench_function(format!("counts: {name}"), |bench| {
            let count = |facet| filter.counts(&calendar, &index, &query, facet, 100, None);
            bench.iter(|| Facet::ALL.map(count))
        });
    }
    let every: Vec<u32> = (0..).take(calendar.events.len()).collect();
    for (name, [west, south, east, north], zoom) in [
        ("world", [-180.0, -85.0, 180.0, 85.0], 1.0),
        ("Europe", [-10.0, 40.0, 28.0, 58.0], 4.0),
        ("Berlin", [13.0, 52.3, 13.8, 52.7], 10.0),
    ] {
        let view = Viewport {
            west,
            south,
            east,
            north,
            zoom,
        };
        group.bench_function(format!("clusters: {name}"), |bench| {
            bench.iter_with_large_drop(|| clusters(view, &points, &every))
        });
    }
    group.finish();
}

criterion_group!(benches, core);
criterion_main!(benches);
