//! What an editor sees when a source is imported again.

use std::sync::Arc;

use serde_json::{Value, json};

use super::*;
use crate::draft::Origin;

fn draft(key: Option<&str>, fields: Value) -> Draft {
    let source: Arc<str> = "sheet.csv".into();
    let mut draft = Draft::new(
        Origin {
            source,
            unit: "line",
            number: 1,
        },
        "",
    );
    draft.key = key.map(str::to_owned);
    draft.fields = fields.as_object().unwrap().clone();
    draft
}

/// Takes what a source says into a desk, as one run does.
fn take(desk: &mut Desk, drafts: Vec<Draft>) -> Vec<Change> {
    let mut drafts = drafts;
    let mut claims = desk.source(&mut drafts);
    let changes = drafts.into_iter();
    changes
        .map(|draft| desk.take(draft, &mut claims).1)
        .collect()
}

/// What an editor does to the first entry of the file.
fn edit<T>(desk: &mut Desk, does: impl FnOnce(&mut Map<String, Value>) -> T) {
    let mut fields = desk.entries[0].fields();
    does(&mut fields);
    desk.entries[0] = Entry::new(&fields);
}

fn march(start: &str) -> Value {
    json!({ "title": "March", "start": start, "city": "Lyon", "country": "FR" })
}

/// What a source says, and which entries of the file it has no longer.
fn gone(desk: &mut Desk, mut drafts: Vec<Draft>) -> Vec<String> {
    let mut claims = desk.source(&mut drafts);
    for draft in drafts {
        desk.take(draft, &mut claims);
    }
    let sources = ["sheet.csv".to_owned()].into();
    let gone = desk.gone(&claims, &sources, "2023-11-01".parse().unwrap(), None);
    let start = |at: usize| desk.entries[at].fields()["start"].to_string();
    gone.into_iter().map(start).collect()
}

#[test]
fn a_series_that_is_moved_replaces_its_dates() {
    let mut desk = Desk::default();
    let dates = |dates: &[(&str, &str)]| {
        let draft = |(key, start): &(&str, &str)| draft(Some(key), march(start));
        dates.iter().map(draft).collect::<Vec<_>>()
    };
    let before = dates(&[
        ("u/20231106T180000", "2023-11-06T18:00"),
        ("u/20231113T180000", "2023-11-13T18:00"),
        ("u/20231120T180000", "2023-11-20T18:00"),
    ]);
    take(&mut desk, before);
    // An editor's place stays.
    edit(&mut desk, |fields| {
        fields.insert("place".to_owned(), "Square".into())
    });
    let later = dates(&[
        ("u/20231106T190000", "2023-11-06T19:00"),
        ("u/20231114T190000", "2023-11-14T19:00"),
    ]);
    assert_eq!(gone(&mut desk, later.clone()), ["\"2023-11-20T18:00\""]);
    let starts: Vec<Value> = desk
        .entries
        .iter()
        .map(|entry| entry.fields()["start"].clone())
        .collect();
    assert_eq!(
        starts,
        ["2023-11-06T19:00", "2023-11-14T19:00", "2023-11-20T18:00"]
    );
    assert_eq!(desk.entries[0].fields()["place"], "Square");
    // The names are the new ones.
    let again = take(&mut desk, later);
    assert_eq!(again, vec![Change::Unchanged { kept: vec![] }; 2]);
}

#[test]
fn an_hour_that_an_editor_changed_stays_when_the_series_is_moved() {
    let mut desk = Desk::default();
    let before = draft(Some("u/20231106T180000"), march("2023-11-06T18:00"));
    take(&mut desk, vec![before]);
    edit(&mut desk, |fields| {
        fields.insert("start".to_owned(), "2023-11-06T18:30".into())
    });
    let later = draft(Some("u/20231106T190000"), march("2023-11-06T19:00"));
    let kept = vec!["start".to_owned()];
    assert_eq!(take(&mut desk, vec![later]), [Change::Unchanged { kept }]);
    assert_eq!(desk.entries[0].fields()["start"], "2023-11-06T18:30");
}

