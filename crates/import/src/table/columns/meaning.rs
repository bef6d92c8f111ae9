//! What one heading means: the name of a field in many languages, the key of an object, or a question of a form.

use super::column::Column;
use super::conjunction::AND;
use super::from_until::hour_of;
use super::personal::is_personal;
use super::postcode;
use super::question;
use super::sent::is_sent;
use crate::words::{HEADINGS, plain};
use crate::zone_names;

/// What may be translated.
const TRANSLATED: [&str; 4] = ["title", "place", "city", "description"];

/// Objects whose inner names are those of a place: `venue.name`, `location.city`.
const PLACES: [&str; 8] = [
    "location",
    "place",
    "venue",
    "address",
    "geo",
    "coordinates",
    "position",
    "where",
];

/// What a heading means; `begin` and `finish` for a day or an hour.
pub fn meaning(heading: &str) -> Option<Column> {
    if heading.len() > 100 {
        return None;
    }
    // Drupal's own fields.
    let heading = heading.strip_prefix("field_").unwrap_or(heading);
    let words = plain(heading);
    if let Some(field) = HEADINGS.get(&words) {
        return Some(Column::Known(field));
    }
    if postcode::is_with_city(&words) {
        return Some(Column::Known("city"));
    }
    if let Some(field) = heading.rsplit_once('.').and_then(inner) {
        return Some(Column::Known(field));
    }
    if let Some(column) = translated(&words) {
        return Some(column);
    }
    if is_personal(heading) || is_sent(heading) {
        return None;
    }
    if let Some(field) = question::asked(heading) {
        return Some(Column::Known(field));
    }
    if let Some(field) = hour_of(&words) {
        return Some(Column::Known(field));
    }
    if is_whole_place(heading) {
        return Some(Column::Known("location"));
    }
    // “Ort (Treffpunkt)”, “Date / Datum”: either half.
    if let Some((first, second)) = heading.split_once(['(', '/', '|', '\n', '（']) {
        let halves = [first, second].map(|half| HEADINGS.get(&plain(half)));
        if let Some(field) = halves.into_iter().flatten().next() {
            return Some(Column::Known(field));
        }
    }
    day_and_hour(&words)
        .or_else(|| asked(&words))
        .or_else(|| of_event(&words))
        .or_else(|| in_a_zone(heading))
        .map(Column::Known)
}

/// “Día y hora”, “Datums un laiks”: a day and an hour in one column.
fn day_and_hour(words: &str) -> Option<&'static str> {
    let all: Vec<&str> = words.split(' ').collect();
    let of = |words: &[&str]| HEADINGS.get(&words.join(" ")).copied();
    let is_day = |words: &[&str]| matches!(of(words), Some("start" | "weekday"));
    let is_hour = |words: &[&str]| matches!(of(words), Some("time"));
    let parted = all.iter().enumerate().any(|(at, word)| {
        let (day, hour) = (all.get(..at), all.get(at + 1..));
        AND.contains(word) && day.is_some_and(is_day) && hour.is_some_and(is_hour)
    });
    let beside = (1..all.len()).any(|at| {
        let (day, hour) = all.split_at(at);
        // “कब समय” is the hour under “when”.
        is_day(day) && is_hour(hour) && !question::asks_for_field(&day.join(" "))
    });
    (parted || beside).then_some("start")
}

/// “Datetime UTC”, “start_utc”: a heading of days or hours that is known, and their zone.
fn in_a_zone(heading: &str) -> Option<&'static str> {
    const TIMES: [&str; 6] = ["start", "begin", "time", "end", "finish", "end_time"];
    let (rest, _) = zone_names::behind(heading)?;
    let field = HEADINGS.get(&plain(rest)).copied();
    field.filter(|field| TIMES.contains(field))
}

/// “Thema der Versammlung”, “lieu de la manif”: a heading that is known, and of what.
fn of_event(words: &str) -> Option<&'static str> {
    const OF: [&str; 22] = [
        "der", "des", "von", "of", "the", "de", "du", "la", "del", "della", "do", "da", "dell",
        "van", "af", "für", "for", "el", "l", "los", "fur", "dello",
    ];
    const EVENTS: [&str; 33] = [
        "demo",
        "demonstration",
        "versammlung",
        "kundgebung",
        "veranstaltung",
        "aktion",
        "mahnwache",
        "march",
        "rally",
        "protest",
        "action",
        "gathering",
        "vigil",
        "manif",
        "manifestation",
        "rassemblement",
        "marche",
        "acto",
        "marcha",
        "manifestacion",
        "concentracion",
        "protesta",
        "ato",
        "manifestacao",
        "protesto",
        "manifestazione",
        "presidio",
        "corteo",
        "betoging",
        "demonstratie",
        "actie",
        "demonstrationen",
        "mobilisation",
    ];
    let (field, rest) = words.split_once(' ')?;
    let rest: Vec<&str> = rest.split(' ').filter(|word| !OF.contains(word)).collect();
    let [event] = rest[..] else { return None };
    let is_event = EVENTS.contains(&event) || HEADINGS.get(event) == Some(&"title");
    HEADINGS.get(field).copied().filter(|_| is_event)
}

