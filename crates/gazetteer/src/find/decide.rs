//! Which of the places of one name is meant.

use super::found::Found;
use crate::distance::{SAME, kilometres};
use crate::names::Rank;
use crate::place::Place;

/// From so many people on, a town is called by its own name before it is another one's in some language.
const TOWN: u32 = 15_000;

/// Two readings of one text: they agree, or only one of them is any.
pub(super) fn either<'g>(one: Found<'g>, other: Found<'g>) -> Found<'g> {
    match (one, other) {
        (Found::None, found) | (found, Found::None) => found,
        (Found::One(a), Found::One(b)) if std::ptr::eq(a, b) || same(a, b) => Found::One(a),
        (one, other) => {
            let mut all: Vec<&Place> = Vec::new();
            for place in places(one).into_iter().chain(places(other)) {
                if !all.iter().any(|known| std::ptr::eq(*known, place)) {
                    all.push(place);
                }
            }
            Found::Several(all)
        }
    }
}

pub(super) fn places(found: Found<'_>) -> Vec<&Place> {
    match found {
        Found::One(place) => vec![place],
        Found::Several(places) => places,
        Found::None => vec![],
    }
}

/// Which of the places of one name is meant.
pub(super) fn decide(
    mut named: Vec<(&Place, Rank)>,
    decisive: Option<u32>,
    in_country: bool,
) -> Found<'_> {
    let weight = |(place, rank): &(&Place, Rank)| match rank {
        Rank::First | Rank::Begun => place.population,
        _ => place.population / 2,
    };
    named.sort_by_key(|named| std::cmp::Reverse((weight(named), named.0.population)));
    let mut all: Vec<(&Place, Rank)> = Vec::new();
    for found in named {
        if !all.iter().any(|(larger, _)| same(larger, found.0)) {
            all.push(found);
        }
    }
    let outweighs = |first, second| {
        let least = |times| weight(second).max(1).saturating_mul(times);
        decisive.is_some_and(|times| weight(first) >= least(times))
    };
    if let Some(place) = decisive.and_then(|times| called_so(&all, times, in_country)) {
        return Found::One(place);
    }
    // “Trnava” is the town in Slovakia, though Tirana has that name in another language.
    let is_first = |rank: &Rank| matches!(rank, Rank::First | Rank::Begun);
    let firsts = all.iter().filter(|(_, rank)| is_first(rank));
    let largest = firsts
        .map(|(place, _)| *place)
        .max_by_key(|place| place.population);
    if let (Some(largest), Some(times)) = (largest, decisive)
        && largest.population >= TOWN
        && all.iter().all(|(other, rank)| match rank {
            _ if std::ptr::eq(*other, largest) => true,
            Rank::First | Rank::Begun => {
                other.population.saturating_mul(times) <= largest.population
            }
            _ => other.population < largest.population.saturating_mul(times),
        })
    {
        return Found::One(largest);
    }
    match all.as_slice() {
        [] => Found::None,
        [(one, _)] => Found::One(one),
        [first, second, ..] if outweighs(first, second) && !rivals(&all) => Found::One(first.0),
        _ => Found::Several(all.into_iter().map(|(place, _)| place).collect()),
    }
}

/// Whether the largest place has the name in another language or of old, and a large city has it as its own: “Victoria” is
/// Hong Kong, and the capital of British Columbia.
fn rivals(all: &[(&Place, Rank)]) -> bool {
    const LARGE: u32 = 200_000;
    let other = all.first().is_some_and(|(_, rank)| *rank == Rank::Other);
    let own = |(place, rank): &(&Place, Rank)| *rank == Rank::First && place.population >= LARGE;
    other && all.iter().any(own)
}

/// The place that has exactly this name as its first one, if it is by far the largest of those, and at least as large as
/// every place whose name only begins so (“Freiberg” and “Freiberg am Neckar”) or, in one country, that is also called so.
fn called_so<'g>(all: &[(&'g Place, Rank)], times: u32, in_country: bool) -> Option<&'g Place> {
    let firsts = all.iter().filter(|(_, rank)| *rank == Rank::First);
    let largest = firsts
        .map(|(place, _)| *place)
        .max_by_key(|place| place.population)?;
    let is_less = |(other, rank): &(&Place, Rank)| match rank {
        _ if std::ptr::eq(*other, largest) => true,
        Rank::First => other.population.saturating_mul(times) <= largest.population,
        Rank::Begun => other.population <= largest.population,
        _ => in_country && other.population <= largest.population,
    };
    all.iter().all(is_less).then_some(largest)
}

pub(super) fn same(a: &Place, b: &Place) -> bool {
    a.country == b.country && kilometres(a.lat, a.lon, b.lat, b.lon) <= SAME
}
