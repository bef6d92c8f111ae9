//! Where on the map: `lat` and `lon`, a GeoJSON Point, a route.

use serde_json::Value;

use super::cell::Cell;
use super::scope::{Reading, Scope};
use crate::problem::{Outcome, ProblemKind, Severity};
use geo::Position;
use geo::number;

const LAT: &str = "lat";
const LON: &str = "lon";
const GEOMETRY: &str = "geometry";

/// Why two numbers are no position: the field to blame, what is wrong, what was meant.
pub(super) struct Wrong {
    name: &'static str,
    kind: ProblemKind,
    meant: Option<Position>,
}

/// The position of an event. Nothing is swapped, clamped or wrapped: a wrong place is worse than none.
pub(super) fn position(
    scope: &mut Scope<'_>,
    lat: Cell<'_>,
    lon: Cell<'_>,
    geometry: Cell<'_>,
) -> Option<Position> {
    let written = !(lat.is_absent() && lon.is_absent());
    let fields = fields(scope, lat, lon);
    if geometry.is_absent() {
        return fields;
    }
    let done = match fields {
        Some(_) => Outcome::FieldsUsed,
        None => Outcome::WithoutPosition,
    };
    let Some((lat, lon, whole)) = point(&geometry) else {
        scope.refuse(
            Severity::Error,
            ProblemKind::NotAPoint,
            GEOMETRY,
            geometry,
            None,
            done,
        );
        return fields;
    };
    if written {
        if fields != Some(Position { lat, lon }) {
            let kind = ProblemKind::TwoPositions;
            scope.refuse(Severity::Warning, kind, GEOMETRY, geometry, None, done);
        } else if !whole {
            scope.keep(GEOMETRY, geometry);
        }
        return fields;
    }
    match judge(lat, lon) {
        Err(wrong) => {
            let write = wrong.meant.map(|at| {
                format!(
                    "\"coordinates\": [{}, {}]",
                    number::text(at.lon),
                    number::text(at.lat)
                )
            });
            scope.refuse(
                severity(wrong.kind),
                wrong.kind,
                GEOMETRY,
                geometry,
                write,
                done,
            );
            None
        }
        Ok(position) => {
            if !whole {
                scope.keep(GEOMETRY, geometry);
            }
            Some(position)
        }
    }
}

/// The position `lat` and `lon` give. When one of them is wrong, both are kept as written.
fn fields(scope: &mut Scope<'_>, lat: Cell<'_>, lon: Cell<'_>) -> Option<Position> {
    let read = match (lat.is_absent(), lon.is_absent()) {
        (true, true) => return None,
        (false, false) => {
            let (north, east) = (degrees(scope, LAT, &lat), degrees(scope, LON, &lon));
            north.zip(east)
        }
        (_, without_lon) => {
            let (name, cell) = if without_lon {
                (LAT, &lat)
            } else {
                (LON, &lon)
            };
            let (kind, done) = (ProblemKind::OnlyOneCoordinate, Outcome::WithoutPosition);
            scope.note(Severity::Error, kind, name, cell, done);
            None
        }
    };
    let position = read.and_then(|(north, east)| {
        judge(north, east)
            .map_err(|wrong| {
                let cell = if wrong.name == LAT { &lat } else { &lon };
                let (kind, done) = (wrong.kind, Outcome::WithoutPosition);
                scope
                    .note(severity(kind), kind, wrong.name, cell, done)
                    .suggestion = wrong.meant.map(|at| {
                    format!(
                        "\"lat\": {}, \"lon\": {}",
                        number::text(at.lat),
                        number::text(at.lon)
                    )
                });
            })
            .ok()
    });
    if position.is_none() {
        for (name, cell) in [(LAT, lat), (LON, lon)] {
            if !cell.is_absent() {
                scope.keep(name, cell);
            }
        }
    }
    position
}

