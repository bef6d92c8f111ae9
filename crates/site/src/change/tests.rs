//! What counts as a change, and what the record keeps.

use event_file::zone::NoRules;
use texts::{PlaceNames, Words};

use super::*;
use crate::SiteUrl;
use export::Reader;

/// What changed from one list of events to another, as `id what: before → now`, with a record from an earlier run.
#[track_caller]
fn check(before: &str, after: &str, earlier: &[&str], expected: &[&str]) {
    let read = |events: &str| {
        let file = format!(r#"{{"events":[{events}]}}"#);
        event_file::read(file.into_bytes(), &NoRules).unwrap().0
    };
    let (before, after) = (read(before), read(after));
    let url = SiteUrl::read("https://a.org").unwrap();
    let words = Words::english();
    let instant: DateTime<Utc> = "2023-11-01T10:00:00Z".parse().unwrap();
    let mut changes = String::new();
    for entry in earlier {
        changes = format!(
            "{changes}{}{entry}",
            if changes.is_empty() { "" } else { "," }
        );
    }
    let changes = format!(
        r#"{{"format":"marchmap-changes/1","since":"2023-01-01T00:00:00Z","changes":[{changes}]}}"#
    );
    let record = record(&Input {
        calendar: &after,
        file: &[],
        now: Now {
            instant,
            today: instant.date_naive(),
        },
        url: &url,
        reader: Reader {
            words: &words,
            country: &|_| None,
            zones: &NoRules,
        },
        places: &PlaceNames::default(),
        before: Some(&before),
        app: None,
        manifest: None,
        changes: changes.as_bytes(),
    });
    let written = |change: &Change| {
        format!(
            "{} {}: {} → {}",
            change.id,
            change.what.name(),
            change.before,
            change.now
        )
    };
    let found: Vec<String> = record.changes.iter().map(written).collect();
    assert_eq!(found, expected);
}

const A: &str = r#"{"id":"a","title":"March","start":"2023-11-04T14:00","city":"Lyon"}"#;

#[test]
fn new_events_and_new_values_are_changes() {
    check(A, A, &[], &[]);
    let with = |old: &str, new: &str| A.replace(old, new);
    check("", A, &[], &["a new:  → 2023-11-04T14:00"]);
    check(
        A,
        &with("14:00", "16:00"),
        &[],
        &["a time: 2023-11-04T14:00 → 2023-11-04T16:00"],
    );
    check(A, &with("Lyon", "Paris"), &[], &["a place: Lyon → Paris"]);
    check(
        A,
        &with("}", r#","country":"FR"}"#),
        &[],
        &["a place: Lyon → Lyon\nFR"],
    );
    check(A, &with("March", "Rally"), &[], &["a title: March → Rally"]);
    check(
        A,
        &with("}", r#","status":"cancelled"}"#),
        &[],
        &["a status: scheduled → cancelled"],
    );
}

#[test]
fn other_fields_and_events_that_are_over_change_nothing() {
    check(
        A,
        &A.replace('}', r#","description":"x","url":"https://b.org"}"#),
        &[],
        &[],
    );
    check("", &A.replace("2023", "2022"), &[], &[]);
    check(A, "", &[], &[]);
}

#[test]
fn a_change_is_recorded_once_and_for_thirty_days() {
    let cancelled = A.replace('}', r#","status":"cancelled"}"#);
    let entry = |at: &str| {
        format!(
            r#"{{"at":"{at}","event":"a","what":"status","before":"scheduled","now":"cancelled"}}"#
        )
    };
    check(
        A,
        &cancelled,
        &[&entry("2023-10-30T00:00:00Z")],
        &["a status: scheduled → cancelled"],
    );
    check(
        A,
        A,
        &[&entry("2023-10-30T00:00:00Z")],
        &["a status: scheduled → cancelled"],
    );
    check(A, A, &[&entry("2023-09-30T00:00:00Z")], &[]);
}
