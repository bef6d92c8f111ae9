//! One entry read field by field.

use super::field::Field;
use super::json::Json;
use super::row::Row;
use super::scope::{Reading, Scope};
use super::timezone::KnownZones;
use super::{attendance, codes, country, date, links, lists, position, translations};
use crate::event::{Event, Precision, Status};
use crate::problem::{Outcome, ProblemKind, Severity::Error, Severity::Warning};
use crate::wall_time::WallTime;

/// Makes an event of the row's values; `scope.rest` holds the unknown fields and gets those that
/// can't be read. An id that is missing or can't be read is left empty.
pub(super) fn event(
    row: &mut Row<'_>,
    geometry: Json<'_>,
    mut scope: Scope<'_>,
    zones: &mut KnownZones<'_>,
) -> Event {
    let scope = &mut scope;
    let mut take = |field: Field| (field.name(), row.take(field));

    let (name, json) = take(Field::Id);
    let id = scope.formed(name, json, codes::id, Warning, Outcome::IdDerived);
    let (name, json) = take(Field::Title);
    let title = needed(
        scope,
        name,
        json,
        ProblemKind::MissingTitle,
        Outcome::WithoutTitle,
        |scope, json| scope.text_or(name, json, Outcome::WithoutTitle),
    );
    let (name, json) = take(Field::Kind);
    let kinds = lists::kinds(scope, name, json);
    let (name, json) = take(Field::Start);
    let start = needed(
        scope,
        name,
        json,
        ProblemKind::MissingStart,
        Outcome::WithoutDate,
        |scope, json| scope.parsed(name, json, date::wall_time, Error, Outcome::WithoutDate),
    );
    let (name, json) = take(Field::End);
    let end = scope.parsed(name, json, |text| end(text, start), Error, Outcome::Ignored);
    let (name, json) = take(Field::Timezone);
    let timezone = scope.formed(
        name,
        json,
        |text| zones.timezone(text),
        Error,
        Outcome::Ignored,
    );
    let (name, json) = take(Field::Status);
    // What is not understood may well mean “canjsoned”: the visitor must not rely on it.
    let unclear = if json.is_absent() {
        Status::Scheduled
    } else {
        Status::Tentative
    };
    let status = scope
        .parsed(name, json, codes::status, Error, Outcome::Unconfirmed)
        .unwrap_or(unclear);
    let (name, json) = take(Field::Previously);
    let previously = scope.parsed(name, json, date::wall_time, Error, Outcome::Ignored);

    let mut text = |field: Field| {
        let (name, json) = take(field);
        scope.text(name, json)
    };
    let place = text(Field::Place);
    let address = text(Field::Address);
    let city = text(Field::City);
    let region = text(Field::Region);
    let campaign = text(Field::Campaign);
    let series = text(Field::Series);
    let description = text(Field::Description);
    let image_alt = text(Field::ImageAlt);
    let accessibility = text(Field::Accessibility);

    let (name, json) = take(Field::Country);
    let country = scope.formed(name, json, country::country, Error, Outcome::Ignored);
    let (lat, lon) = (take(Field::Lat).1, take(Field::Lon).1);
    let position = position::position(scope, lat, lon, geometry);
    let (name, json) = take(Field::Precision);
    // An unknown value most likely means “not exactly”.
    let unclear = if json.is_absent() {
        Precision::Place
    } else {
        Precision::City
    };
    let precision = scope
        .parsed(name, json, codes::precision, Warning, Outcome::Approximate)
        .unwrap_or(unclear);
    let (name, json) = take(Field::Route);
    let route = position::route(scope, name, json);

    let (name, json) = take(Field::Organizers);
    let organizers = lists::texts(scope, name, json);
    let (name, json) = take(Field::Tags);
    let tags = lists::texts(scope, name, json);
    let (name, json) = take(Field::Online);
    let online = links::address(scope, name, json);
    let (name, json) = take(Field::Url);
    let url = links::address(scope, name, json);
    let (name, json) = take(Field::Source);
    let sources = links::sources(scope, name, json);
    let (name, json) = take(Field::Links);
    let links = links::links(scope, name, json);
    let (name, json) = take(Field::Image);
    let image = links::image(scope, name, json);

    let (name, json) = take(Field::Language);
    let language = scope.formed(name, json, codes::language, Warning, Outcome::Ignored);
    let (name, json) = take(Field::Translations);
    let translations = translations::translations(scope, name, json);
    let (name, json) = take(Field::Attendance);
    let attendance = attendance::attendance(scope, name, json);
    let (name, json) = take(Field::Verified);
    let verified = scope.parsed(name, json, date::wall_time, Warning, Outcome::Ignored);
    let (name, json) = take(Field::Updated);
    let updated = scope.parsed(name, json, date::wall_time, Warning, Outcome::Ignored);

    Event {
        id: id.unwrap_or_default(),
        title: title.unwrap_or_default(),
        kinds,
        start,
        end,
        timezone,
        status,
        previously,
        place,
        address,
        city,
        region,
        country,
        position,
        precision,
        route,
        online,
        organizers,
        tags,
        campaign,
        series,
        url,
        sources,
        links,
        description,
        image,
        image_alt,
        language,
        translations,
        accessibility,
        attendance,
        verified,
        updated,
        rest: std::mem::take(&mut scope.rest),
    }
}

/// Reads a field every entry should have.
fn needed<'c, T>(
    scope: &mut Scope<'_>,
    name: &str,
    json: Json<'c>,
    missing: ProblemKind,
    outcome: Outcome,
    read: impl FnOnce(&mut Scope<'_>, Json<'c>) -> Option<T>,
) -> Option<T> {
    if json.is_absent() {
        scope.note(Error, missing, name, &json, outcome);
        None
    } else {
        read(scope, json)
    }
}

/// An end must not come before its start.
fn end(text: &str, start: Option<WallTime>) -> Reading<WallTime> {
    let reading = date::wall_time(text);
    let (Reading::Good(end) | Reading::Lenient(end, ..)) = &reading else {
        return reading;
    };
    match start {
        Some(start) if date::is_before(*end, start) => {
            let write = date::next_morning(*end, start).map(|end| end.to_string());
            Reading::Bad(ProblemKind::EndBeforeStart, write)
        }
        _ => reading,
    }
}
