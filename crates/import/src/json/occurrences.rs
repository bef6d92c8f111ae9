//! The dates of one event in a list inside it: `event_times` of Facebook, `occurrences` and their like.

use serde_json::Value;

use super::fields::{Object, text};
use crate::draft::Draft;
use crate::table::moments::moment;
use crate::when::{self, Span};

/// Names of such lists.
const LISTS: [&str; 10] = [
    "event_times",
    "eventTimes",
    "occurrences",
    "instances",
    "event_dates",
    "eventDates",
    "sessions",
    "dates",
    "event_instances",
    "date_time",
];
/// Names of a beginning and of an end.
const STARTS: [&str; 8] = [
    "start_time",
    "startTime",
    "start",
    "start_date",
    "startDate",
    "starts_at",
    "begin",
    "time_start",
];
const ENDS: [&str; 8] = [
    "end_time", "endTime", "end", "end_date", "endDate", "ends_at", "finish", "time_end",
];

/// The name and the dates of the list of an object, if all of its objects have a beginning that is written exactly.
pub fn find(object: &Object) -> Option<(&'static str, Vec<Span>)> {
    LISTS.into_iter().find_map(|name| {
        let items = object
            .get(name)?
            .as_array()
            .filter(|items| !items.is_empty())?;
        let spans: Option<Vec<Span>> = items.iter().map(span).collect();
        Some((name, spans?))
    })
}

fn span(item: &Value) -> Option<Span> {
    // `{ "event_instance": { … } }`.
    let inner = item.as_object().filter(|object| object.len() == 1);
    let item = inner
        .and_then(|object| object.values().next().filter(|inner| inner.is_object()))
        .unwrap_or(item);
    let at = |names: &[&str]| names.iter().find_map(|name| text(item, &[name]));
    let start = moment(when::exactly(at(&STARTS)?)?);
    let end = at(&ENDS).and_then(when::exactly).map(moment);
    Some(Span { start, end })
}

/// Gives an entry the dates of a list, each an event.
pub fn put(draft: &mut Draft, mut spans: Vec<Span>) {
    spans.sort_by_key(|span| span.start.to_string());
    spans.dedup_by_key(|span| span.start);
    let mut spans = spans.into_iter();
    let Some(first) = spans.next() else { return };
    // The entry's own beginning may be that of the first date, with an end beside it.
    let own_end = draft.end.filter(|_| draft.start == Some(first.start));
    (draft.start, draft.end) = (Some(first.start), first.end.or(own_end));
    draft.also = spans.collect();
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::options::Options;

    #[track_caller]
    fn check(json: &str, expected: &[&str]) {
        let source: Arc<str> = "s.json".into();
        let options = Options::new(chrono::NaiveDate::MIN);
        let read = crate::json::read(json, &source, None, &options).unwrap();
        let mut found: Vec<String> = read
            .drafts
            .iter()
            .map(|draft| {
                let end = draft.end.map_or(String::new(), |end| format!(" - {end}"));
                format!("{}{end}", draft.start.unwrap())
            })
            .collect();
        found.sort();
        assert_eq!(found, expected, "{json}");
    }

    #[test]
    fn every_date_in_a_list_is_an_event() {
        check(
            r#"[{ "name": "Stand", "city": "Delft", "start_time": "2023-11-07T12:00:00+0100", "event_times": [
                { "id": "2", "start_time": "2023-11-14T12:00:00+0100" },
                { "id": "1", "start_time": "2023-11-07T12:00:00+0100" } ] }]"#,
            &["2023-11-07T12:00:00+01:00", "2023-11-14T12:00:00+01:00"],
        );
    }

    #[test]
    fn a_full_end_under_the_name_of_an_hour() {
        check(
            r#"[{ "name": "Stand", "city": "Delft", "start_time": "2023-11-07T12:00:00+0100",
                "end_time": "2023-11-07T14:00:00+0100" }]"#,
            &["2023-11-07T12:00:00+01:00 - 2023-11-07T14:00:00+01:00"],
        );
    }

    #[test]
    fn hours_that_mobilizon_does_not_show_are_left_out() {
        let event = |options: &str| {
            format!(
                r#"{{ "title": "Stand", "beginsOn": "2023-11-06T23:30:00Z", "endsOn": "2023-11-07T01:00:00Z",
                    "options": {{ "timezone": "Europe/Paris"{options} }} }}"#
            )
        };
        check(&event(""), &["2023-11-06T23:30:00Z - 2023-11-07T01:00:00Z"]);
        check(&event(r#", "showStartTime": false"#), &["2023-11-07"]);
        check(
            &event(r#", "showEndTime": false"#),
            &["2023-11-06T23:30:00Z"],
        );
    }
}
