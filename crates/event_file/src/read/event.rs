//! One entry judged field by field.

use super::cell::Cell;
use super::field::Field;
use super::row::Row;
use super::scope::{Reading, Scope};
use super::{attendance, codes, country, date, links, lists, position, translations};
use crate::WallTime;
use crate::event::{Event, Precision, Status};
use crate::problem::{Outcome, ProblemKind, Severity::Error, Severity::Warning};

/// Makes an event of the row's cells; `scope.rest` holds the unknown fields and gets those that
/// can't be read. An id that is missing or can't be read is left empty.
pub(super) fn event(row: &mut Row<'_>, geometry: Cell<'_>, mut scope: Scope<'_>) -> Event {
    let scope = &mut scope;
    let mut take = |field: Field| (field.name(), row.take(field));

    let (name, cell) = take(Field::Id);
    let id = scope.parsed(name, cell, codes::id, Warning, Outcome::IdDerived);
    let (name, cell) = take(Field::Title);
    let title = needed(
        scope,
        name,
        cell,
        ProblemKind::MissingTitle,
        Outcome::WithoutTitle,
        |scope, cell| scope.text_or(name, cell, Outcome::WithoutTitle),
    );
    let (name, cell) = take(Field::Kind);
    let kinds = lists::kinds(scope, name, cell);
    let (name, cell) = take(Field::Start);
    let start = needed(
        scope,
        name,
        cell,
        ProblemKind::MissingStart,
        Outcome::WithoutDate,
        |scope, cell| scope.parsed(name, cell, date::wall_time, Error, Outcome::WithoutDate),
    );
    let (name, cell) = take(Field::End);
    let end = scope.parsed(name, cell, |text| end(text, start), Error, Outcome::Ignored);
    let (name, cell) = take(Field::Timezone);
    let timezone = scope.parsed(name, cell, codes::timezone, Error, Outcome::Ignored);
    let (name, cell) = take(Field::Status);
    // What is not understood may well mean “cancelled”: the visitor must not rely on it.
    let unclear = if cell.is_absent() {
        Status::Scheduled
    } else {
        Status::Tentative
    };
    let status = scope
        .parsed(name, cell, codes::status, Error, Outcome::Unconfirmed)
        .unwrap_or(unclear);
    let (name, cell) = take(Field::Previously);
    let previously = scope.parsed(name, cell, date::wall_time, Error, Outcome::Ignored);

    let mut text = |field: Field| {
        let (name, cell) = take(field);
        scope.text(name, cell)
    };
    let place = text(Field::Place);
    let address = text(Field::Address);
    let city = text(Field::City);
    let region = text(Field::Region);
    let campaign = text(Field::Campaign);
    let description = text(Field::Description);
    let image_alt = text(Field::ImageAlt);
    let accessibility = text(Field::Accessibility);

    let (name, cell) = take(Field::Country);
    let country = scope.parsed(name, cell, country::country, Error, Outcome::Ignored);
    let (lat, lon) = (take(Field::Lat).1, take(Field::Lon).1);
    let position = position::position(scope, lat, lon, geometry);
    let (name, cell) = take(Field::Precision);
    // A word for “not exactly” is the likeliest thing not to be understood.
    let unclear = if cell.is_absent() {
        Precision::Place
    } else {
        Precision::City
    };
    let precision = scope
        .parsed(name, cell, codes::precision, Warning, Outcome::Approximate)
        .unwrap_or(unclear);
    let (name, cell) = take(Field::Route);
    let route = position::route(scope, name, cell);

    let (name, cell) = take(Field::Organizers);
    let organizers = lists::texts(scope, name, cell);
    let (name, cell) = take(Field::Tags);
    let tags = lists::texts(scope, name, cell);
    let (name, cell) = take(Field::Online);
    let online = links::address(scope, name, cell);
    let (name, cell) = take(Field::Url);
    let url = links::address(scope, name, cell);
    let (name, cell) = take(Field::Source);
    let sources = links::sources(scope, name, cell);
    let (name, cell) = take(Field::Links);
    let links = links::links(scope, name, cell);
    let (name, cell) = take(Field::Image);
    let image = links::image(scope, name, cell);

    let (name, cell) = take(Field::Language);
    let language = scope.parsed(name, cell, codes::language, Warning, Outcome::Ignored);
    let (name, cell) = take(Field::Translations);
    let translations = translations::translations(scope, name, cell);
    let (name, cell) = take(Field::Attendance);
    let attendance = attendance::attendance(scope, name, cell);
    let (name, cell) = take(Field::Verified);
    let verified = scope.parsed(name, cell, date::wall_time, Warning, Outcome::Ignored);
    let (name, cell) = take(Field::Updated);
    let updated = scope.parsed(name, cell, date::wall_time, Warning, Outcome::Ignored);

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
    cell: Cell<'c>,
    missing: ProblemKind,
    outcome: Outcome,
    read: impl FnOnce(&mut Scope<'_>, Cell<'c>) -> Option<T>,
) -> Option<T> {
    if cell.is_absent() {
        scope.note(Error, missing, name, &cell, outcome);
        None
    } else {
        read(scope, cell)
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