#[test]
fn rows_without_a_name_that_a_source_has_no_longer() {
    let mut desk = Desk::default();
    let rally =
        |start| json!({ "title": "Rally", "start": start, "city": "Leeds", "country": "GB" });
    let before = vec![
        draft(None, rally("2023-11-04T14:00")),
        draft(None, march("2023-11-05T14:00")),
        draft(None, march("2023-10-05T14:00")),
    ];
    take(&mut desk, before);
    let now = vec![
        draft(None, rally("2023-11-04T15:00")),
        draft(None, march("2023-11-05T14:00")),
    ];
    assert_eq!(gone(&mut desk, now), ["\"2023-11-04T14:00\""]);
}

#[test]
fn an_event_with_a_uid_that_its_source_has_no_longer_is_found() {
    let mut desk = Desk::default();
    let of_feed = vec![
        draft(Some("a@x"), march("2023-11-04T14:00")),
        draft(Some("b@x"), march("2023-11-05T14:00")),
    ];
    take(&mut desk, of_feed);
    let mut of_another = draft(Some("c@x"), march("2023-11-06T14:00"));
    of_another.origin.source = "other.ics".into();
    take(&mut desk, vec![of_another]);
    let now = vec![draft(Some("a@x"), march("2023-11-04T14:00"))];
    assert_eq!(gone(&mut desk, now), ["\"2023-11-05T14:00\""]);
    // A source without any entry has lost all.
    assert_eq!(gone(&mut desk, Vec::new()).len(), 2);
}

#[test]
fn the_same_again_changes_nothing() {
    let mut desk = Desk::default();
    assert_eq!(
        take(&mut desk, vec![draft(Some("a"), march("2023-11-04"))]),
        [Change::Added]
    );
    assert_eq!(
        take(&mut desk, vec![draft(Some("a"), march("2023-11-04"))]),
        [Change::Unchanged { kept: vec![] }]
    );
    assert_eq!(desk.entries.len(), 1);
}

#[test]
fn what_the_source_changed_is_taken() {
    let mut desk = Desk::default();
    take(&mut desk, vec![draft(Some("a"), march("2023-11-04"))]);
    let changes = take(&mut desk, vec![draft(Some("a"), march("2023-11-05T14:00"))]);
    let fields = vec![(
        "start".to_owned(),
        json!("2023-11-04"),
        json!("2023-11-05T14:00"),
    )];
    assert_eq!(
        changes,
        [Change::Updated {
            fields,
            kept: vec![]
        }]
    );
    assert_eq!(desk.entries[0].fields()["start"], "2023-11-05T14:00");
}

#[test]
fn what_an_editor_changed_stays() {
    let mut desk = Desk::default();
    take(&mut desk, vec![draft(Some("a"), march("2023-11-04"))]);
    edit(&mut desk, |fields| {
        fields.insert("title".to_owned(), "Great march".into())
    });
    edit(&mut desk, |fields| {
        fields.insert("place".to_owned(), "Place Bellecour".into())
    });
    let mut again = march("2023-11-04T15:00");
    again["title"] = "March for all".into();
    let changes = take(&mut desk, vec![draft(Some("a"), again.clone())]);
    let fields = vec![(
        "start".to_owned(),
        json!("2023-11-04"),
        json!("2023-11-04T15:00"),
    )];
    assert_eq!(
        changes,
        [Change::Updated {
            fields,
            kept: vec!["title".to_owned()]
        }]
    );
    assert_eq!(desk.entries[0].fields()["title"], "Great march");
    assert_eq!(desk.entries[0].fields()["place"], "Place Bellecour");
    // Told once: what the source said then is known by now.
    assert_eq!(
        take(&mut desk, vec![draft(Some("a"), again)]),
        [Change::Unchanged { kept: vec![] }]
    );
}

