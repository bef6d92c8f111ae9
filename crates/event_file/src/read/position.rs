//! Where on the map: `lat` and `lon`, a GeoJSON Point, a route.

use super::json::{Json, member};
use super::scope::{Reading, Scope};
use crate::problem::{Outcome, ProblemKind, Severity};
use geo::Position;
use geo::number;

const LAT: &str = "lat";
const LON: &str = "lon";
const GEOMETRY: &str = "geometry";

/// Why two numbers are no position: the field to blame, what is wrong, what was meant.
struct Wrong {
    name: &'static str,
    kind: ProblemKind,
    meant: Option<Position>,
}

/// The position of an event. Nothing is swapped, clamped or wrapped: a wrong place is worse than none.
pub(super) fn position(
    scope: &mut Scope<'_>,
    lat: Json<'_>,
    lon: Json<'_>,
    geometry: Json<'_>,
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
    match checked(lat, lon) {
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
fn fields(scope: &mut Scope<'_>, lat: Json<'_>, lon: Json<'_>) -> Option<Position> {
    let read = match (lat.is_absent(), lon.is_absent()) {
        (true, true) => return None,
        (false, false) => {
            let (north, east) = (degrees(scope, LAT, &lat), degrees(scope, LON, &lon));
            north.zip(east)
        }
        (_, without_lon) => {
            let (name, json) = if without_lon {
                (LAT, &lat)
            } else {
                (LON, &lon)
            };
            let (kind, done) = (ProblemKind::OnlyOneCoordinate, Outcome::WithoutPosition);
            scope.note(Severity::Error, kind, name, json, done);
            None
        }
    };
    let position = read.and_then(|(north, east)| {
        checked(north, east)
            .map_err(|wrong| {
                let json = if wrong.name == LAT { &lat } else { &lon };
                let (kind, done) = (wrong.kind, Outcome::WithoutPosition);
                scope
                    .note(severity(kind), kind, wrong.name, json, done)
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
        for (name, json) in [(LAT, lat), (LON, lon)] {
            if !json.is_absent() {
                scope.keep(name, json);
            }
        }
    }
    position
}

/// A coordinate; one written as text is understood if it is a plain number.
fn degrees(scope: &mut Scope<'_>, name: &str, json: &Json<'_>) -> Option<f64> {
    let text = match json {
        Json::Number(number) => return number.as_f64(),
        Json::Text(text) => text.as_ref(),
        _ => "",
    };
    match plain_number(text) {
        Reading::Good(value) | Reading::Lenient(value, ..) => {
            let (kind, done) = (ProblemKind::NumberAsText, Outcome::ReadSo);
            scope
                .note(Severity::Warning, kind, name, json, done)
                .suggestion = Some(number::text(value));
            Some(value)
        }
        Reading::Bad(kind, write) => {
            scope
                .note(Severity::Error, kind, name, json, Outcome::WithoutPosition)
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
fn checked(lat: f64, lon: f64) -> Result<Position, Wrong> {
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
fn point(geometry: &Json<'_>) -> Option<(f64, f64, bool)> {
    let Json::Object(members) = geometry else {
        return None;
    };
    let Json::List(coordinates) = member(members, "coordinates")? else {
        return None;
    };
    let [Json::Number(lon), Json::Number(lat), more @ ..] = &coordinates[..] else {
        return None;
    };
    let is_point = matches!(member(members, "type")?, Json::Text(kind) if kind == "Point");
    let whole = more.is_empty() && members.len() == 2;
    is_point.then_some((lat.as_f64()?, lon.as_f64()?, whole))
}

/// A march's path. One point that can't be read and the whole path is left out: a gap would lead
/// people the wrong way.
pub(super) fn route(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Vec<Position> {
    if json.is_absent() {
        return Vec::new();
    }
    let path: Option<Vec<Position>> = match &json {
        Json::List(points) => points.iter().map(waypoint).collect(),
        _ => None,
    };
    match path {
        Some(path) if path.len() != 1 => path,
        _ => {
            let (kind, done) = (ProblemKind::NotARoute, Outcome::Ignored);
            scope.refuse(Severity::Error, kind, name, json, None, done);
            Vec::new()
        }
    }
}

fn waypoint(json: &Json<'_>) -> Option<Position> {
    let Json::List(pair) = json else {
        return None;
    };
    match &pair[..] {
        [Json::Number(lat), Json::Number(lon)] => checked(lat.as_f64()?, lon.as_f64()?).ok(),
        _ => None,
    }
}
