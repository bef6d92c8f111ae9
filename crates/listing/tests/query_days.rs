//! On which days a query finds an event, at the moments that are easily got wrong.

#![allow(clippy::unwrap_used)]

mod query_world;

use chrono::Datelike;
use listing::index::Index;
use listing::results::results;
use query::{Query, When};
use query_world::{World, calendar, now};

/// The days a query finds at a moment by a visitor in a zone: `4:tokyo,lima 5:lima`, `-` for no date.
fn days(lines: &[&str], query: &str, moment: &str, visitor: &str) -> String {
    let calendar = calendar(lines);
    let index = Index::new(&calendar, &|_| None);
    let results = results(
        &calendar,
        &index,
        &Query::parse(query),
        &now(moment, visitor),
        &World,
    );
    let id = |event: &u32| calendar.events[*event as usize].id.to_string();
    let day = |day: &listing::results::Day| {
        let ids: Vec<String> = day.events.iter().map(id).collect();
        let date = day.date.map_or("-".into(), |date| date.day().to_string());
        format!("{date}:{}", ids.join(","))
    };
    let days: Vec<String> = results.days.iter().map(day).collect();
    days.join(" ")
}

/// One event in many places on the same evening.
const EVENING: [&str; 5] = [
    "kiritimati 2023-11-04T23:30 - Pacific/Kiritimati",
    "tokyo 2023-11-04T23:30 - Asia/Tokyo",
    "somewhere 2023-11-04T23:30 - -",
    "lima 2023-11-04T23:30 - America/Lima",
    "pago-pago 2023-11-04T23:30 - Pacific/Pago_Pago",
];

#[test]
fn days_are_the_venue_s_and_today_is_the_visitor_s() {
    let all = "4:kiritimati,lima,pago-pago,somewhere,tokyo";
    for (query, moment, visitor, expected) in [
        // 14:30 UTC: half past eleven in Tokyo, past midnight in Kiritimati, 9:30 in Lima.
        (
            "",
            "2023-11-04T14:30:00Z",
            "America/Lima",
            "4:lima,pago-pago,somewhere,tokyo",
        ),
        (
            "when=past",
            "2023-11-04T14:30:00Z",
            "America/Lima",
            "4:kiritimati",
        ),
        ("when=today", "2023-11-04T14:30:00Z", "America/Lima", all),
        (
            "when=today",
            "2023-11-04T14:30:00Z",
            "Pacific/Kiritimati",
            "",
        ),
        ("when=tomorrow", "2023-11-04T05:00:00Z", "America/Lima", ""),
        (
            "when=tomorrow",
            "2023-11-04T04:30:00Z",
            "Pacific/Pago_Pago",
            all,
        ),
        (
            "when=today",
            "2023-11-03T10:00:00Z",
            "Pacific/Kiritimati",
            all,
        ),
        // The last place on Earth, and after it: nothing is upcoming, so all is shown.
        ("", "2023-11-05T11:59:59Z", "Asia/Tokyo", "4:somewhere"),
        ("", "2023-11-05T12:00:00Z", "Asia/Tokyo", all),
        ("when=past", "2023-11-05T12:00:00Z", "Asia/Tokyo", all),
        (
            "from=2023-11-04&to=2023-11-04",
            "2025-01-01T00:00:00Z",
            "Asia/Tokyo",
            all,
        ),
        ("from=2023-11-05", "2023-11-01T00:00:00Z", "Asia/Tokyo", ""),
        (
            "to=2023-11-04&when=past",
            "2023-11-01T00:00:00Z",
            "Asia/Tokyo",
            all,
        ),
    ] {
        assert_eq!(
            days(&EVENING, query, moment, visitor),
            expected,
            "{query} {moment} {visitor}"
        );
    }
}

#[test]
fn weekend_week_and_month() {
    let lines: Vec<String> = (1..=31)
        .map(|day| format!("{day} 2023-12-{day:02} - UTC"))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let found = |query: &str, today: u32| {
        let days = days(
            &lines,
            query,
            &format!("2023-12-{today:02}T12:00:00Z"),
            "UTC",
        );
        let ids: Vec<&str> = days
            .split(' ')
            .filter_map(|day| Some(day.split_once(':')?.1))
            .collect();
        ids.join(" ")
    };
    // 2 December 2023 is a Saturday.
    assert_eq!(found("when=weekend", 1), "2 3");
    assert_eq!(found("when=weekend", 2), "2 3");
    assert_eq!(found("when=weekend", 3), "2 3");
    assert_eq!(found("when=weekend", 4), "9 10");
    assert_eq!(found("when=weekend", 31), "30 31");
    assert_eq!(found("when=week", 4), "4 5 6 7 8 9 10");
    assert_eq!(found("when=week", 30), "30 31");
    assert_eq!(found("when=month", 2).split(' ').count(), 30);
    assert_eq!(found("when=today&when=weekend", 4), "4 9 10");
    assert_eq!(found("when=past&when=today", 3), "1 2 3");
}