#[test]
fn what_an_editor_took_away_stays_away() {
    let mut desk = Desk::default();
    take(&mut desk, vec![draft(Some("a"), march("2023-11-04"))]);
    edit(&mut desk, |fields| fields.shift_remove("city"));
    take(&mut desk, vec![draft(Some("a"), march("2023-11-04"))]);
    assert!(!desk.entries[0].fields().contains_key("city"));
}

#[test]
fn an_entry_of_the_editors_own_is_only_filled() {
    let mut entry = march("2023-11-04").as_object().unwrap().clone();
    entry.insert("url".to_owned(), "https://www.example.org/march/".into());
    entry.shift_remove("city");
    let mut desk = Desk::new([entry.clone()].into_iter());
    let mut says = march("2023-11-04T14:00");
    says["url"] = "http://example.org/march?utm_source=mail".into();
    let changes = take(&mut desk, vec![draft(None, says)]);
    let fields = vec![("city".to_owned(), Value::Null, json!("Lyon"))];
    let kept = vec!["start".to_owned(), "url".to_owned()];
    assert_eq!(changes, [Change::Updated { fields, kept }]);
    assert_eq!(desk.entries.len(), 1);
}

#[test]
fn two_events_of_one_source_stay_two() {
    let mut desk = Desk::default();
    let mut other = march("2023-11-04");
    other["video"] = "https://example.org/2".into();
    let both = || vec![draft(None, march("2023-11-04")), draft(None, other.clone())];
    assert_eq!(take(&mut desk, both()), [Change::Added, Change::Added]);
    let same = Change::Unchanged { kept: vec![] };
    assert_eq!(take(&mut desk, both()), [same.clone(), same]);
    assert_eq!(desk.entries.len(), 2);
}

#[test]
fn the_very_same_row_twice_is_one() {
    let mut desk = Desk::default();
    let row = || draft(None, march("2023-11-04"));
    assert_eq!(
        take(&mut desk, vec![row(), row()]),
        [Change::Added, Change::Twice]
    );
}

#[test]
fn another_source_is_told_by_likeness() {
    let mut desk = Desk::default();
    take(&mut desk, vec![draft(Some("a"), march("2023-11-04T14:00"))]);
    let mut alike = march("2023-11-04");
    alike["title"] = "MARCH!".into();
    assert!(matches!(
        take(&mut desk, vec![draft(None, alike.clone())])[..],
        [Change::Unchanged { .. } | Change::Updated { .. }]
    ));
    alike["city"] = "Paris".into();
    assert_eq!(take(&mut desk, vec![draft(None, alike)]), [Change::Added]);
    assert_eq!(
        take(&mut desk, vec![draft(None, march("2023-11-04T18:00"))]),
        [Change::Added]
    );
}

#[test]
fn numbered_events_of_several_sheets_are_all_kept() {
    let sheet = |number: u32| -> Vec<Draft> {
        let rows = 1..=20_u32;
        let rows = rows.map(|row| {
            let mut fields = march("2023-11-04");
            fields["title"] = format!("March {number} {row}").into();
            fields["url"] = "https://example.org/marches".into();
            draft(None, fields)
        });
        rows.collect()
    };
    let mut desk = Desk::default();
    for _ in 0..2 {
        for number in 1..=20 {
            take(&mut desk, sheet(number));
        }
        assert_eq!(desk.entries.len(), 400);
    }
    let changes = take(&mut desk, sheet(1));
    assert_eq!(changes, vec![Change::Unchanged { kept: vec![] }; 20]);
}

#[test]
fn another_number_on_the_same_page_is_another_event() {
    let of = |title: &str| {
        let mut fields = march("2023-11-04");
        fields["title"] = title.into();
        fields["url"] = "https://example.org/march".into();
        vec![draft(None, fields)]
    };
    let mut desk = Desk::default();
    assert_eq!(take(&mut desk, of("March 1")), [Change::Added]);
    assert_eq!(take(&mut desk, of("March 2")), [Change::Added]);
}
