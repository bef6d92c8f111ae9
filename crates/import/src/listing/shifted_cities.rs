//! Lists whose headings lost their line breaks: each city stands at the end of the line before its own, “Piazza della Scala, ore 9
//! Torino” over “Piazza Arbarello, ore 9.30 Genova”, below a first city that stands alone.

use std::borrow::Cow;

use super::line::Line;
use super::places::Places;
use super::places::city_before::is_locative;

/// What is longer, in bytes, is no entry of a list.
const LONGEST: usize = 300;

/// So many such lines make a list of them.
const LEAST: usize = 3;

/// The most words of the name of a city.
const MOST_WORDS: usize = 3;

/// As many people live in such a city at least: a smaller one may be another word.
const TOWN: u32 = 15_000;

/// The lines, each with its number; the city at the end of a line is one of its own where at least three lines with an hour end so and
/// the first of them stands below a city alone.
pub fn with_cities_apart<'a>(
    lines: Vec<(u64, Cow<'a, str>)>,
    places: &Places,
) -> Vec<(u64, Cow<'a, str>)> {
    let ends: Vec<Option<usize>> = lines
        .iter()
        .map(|(_, line)| city_at(line, places))
        .collect();
    let first = ends.iter().position(Option::is_some);
    let below_city = first.is_some_and(|first| {
        let mut above = lines[..first].iter().rev();
        let above = above.find(|(_, line)| !line.trim().is_empty());
        above.is_some_and(|(_, line)| is_town(line.trim(), places))
    });
    if !below_city || ends.iter().flatten().count() < LEAST {
        return lines;
    }
    let mut apart = Vec::with_capacity(lines.len() + ends.len());
    for ((number, line), end) in lines.into_iter().zip(ends) {
        match end {
            Some(at) => {
                apart.push((number, Cow::Owned(line[..at].trim_end().to_owned())));
                apart.push((number, Cow::Owned(line[at..].to_owned())));
            }
            None => apart.push((number, line)),
        }
    }
    apart
}

fn is_town(text: &str, places: &Places) -> bool {
    places.is_city(text, None) && places.is_town_called(text, TOWN) && !is_locative(text)
}

/// Where the city begins that stands behind the last hour of a line, with nothing between.
fn city_at(line: &str, places: &Places) -> Option<usize> {
    let text = line.trim_end();
    if text.len() > LONGEST || !text.contains(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let gaps = text.rmatch_indices(' ').map(|(gap, _)| gap);
    let at = gaps.take(MOST_WORDS).find_map(|gap| {
        let (before, name) = (text[..gap].trim_end(), &text[gap + 1..]);
        let behind_hour = before.ends_with(|sign: char| sign.is_ascii_digit() || sign == 'h');
        (behind_hour && is_town(name, places)).then_some(gap + 1)
    })?;
    let rest = Line::short(0, &text[..at], LONGEST);
    let begins = rest
        .texts()
        .all
        .first()
        .is_some_and(|first| places.is_city(first, None));
    (rest.has_clock() && !begins).then_some(at)
}
