//! Events of calendar programs' interfaces: Google Calendar (<https://developers.google.com/calendar/api/v3/reference/events>)
//! and Microsoft Graph (<https://learn.microsoft.com/graph/api/resources/event>).
//!
//! The end of an all-day event is exclusive, as in iCalendar.

use event_file::WallTime;
use serde_json::Value;

use super::fields::{Object, plain, text, time};
use crate::draft::{Draft, Stamp};
use crate::html;
use crate::table::value;

/// Whether an object is an event of one of them: its start is an object with a day, or a day and an hour.
pub fn is(object: &Object) -> bool {
    let start = object.get("start").and_then(Value::as_object);
    start.is_some_and(|start| start.contains_key("dateTime") || start.contains_key("date"))
}

/// Fills an entry. Who was invited and who wrote it is left out.
///
/// # Errors
/// It has no date, or is a rule for many.
pub fn fill(draft: &mut Draft, object: &Object) -> Result<(), String> {
    let item = Value::Object(object.clone());
    let first = |paths: &[&[&str]]| {
        let found = paths.iter().find_map(|path| text(&item, path));
        found.map(html::plain_if_markup).unwrap_or_default()
    };
    draft.put("title", &first(&[&["summary"], &["subject"]]));
    draft.put(
        "description",
        &first(&[&["description"], &["body", "content"], &["bodyPreview"]]),
    );
    let location = first(&[&["location"], &["location", "displayName"]]);
    draft.location = Some(location).filter(|location| !location.is_empty());
    address(draft, &item["location"]["address"]);
    let status = match item.get("isCancelled") == Some(&Value::Bool(true)) {
        true => "cancelled".to_owned(),
        false => first(&[&["status"]]),
    };
    if !status.is_empty() {
        value::put(draft, "status", &status);
    }
    draft.key = ["iCalUID", "iCalUId", "id"]
        .into_iter()
        .find_map(|name| item.get(name).and_then(plain));
    let zone = text(&item, &["start", "timeZone"]).and_then(value::zone);
    if let Some(zone) = zone.filter(|zone| zone != "UTC") {
        draft.put("timezone", &zone);
    }
    let is_rule = ["recurrence", "recurringEventRule"]
        .iter()
        .any(|name| item.get(*name).is_some_and(|rule| !rule.is_null()));
    if is_rule {
        return Err("a recurring event; export the calendar as iCalendar (.ics)".to_owned());
    }
    let is_day = item.get("isAllDay") == Some(&Value::Bool(true))
        || text(&item, &["start", "date"]).is_some();
    let start = stamp(&item["start"], "start")?;
    let end = match item.get("end") {
        Some(end) => Some(stamp(end, "end")?),
        None => None,
    };
    if is_day {
        let first = date(start);
        let last = end.map(date).and_then(|end| end.pred_opt());
        draft.start = Some(Stamp::Wall(WallTime::day(first)));
        draft.end = last
            .filter(|last| *last > first)
            .map(|last| Stamp::Wall(WallTime::day(last)));
    } else {
        draft.start = Some(start);
        draft.end = end.filter(|end| *end != start);
    }
    Ok(())
}

/// Puts what Graph knows of an address into an entry; its street only where nothing else says where in the city.
fn address(draft: &mut Draft, address: &Value) {
    for (from, to) in [
        ("city", "city"),
        ("state", "region"),
        ("countryOrRegion", "country"),
    ] {
        draft.put(to, text(address, &[from]).unwrap_or_default());
    }
    let street = text(address, &["street"]).unwrap_or_default();
    if draft.location.is_none() {
        draft.put("address", street);
    }
}

/// A day, or a day and an hour in the zone beside it.
fn stamp(value: &Value, name: &str) -> Result<Stamp, String> {
    let said = text(value, &["dateTime"]).or(text(value, &["date"]));
    // Graph writes `2023-11-04T14:00:00.0000000` and the zone beside it.
    let said = said.map(|said| match said.split_once('.') {
        Some((clock, rest)) if rest.bytes().all(|byte| byte.is_ascii_digit()) => clock,
        _ => said,
    });
    let is_utc = text(value, &["timeZone"]).is_some_and(|zone| zone == "UTC");
    let has_offset = said.is_some_and(|said| said.len() > 19);
    let utc = said.filter(|said| is_utc && !has_offset && said.len() > 10);
    match utc.map(|said| format!("{said}Z")) {
        Some(said) => time(Some(&said), name),
        None => time(said, name),
    }
}

