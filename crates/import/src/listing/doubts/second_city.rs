//! A second city with a place of its own behind the first: “6pm: Leeds, Town Hall; Bradford, City Park”.

use super::super::line::span::{Kind, Sign, Span};
use super::super::surroundings::Surroundings;
use super::another_event::is_second;

/// Why it is not certain that an entry is one event.
pub fn second_city<'s>(
    spans: impl Iterator<Item = &'s Span>,
    around: &Surroundings<'_>,
) -> Option<String> {
    let spans: Vec<&Span> = spans.collect();
    // “12h. Vigo, Porta do Sol. 13h. Pontevedra, A Peregrina”: each hour is that of an event.
    let clocks = spans
        .iter()
        .filter(|span| matches!(span.kind, Kind::Clock(_)));
    (clocks.count() < 2).then_some(())?;
    let found = (1..spans.len()).find_map(|at| {
        let Kind::Text(name) = &spans[at].kind else {
            return None;
        };
        let apart = matches!(spans[at].before, Sign::Stop | Sign::Bar);
        let place = spans.get(at + 1).is_some_and(|next| {
            let with = matches!(next.before, Sign::Comma | Sign::Dash | Sign::Colon);
            with && matches!(next.kind, Kind::Text(_))
        });
        (apart && place && is_second(&spans[..at], name, around)).then_some(name)
    })?;
    Some(format!(
        "“{found}” may be a second city, with a place of its own: write a line for each, with day and hour"
    ))
}
