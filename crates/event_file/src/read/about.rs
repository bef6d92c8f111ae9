//! The file's `calendar` object: what the calendar says about itself.

use serde_json::{Map, Value};

use super::cell::Cell;
use super::lists::Items;
use super::reader::Reader;
use super::scope::{Reading, Scope};
use super::{codes, date, links};
use crate::file::{About, Contact, Credit, Tiles, is_archive};
use crate::link::loadable;
use crate::problem::{Outcome, ProblemKind, Severity::Error, Severity::Warning};

/// Reads `calendar` into the reader's calendar; what is no object is kept as written.
pub(super) fn calendar(reader: &mut Reader, cell: Cell<'_>) {
    const NAME: &str = "calendar";
    reader.calendar.about = About::default();
    reader.calendar.rest.shift_remove(NAME);
    let mut file = reader.file();
    if let Some(members) = object(&mut file, NAME, cell) {
        let about = about(file.inside(NAME), members);
        reader.calendar.about = about;
    } else {
        let rest = file.rest;
        reader.calendar.rest.extend(rest);
    }
}

fn about(mut scope: Scope<'_>, members: Map<String, Value>) -> About {
    let mut about = About::default();
    for (name, value) in members {
        let name = name.as_str();
        let is_known = matches!(
            name,
            "title" | "description" | "language" | "contact" | "updated" | "credits" | "tiles"
        );
        if !is_known {
            scope.rest.insert(name.to_owned(), value);
            continue;
        }
        let cell = Cell::from(value);
        match name {
            "title" => about.title = scope.text(name, cell),
            "description" => about.description = scope.text(name, cell),
            "language" => {
                about.language =
                    scope.parsed(name, cell, codes::language, Warning, Outcome::Ignored);
            }
            "updated" => {
                about.updated =
                    scope.parsed(name, cell, date::wall_time, Warning, Outcome::Ignored);
            }
            "contact" => {
                if let Some(members) = object(&mut scope, name, cell) {
                    about.contact = contact(scope.inside(name), members);
                }
            }
            "credits" => about.credits = credits(&mut scope, name, cell),
            _ => about.tiles = tiles(&mut scope, name, cell),
        }
    }
    about.rest = scope.rest;
    about
}

/// The members of an object; what is none is refused.
fn object(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Option<Map<String, Value>> {
    match Value::from(cell) {
        Value::Object(members) => Some(members),
        Value::Null => None,
        other => {
            let (kind, done) = (ProblemKind::NotAnObject, Outcome::Ignored);
            scope.refuse(Error, kind, name, other.into(), None, done);
            None
        }
    }
}

fn contact(mut scope: Scope<'_>, members: Map<String, Value>) -> Contact {
    let mut contact = Contact::default();
    for (name, value) in members {
        match name.as_str() {
            "email" => contact.email = scope.text(&name, value.into()),
            "url" => contact.url = links::address(&mut scope, &name, value.into()),
            "repository" => contact.repository = scope.text(&name, value.into()),
            _ => {
                scope.rest.insert(name, value);
            }
        }
    }
    contact.rest = scope.rest;
    contact
}

/// A list of `{text, url}`; a bare text stands for one without an address.
fn credits(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Vec<Credit> {
    if cell.is_absent() {
        return Vec::new();
    }
    let mut items = Items::of(name, cell);
    let mut credits = Vec::new();
    for (path, item) in std::mem::take(&mut items.items) {
        match Value::from(item) {
            Value::Null => {}
            Value::String(text) => credits.push(Credit {
                text: text.into(),
                ..Credit::default()
            }),
            Value::Object(members) => credits.push(credit(scope.inside(&path), members)),
            other => {
                let (kind, done) = (ProblemKind::NotText, items.left_over());
                let cell = Cell::from(other);
                scope.note(Error, kind, &path, &cell, done);
                items.leave(cell);
            }
        }
    }
    items.keep(scope, name);
    credits
}

fn credit(mut scope: Scope<'_>, members: Map<String, Value>) -> Credit {
    let mut credit = Credit::default();
    for (name, value) in members {
        match name.as_str() {
            "text" => credit.text = scope.text(&name, value.into()).unwrap_or_default(),
            "url" => credit.url = links::address(&mut scope, &name, value.into()),
            _ => {
                scope.rest.insert(name, value);
            }
        }
    }
    credit.rest = scope.rest;
    credit
}

/// Whether tiles can be asked for there: on the web, or beside the page.
pub(super) fn is_tile_address(url: &str) -> bool {
    let is_template = ["{z}", "{x}", "{y}"].iter().all(|part| url.contains(part));
    // One file is read in parts, and only from the page's own host.
    let is_file = is_archive(url) && !url.contains("//");
    loadable(url) && (is_template || is_file)
}

fn tiles(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Option<Tiles> {
    if cell.is_absent() {
        return None;
    }
    let value = Value::from(cell);
    let url = match value.get("url") {
        Some(Value::String(url)) if is_tile_address(url) => url.as_str().into(),
        _ => {
            let (kind, done) = (ProblemKind::NotTiles, Outcome::Ignored);
            scope.refuse(Error, kind, name, value.into(), None, done);
            return None;
        }
    };
    let mut inside = scope.inside(name);
    let mut tiles = Tiles {
        url,
        ..Tiles::default()
    };
    let Value::Object(members) = value else {
        return None;
    };
    for (name, value) in members {
        match name.as_str() {
            "url" => {}
            "attribution" => tiles.attribution = inside.text(&name, value.into()),
            "max_zoom" => {
                tiles.max_zoom = zoom(&mut inside, &name, value.into());
            }
            _ => {
                inside.rest.insert(name, value);
            }
        }
    }
    tiles.rest = inside.rest;
    Some(tiles)
}

/// Raster tiles are served to 19 or so; this is past any.
pub(super) const DEEPEST_ZOOM: u8 = 30;

/// A zoom level.
fn zoom(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Option<u8> {
    let level = |text: &str| {
        text.parse::<u8>()
            .ok()
            .filter(|level| *level <= DEEPEST_ZOOM)
    };
    let read = |text: &str| match level(text.trim()) {
        Some(zoom) => Reading::Lenient(zoom, ProblemKind::NumberAsText, Some(zoom.to_string())),
        None => Reading::Bad(ProblemKind::NotAZoom, None),
    };
    if let Cell::Number(number) = &cell
        && let Some(zoom) = level(&number.to_string())
    {
        return Some(zoom);
    }
    scope.parsed(name, cell, read, Warning, Outcome::Ignored)
}