/// “City, State/Province, Country”, “Город, место”, “Lieu (ville)”: two parts or more of a place in one column.
fn is_whole_place(heading: &str) -> bool {
    let parts = heading.split([
        ',', '/', '&', '+', '、', '・', '，', '(', ')', '（', '）', '-', '–', ';',
    ]);
    let of = |part: &str| HEADINGS.get(&plain(part)).copied();
    let mut fields: Vec<&str> = Vec::new();
    for part in parts {
        let folded = plain(part);
        let words: Vec<&str> = folded.split(' ').collect();
        match of(part) {
            Some(field) => fields.push(field),
            // “Straße, PLZ, Ort”: beside a postal code stands a city.
            None if postcode::is(part) || postcode::is_with_city(&plain(part)) => {
                fields.push("city");
            }
            None => fields.extend(
                words
                    .split(|word| AND.contains(word))
                    .filter_map(|words| of(&words.join(" "))),
            ),
        }
    }
    let whole = ["address", "city", "region", "country", "place", "location"];
    fields.retain(|field| whole.contains(field));
    let exact = |field: &&str| ["place", "location"].contains(field);
    if fields.iter().any(exact)
        && !fields
            .iter()
            .any(|field| ["city", "region"].contains(field))
    {
        return false;
    }
    fields.dedup();
    fields.len() > 1
}

/// What a question of a form asks for: “When is it?”, “What time does it start?”, “Exact location *”.
fn asked(words: &str) -> Option<&'static str> {
    const AROUND: [&str; 38] = [
        "what", "is", "it", "the", "does", "do", "will", "be", "your", "of", "this", "exact",
        "full", "please", "required", "optional", "at", "in", "for", "to", "take", "place", "are",
        "a", "held", "local", "which", "welche", "welches", "wie", "lautet", "der", "die", "das",
        "quel", "quelle", "est", "cual",
    ];
    let left: Vec<&str> = words
        .split(' ')
        .filter(|word| !AROUND.contains(word))
        .collect();
    if left.is_empty() || left.len() > 3 {
        return None;
    }
    let field = HEADINGS.get(&left.join(" ")).copied();
    // “Does it start on time?” and the like ask for other things.
    field.filter(|_| left.join(" ") != words)
}

/// “title ar”, “title local”.
fn translated(words: &str) -> Option<Column> {
    let (field, language) = words.rsplit_once(' ')?;
    let field = TRANSLATED.into_iter().find(|name| *name == field)?;
    match language {
        "local" => Some(Column::Translated(field, None)),
        code if (2..=3).contains(&code.len()) && code.is_ascii() => {
            Some(Column::Translated(field, Some(code.to_owned())))
        }
        _ => None,
    }
}

/// The field of a name inside an object.
fn inner((outer, name): (&str, &str)) -> Option<&'static str> {
    let outer = outer
        .rsplit('.')
        .next()
        .unwrap_or(outer)
        .trim_end_matches("_id");
    let outer = outer.strip_prefix("field_").unwrap_or(outer);
    // “city_id:label” is what a city is called (CiviCRM).
    let name = name
        .strip_suffix(":label")
        .map_or(name, |name| name.trim_end_matches("_id"));
    let field = HEADINGS.get(&plain(name)).copied();
    let of = HEADINGS.get(&plain(outer)).copied();
    let place = PLACES.contains(&plain(outer).as_str())
        || matches!(of, Some("place" | "location" | "address" | "position"));
    match (name, of) {
        ("value" | "local" | "utc", Some("start" | "begin")) => return Some("start"),
        ("local" | "utc", Some("end" | "finish")) => return Some("end"),
        ("end_value", Some("start" | "begin")) => return Some("end"),
        _ => {}
    }
    match field {
        Some("title" | "place") if place => Some("place"),
        Some("title") if of == Some("organizers") => Some("organizers"),
        Some("address" | "city" | "region" | "country" | "lat" | "lon" | "timezone") if place => {
            field
        }
        Some("begin") | Some("start") if of == Some("start") => Some("start"),
        Some("finish") | Some("end") if of == Some("start") => Some("end"),
        Some("start") if of == Some("end") => Some("end"),
        Some("time") if of == Some("start") => Some("time"),
        Some("time") if of == Some("end") => Some("end_time"),
        Some("timezone") if matches!(of, Some("start" | "begin")) => Some("timezone"),
        _ => None,
    }
}
