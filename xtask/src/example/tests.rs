//! The bundled calendar has everything its source has, and is up to date.

use std::collections::BTreeSet;

use super::*;

const HEADER: &str = "date,time,end_time,timezone,title,kind,place,address,city,region,country,lat,lon,precision,\
    organizers,attendance,url,source,language,title_local,place_local,city_local,language_local";

/// The file made from one line, or why there is none.
fn one(line: &str) -> Result<Value> {
    let file: Value = serde_json::from_str(&make(&format!("{HEADER}\r\n{line}\r\n"))?)?;
    Ok(file["events"][0].clone())
}

#[track_caller]
fn check(line: &str, expected: Value) {
    assert_eq!(one(line).unwrap(), expected);
}

#[test]
fn a_full_line_becomes_a_full_entry() {
    check(
        "2023-11-05,06:00,10:00,Asia/Jakarta,Rally,rally,Monas,\"Jl. Medan, 1\",Jakarta,Jakarta,ID,-6.1750,106.8272,place,\
         A;B,200-300,https://a.example/,https://b.example/,en,Aksi,Monumen,Djakarta,id",
        json!({
            "id": "jakarta-2023-11-05", "title": "Rally", "kind": "rally",
            "start": "2023-11-05T06:00", "end": "2023-11-05T10:00", "timezone": "Asia/Jakarta",
            "place": "Monas", "address": "Jl. Medan, 1", "city": "Jakarta", "region": "Jakarta", "country": "ID",
            "lat": -6.175, "lon": 106.8272, "precision": "place",
            "organizers": ["A", "B"], "attendance": { "low": 200, "high": 300 },
            "url": "https://a.example/", "source": "https://b.example/", "language": "en",
            "translations": { "id": { "title": "Aksi", "place": "Monumen", "city": "Djakarta" } }
        }),
    );
}

#[test]
fn what_is_not_known_is_left_out() {
    check(
        "2023-11-05,,,,Rally,,,,Jakarta,,,,,,,200,,,,,,,",
        json!({ "id": "jakarta-2023-11-05", "title": "Rally", "start": "2023-11-05", "city": "Jakarta", "attendance": 200 }),
    );
}

#[test]
fn what_cannot_be_carried_over_is_told() {
    for (line, reason) in [
        ("soon,,,,Rally,,,,Jakarta,,,,,,,,,,,,,,", "no date"),
        (
            "2023-11-05,noon,,,Rally,,,,Jakarta,,,,,,,,,,,,,,",
            "no time",
        ),
        (
            "2023-11-05,12:00,11:00,,R,,,,Jakarta,,,,,,,,,,,,,,",
            "it ends at 11:00",
        ),
        (
            "2023-11-05,,11:00,,R,,,,Jakarta,,,,,,,,,,,,,,",
            "it ends at 11:00",
        ),
        (
            "2023-11-05,,,,R,,,,Jakarta,,,91,0,,,,,,,,,,",
            "out of range",
        ),
        (
            "2023-11-05,,,,R,,,,Jakarta,,,0,east,,,,,,,,,,",
            "lon: `east`",
        ),
        ("2023-11-05,,,,R,,,,Jakarta,,,,,,,many,,,,,,,", "no number"),
        ("2023-11-05,,,,R,,,,Jakarta,,,,,,,9-2,,,,,,,", "no range"),
        (
            "2023-11-05,,,,R,,,,Jakarta,,,,,,,,,,,Aksi,,,",
            "language_local",
        ),
        (
            "2023-11-05,,,,R,,,,Jakarta,,,,,,,,,,,,,,id",
            "language_local",
        ),
    ] {
        let error = format!("{:#}", one(line).unwrap_err());
        assert!(
            error.starts_with("data/example.csv, line 2: "),
            "{line}: {error}"
        );
        assert!(error.contains(reason), "{line}: {error}");
    }
    assert!(make("date,colour\n").is_err(), "an unknown column");
}

#[test]
fn nothing_in_the_source_is_lost() {
    let csv = project::read(SOURCE).unwrap();
    let file: Value = serde_json::from_str(&make(&csv).unwrap()).unwrap();
    let events = file["events"].as_array().unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(events.len(), rows.len());
    for (event, row) in events.iter().zip(&rows) {
        for (column, cell) in entry::COLUMNS.iter().zip(row) {
            let found = match *column {
                _ if cell.is_empty() => true,
                "date" => event["start"]
                    .as_str()
                    .is_some_and(|start| start.starts_with(cell)),
                "time" => event["start"]
                    .as_str()
                    .is_some_and(|start| start.ends_with(cell)),
                "end_time" => event["end"].as_str().is_some_and(|end| end.ends_with(cell)),
                "lat" | "lon" => event[column].as_f64() == cell.parse().ok(),
                "organizers" => event[column]
                    .as_array()
                    .is_some_and(|all| all.iter().flat_map(Value::as_str).eq(cell.split(';'))),
                "attendance" => match cell.split_once('-') {
                    None => event[column].as_u64() == cell.parse().ok(),
                    Some((low, high)) => {
                        event[column]["low"].as_u64() == low.parse().ok()
                            && event[column]["high"].as_u64() == high.parse().ok()
                    }
                },
                "title_local" | "place_local" | "city_local" => {
                    let field = column.trim_end_matches("_local");
                    event["translations"][&row[22]][field] == *cell
                }
                "language_local" => event["translations"].get(cell).is_some(),
                _ => event[column] == *cell,
            };
            assert!(found, "{column} `{cell}` is not in {event}");
        }
    }
}

#[test]
fn ids_are_unique_and_fit_for_an_address() {
    let made = make(&project::read(SOURCE).unwrap()).unwrap();
    let file: Value = serde_json::from_str(&made).unwrap();
    let events = file["events"].as_array().unwrap();
    let ids: BTreeSet<_> = events
        .iter()
        .map(|event| event["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), events.len());
    for id in ids {
        assert!(
            id.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte)),
            "{id}"
        );
    }
}

#[test]
fn the_committed_calendar_is_the_one_made_from_the_source() {
    let made = make(&project::read(SOURCE).unwrap()).unwrap();
    let committed = project::read(TARGET).unwrap();
    assert!(
        made == committed || !is_bundled(&committed),
        "{TARGET} differs from {SOURCE}: run `cargo xtask example`"
    );
}

#[test]
fn a_calendar_of_one_s_own_is_not_the_bundled_one() {
    assert!(is_bundled(&make(&format!("{HEADER}\r\n")).unwrap()));
    assert!(!is_bundled(
        r#"{ "calendar": { "title": "Ours" }, "events": [] }"#
    ));
    assert!(!is_bundled("[]"));
    assert!(!is_bundled("not JSON"));
}

#[test]
fn the_app_reads_the_calendar_without_a_problem() {
    let csv = project::read(SOURCE).unwrap();
    let (calendar, problems) = event_file::read(make(&csv).unwrap().as_bytes()).unwrap();
    assert_eq!(problems, []);
    let rows = csv::Reader::from_reader(csv.as_bytes()).records().count();
    assert_eq!(calendar.events.len(), rows);
    assert!(calendar.events.iter().all(|event| event.rest.is_empty()));
    assert!(calendar.rest.is_empty() && calendar.about.rest.is_empty());
}
