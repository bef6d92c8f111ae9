//! The file's `calendar` object: what the calendar says about itself.

use super::json::{Json, Members, member};
use super::lists::Items;
use super::reader::Reader;
use super::scope::{Reading, Scope};
use super::{codes, date, links};
use crate::file::{About, Contact, Credit, Tiles, is_archive};
use crate::link::loadable;
use crate::marks;
use crate::problem::{Outcome, ProblemKind, Severity::Error, Severity::Warning};

/// Reads `calendar` into the reader's calendar; what is no object is kept as written.
pub(super) fn calendar(reader: &mut Reader<'_>, json: Json<'_>) {
    const NAME: &str = "calendar";
    reader.calendar.about = About::default();
    reader.calendar.rest.shift_remove(NAME);
    let mut file = reader.file();
    if let Some(members) = object(&mut file, NAME, json) {
        let about = about(file.inside(NAME), members);
        reader.calendar.about = about;
    } else {
        let rest = file.rest;
        reader.calendar.rest.extend(rest);
    }
}

fn about(mut scope: Scope<'_>, members: Members<'_>) -> About {
    let mut about = About::default();
    for (name, value) in members {
        match &*name {
            "title" => about.title = scope.text(&name, value),
            "description" => about.description = scope.text(&name, value),
            "language" => {
                about.language =
                    scope.formed(&name, value, codes::language, Warning, Outcome::Ignored);
            }
            "updated" => {
                about.updated =
                    scope.parsed(&name, value, date::wall_time, Warning, Outcome::Ignored);
            }
            "contact" => {
                if let Some(members) = object(&mut scope, &name, value) {
                    about.contact = contact(scope.inside(&name), members);
                }
            }
            "credits" => about.credits = credits(&mut scope, &name, value),
            "tiles" => about.tiles = tiles(&mut scope, &name, value),
            _ => scope.keep(&name, value),
        }
    }
    about.rest = scope.rest;
    about
}

/// The members of an object; what is none is refused.
fn object<'de>(scope: &mut Scope<'_>, name: &str, json: Json<'de>) -> Option<Members<'de>> {
    match json {
        Json::Object(members) => Some(members),
        absent if absent.is_absent() => None,
        other => {
            let (kind, done) = (ProblemKind::NotAnObject, Outcome::Ignored);
            scope.refuse(Error, kind, name, other, None, done);
            None
        }
    }
}

fn contact(mut scope: Scope<'_>, members: Members<'_>) -> Contact {
    let mut contact = Contact::default();
    for (name, value) in members {
        match &*name {
            "email" => contact.email = scope.text(&name, value),
            "url" => contact.url = links::address(&mut scope, &name, value),
            "repository" => contact.repository = scope.text(&name, value),
            _ => scope.keep(&name, value),
        }
    }
    contact.rest = scope.rest;
    contact
}

/// A list of `{text, url}`; a bare text is one without an address.
fn credits(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Vec<Credit> {
    if json.is_absent() {
        return Vec::new();
    }
    let mut items = Items::of(name, json);
    let mut credits = Vec::new();
    while let Some(item) = items.next() {
        if item.is_absent() {
            continue;
        }
        match item {
            Json::Text(text) if marks::shortened(&text).is_some() => {
                items.refuse(scope, ProblemKind::TooManyMarks, Json::Text(text));
            }
            Json::Text(text) => credits.push(Credit {
                text: scope.share(text),
                ..Credit::default()
            }),
            Json::Object(members) => credits.push(credit(scope.inside(&items.path()), members)),
            other => items.refuse(scope, ProblemKind::NotText, other),
        }
    }
    items.keep(scope);
    credits
}

fn credit(mut scope: Scope<'_>, members: Members<'_>) -> Credit {
    let mut credit = Credit::default();
    for (name, value) in members {
        match &*name {
            "text" => credit.text = scope.text(&name, value).unwrap_or_default(),
            "url" => credit.url = links::address(&mut scope, &name, value),
            _ => scope.keep(&name, value),
        }
    }
    credit.rest = scope.rest;
    credit
}

/// Whether tiles can be asked for there: on the web, or beside the page.
fn is_tile_address(url: &str) -> bool {
    let is_template = ["{z}", "{x}", "{y}"].iter().all(|part| url.contains(part));
    // One file is read in parts, and only from the page's own host.
    let is_file = is_archive(url) && !url.contains("//");
    loadable(url) && (is_template || is_file)
}

fn tiles(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Option<Tiles> {
    if json.is_absent() {
        return None;
    }
    let members = match json {
        Json::Object(members) if matches!(member(&members, "url"), Some(Json::Text(url)) if is_tile_address(url)) => {
            members
        }
        other => {
            let (kind, done) = (ProblemKind::NotTiles, Outcome::Ignored);
            scope.refuse(Error, kind, name, other, None, done);
            return None;
        }
    };
    let mut inside = scope.inside(name);
    let mut tiles = Tiles::default();
    for (name, value) in members {
        match &*name {
            "url" => tiles.url = inside.text(&name, value).unwrap_or_default(),
            "attribution" => tiles.attribution = inside.text(&name, value),
            "max_zoom" => tiles.max_zoom = zoom(&mut inside, &name, value),
            _ => inside.keep(&name, value),
        }
    }
    tiles.rest = inside.rest;
    Some(tiles)
}

/// Raster tiles are served to 19 or so; this is past any.
const DEEPEST_ZOOM: u8 = 30;

/// A zoom level.
fn zoom(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Option<u8> {
    let level = |text: &str| {
        text.parse::<u8>()
            .ok()
            .filter(|level| *level <= DEEPEST_ZOOM)
    };
    let read = |text: &str| match level(text.trim()) {
        Some(zoom) => Reading::Lenient(zoom, ProblemKind::NumberAsText, Some(zoom.to_string())),
        None => Reading::Bad(ProblemKind::NotAZoom, None),
    };
    if let Json::Number(number) = &json
        && let Some(zoom) = level(&number.to_string())
    {
        return Some(zoom);
    }
    scope.parsed(name, json, read, Warning, Outcome::Ignored)
}
