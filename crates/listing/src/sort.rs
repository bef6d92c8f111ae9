//! Nearest first: distances on the Earth from a position that never leaves the page.

use event_file::Calendar;
use geo::Position;
use geo::distance_km;

/// `events` with their distances in kilometres from `position`, nearest first; equally near ones
/// stay in the order given, and those without a position come last.
pub fn nearest(calendar: &Calendar, events: &[u32], position: Position) -> Vec<(u32, Option<f64>)> {
    let known = |event: &u32| calendar.events.get(*event as usize)?.position;
    let mut sorted: Vec<(u32, Option<f64>)> = events
        .iter()
        .map(|event| (*event, known(event).map(|to| distance_km(position, to))))
        .collect();
    let key = |distance: Option<f64>| distance.unwrap_or(f64::INFINITY);
    sorted.sort_by(|(_, one), (_, other)| key(*one).total_cmp(&key(*other)));
    sorted
}
