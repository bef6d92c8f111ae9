//! Events of Mobilizon's GraphQL interface (<https://docs.mobilizon.org/>): times in UTC, the position as
//! “lon;lat”.

use event_file::WallTime;
use event_file::event::Status;
use serde_json::Value;

use super::fields::{Object, list, plain, tags, text, time};
use crate::draft::{Draft, Stamp};
use crate::html;
use crate::table::value;

/// Fills an entry.
///
/// # Errors
/// It has no date.
pub fn fill(draft: &mut Draft, object: &Object) -> Result<(), String> {
    let item = Value::Object(object.clone());
    draft.put("title", text(&item, &["title"]).unwrap_or_default());
    draft.put(
        "description",
        &html::plain_if_markup(text(&item, &["description"]).unwrap_or_default()),
    );
    draft.put("url", text(&item, &["url"]).unwrap_or_default());
    draft.put(
        "online",
        text(&item, &["onlineAddress"])
            .filter(|_| item["options"]["isOnline"] == true)
            .unwrap_or_default(),
    );
    draft.put(
        "image",
        text(&item, &["picture", "url"]).unwrap_or_default(),
    );
    let status = text(&item, &["status"]).and_then(value::status);
    if let Some(status) = status.filter(|status| *status != Status::Scheduled) {
        draft.put("status", status.name());
    }
    tags(draft, object, "title");
    // A group speaks for itself; a person's account is no organizer's name.
    list(
        draft,
        "organizers",
        text(&item, &["attributedTo", "name"])
            .map(str::to_owned)
            .into_iter(),
    );
    if let Some(language) = text(&item, &["language"]).filter(|language| *language != "und") {
        draft.put("language", language);
    }
    place(draft, &item["physicalAddress"]);
    let zones = [
        text(&item, &["options", "timezone"]),
        text(&item, &["physicalAddress", "timezone"]),
    ];
    if let Some(zone) = zones.into_iter().flatten().next() {
        value::put(draft, "timezone", zone);
    }
    let key = text(&item, &["uuid"])
        .map(str::to_owned)
        .or_else(|| plain(item.get("id")?));
    draft.key = key.map(|key| format!("mobilizon:{key}"));
    draft.start = Some(time(text(&item, &["beginsOn"]), "beginsOn")?);
    draft.end = text(&item, &["endsOn"])
        .map(|end| time(Some(end), "endsOn"))
        .transpose()?;
    hidden(draft, &item["options"]);
    Ok(())
}

/// Takes away the hours that Mobilizon does not show.
fn hidden(draft: &mut Draft, options: &Value) {
    let zone = draft.text_of("timezone").map(str::to_owned);
    let day = |stamp: Stamp| {
        let date = match (stamp, zone.as_deref().and_then(tz_database::named)) {
            (Stamp::Moment(at), Some(zone)) => at.with_timezone(&zone).date_naive(),
            (Stamp::Moment(at), None) => at.date_naive(),
            (Stamp::Wall(at), _) => at.date,
        };
        Stamp::Wall(WallTime::day(date))
    };
    let (no_start, no_end) = (
        options["showStartTime"] == false,
        options["showEndTime"] == false,
    );
    if no_start || no_end {
        // A day alone says more than none, and the day of the start nothing.
        let first = draft.start.map(day);
        draft.end = draft.end.map(day).filter(|end| Some(*end) != first);
    }
    if no_start {
        draft.start = draft.start.map(day);
    }
}

fn place(draft: &mut Draft, address: &Value) {
    let part = |name: &str| text(address, &[name]).unwrap_or_default();
    let (description, city) = (part("description"), part("locality"));
    let street = [part("street"), part("postalCode")]
        .into_iter()
        .filter(|part| !part.is_empty());
    let street = street.collect::<Vec<_>>().join(", ");
    draft.put("region", part("region"));
    draft.put("country", part("country"));
    if city.is_empty() {
        let whole = [description, part("street"), part("region"), part("country")];
        let whole: Vec<&str> = whole.into_iter().filter(|part| !part.is_empty()).collect();
        draft.location = Some(whole.join(", ")).filter(|whole| !whole.is_empty());
    } else {
        draft.put("city", city);
        draft.put("place", description);
        draft.put("address", &street);
    }
    if let Some((lon, lat)) = text(address, &["geom"]).and_then(|geom| geom.split_once(';')) {
        value::put(draft, "lat", lat);
        value::put(draft, "lon", lon);
        // What a geocoder found for less than a house.
        let precision = match part("type") {
            "city" | "village" | "town" | "locality" | "postcode" | "municipality" => "city",
            "state" | "region" | "county" => "region",
            "country" => "country",
            "road" | "street" => "street",
            _ => "",
        };
        draft.put("precision", precision);
    }
}
