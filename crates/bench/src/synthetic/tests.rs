//! A made-up calendar is one the page reads without a problem, the same each time, of many scripts.

use std::collections::BTreeSet;
use std::io::Read as _;

use super::*;

/// The gazetteer's places, as `cargo xtask bench` gives them.
fn gazetteer() -> String {
    let mut text = String::new();
    let packed = &include_bytes!("../../../gazetteer/data/places.txt.gz")[..];
    flate2::read::GzDecoder::new(packed)
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn it_is_read_in_one_pass_and_looks_like_the_world() {
    const EVENTS: usize = 5000;
    let text = calendar(&gazetteer(), EVENTS, SEED);
    let read = event_file::read::read_plain(text.clone().into_bytes()).expect("nothing to mend");
    assert_eq!(read.events.len(), EVENTS);
    assert!(read.about.title.as_deref() == Some(TITLE));
    let size = text.len() / EVENTS;
    assert!((380..=440).contains(&size), "{size} bytes an event");
    let countries: BTreeSet<_> = read.events.iter().map(|event| &event.country).collect();
    assert!(countries.len() > 120, "{} countries", countries.len());
    let languages: BTreeSet<_> = read.events.iter().map(|event| &event.language).collect();
    assert_eq!(languages.len(), 16);
    let cities = || read.events.iter().filter_map(|event| event.city.as_deref());
    for of_script in ["ا", "а", "山", "산", "α", "ר", "ก", "न"] {
        assert!(cities().any(|city| city.contains(of_script)), "{of_script}");
    }
}

#[test]
fn the_same_seed_gives_the_same_calendar_and_another_another() {
    let gazetteer = gazetteer();
    let one = calendar(&gazetteer, 50, SEED);
    assert_eq!(one, calendar(&gazetteer, 50, SEED));
    assert_ne!(one, calendar(&gazetteer, 50, SEED + 1));
    assert!(calendar(&gazetteer, 60, SEED).starts_with(one.trim_end_matches("\n]}\n")));
}
