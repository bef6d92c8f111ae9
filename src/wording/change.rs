//! What an event was before it changed, in words.

use chrono::Duration;
use event_file::{Event, WallTime};
use listing::now::Now;

use super::{Language, place, time};
use crate::browser::changes::Before;

/// How long a change is marked.
const MARKED: Duration = Duration::days(7);

/// The changes to be marked, each in a sentence, the latest first: “New date or time. Before: Saturday, November 4, 14:00”.
pub fn marks(changes: &[Before], now: &Now, language: &Language) -> Vec<String> {
    late(changes, now)
        .filter_map(|change| sentence(change, language))
        .collect()
}

/// The same in short, for a card: the time that was announced before the last change, and that the place is a new one.
pub fn labels(changes: &[Before], event: &Event, now: &Now, language: &Language) -> Vec<String> {
    let last = |what: &str| late(changes, now).find(|change| change.what == what);
    let before = last("time").and_then(|change| Some(times(change)?.0));
    let before = before.filter(|before| Some(*before) != event.start);
    let moved = before.map(|before| {
        let before = short(before, event, language);
        language.text("change.moved_from", &[("time", &before)])
    });
    let place = last("place").filter(|change| !change.written.is_empty());
    let place = place.map(|_| language.text("change.place", &[]));
    moved.into_iter().chain(place).collect()
}

/// The changes of this week, the latest first.
fn late<'a>(changes: &'a [Before], now: &Now) -> impl Iterator<Item = &'a Before> {
    let line = (now.instant - MARKED).timestamp_millis() as f64;
    changes.iter().rev().filter(move |change| change.at >= line)
}

/// The start that is written, and the end if there is one.
fn times(change: &Before) -> Option<(WallTime, Option<WallTime>)> {
    let (start, end) = change
        .written
        .split_once('/')
        .unwrap_or((&change.written, ""));
    Some((start.parse().ok()?, end.parse().ok()))
}

/// A time as short as it is clear beside the event's own: the hour on the same day, the weekday within a week.
fn short(before: WallTime, event: &Event, language: &Language) -> String {
    let days = event
        .start
        .map(|start| (start.date - before.date).num_days());
    let time = before.time.map(|time| language.locale.time(time));
    let day = match days {
        Some(0) if time.is_some() => None,
        Some(-6..=6) => Some(language.locale.weekday(before.date).1),
        _ => Some(language.locale.month_day(before.date)),
    };
    match (day, time) {
        (Some(day), Some(time)) => {
            language.text("time.day_and_time", &[("day", &day), ("time", &time)])
        }
        (day, time) => day.or(time).unwrap_or_default(),
    }
}

fn sentence(change: &Before, language: &Language) -> Option<String> {
    let before = match change.what.as_str() {
        "time" => {
            let (start, end) = times(change)?;
            time::full(start, end, language)
        }
        "place" => located(&change.written, language),
        _ => change.written.clone(),
    };
    (!before.is_empty()).then(|| {
        let what = language.text(&format!("change.{}", change.what), &[]);
        let before = language.text("change.before", &[("text", &before)]);
        format!("{what}. {before}")
    })
}

/// A place as it is recorded, with the name of the country whose code is its last line.
fn located(written: &str, language: &Language) -> String {
    let Some((place, code)) = written.rsplit_once('\n') else {
        return written.to_owned();
    };
    let country = language.locale.country(code);
    let country = country.as_deref().unwrap_or(code);
    let names = [place, country];
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    place::in_order(&names, language)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::wording::samples::{english, event};

    fn before(what: &str, written: &str, at: &str) -> Before {
        let at = DateTime::parse_from_rfc3339(at).unwrap();
        Before {
            event: "rally".to_owned(),
            what: what.to_owned(),
            written: written.to_owned(),
            at: at.timestamp_millis() as f64,
        }
    }

    fn now() -> Now {
        Now::from(DateTime::parse_from_rfc3339("2023-11-04T12:00:00Z").unwrap())
    }

    /// What a card says of an event that begins on November 11 at 15:00.
    #[track_caller]
    fn check_labels(changes: &[Before], expected: &[&str]) {
        let event = event(r#""start": "2023-11-11T15:00""#);
        assert_eq!(labels(changes, &event, &now(), &english("en")), expected);
    }

    #[test]
    fn a_card_says_from_when_an_event_was_moved() {
        let moved = |written: &str, expected: &[&str]| {
            check_labels(&[before("time", written, "2023-11-01T00:00:00Z")], expected);
        };
        moved("2023-11-11T14:00/2023-11-11T17:00", &["Moved from 14:00"]);
        moved("2023-11-12T14:00", &["Moved from 2023-11-12, 14:00"]);
        moved("2023-12-12", &["Moved from 2023-12-12"]);
        // It is back where it was, or only its end has changed.
        moved("2023-11-11T15:00/2023-11-11T17:00", &[]);
        moved("", &[]);
        let late = before("time", "2023-11-11T14:00", "2023-10-27T00:00:00Z");
        check_labels(&[late], &[]);
    }

    #[test]
    fn a_card_says_what_was_before_the_last_change() {
        let at = "2023-11-01T00:00:00Z";
        let changes = [
            before("time", "2023-11-11T10:00", at),
            before("place", "Town hall, Lyon", at),
            before("time", "2023-11-11T14:00", at),
        ];
        check_labels(&changes, &["Moved from 14:00", "New place"]);
    }

    #[track_caller]
    fn check(what: &str, written: &str, at: &str, expected: &[&str]) {
        let change = before(what, written, at);
        assert_eq!(marks(&[change], &now(), &english("en")), expected);
    }

    #[test]
    fn a_change_is_marked_for_a_week() {
        let moved = "New date or time. Before: 2023-11-05, 14:00";
        check("time", "2023-11-05T14:00", "2023-10-29T00:00:00Z", &[moved]);
        check("time", "2023-11-05T14:00", "2023-10-28T00:00:00Z", &[]);
    }

    #[test]
    fn what_was_not_known_before_is_no_change() {
        let now = "2023-11-04T00:00:00Z";
        check("time", "", now, &[]);
        check("place", "", now, &[]);
        check(
            "place",
            "Town hall, Lyon",
            now,
            &["New place. Before: Town hall, Lyon"],
        );
        // Natively no country has a name.
        for (written, expected) in [("Lyon\nFR", "Lyon, FR"), ("\nFR", "FR")] {
            check(
                "place",
                written,
                now,
                &[&format!("New place. Before: {expected}")],
            );
        }
    }
}
