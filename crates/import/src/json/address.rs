//! Addresses of schema.org and ActivityStreams: a text, or a PostalAddress.

use serde_json::Value;

use super::fields::{plain, position, text};
use crate::draft::Draft;

/// Puts a place into an entry: its name, address and position.
///
/// Sources: <https://schema.org/Place>, <https://schema.org/PostalAddress>,
/// <https://www.w3.org/TR/activitystreams-vocabulary/#dfn-place>.
pub fn put(draft: &mut Draft, place: &Value) {
    match place {
        Value::String(text) => {
            draft.location = Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        }
        Value::Array(places) => {
            // The first on Earth; streams beside it.
            let online = |place: &&Value| is_virtual(place);
            for place in places.iter().filter(online) {
                put(draft, place);
            }
            let on_earth = places.iter().find(|place| !is_virtual(place));
            on_earth.into_iter().for_each(|place| put(draft, place));
        }
        place if is_virtual(place) => {
            let url = [&["url"][..], &["address", "url"]]
                .into_iter()
                .find_map(|path| text(place, path));
            if let Some(url) = url.filter(|_| draft.text_of("online").is_none()) {
                draft.put("online", url);
            }
        }
        place => physical(draft, place),
    }
}

fn is_virtual(place: &Value) -> bool {
    let of =
        |path: &[&str]| text(place, path).is_some_and(|kind| kind.ends_with("VirtualLocation"));
    of(&["@type"]) || of(&["type"]) || of(&["address", "type"])
}

/// Puts a venue and its address in one text into an entry. The venue may be called like a town.
pub fn venue(draft: &mut Draft, name: &str, address: &str) {
    let location = if address.is_empty() { name } else { address };
    draft.location = Some(location.to_owned()).filter(|text| !text.is_empty());
    if !address.is_empty() && !address.contains(name) {
        draft.put("place", name);
    }
}

fn physical(draft: &mut Draft, place: &Value) {
    // An address may stand where a place belongs.
    let address = match place.get("streetAddress").or(place.get("addressLocality")) {
        Some(_) => place,
        None => place.get("address").unwrap_or(&Value::Null),
    };
    let name = text(place, &["name"]).unwrap_or_default().to_owned();
    match address {
        Value::String(address) => {
            venue(draft, &name, address.trim());
        }
        Value::Object(parts) => {
            let part = |name: &str| {
                parts
                    .get(name)
                    .and_then(|part| plain(part).or_else(|| plain(part.get("name")?)))
            };
            draft.put("place", &name);
            let street = [part("streetAddress"), part("postalCode")]
                .into_iter()
                .flatten();
            draft.put("address", &street.collect::<Vec<_>>().join(", "));
            for (from, to) in [
                ("addressLocality", "city"),
                ("addressRegion", "region"),
                ("addressCountry", "country"),
            ] {
                draft.put(to, &part(from).unwrap_or_default());
            }
        }
        _ => draft.location = Some(name).filter(|name| !name.is_empty()),
    }
    let geo = place.get("geo").unwrap_or(place);
    position(draft, geo.get("latitude"), geo.get("longitude"));
}
