//! Every named time, at moments and for visitors whose days are easily mistaken.

#![allow(clippy::unwrap_used)]

mod query_world;

use listing::index::Index;
use listing::results::{Day, results};
use query::{Query, When};
use query_world::{World, calendar, now};

/// What a visitor in a zone is shown at a moment for each time, in the order of [`When::ALL`]:
/// upcoming, today, tomorrow, weekend, week, month, past, all. `12-31 lima,tokyo; 01-01 year`.
#[track_caller]
fn check(lines: &[&str], moment: &str, visitor: &str, today: &str, expected: [&str; 8]) {
    let calendar = calendar(lines);
    let index = Index::new(&calendar, &|_| None);
    let now = now(moment, visitor);
    assert_eq!(now.today.to_string(), today, "{visitor}");
    let day = |day: &Day| {
        let id = |at: &u32| calendar.events[*at as usize].id.to_string();
        let ids: Vec<String> = day.events.iter().map(id).collect();
        let date = day.date.map_or("-".into(), |date| date.to_string());
        format!("{} {}", date.trim_start_matches("20"), ids.join(","))
    };
    let shown = When::ALL.iter().map(|when| {
        let query = Query::parse(&format!("when={}", when.word()));
        let results = results(&calendar, &index, &query, &now, &World);
        let days: Vec<String> = results.days.iter().map(day).collect();
        days.join("; ")
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected, "{moment} {visitor}");
}

/// 31 December 2023 is a Sunday. It is 23:45 in Tokyo: the evening there is on still, that in
/// Kiritimati is over, and in Lima it is morning.
#[test]
fn the_last_evening_of_a_year() {
    let lines = [
        "kiritimati 2023-12-31T23:30 - Pacific/Kiritimati",
        "tokyo 2023-12-31T23:30 - Asia/Tokyo",
        "lima 2023-12-31T23:30 - America/Lima",
        "year 2024-01-01 - Pacific/Auckland",
    ];
    let moment = "2023-12-31T14:45:00Z";
    let eve = "23-12-31 kiritimati,lima,tokyo";
    let all = "23-12-31 kiritimati,lima,tokyo; 24-01-01 year";
    let upcoming = "23-12-31 lima,tokyo; 24-01-01 year";
    let (year, over) = ("24-01-01 year", "23-12-31 kiritimati");
    for visitor in ["America/Lima", "Asia/Tokyo", "Pacific/Pago_Pago"] {
        let expected = [upcoming, eve, year, eve, all, all, over, all];
        check(&lines, moment, visitor, "2023-12-31", expected);
    }
    // A day, and a year, ahead.
    for visitor in ["Pacific/Kiritimati", "Australia/Lord_Howe"] {
        let expected = [upcoming, year, "", "", year, year, over, all];
        check(&lines, moment, visitor, "2024-01-01", expected);
    }
    // A quarter of an hour later Tokyo has the new year too, and its evening is over.
    let over = "23-12-31 kiritimati,tokyo";
    let upcoming = "23-12-31 lima; 24-01-01 year";
    let moment = "2023-12-31T15:00:00Z";
    let expected = [upcoming, year, "", "", year, year, over, all];
    check(&lines, moment, "Asia/Tokyo", "2024-01-01", expected);
    let expected = [upcoming, eve, year, eve, all, all, over, all];
    check(&lines, moment, "America/Lima", "2023-12-31", expected);
}

/// A Saturday evening at 23:30 in Tokyo is Saturday morning in Lima, and nobody's Sunday but
/// Kiritimati's.
#[test]
fn an_evening_in_tokyo_seen_from_lima() {
    let lines = [
        "vigil 2023-11-04T23:30 2023-11-05T00:30 Asia/Tokyo",
        "march 2023-11-05T10:00 2023-11-05T12:00 Asia/Tokyo",
        "later 2024-06-01 - UTC",
    ];
    let both = "23-11-04 vigil; 23-11-05 march,vigil";
    let all = "23-11-04 vigil; 23-11-05 march,vigil; 24-06-01 later";
    let second = "23-11-05 march,vigil";
    // 23:45 in Tokyo, 09:45 in Lima.
    let moment = "2023-11-04T14:45:00Z";
    let expected = [all, "23-11-04 vigil", second, both, both, both, "", all];
    check(&lines, moment, "America/Lima", "2023-11-04", expected);
    check(&lines, moment, "Asia/Tokyo", "2023-11-04", expected);
    let expected = [all, second, "", both, second, second, "", all];
    check(&lines, moment, "Pacific/Kiritimati", "2023-11-05", expected);
    // 00:15 in Tokyo: the first day has ended there, the vigil has not.
    let moment = "2023-11-04T15:15:00Z";
    let upcoming = "23-11-05 march,vigil; 24-06-01 later";
    let expected = [
        upcoming,
        "23-11-04 vigil",
        second,
        both,
        both,
        both,
        "",
        all,
    ];
    check(&lines, moment, "America/Lima", "2023-11-04", expected);
    let expected = [upcoming, second, "", both, second, second, "", all];
    check(&lines, moment, "Asia/Tokyo", "2023-11-05", expected);
    // 00:30: over, on both of its days.
    let moment = "2023-11-04T15:30:00Z";
    let upcoming = "23-11-05 march; 24-06-01 later";
    let past = "23-11-04 vigil; 23-11-05 vigil";
    let expected = [
        upcoming,
        "23-11-04 vigil",
        second,
        both,
        both,
        both,
        past,
        all,
    ];
    check(&lines, moment, "America/Lima", "2023-11-04", expected);
}

/// Lord Howe sets its clocks by half an hour: 02:00 to 02:30 on 1 October 2023 never was.
#[test]
fn half_an_hour_is_left_out_on_lord_howe() {
    let lines = [
        "gap 2023-10-01T02:15 2023-10-01T02:20 Australia/Lord_Howe",
        "noon 2023-10-01T12:00 - Australia/Lord_Howe",
        "later 2024-06-01 - UTC",
    ];
    let (both, all) = ("23-10-01 gap,noon", "23-10-01 gap,noon; 24-06-01 later");
    let here = "Australia/Lord_Howe";
    // By the offset before, 02:20 is at 15:50 UTC. It is a Sunday there, a Saturday in Lima.
    let moment = "2023-09-30T15:49:59Z";
    let expected = [all, both, "", both, both, both, "", all];
    check(&lines, moment, here, "2023-10-01", expected);
    let expected = [all, "", both, both, both, both, "", all];
    check(&lines, moment, "America/Lima", "2023-09-30", expected);
    let moment = "2023-09-30T15:50:00Z";
    let (upcoming, past) = ("23-10-01 noon; 24-06-01 later", "23-10-01 gap");
    let expected = [upcoming, both, "", both, both, both, past, all];
    check(&lines, moment, here, "2023-10-01", expected);
    // The day of 23 and a half hours ends at 13:00 UTC; an hour before, clocks say 23:00.
    let moment = "2023-10-01T12:59:59Z";
    check(&lines, moment, here, "2023-10-01", expected);
    let (upcoming, past) = ("24-06-01 later", both);
    let expected = [upcoming, "", "", "", "", "", past, all];
    check(&lines, "2023-10-01T13:00:00Z", here, "2023-10-02", expected);
}

/// 01:30 to 02:00 on 2 April 2023 came twice on Lord Howe, 01:00 to 02:00 on 5 November in New York.
#[test]
fn an_hour_that_comes_twice_is_the_first() {
    let lines = [
        "howe 2023-04-02T01:35 2023-04-02T01:45 Australia/Lord_Howe",
        "york 2023-11-05T01:10 2023-11-05T01:30 America/New_York",
    ];
    let all = "23-04-02 howe; 23-11-05 york";
    let (howe, york) = ("23-04-02 howe", "23-11-05 york");
    let here = "Australia/Lord_Howe";
    let expected = [all, howe, "", howe, howe, howe, "", all];
    check(&lines, "2023-04-01T14:44:59Z", here, "2023-04-02", expected);
    // 01:45 by summer time; clocks will say so once more, half an hour later.
    let expected = [york, howe, "", howe, howe, howe, howe, all];
    check(&lines, "2023-04-01T14:45:00Z", here, "2023-04-02", expected);
    check(&lines, "2023-04-01T15:15:00Z", here, "2023-04-02", expected);
    let here = "America/New_York";
    let expected = [york, york, "", york, york, york, howe, all];
    check(&lines, "2023-11-05T05:29:59Z", here, "2023-11-05", expected);
    // Nothing is upcoming any more: all is shown.
    let expected = [all, york, "", york, york, york, all, all];
    check(&lines, "2023-11-05T05:30:00Z", here, "2023-11-05", expected);
    // A visitor's today has 25 hours.
    check(&lines, "2023-11-06T04:59:59Z", here, "2023-11-05", expected);
    let expected = [all, "", "", "", "", "", all, all];
    check(&lines, "2023-11-06T05:00:00Z", here, "2023-11-06", expected);
}

/// 02:00 to 03:00 on 26 March 2023 never was in Berlin, and Samoa had no 30 December 2011.
#[test]
fn an_hour_and_a_day_that_never_were() {
    let lines = [
        "apia 2011-12-30T12:00 2011-12-30T13:00 Pacific/Apia",
        "berlin 2023-03-26T02:10 2023-03-26T02:30 Europe/Berlin",
        "later 2024-06-01 - UTC",
    ];
    let all = "11-12-30 apia; 23-03-26 berlin; 24-06-01 later";
    let berlin = "23-03-26 berlin";
    let upcoming = "23-03-26 berlin; 24-06-01 later";
    let expected = [
        upcoming,
        berlin,
        "",
        berlin,
        berlin,
        berlin,
        "11-12-30 apia",
        all,
    ];
    let here = "Europe/Berlin";
    check(&lines, "2023-03-26T01:29:59Z", here, "2023-03-26", expected);
    let past = "11-12-30 apia; 23-03-26 berlin";
    let expected = [
        "24-06-01 later",
        berlin,
        "",
        berlin,
        berlin,
        berlin,
        past,
        all,
    ];
    check(&lines, "2023-03-26T01:30:00Z", here, "2023-03-26", expected);
    // Of the missing day the venue's calendar knows nothing, the event file does.
    let here = "Pacific/Apia";
    let apia = "11-12-30 apia";
    let expected = [all, "", apia, "", apia, apia, "", all];
    check(&lines, "2011-12-30T09:59:59Z", here, "2011-12-29", expected);
}
