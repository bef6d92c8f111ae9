//! Lists whose lines have no mark between city and place: “Aberdeen Marischal Square 2pm”, “Derby Council House 2pm”.

use std::borrow::Cow;

use super::line::Line;
use super::places::Places;
use crate::actions::is_action;

/// What is longer, in bytes, is no entry of a list.
const LONGEST: usize = 200;

/// So many such lines make a list of them.
const LEAST: usize = 4;

/// The most words of the name of a city.
const MOST_WORDS: usize = 3;

/// As many people live in such a city at least: a smaller one may be another word.
const TOWN: u32 = 15_000;

/// The lines, each with its number; with a comma behind the city with which a line begins, where most lines with an hour, and four at
/// least, begin so and have no mark before it.
pub fn with_commas<'a>(
    lines: Vec<(u64, Cow<'a, str>)>,
    places: &Places,
) -> Vec<(u64, Cow<'a, str>)> {
    let mut timed = 0;
    let mut ends: Vec<Option<usize>> = Vec::with_capacity(lines.len());
    for (number, line) in &lines {
        let is_entry = line.len() <= LONGEST && Line::short(*number, line, LONGEST).has_clock();
        timed += usize::from(is_entry);
        ends.push(is_entry.then(|| end_of_city(line, places)).flatten());
    }
    let found = ends.iter().flatten().count();
    if found < LEAST || found * 5 < timed * 3 {
        return lines;
    }
    let with_comma = |((number, line), end): ((u64, Cow<'a, str>), Option<usize>)| match end {
        Some(end) => (
            number,
            Cow::Owned(format!("{},{}", &line[..end], &line[end..])),
        ),
        None => (number, line),
    };
    lines.into_iter().zip(ends).map(with_comma).collect()
}

/// Where the name of the city ends with which a line begins, before another name and without a mark up to there.
fn end_of_city(line: &str, places: &Places) -> Option<usize> {
    let start = line.len()
        - line
            .trim_start_matches(|sign: char| !sign.is_alphanumeric())
            .len();
    let hour = line.find(|sign: char| sign.is_ascii_digit())?;
    let head = line.get(start..hour)?;
    if head.contains([',', ':', '–', '—', '|', ';', '(']) || head.contains(" - ") {
        return None;
    }
    let gaps: Vec<usize> = head.match_indices(' ').map(|(gap, _)| gap).collect();
    let end = gaps.iter().take(MOST_WORDS).rev().find(|gap| {
        let (name, rest) = (&head[..**gap], head[**gap..].trim_start());
        let is_name = rest.starts_with(char::is_uppercase) && !is_action(rest);
        is_name && places.is_city(name, None) && places.is_town_called(name, TOWN)
    });
    end.map(|end| start + end)
}