/// A coordinate; one written as text is understood if it is a plain number.
fn degrees(scope: &mut Scope<'_>, name: &str, cell: &Cell<'_>) -> Option<f64> {
    let text = match cell {
        Cell::Number(number) => return number.as_f64(),
        Cell::Text(text) => text.as_ref(),
        _ => "",
    };
    match plain_number(text) {
        Reading::Good(value) | Reading::Lenient(value, ..) => {
            let (kind, done) = (ProblemKind::NumberAsText, Outcome::ReadSo);
            scope
                .note(Severity::Warning, kind, name, cell, done)
                .suggestion = Some(number::text(value));
            Some(value)
        }
        Reading::Bad(kind, write) => {
            scope
                .note(Severity::Error, kind, name, cell, Outcome::WithoutPosition)
                .suggestion = write;
            None
        }
    }
}

/// A plain decimal number; a comma, a degree sign or a compass letter is only suggested upon.
fn plain_number(text: &str) -> Reading<f64> {
    let text = text.trim();
    let plain = |text: &str| number::decimal(text).filter(|_| text.len() < 40);
    if let Some(value) = plain(text) {
        return Reading::Good(value);
    }
    let sign = if text.ends_with(['S', 'W']) { "-" } else { "" };
    let bare = text
        .trim_end_matches(['N', 'E', 'S', 'W'])
        .trim_end()
        .trim_end_matches('°');
    let bare = format!("{sign}{}", bare.replace('−', "-"));
    // "12,345" could be thousands elsewhere, but not in degrees.
    let bare = if bare.matches(',').count() == 1 {
        bare.replace(',', ".")
    } else {
        bare
    };
    Reading::Bad(ProblemKind::NotANumber, plain(&bare).map(number::text))
}

/// The position two numbers are, or why they are none.
pub(super) fn judge(lat: f64, lon: f64) -> Result<Position, Wrong> {
    let wrong = |name, kind, meant| Err(Wrong { name, kind, meant });
    let at = |lat, lon| Some(Position { lat, lon });
    if lat.abs() > 90.0 {
        return if lat.abs() <= 180.0 && lon.abs() <= 90.0 {
            wrong(LAT, ProblemKind::Swapped, at(lon, lat))
        } else {
            wrong(LAT, ProblemKind::LatOutOfRange, None)
        };
    }
    if lon.abs() > 180.0 {
        let turned = lon - 360.0_f64.copysign(lon);
        let meant = if turned.abs() <= 180.0 {
            at(lat, turned)
        } else {
            None
        };
        return wrong(LON, ProblemKind::LonOutOfRange, meant);
    }
    if lat == 0.0 && lon == 0.0 {
        return wrong(LAT, ProblemKind::NullIsland, None);
    }
    Ok(Position { lat, lon })
}

fn severity(kind: ProblemKind) -> Severity {
    match kind {
        ProblemKind::NullIsland => Severity::Warning,
        _ => Severity::Error,
    }
}

/// Latitude and longitude of a GeoJSON Point (RFC 7946, section 3.1.2), and whether that is all it says.
fn point(geometry: &Cell<'_>) -> Option<(f64, f64, bool)> {
    let Cell::Other(value) = geometry else {
        return None;
    };
    let members = value.as_object()?;
    let coordinates = members.get("coordinates")?.as_array()?;
    let [lon, lat, more @ ..] = coordinates.as_slice() else {
        return None;
    };
    (members.get("type")? == "Point").then_some(())?;
    let whole = more.is_empty() && members.len() == 2;
    Some((lat.as_f64()?, lon.as_f64()?, whole))
}

/// A march's path. One point that can't be read and the whole path is left out: a gap would lead
/// people the wrong way.
pub(super) fn route(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Vec<Position> {
    let list = match &cell {
        Cell::Absent => return Vec::new(),
        Cell::Other(value) => value.as_array(),
        _ => None,
    };
    if list.is_some_and(Vec::is_empty) {
        return Vec::new();
    }
    let path: Option<Vec<Position>> = list.and_then(|list| list.iter().map(stop).collect());
    match path {
        Some(path) if path.len() > 1 => path,
        _ => {
            let (kind, done) = (ProblemKind::NotARoute, Outcome::Ignored);
            scope.refuse(Severity::Error, kind, name, cell, None, done);
            Vec::new()
        }
    }
}

fn stop(value: &Value) -> Option<Position> {
    match value.as_array()?.as_slice() {
        [lat, lon] => judge(lat.as_f64()?, lon.as_f64()?).ok(),
        _ => None,
    }
}
