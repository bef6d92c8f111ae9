//! Where an event stands in time, in words: “in 7 days”, “under way”, “over”.

use event_file::{Event, event::Status, zone::Zones};
use listing::{
    now::Now,
    stage::{self, Stage},
};

use super::Language;

/// Where an event stands in time.
pub struct Standing {
    /// In words.
    pub text: String,
    /// The CSS class.
    pub class: &'static str,
}

/// Where an event stands in time; `None` where its date is not known, or it does not take place then.
pub fn standing(
    event: &Event,
    now: &Now,
    zones: &dyn Zones,
    language: &Language,
) -> Option<Standing> {
    if matches!(event.status, Status::Cancelled | Status::Postponed) {
        return None;
    }
    let text = |key: &str| language.text(key, &[]);
    let (text, class) = match stage::stage(event, now, zones)? {
        Stage::Ahead(amount, unit) => (language.locale.relative(amount, unit), "ahead"),
        Stage::Begun => (text("stage.begun"), "now"),
        Stage::UnderWay => (under_way(event, now, language)?, "now"),
        Stage::Over => (text("stage.over"), "over"),
    };
    Some(Standing { text, class })
}

/// “Under way since 14:00”, of an earlier day “since Nov 3”.
fn under_way(event: &Event, now: &Now, language: &Language) -> Option<String> {
    let start = event.start?;
    let since = match start.time {
        Some(time) if start.date == now.today => language.locale.time(time),
        _ => language.locale.month_day(start.date),
    };
    Some(language.text("stage.since", &[("start", &since)]))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::wording::samples::{FixedZones, english, event};

    /// At 21:00 in Tokyo on November 4.
    fn check(fields: &str, expected: Option<&str>) {
        let now = Now::from(DateTime::parse_from_rfc3339("2023-11-04T12:00:00Z").unwrap());
        let event = event(&format!(r#""timezone": "Asia/Tokyo", {fields}"#));
        let found = standing(&event, &now, &FixedZones, &english("en"));
        assert_eq!(
            found.map(|found| found.text).as_deref(),
            expected,
            "{fields}"
        );
    }

    #[test]
    fn what_has_an_end_is_under_way_since_it_began() {
        check(
            r#""start": "2023-11-04T19:00", "end": "2023-11-04T22:00""#,
            Some("Under way since 19:00"),
        );
        check(
            r#""start": "2023-11-02", "end": "2023-11-06""#,
            Some("Under way since 2023-11-02"),
        );
        check(r#""start": "2023-11-04T19:00""#, Some("Has begun"));
        check(r#""start": "2023-11-03T19:00""#, Some("Over"));
    }

    #[test]
    fn what_does_not_take_place_stands_nowhere() {
        check(r#""start": "2023-11-08", "status": "cancelled""#, None);
    }
}
