//! What an event was before it changed, in words.

use chrono::Duration;
use event_file::WallTime;
use listing::now::Now;

use super::{Language, time};
use crate::browser::changes::Before;

/// How long a change is marked.
const MARKED: Duration = Duration::days(7);

/// The changes to be marked, each in a sentence, the latest first: “New date or time. Before: Saturday, November 4, 14:00”.
pub fn marks(changes: &[Before], now: &Now, language: &Language) -> Vec<String> {
    let line = now.instant - MARKED;
    let is_late = |change: &&Before| change.at >= line.timestamp_millis() as f64;
    let changes = changes.iter().rev().filter(is_late);
    changes
        .filter_map(|change| sentence(change, language))
        .collect()
}

fn sentence(change: &Before, language: &Language) -> Option<String> {
    let before = match change.what.as_str() {
        "time" => {
            let (start, end) = change
                .written
                .split_once('/')
                .unwrap_or((&change.written, ""));
            let start: WallTime = start.parse().ok()?;
            time::full(start, end.parse().ok(), language)
        }
        _ => change.written.clone(),
    };
    (!before.is_empty()).then(|| {
        let what = language.text(&format!("change.{}", change.what), &[]);
        let before = language.text("change.before", &[("text", &before)]);
        format!("{what}. {before}")
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::wording::samples::english;

    #[track_caller]
    fn check(what: &str, written: &str, at: &str, expected: &[&str]) {
        let at = DateTime::parse_from_rfc3339(at).unwrap();
        let change = Before {
            what: what.to_owned(),
            written: written.to_owned(),
            at: at.timestamp_millis() as f64,
        };
        let now = Now::from(DateTime::parse_from_rfc3339("2023-11-04T12:00:00Z").unwrap());
        assert_eq!(marks(&[change], &now, &english("en")), expected);
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
    }
}
