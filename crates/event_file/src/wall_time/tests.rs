//! Times as the event file writes them.

use super::*;

/// `written` is what [`Display`](fmt::Display) makes of `text`.
#[track_caller]
fn check(text: &str, written: Result<&str, WallTimeError>) {
    let read = text.parse::<WallTime>();
    assert_eq!(
        read.map(|at| at.to_string()).as_deref(),
        written.as_ref().copied()
    );
    if let Ok(at) = read {
        assert_eq!(
            at.to_string().parse(),
            Ok(at),
            "{text} is written as it was read"
        );
    }
}

#[test]
fn the_three_forms_are_read_and_written() {
    check("2023-11-04", Ok("2023-11-04"));
    check("2024-02-29", Ok("2024-02-29"));
    check("0001-01-01", Ok("0001-01-01"));
    check("2023-11-04T14:00", Ok("2023-11-04T14:00"));
    check("2023-11-04T14:00:00", Ok("2023-11-04T14:00"));
    check("2023-11-04T14:00:30", Ok("2023-11-04T14:00:30"));
    check("2023-11-04T00:00:00Z", Ok("2023-11-04T00:00:00Z"));
    check("2023-11-04T14:00Z", Ok("2023-11-04T14:00:00Z"));
    check("2023-11-04T14:00:00.250Z", Ok("2023-11-04T14:00:00.25Z"));
    check("2023-11-04T14:00:00+05:45", Ok("2023-11-04T14:00:00+05:45"));
    check("2023-11-04T14:00:00-00:00", Ok("2023-11-04T14:00:00Z"));
    check("2023-11-04T14:00:00-03:30", Ok("2023-11-04T14:00:00-03:30"));
    check("2023-11-04T14:00:00+18:00", Ok("2023-11-04T14:00:00+18:00"));
}

#[test]
fn a_leap_second_is_read_as_rfc_3339_says() {
    check("1990-12-31T23:59:60Z", Ok("1990-12-31T23:59:60Z"));
    check("1990-12-31T23:59:60.5Z", Ok("1990-12-31T23:59:60.5Z"));
    check("1990-12-31T15:59:60-08:00", Ok("1990-12-31T15:59:60-08:00"));
    check("1991-01-01T05:44:60+05:45", Ok("1991-01-01T05:44:60+05:45"));
    check("1990-12-31T23:59:60", Err(WallTimeError::Time));
    check("1990-12-31T23:59:60+01:00", Err(WallTimeError::Time));
    check("1990-12-31T23:59:61Z", Err(WallTimeError::Time));
    check("1990-12-31T24:59:60+01:00", Err(WallTimeError::Time));
}

#[test]
fn a_leap_second_is_before_midnight_in_every_zone() {
    let clock = |text: &str| {
        text.parse::<WallTime>()
            .unwrap()
            .clock()
            .unwrap()
            .to_string()
    };
    assert_eq!(&clock("1990-12-31T23:59:60Z")[..19], "1990-12-31 23:59:59");
    assert_eq!(
        &clock("1990-12-31T15:59:60.5-08:00")[..19],
        "1990-12-31 15:59:59"
    );
}

#[test]
fn what_cannot_be_is_told_from_what_is_written_wrongly() {
    use WallTimeError::{Day, Form, Offset, Time};
    check("2023-02-30", Err(Day));
    check("2023-02-29T10:00", Err(Day));
    check("2023-13-01", Err(Day));
    check("2023-11-04T25:00", Err(Time));
    check("2023-11-04T24:00", Err(Time));
    check("2023-11-04T14:60", Err(Time));
    check("2023-11-04T14:00:60Z", Err(Time));
    check("2023-11-04T14:00:00+18:01", Err(Offset));
    check("2023-11-04T14:00:00+01:60", Err(Offset));
    for text in [
        "",
        "2023",
        "2023-11",
        "2023-11-4",
        "4/11 14h",
        "2023-11-04 14:00",
        "2023-11-04t14:00",
        "2023-11-04T14",
        "2023-11-04T14:00:",
        "2023-11-04T14:00:00.",
        "2023-11-04T14:00:00z",
        "2023-11-04T14:00+01",
        "2023-11-04T14:00+01:00 ",
        "2023-11-04T14:00Zulu",
        "+2023-11-04",
        "２０２３-11-04",
        "2023-02-30 noon",
    ] {
        check(text, Err(Form));
    }
}

#[test]
fn a_day_comes_before_its_times() {
    let mut given = [
        "2023-11-05",
        "2023-11-04T14:00",
        "2023-11-04",
        "2023-11-04T09:30:00+01:00",
    ];
    given.sort_by_key(|text| text.parse::<WallTime>().unwrap());
    assert_eq!(
        given,
        [
            "2023-11-04",
            "2023-11-04T09:30:00+01:00",
            "2023-11-04T14:00",
            "2023-11-05"
        ]
    );
}
