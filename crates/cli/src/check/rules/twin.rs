//! Two entries that are likely one event: the same day, near each other, and alike, perhaps in two languages.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use event_file::Event;
use fold::fold;
use gazetteer::kilometres;

use super::super::finding::{Finding, Severity};
use super::super::subject::Subject;

/// Squares of this side, in degrees, are searched together with their neighbours.
const CELL: f64 = 0.05;

/// Two positions so near, in kilometres, are one place.
const SAME_PLACE: f64 = 0.3;

/// How many earlier entries of one day and neighbourhood each is compared with.
const MOST: usize = 64;

/// How many words of a title are compared.
const WORDS: usize = 48;

/// How alike two titles are, of 1, to be one.
const ALIKE: f64 = 0.6;

type Cell = (NaiveDate, i64, i64);

pub fn check(subjects: &[Subject<'_>]) -> Vec<Finding> {
    let mut by_cell: HashMap<Cell, Vec<usize>> = HashMap::new();
    let mut by_city: HashMap<(NaiveDate, String), Vec<usize>> = HashMap::new();
    let words: Vec<HashSet<String>> = subjects.iter().map(|one| words(one.event)).collect();
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
        let twin = earlier.into_iter().find_map(|first| {
            Some((
                first,
                why(&subjects[first], subject, &words[first], &words[at])?,
            ))
        });
        if let Some((first, why)) = twin {
            let first = &subjects[first];
            let message = format!(
                "This is likely the same event as entry {}: {why}.",
                first.entry + 1
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

/// Why two events of a day are likely one.
fn why(
    a: &Subject<'_>,
    b: &Subject<'_>,
    words_a: &HashSet<String>,
    words_b: &HashSet<String>,
) -> Option<&'static str> {
    let (one, other) = (a.event, b.event);
    let clock = |event: &Event| event.start.and_then(|start| start.time);
    let (time_a, time_b) = (clock(one), clock(other));
    // Two times of one day are two events.
    if time_a.is_some() && time_b.is_some() && time_a != time_b {
        return None;
    }
    if one.url.is_some() && one.url == other.url && one.city == other.city {
        return Some("the same day, the same page");
    }
    let same_place = match (one.position, other.position) {
        (Some(a), Some(b)) => {
            let exact = |event: &Event| event.precision == event_file::event::Precision::Place;
            let near = kilometres(a.lat, a.lon, b.lat, b.lon) <= SAME_PLACE;
            // Positions of cities say nothing of the square.
            if near && exact(one) && exact(other) {
                Some(true)
            } else if exact(one) && exact(other) {
                Some(false)
            } else {
                None
            }
        }
        _ => None,
    };
    let squares = one.place.as_deref().zip(other.place.as_deref());
    let same_square = squares.map(|(a, b)| fold(a) == fold(b));
    if same_place == Some(false) && same_square != Some(true) {
        return None;
    }
    let alike = likeness(words_a, words_b) >= ALIKE;
    let timed = time_a.is_some() && time_a == time_b;
    let foreign = language(one) != language(other);
    if alike && same_square != Some(false) {
        return Some("the same day, near, a similar title");
    }
    if timed && (same_place == Some(true) || same_square == Some(true)) {
        return Some(match foreign {
            true => "the same time and place, in another language",
            false => "the same time and place",
        });
    }
    None
}

fn language(event: &Event) -> Option<&str> {
    let language = event.language.as_deref()?;
    language.split('-').next()
}

/// The words of an event's titles, in any language.
fn words(event: &Event) -> HashSet<String> {
    let translated = event
        .translations
        .iter()
        .filter_map(|one| one.title.as_deref());
    std::iter::once(event.title.as_str())
        .chain(translated)
        .flat_map(|title| {
            let folded = fold(title);
            let words = folded.split(|c: char| !c.is_alphanumeric());
            words
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .take(WORDS)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The share of words two titles have in common (Jaccard's index).
fn likeness(a: &HashSet<String>, b: &HashSet<String>) -> f64 {
    let common = a.intersection(b).count();
    let all = a.len() + b.len() - common;
    match all {
        0 => 0.0,
        all => common as f64 / all as f64,
    }
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
