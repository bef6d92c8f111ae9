//! The file's `calendar` object, written.

use serde_json::{Map, Value};

use super::merge;
use crate::file::{About, Contact, Credit, Tiles};

/// What the calendar says about itself; empty when that is nothing.
pub fn about(about: &About) -> Map<String, Value> {
    let mut members = Map::new();
    text(&mut members, "title", about.title.as_deref());
    text(&mut members, "description", about.description.as_deref());
    text(&mut members, "language", about.language.as_deref());
    if about.contact != Contact::default() {
        members.insert("contact".to_owned(), contact(&about.contact));
    }
    let updated = about.updated.map(|at| at.to_string());
    text(&mut members, "updated", updated.as_deref());
    if !about.credits.is_empty() {
        let credits: Vec<Value> = about.credits.iter().map(credit).collect();
        members.insert("credits".to_owned(), credits.into());
    }
    if let Some(tiles) = &about.tiles {
        members.insert("tiles".to_owned(), self::tiles(tiles));
    }
    merge(&mut members, &about.rest);
    members
}

fn contact(contact: &Contact) -> Value {
    let mut members = Map::new();
    text(&mut members, "email", contact.email.as_deref());
    text(&mut members, "url", contact.url.as_deref());
    text(&mut members, "repository", contact.repository.as_deref());
    merge(&mut members, &contact.rest);
    members.into()
}

fn credit(credit: &Credit) -> Value {
    let mut members = Map::new();
    let words = (!credit.text.is_empty()).then_some(credit.text.as_str());
    text(&mut members, "text", words);
    text(&mut members, "url", credit.url.as_deref());
    merge(&mut members, &credit.rest);
    members.into()
}

fn tiles(tiles: &Tiles) -> Value {
    let mut members = Map::new();
    text(&mut members, "url", Some(&tiles.url));
    text(&mut members, "attribution", tiles.attribution.as_deref());
    if let Some(zoom) = tiles.max_zoom {
        members.insert("max_zoom".to_owned(), zoom.into());
    }
    merge(&mut members, &tiles.rest);
    members.into()
}

/// Adds a text there is.
pub(super) fn text(members: &mut Map<String, Value>, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        members.insert(name.to_owned(), text.into());
    }
}