/// Across the end of a year, for visitors on both sides of it.
#[test]
fn the_year_ends() {
    let lines = [
        "eve 2023-12-31T23:59 - Pacific/Auckland",
        "day 2024-01-01 - Pacific/Auckland",
    ];
    let moment = "2023-12-31T10:30:00Z";
    for (query, visitor, expected) in [
        ("when=today", "Pacific/Auckland", "31:eve"),
        ("when=tomorrow", "Pacific/Auckland", "1:day"),
        ("when=tomorrow", "America/Lima", "1:day"),
        ("when=today", "Pacific/Kiritimati", "1:day"),
        ("when=weekend", "Pacific/Auckland", "31:eve"),
        ("", "Pacific/Kiritimati", "31:eve 1:day"),
    ] {
        assert_eq!(
            days(&lines, query, moment, visitor),
            expected,
            "{query} {visitor}"
        );
    }
}

#[test]
fn an_event_of_several_days_is_on_each() {
    let lines = [
        "camp 2023-11-03T18:00 2023-11-05 Asia/Tokyo",
        "night 2023-11-03T22:00 2023-11-04T00:00 Asia/Tokyo",
        "vigil 2023-11-04T20:00 2023-11-05T02:00 Asia/Tokyo",
        "talk 2023-11-04T09:00 - Asia/Tokyo",
        "walk 2023-11-04 - Asia/Tokyo",
    ];
    // On its second day the camp is on already, at no time in particular.
    let before = "3:camp,night 4:talk,vigil,camp,walk 5:camp,vigil";
    assert_eq!(days(&lines, "", "2023-11-01T00:00:00Z", "UTC"), before);
    assert_eq!(
        days(&lines, "when=all", "2024-01-01T00:00:00Z", "UTC"),
        before
    );
    // While it is on, days that have ended at the venue are no longer upcoming.
    let second = "4:talk,vigil,camp,walk 5:camp,vigil";
    assert_eq!(days(&lines, "", "2023-11-03T15:00:00Z", "UTC"), second);
    assert_eq!(days(&lines, "", "2023-11-05T14:59:00Z", "UTC"), "5:camp");
    assert_eq!(
        days(
            &lines,
            "from=2023-11-05&to=2023-11-05",
            "2023-11-01T00:00:00Z",
            "UTC"
        ),
        "5:camp,vigil"
    );
}

#[test]
fn a_very_long_event_is_listed_once() {
    let lines = [
        "camp 2022-01-01 2023-12-31 UTC",
        "year 2024-01-01 2024-12-31 UTC",
    ];
    assert_eq!(
        days(
            &lines,
            "when=all&to=2023-12-31",
            "2020-01-01T00:00:00Z",
            "UTC"
        ),
        "1:camp"
    );
    assert_eq!(
        days(
            &lines,
            "from=2023-05-07&to=2023-05-09",
            "2020-01-01T00:00:00Z",
            "UTC"
        ),
        "7:camp"
    );
    assert_eq!(
        days(&lines, "to=2023-12-31", "2023-06-09T00:00:00Z", "UTC"),
        "1:camp"
    );
    assert_eq!(
        days(&lines[..1], "", "2023-06-09T00:00:00Z", "UTC"),
        "9:camp"
    );
    assert_eq!(
        days(&lines[1..], "when=all", "2020-01-01T00:00:00Z", "UTC")
            .split(' ')
            .count(),
        366
    );
}

#[test]
fn without_a_date_comes_last_and_is_on_no_day() {
    let lines = [
        "someday - - -",
        "done - 2023-11-01 UTC",
        "soon 2023-11-04 - UTC",
    ];
    let moment = "2023-11-03T00:00:00Z";
    for (query, expected) in [
        ("", "4:soon -:someday"),
        ("when=all", "4:soon -:done,someday"),
        ("when=past", "-:done"),
        ("when=week", "4:soon"),
        ("from=2000-01-01", "4:soon"),
    ] {
        assert_eq!(days(&lines, query, moment, "UTC"), expected, "{query}");
    }
}

#[test]
fn when_nothing_is_upcoming_all_is_shown_and_said() {
    let check = |lines: &[&str], query: &str, when: When, nothing: bool| {
        let calendar = calendar(lines);
        let index = Index::new(&calendar, &|_| None);
        let now = now("2024-01-01T00:00:00Z", "UTC");
        let results = results(&calendar, &index, &Query::parse(query), &now, &World);
        assert_eq!(
            (results.when, results.nothing_upcoming),
            (when, nothing),
            "{query}"
        );
    };
    let past = ["a 2023-11-04 - UTC"];
    check(&past, "", When::All, true);
    check(&past, "q=nowhere&country=XX", When::All, true);
    check(&past, "when=week", When::Week, false);
    check(&past, "when=upcoming&when=today", When::Upcoming, false);
    check(&past, "from=2023-01-01", When::Upcoming, false);
    check(
        &["a 2023-11-04 - UTC", "b 2024-01-01 - UTC"],
        "q=a",
        When::Upcoming,
        false,
    );
    // An event whose date is not known is no reason to hide all others.
    check(&["a 2023-11-04 - UTC", "b - - UTC"], "", When::All, true);
    check(&[], "", When::Upcoming, false);
}
