//! Events of The Events Calendar, a plugin of WordPress, as its interface `/wp-json/tribe/events/v1/events` gives them
//! (<https://docs.theeventscalendar.com/rest-api/>): times are the venue's clock.

use serde_json::{Value, json};

use super::fields::{Object, list, plain, position, text, time};
use crate::draft::{Draft, Stamp};
use crate::html;
use crate::table::value;
use event_file::WallTime;

/// Whether an object is an event of the plugin: it has times in the venue's clock and in UTC, as no other program names them.
pub fn is(object: &Object) -> bool {
    let has = |name: &str| object.contains_key(name);
    let is_own = has("utc_start_date") || has("start_date_details") || has("hide_from_listings");
    let is_like = has("venue") && (has("organizer") || has("all_day") || has("global_id"));
    has("start_date") && (is_own || is_like && has("timezone"))
}

/// Fills an entry.
///
/// # Errors
/// It has no date.
pub fn fill(draft: &mut Draft, object: &Object) -> Result<(), String> {
    let item = Value::Object(object.clone());
    let line = |name: &str| html::plain_if_markup(text(&item, &[name]).unwrap_or_default());
    draft.put("title", &line("title").replace('\n', " "));
    let description = [line("description"), line("excerpt")];
    let description = description.into_iter().find(|text| !text.is_empty());
    draft.put("description", &description.unwrap_or_default());
    draft.put("url", text(&item, &["url"]).unwrap_or_default());
    draft.put("image", text(&item, &["image", "url"]).unwrap_or_default());
    draft.put("online", text(&item, &["virtual_url"]).unwrap_or_default());
    if let Some(website) = text(&item, &["website"]) {
        let link = json!([{ "label": website, "url": website }]);
        draft.fields.insert("links".to_owned(), link);
    }
    if let Some(cost) = text(&item, &["cost"]) {
        draft.put("cost", cost);
    }
    status(draft, &item);
    venue(draft, &item);
    let named = |name: &str, inner: &str| -> Vec<String> {
        let all = match item.get(name) {
            Some(Value::Array(all)) => all.clone(),
            Some(one @ Value::Object(_)) => vec![one.clone()],
            _ => Vec::new(),
        };
        let names = all.iter().filter_map(|one| plain(one.get(inner)?));
        names.map(|name| html::entities(&name)).collect()
    };
    list(
        draft,
        "organizers",
        named("organizer", "organizer").into_iter(),
    );
    let tags = named("categories", "name")
        .into_iter()
        .chain(named("tags", "name"));
    list(draft, "tags", tags);
    if let Some(zone) = text(&item, &["timezone"]).and_then(tz_database::named) {
        draft.put("timezone", zone.name());
    }
    draft.key = text(&item, &["global_id"]).map(str::to_owned).or_else(|| {
        item.get("id")
            .and_then(plain)
            .map(|id| format!("tribe:{id}"))
    });
    let is_day = item
        .get("all_day")
        .is_some_and(|said| said == true || said == "yes" || said == "1");
    let of = |name: &str| {
        let stamp = time(text(&item, &[name]), name)?;
        Ok::<Stamp, String>(if is_day { day(stamp) } else { stamp })
    };
    draft.start = Some(of("start_date")?);
    draft.end = match item.get("end_date").and_then(plain) {
        Some(_) => Some(of("end_date")?),
        None => None,
    };
    // An event without an end has its start there as well.
    draft.end = draft.end.filter(|end| Some(*end) != draft.start);
    Ok(())
}

fn status(draft: &mut Draft, item: &Value) {
    let Some(said) = text(item, &["event_status"]) else {
        return;
    };
    value::put(draft, "status", said);
}

fn venue(draft: &mut Draft, item: &Value) {
    let venue = match item.get("venue") {
        Some(Value::Array(venues)) => venues.first().unwrap_or(&Value::Null),
        Some(venue) => venue,
        None => return,
    };
    let part = |names: &[&str]| {
        let said = names.iter().find_map(|name| text(venue, &[name]));
        html::entities(said.unwrap_or_default())
    };
    draft.put("place", &part(&["venue"]));
    let street = [part(&["address"]), part(&["zip"])];
    let street: Vec<String> = street.into_iter().filter(|part| !part.is_empty()).collect();
    draft.put("address", &street.join(", "));
    draft.put("city", &part(&["city"]));
    draft.put("region", &part(&["province", "state", "stateprovince"]));
    draft.put("country", &part(&["country"]));
    position(draft, venue.get("geo_lat"), venue.get("geo_lng"));
}

fn day(stamp: Stamp) -> Stamp {
    Stamp::Wall(WallTime::day(match stamp {
        Stamp::Wall(at) => at.date,
        Stamp::Moment(at) => at.date_naive(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(value: &Value) -> Draft {
        let object = value.as_object().unwrap();
        assert!(is(object));
        let mut draft = Draft::example("");
        fill(&mut draft, object).unwrap();
        draft
    }

    #[test]
    fn nothing_of_an_event_is_lost() {
        let draft = draft(&json!({
            "id": 7, "global_id": "a.example?id=7", "status": "publish", "date": "2023-10-20 10:00:00",
            "title": "Corteo &#8211; Pace", "description": "<p>In <b>piazza</b></p>", "url": "https://a.example/7",
            "all_day": false, "start_date": "2023-11-04 15:00:00", "end_date": "2023-11-04 18:00:00",
            "utc_start_date": "2023-11-04 14:00:00", "timezone": "Europe/Rome", "event_status": "canceled",
            "venue": { "venue": "Piazza Verdi", "address": "Via Zamboni", "city": "Bologna", "country": "Italia",
                       "geo_lat": 44.49, "geo_lng": "11.35" },
            "organizer": [{ "organizer": "Rete", "email": "x@a.example" }], "categories": [{ "name": "Pace" }],
        }));
        let fields = Value::Object(draft.fields.clone());
        assert_eq!(draft.start.unwrap().to_string(), "2023-11-04T15:00");
        assert_eq!(draft.end.unwrap().to_string(), "2023-11-04T18:00");
        for (name, expected) in [
            ("title", "Corteo – Pace"),
            ("description", "In piazza"),
            ("place", "Piazza Verdi"),
            ("address", "Via Zamboni"),
            ("city", "Bologna"),
            ("timezone", "Europe/Rome"),
            ("status", "cancelled"),
            ("url", "https://a.example/7"),
        ] {
            assert_eq!(fields[name], expected, "{name}");
        }
        assert_eq!(
            (&fields["lat"], &fields["lon"]),
            (&json!(44.49), &json!(11.35))
        );
        assert_eq!(fields["organizers"], json!(["Rete"]));
    }

    #[test]
    fn whole_days() {
        let draft = draft(&json!({
            "status": "draft", "title": "A", "all_day": true, "venue": [], "utc_start_date": "x",
            "start_date": "2023-11-04 00:00:00", "end_date": "2023-11-04 23:59:59", "timezone": "UTC+1",
        }));
        assert_eq!(draft.start.unwrap().to_string(), "2023-11-04");
        assert_eq!(draft.end, None);
        assert_eq!(draft.text_of("timezone"), None);
    }
}
