//! Titles that are called like a city, over lines that say where: “Ball” over “Where: Town Hall, Leeds”.

use std::collections::BTreeSet;

use super::line::Line;
use super::places::Places;
use super::span::Kind;
use super::words::Label;

/// In how many lines below a title is looked for where it is.
const BELOW: usize = 6;

/// The numbers of the lines that are the title of the labelled lines directly below, which name another city.
pub(super) fn titles(lines: &[Option<Line>], places: &Places) -> BTreeSet<u64> {
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
