//! Reading event files of eight shapes, beside serde_json alone: `cargo bench -p bench --bench read`.

// What is compiled in is as it should be, and a macro's function has no words.
#![allow(clippy::expect_used, missing_docs)]

use std::hint::black_box;
use std::io::Read as _;

use bench::synthetic::{self, SEED, Shape};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use event_file::zone::Zones;
use serde_json::Value;

const EVENTS: usize = 100_000;

/// The gazetteer's places, from which the events are made up.
const PLACES: &[u8] = include_bytes!("../../gazetteer/data/places.txt.gz");

/// The ids of the tz database.
struct Ids;

impl Zones for Ids {
    fn offset(&self, _: &str, _: NaiveDateTime) -> Option<i32> {
        None
    }

    fn spelled(&self, id: &str) -> Option<String> {
        let zone: Tz = id.parse().ok()?;
        Some(zone.name().to_owned())
    }
}

fn read(criterion: &mut Criterion) {
    let mut gazetteer = String::new();
    flate2::read::GzDecoder::new(PLACES)
        .read_to_string(&mut gazetteer)
        .expect("the gazetteer is compiled in");
    let mut group = criterion.benchmark_group(format!("{EVENTS} events"));
    group.sample_size(10);
    for (name, shape) in Shape::ALL {
        let file = synthetic::shaped(&gazetteer, EVENTS, SEED, shape);
        group.bench_function(format!("read: {name}"), |bench| {
            bench.iter_batched(
                || file.clone().into_bytes(),
                |bytes| event_file::read(black_box(bytes), &Ids),
                BatchSize::PerIteration,
            )
        });
        group.bench_function(format!("serde_json value: {name}"), |bench| {
            let value = || serde_json::from_slice::<Value>(black_box(file.as_bytes()));
            bench.iter_with_large_drop(value)
        });
        group.bench_function(format!("serde_json syntax only: {name}"), |bench| {
            let ignored =
                || serde_json::from_slice::<serde::de::IgnoredAny>(black_box(file.as_bytes()));
            bench.iter(ignored)
        });
    }
    group.finish();
}

criterion_group!(benches, read);
criterion_main!(benches);
