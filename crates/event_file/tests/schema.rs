//! The JSON Schema that ships with the app says the same as the reader.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use event_file::problem::ProblemKind;
use event_file::read;
use serde_json::{Value, json};

fn at(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(&at("../../public/schema/marchmap-1.json")).unwrap()
}

/// The compiled schema. Compiling checks it against the meta-schema.
struct Validator(Schemas, SchemaIndex);

fn validator() -> Validator {
    const NAME: &str = "https://schema.example/marchmap-1.json";
    let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
    compiler.add_resource(NAME, schema()).unwrap();
    let index = compiler.compile(NAME, &mut schemas).unwrap();
    Validator(schemas, index)
}

/// What is wrong with the value, by the schema.
fn error(Validator(schemas, index): &Validator, value: &Value) -> Option<String> {
    let result = schemas.validate(value, *index);
    result.err().map(|error| format!("{error:#}"))
}

/// What a schema can't say, or says on purpose more freely.
const BEYOND: &[ProblemKind] = &[
    ProblemKind::EndBeforeStart,
    ProblemKind::LowAboveHigh,
    ProblemKind::NoSuchDay,
    ProblemKind::NullIsland,
    ProblemKind::RepeatedEntry,
    ProblemKind::RepeatedField,
    ProblemKind::RepeatedId,
    ProblemKind::TwoPositions,
];

#[test]
fn good_files_are_valid() {
    let validator = validator();
    for path in [
        "tests/read/object.json",
        "tests/read/object.written",
        "tests/read/array.json",
        "tests/read/array.written",
        "../../public/events.json",
    ] {
        let text = at(path);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(error(&validator, &value), None, "{path}");
        assert_eq!(read(text.as_bytes()).unwrap().1, [], "{path}");
    }
}

/// Every entry of the samples, read and validated by itself.
#[test]
fn an_entry_is_valid_when_the_reader_has_nothing_to_say() {
    let validator = validator();
    let mut seen = BTreeSet::new();
    for name in ["array", "dates", "places", "fields", "ids", "collection"] {
        let sample: Value = serde_json::from_str(&at(&format!("tests/read/{name}.json"))).unwrap();
        let (entries, in_collection) = match sample {
            Value::Array(entries) => (entries, false),
            mut file => (file["features"].as_array_mut().unwrap().split_off(0), true),
        };
        for entry in entries {
            let file = match in_collection {
                true => json!({ "type": "FeatureCollection", "features": [entry] }),
                false => json!([entry]),
            };
            let (_, problems) = read(file.to_string().as_bytes()).unwrap();
            let error = error(&validator, &file);
            if problems.is_empty() {
                assert_eq!(error, None, "{file}");
            } else if problems
                .iter()
                .any(|problem| !BEYOND.contains(&problem.kind))
            {
                // A kind written differently is, to the schema, a kind it does not know.
                let kinds = problems.iter().all(|problem| {
                    problem.kind == ProblemKind::Spelling
                        && problem.field.as_deref() == Some("kind")
                });
                assert!(kinds || error.is_some(), "valid, but {problems:?}\n{file}");
            }
            seen.extend(problems.iter().map(|problem| problem.kind.key()));
        }
    }
    assert!(seen.len() > 30, "the samples are varied: {seen:?}");
}

#[test]
fn what_stands_around_the_events_is_checked_too() {
    #[track_caller]
    fn check(file: Value, valid: bool) {
        let error = error(&validator(), &file);
        assert_eq!(error.is_none(), valid, "{file}: {error:?}");
    }
    check(json!([]), true);
    check(json!({ "events": [] }), true);
    check(
        json!({ "format": "marchmap/1", "calendar": {}, "events": [], "more": 1 }),
        true,
    );
    check(json!({ "type": "FeatureCollection", "features": [] }), true);
    check(json!({ "features": [] }), false);
    check(json!({ "format": "marchmap/2", "events": [] }), false);
    check(json!({ "calendar": [], "events": [] }), false);
    check(json!({ "calendar": {} }), false);
    check(json!({ "events": {} }), false);
    check(json!("text"), false);
    let tiles = |url: &str| json!({ "calendar": { "tiles": { "url": url } }, "events": [] });
    check(tiles("https://tile.example.org/{z}/{x}/{y}.png"), true);
    check(tiles("https://tile.example.org/{z}/{x}.png"), false);
    check(tiles("tiles/city.pmtiles"), true);
    check(tiles("https://tile.example.org/city.pmtiles"), false);
    check(tiles("//tile.example.org/city.pmtiles"), false);
}

#[test]
fn the_country_codes_are_those_that_are_read() {
    let schema = schema();
    let codes = schema["$defs"]["country"]["enum"].as_array().unwrap();
    let codes: Vec<&str> = codes.iter().filter_map(Value::as_str).collect();
    assert_eq!(codes.len(), 250);
    for code in codes {
        let file = json!([{ "title": "A", "start": "2023-11-04", "country": code }]);
        assert_eq!(read(file.to_string().as_bytes()).unwrap().1, [], "{code}");
    }
}
