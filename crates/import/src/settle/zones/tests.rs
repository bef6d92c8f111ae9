//! Hours in a zone of the source, at venues in others.

use super::super::settle;
use super::*;

/// An entry whose hours are in a zone, at a venue: its start and zone, or why it is rejected.
#[track_caller]
fn check(start: &str, hours_in: &str, venue: Option<&str>, expected: &str) {
    let mut draft = Draft::example("");
    draft.put("title", "Vigil");
    draft.put("timezone", hours_in);
    draft.start = Some(Stamp::Wall(start.parse().unwrap()));
    set_aside(&mut draft);
    if let (Some(venue), None) = (venue, draft.text_of("timezone")) {
        draft.put("timezone", venue);
    }
    let found = match settle(draft) {
        Ok(draft) => {
            let zone = draft.text_of("timezone").unwrap_or("-");
            format!("{} {zone}", draft.text_of("start").unwrap_or_default())
        }
        Err(reject) => reject
            .reason
            .split(';')
            .next()
            .unwrap_or_default()
            .to_owned(),
    };
    assert_eq!(found, expected, "{start} {hours_in} {venue:?}");
}

#[test]
fn the_venues_own_name_for_its_clock_is_its_clock() {
    check(
        "2027-07-03T10:00",
        "MST",
        Some("America/Phoenix"),
        "2027-07-03T10:00 America/Phoenix",
    );
    check(
        "2027-07-03T10:00",
        "EST",
        Some("America/Jamaica"),
        "2027-07-03T10:00 America/Jamaica",
    );
    check(
        "2027-07-03T10:00",
        "AST",
        Some("America/Puerto_Rico"),
        "2027-07-03T10:00 America/Puerto_Rico",
    );
    check(
        "2027-07-03T10:00",
        "MST",
        Some("America/Denver"),
        "2027-07-03T10:00 America/Denver",
    );
    check(
        "2027-07-03T10:00",
        "EST",
        Some("America/Chicago"),
        "2027-07-03T09:00 America/Chicago",
    );
}

#[test]
fn hours_in_another_zone_become_those_of_the_venue() {
    let at = "2023-11-04T18:00";
    check(at, "UTC", Some("Asia/Tokyo"), "2023-11-05T03:00 Asia/Tokyo");
    check(
        at,
        "Etc/UTC",
        Some("Asia/Tokyo"),
        "2023-11-05T03:00 Asia/Tokyo",
    );
    check(
        at,
        "мск",
        Some("Europe/Berlin"),
        "2023-11-04T16:00 Europe/Berlin",
    );
    check(
        at,
        "EST",
        Some("America/New_York"),
        "2023-11-04T18:00 America/New_York",
    );
    check(
        at,
        "PST",
        Some("America/New_York"),
        "2023-11-04T21:00 America/New_York",
    );
    check(
        at,
        "GMT+8",
        Some("Asia/Manila"),
        "2023-11-04T18:00 Asia/Manila",
    );
    check(
        at,
        "CST",
        Some("Asia/Shanghai"),
        "2023-11-04T18:00 Asia/Shanghai",
    );
    check(
        at,
        "MEZ",
        Some("Europe/London"),
        "2023-11-04T17:00 Europe/London",
    );
    check(
        at,
        "Ortszeit",
        Some("Europe/London"),
        "2023-11-04T18:00 Europe/London",
    );
    check(
        at,
        "??",
        Some("Europe/London"),
        "2023-11-04T18:00 Europe/London",
    );
    check(
        "2023-11-04",
        "UTC",
        Some("Asia/Tokyo"),
        "2023-11-04 Asia/Tokyo",
    );
    // A zone of a place is what the source says.
    check(
        at,
        "America/Chicago",
        Some("America/New_York"),
        "2023-11-04T18:00 America/Chicago",
    );
    check(
        at,
        "CST",
        Some("Europe/London"),
        "its hours are in “CST”, which may be America/Chicago or America/Mexico_City or America/Havana or Asia/Shanghai or Asia/Taipei",
    );
}

#[test]
fn hours_in_a_zone_without_a_place() {
    let at = "2023-11-04T18:00";
    check(at, "UTC", None, "2023-11-04T18:00:00Z -");
    check(at, "UTC+2", None, "2023-11-04T16:00:00Z -");
    check(at, "MEZ", None, "2023-11-04T18:00 Europe/Berlin");
    check(at, "??", None, "2023-11-04T18:00 -");
}
