//! What stands at the head of a block, as the lines below tell: a title that is called like a city (“Ball” over “Where: Town
//! Hall, Leeds”), and a labelled day of all that follows (“Date: 24/03/2027” over a list of cities).

use std::collections::BTreeSet;

use super::super::line::Line;
use super::super::line::span::Kind;
use super::super::line::words::Label;
use super::super::places::Places;

/// In how many lines below a title is looked for where it is.
const BELOW: usize = 6;

/// The numbers of the lines that are the title of the labelled lines directly below, which name another city.
pub fn titles(lines: &[Option<Line>], places: &Places) -> BTreeSet<u64> {
    let title = |at: usize| {
        let line = lines[at].as_ref().filter(|line| line.is_bare())?;
        let block = lines[at + 1..].iter().map_while(Option::as_ref).take(BELOW);
        let labelled = block.take_while(|line| line.label().is_some());
        let names_another = |where_: &Line| {
            let texts = where_.spans.iter().filter_map(|span| match &span.kind {
                Kind::Text(text) => Some(text.as_str()),
                _ => None,
            });
            let mut cities = texts.filter(|text| places.is_city(text, None));
            where_.label() == Some(Label::Where)
                && cities
                    .next_back()
                    .is_some_and(|city| !line.text.contains(city))
        };
        labelled
            .into_iter()
            .any(names_another)
            .then_some(line.number)
    };
    (0..lines.len()).filter_map(title).collect()
}

/// The numbers of the lines that are a label and a day, with neither hour nor place in their block, over a blank line and
/// entries that begin with a city and have no day of their own.
pub fn days_of_lists(lines: &[Option<Line>], places: &Places) -> BTreeSet<u64> {
    /// Between the day and the first entry there may be a heading, such as that of a region.
    const HEADINGS: usize = 2;
    let is_day =
        |line: &Line| line.label() == Some(Label::When) && line.has_date() && !line.has_clock();
    let heads = |at: usize| {
        let line = lines[at].as_ref().filter(|line| is_day(line))?;
        let above = lines[..at].iter().rev().map_while(Option::as_ref);
        let block = above.take(BELOW).all(|line| line.is_bare());
        let ends = lines.get(at + 1).is_some_and(Option::is_none);
        let below = lines[at + 1..].iter().flatten();
        let mut entry = below.skip_while(|line| line.is_bare()).take(1);
        let headings = lines[at + 1..]
            .iter()
            .flatten()
            .take_while(|line| line.is_bare());
        let listed = entry.any(|next| {
            next.label().is_none() && !next.has_date() && next.has_clock() && places.begins(next)
        });
        (block && ends && listed && headings.count() <= HEADINGS).then_some(line.number)
    };
    (0..lines.len()).filter_map(heads).collect()
}
