//! What the rules look at: the calendar's events with their entries, and the cities they name.

use event_file::problem::{Outcome, ProblemKind};
use event_file::{Calendar, Event, Problem};
use gazetteer::{Context, Found, Gazetteer, Place, kilometres};
use geo::Position;

/// An event and what is known around it.
pub struct Subject<'a> {
    /// Which entry of the file it is, from 0.
    pub entry: usize,
    /// The event.
    pub event: &'a Event,
    /// The places its city may be; none when the gazetteer does not know it.
    pub cities: Vec<&'a Place>,
    /// The one it is, when that is certain.
    pub city: Option<&'a Place>,
    /// Whether the file gives the event's id.
    pub has_id: bool,
}

/// From here on, in kilometres, a position is in no suburb of its city.
pub const FAR: f64 = 200.0;

impl<'a> Subject<'a> {
    /// The city nearest to a position, with the kilometres between.
    pub fn nearest_city(&self, at: Position) -> Option<(&'a Place, f64)> {
        let away = |place: &'a Place| (place, kilometres(at.lat, at.lon, place.lat, place.lon));
        let all = self.cities.iter().copied().map(away);
        all.min_by(|(_, a), (_, b)| a.total_cmp(b))
    }

    /// The position, unless it contradicts the city so much that one of them must be wrong.
    pub fn position(&self) -> Option<Position> {
        let trusted = |at: &Position| self.nearest_city(*at).is_none_or(|(_, away)| away <= FAR);
        self.event.position.filter(trusted)
    }
}

/// The events of a calendar; `problems` says which entries are none.
pub fn subjects<'a>(
    calendar: &'a Calendar,
    problems: &[Problem],
    gazetteer: &'a Gazetteer,
    has_id: impl Fn(usize) -> bool,
) -> Vec<Subject<'a>> {
    let none: std::collections::HashSet<usize> = problems
        .iter()
        .filter(|problem| problem.outcome == Outcome::NotShown)
        .filter(|problem| {
            matches!(
                problem.kind,
                ProblemKind::NotAnEvent | ProblemKind::EmptyEntry
            )
        })
        .filter_map(|problem| problem.entry)
        .collect();
    let entries = (0..).filter(|entry| !none.contains(entry));
    let subject = |(entry, event): (usize, &'a Event)| {
        let context = Context {
            region: event.region.as_deref(),
            country: event.country.as_deref(),
        };
        let city = event.city.as_deref().unwrap_or_default();
        Subject {
            entry,
            event,
            cities: gazetteer.called(city, &context),
            city: match gazetteer.find(city, &context) {
                Found::One(place) => Some(place),
                _ => None,
            },
            has_id: has_id(entry),
        }
    };
    entries.zip(&calendar.events).map(subject).collect()
}
