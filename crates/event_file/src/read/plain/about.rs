//! What a calendar says about itself, where nothing is wrong with it.

use super::super::about::{DEEPEST_ZOOM, is_tile_address};
use super::super::codes;
use super::{any, event::wall_time, keep};
use crate::file::{About, Contact, Credit, Tiles};
use crate::link::clickable;
use json::Json;

/// Reads `calendar`.
pub(super) fn about(json: &mut Json<'_>) -> Option<About> {
    let mut about = About::default();
    if json.null() {
        return Some(about);
    }
    json.object()?;
    while let Some(name) = json.member()? {
        match name {
            "title" => about.title = json.shared(any)?,
            "description" => about.description = json.shared(any)?,
            "language" => about.language = json.shared(codes::is_language)?,
            "updated" => about.updated = wall_time(json)?,
            "contact" => about.contact = contact(json)?,
            "credits" => about.credits = credits(json)?,
            "tiles" => about.tiles = tiles(json)?,
            _ => keep(&mut about.rest, json, name)?,
        }
    }
    Some(about)
}

fn contact(json: &mut Json<'_>) -> Option<Contact> {
    let mut contact = Contact::default();
    if json.null() {
        return Some(contact);
    }
    json.object()?;
    while let Some(name) = json.member()? {
        match name {
            "email" => contact.email = json.shared(any)?,
            "url" => contact.url = json.shared(clickable)?,
            "repository" => contact.repository = json.shared(any)?,
            _ => keep(&mut contact.rest, json, name)?,
        }
    }
    Some(contact)
}

fn credits(json: &mut Json<'_>) -> Option<Vec<Credit>> {
    let mut credits = Vec::new();
    if json.null() {
        return Some(credits);
    }
    json.array()?;
    while json.item()? {
        let mut credit = Credit::default();
        json.object()?;
        while let Some(name) = json.member()? {
            match name {
                "text" => credit.text = json.shared(any)?.unwrap_or_default(),
                "url" => credit.url = json.shared(clickable)?,
                _ => keep(&mut credit.rest, json, name)?,
            }
        }
        credits.push(credit);
    }
    Some(credits)
}

fn tiles(json: &mut Json<'_>) -> Option<Option<Tiles>> {
    if json.null() {
        return Some(None);
    }
    let mut tiles = Tiles::default();
    json.object()?;
    while let Some(name) = json.member()? {
        match name {
            "url" => tiles.url = json.shared(is_tile_address)?.unwrap_or_default(),
            "attribution" => tiles.attribution = json.shared(any)?,
            "max_zoom" if json.null() => tiles.max_zoom = None,
            "max_zoom" => {
                let zoom = json.number()?.as_u64()?;
                tiles.max_zoom = Some(
                    u8::try_from(zoom)
                        .ok()
                        .filter(|zoom| *zoom <= DEEPEST_ZOOM)?,
                );
            }
            _ => keep(&mut tiles.rest, json, name)?,
        }
    }
    (!tiles.url.is_empty()).then_some(Some(tiles))
}