fn date(stamp: Stamp) -> chrono::NaiveDate {
    match stamp {
        Stamp::Wall(at) => at.date,
        Stamp::Moment(at) => at.date_naive(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Origin;
    use serde_json::json;

    #[track_caller]
    fn check(value: &Value, expected: &str) {
        let object = value.as_object().unwrap();
        assert!(is(object));
        let (source, unit, number) = ("c".into(), "item", 1);
        let mut draft = Draft::new(
            Origin {
                source,
                unit,
                number,
            },
            "",
        );
        let found = match fill(&mut draft, object) {
            Ok(()) => {
                let text = |stamp: Option<Stamp>| stamp.map_or(String::new(), |at| at.to_string());
                let field = |name| draft.text_of(name).unwrap_or_default().to_owned();
                let (title, status, zone) = (field("title"), field("status"), field("timezone"));
                let (start, end) = (text(draft.start), text(draft.end));
                format!("{title}|{start}|{end}|{zone}|{status}")
            }
            Err(reason) => reason,
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn days_that_last_end_the_day_before() {
        check(
            &json!({ "summary": "Camp", "start": { "date": "2023-11-10" }, "end": { "date": "2023-11-13" } }),
            "Camp|2023-11-10|2023-11-12||",
        );
        check(
            &json!({ "summary": "Strike", "start": { "date": "2023-11-10" }, "end": { "date": "2023-11-11" } }),
            "Strike|2023-11-10|||",
        );
        check(
            &json!({ "subject": "Strike", "isAllDay": true, "isCancelled": true,
                "start": { "dateTime": "2023-11-10T00:00:00.0000000", "timeZone": "UTC" },
                "end": { "dateTime": "2023-11-11T00:00:00.0000000", "timeZone": "UTC" } }),
            "Strike|2023-11-10|||cancelled",
        );
    }

    #[test]
    fn a_list_as_graph_gives_it_has_its_places() {
        let text = r#"{ "@odata.context": "https://graph.microsoft.com/v1.0/me/events", "value": [ { "subject": "Picket",
            "start": { "dateTime": "2027-03-05T12:00:00.0000000", "timeZone": "UTC" },
            "end": { "dateTime": "2027-03-05T13:00:00.0000000", "timeZone": "UTC" },
            "location": { "displayName": "City Hall, Main St", "address": { "city": "Halifax", "state": "NS",
                "countryOrRegion": "Canada" } } } ] }"#;
        let options = crate::options::Options::new(chrono::NaiveDate::MIN);
        let read = crate::json::read(text, &"g.json".into(), None, &options).unwrap();
        let draft = &read.drafts[0];
        assert_eq!(draft.location.as_deref(), Some("City Hall, Main St"));
        let fields = ["title", "city", "region", "country"].map(|field| draft.text_of(field));
        let expected = ["Picket", "Halifax", "NS", "Canada"].map(Some);
        assert_eq!(fields, expected);
    }

    #[test]
    fn hours_have_their_zone() {
        check(
            &json!({ "summary": "March", "status": "confirmed",
                "start": { "dateTime": "2023-11-04T15:00:00+01:00", "timeZone": "Europe/Paris" },
                "end": { "dateTime": "2023-11-04T17:00:00+01:00", "timeZone": "Europe/Paris" } }),
            "March|2023-11-04T15:00:00+01:00|2023-11-04T17:00:00+01:00|Europe/Paris|scheduled",
        );
        check(
            &json!({ "summary": "Vigil", "start": { "dateTime": "2023-11-04T15:00:00Z" }, "recurrence": ["RRULE:FREQ=WEEKLY"] }),
            "a recurring event; export the calendar as iCalendar (.ics)",
        );
    }
}
