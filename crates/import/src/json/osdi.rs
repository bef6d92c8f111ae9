//! Events of OSDI (<https://opensupporter.github.io/osdi-docs/events.html>), which Action Network speaks.
//!
//! OSDI's times are in UTC. Action Network writes the venue's own clock and puts a `Z` behind it.

use serde_json::Value;

use super::fields::{Object, plain, position, text, time};
use crate::draft::{Draft, Stamp};
use crate::html;
use crate::table::value;
use event_file::WallTime;

/// Whether an object is an event of OSDI: it has a start, and what else only OSDI names so.
pub fn is(object: &Object) -> bool {
    let has = |name: &str| object.contains_key(name);
    let location = object.get("location").and_then(Value::as_object);
    let place = location.is_some_and(|location| {
        let own = ["address_lines", "postal_code", "locality", "venue"];
        own.iter().any(|name| location.contains_key(*name))
    });
    let is_linked = object
        .get("_links")
        .and_then(Value::as_object)
        .is_some_and(|links| {
            links.contains_key("self") || links.keys().any(|name| name.starts_with("osdi:"))
        });
    let start = object.get("start_date").is_some_and(Value::is_string);
    start && (has("identifiers") || has("origin_system") || is_linked || place)
}

/// Fills an entry.
///
/// # Errors
/// It has no date.
pub fn fill(draft: &mut Draft, object: &Object) -> Result<(), String> {
    let item = Value::Object(object.clone());
    let local = of_action_network(&item);
    let of = |name: &str| {
        time(text(&item, &[name]), name).map(|stamp| if local { wall(stamp) } else { stamp })
    };
    let title = text(&item, &["title"]).or(text(&item, &["name"]));
    draft.put("title", title.unwrap_or_default());
    let description = text(&item, &["description"]).or(text(&item, &["summary"]));
    let more = text(&item, &["instructions"]).filter(|more| Some(*more) != description);
    let description = [description, more]
        .into_iter()
        .flatten()
        .map(html::plain_if_markup);
    draft.put("description", &description.collect::<Vec<_>>().join("\n\n"));
    draft.put("url", text(&item, &["browser_url"]).unwrap_or_default());
    draft.put(
        "image",
        text(&item, &["featured_image_url"]).unwrap_or_default(),
    );
    match text(&item, &["status"]) {
        Some("cancelled") => draft.put("status", "cancelled"),
        Some("tentative") => draft.put("status", "tentative"),
        _ => {}
    }
    location(draft, &item["location"]);
    let ids = item.get("identifiers").and_then(Value::as_array);
    let own = text(&item, &["_links", "self", "href"]).map(str::to_owned);
    draft.key = own.or_else(|| ids.and_then(|ids| ids.first()).and_then(plain));
    draft.start = Some(of("start_date")?);
    draft.end = text(&item, &["end_date"])
        .map(|_| of("end_date"))
        .transpose()?;
    if item["all_day"] == true
        && let Some(Stamp::Moment(at)) = draft.start
    {
        draft.start = Some(Stamp::Wall(WallTime::day(at.date_naive())));
        draft.end = None;
    }
    Ok(())
}

/// Whether Action Network wrote it.
fn of_action_network(item: &Value) -> bool {
    let ids = item
        .get("identifiers")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let named = ids
        .filter_map(Value::as_str)
        .any(|id| id.starts_with("action_network:"));
    let linked = text(item, &["_links", "self", "href"])
        .is_some_and(|link| link.contains("//actionnetwork.org/"));
    named || linked
}

fn wall(stamp: Stamp) -> Stamp {
    match stamp {
        Stamp::Moment(at) => {
            let clock = at.naive_utc();
            Stamp::Wall(WallTime {
                date: clock.date(),
                time: Some(clock.time()),
                offset: None,
            })
        }
        wall => wall,
    }
}

/// A location of OSDI, which Mobilize has as well.
pub fn location(draft: &mut Draft, location: &Value) {
    let part = |name: &str| text(location, &[name]).unwrap_or_default();
    draft.put("place", part("venue"));
    let lines = location
        .get("address_lines")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let lines = lines
        .filter_map(plain)
        .chain([part("postal_code").to_owned()]);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    draft.put("address", &lines.join(", "));
    draft.put("city", part("locality"));
    draft.put("region", part("region"));
    draft.put("country", part("country"));
    let at = &location["location"];
    position(draft, at.get("latitude"), at.get("longitude"));
    if draft.fields.contains_key("lat") {
        let precision = match text(at, &["accuracy"]).unwrap_or_default() {
            "Approximate" => "city",
            "Range Interpolated" | "Geometric Center" => "street",
            _ => "",
        };
        value::put(draft, "precision", precision);
        if precision.is_empty() {
            draft.fields.shift_remove("precision");
        }
    }
}
