//! Two entries that are likely one event: the same day, near each other, and alike, perhaps in two languages.

use std::collections::HashMap;

use chrono::NaiveDate;
use event_file::Event;
use event_file::event::Precision;
use fold::fold;
use import::twin::{Look, Said, Why};

use super::super::finding::{Finding, Severity};
use super::super::subject::Subject;

/// Squares of this side, in degrees, are searched together with their neighbours.
const CELL: f64 = 0.05;

/// How many earlier entries of one day and neighbourhood each is compared with.
const MOST: usize = 64;

type Cell = (NaiveDate, i64, i64);

pub fn check(subjects: &[Subject<'_>]) -> Vec<Finding> {
    let mut by_cell: HashMap<Cell, Vec<usize>> = HashMap::new();
    let mut by_city: HashMap<(NaiveDate, String), Vec<usize>> = HashMap::new();
    let looks: Vec<Look> = subjects.iter().map(|one| look(one.event)).collect();
    let mut findings = Vec::new();
    for (at, subject) in subjects.iter().enumerate() {
        let Some(day) = subject.event.start.map(|start| start.date) else {
            continue;
        };
        let mut earlier: Vec<usize> = Vec::new();
        if let Some((row, column)) = cell(subject.event) {
            for (up, right) in (-1..=1).flat_map(|up| (-1..=1).map(move |right| (up, right))) {
                let near = by_cell.get(&(day, row + up, column + right));
                earlier.extend(near.into_iter().flatten().rev().take(MOST));
            }
            by_cell.entry((day, row, column)).or_default().push(at);
        }
        if let Some(city) = city(subject.event) {
            let same = by_city.entry((day, city)).or_default();
            earlier.extend(same.iter().rev().take(MOST));
            same.push(at);
        }
        earlier.sort_unstable();
        earlier.dedup();
        let twin = earlier
            .into_iter()
            .find_map(|first| Some((first, looks[first].why(&looks[at])?)));
        if let Some((first, why)) = twin {
            let first = &subjects[first];
            let message = format!(
                "This is likely the same event as entry {}: {}.",
                first.entry + 1,
                words(why)
            );
            let mut finding =
                Finding::new(Severity::Warning, "likely_twin", subject.entry, "title", message)
                    .help("Keep one, and put what the other says into it (another language into `translations`).");
            finding.also = Some((first.entry, "title", "the earlier entry".to_owned()));
            findings.push(finding);
        }
    }
    findings
}

fn words(why: Why) -> &'static str {
    match why {
        Why::Page => "the same day, the same page",
        Why::Alike => "the same day, near, a similar title",
        Why::Place { foreign: true } => "the same time and place, in another language",
        Why::Place { foreign: false } => "the same time and place",
    }
}

fn look(event: &Event) -> Look {
    let translated = event.translations.iter();
    let translated = translated.filter_map(|one| one.title.as_deref());
    let titles: Vec<&str> = std::iter::once(&*event.title).chain(translated).collect();
    let time = event.start.and_then(|start| start.time);
    let time = time.map(|time| time.format("%H:%M").to_string());
    Look::new(&Said {
        titles: &titles,
        country: event.country.as_deref(),
        city: event.city.as_deref(),
        place: event.place.as_deref(),
        time: time.as_deref(),
        at: event.position.map(|at| (at.lat, at.lon)),
        exact: event.precision == Precision::Place,
        url: event.url.as_deref(),
        language: event.language.as_deref(),
    })
}

fn cell(event: &Event) -> Option<(i64, i64)> {
    let at = event.position?;
    Some((
        (at.lat / CELL).floor() as i64,
        (at.lon / CELL).floor() as i64,
    ))
}

fn city(event: &Event) -> Option<String> {
    let city = fold(event.city.as_deref()?);
    Some(format!(
        "{city}\0{}",
        event.country.as_deref().unwrap_or_default()
    ))
}
