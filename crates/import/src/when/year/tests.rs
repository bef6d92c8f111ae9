//! The year of dates in sources of many kinds.

use super::*;
use crate::when::date::date_at;
use crate::when::tokens::tokens;

fn seen(dates: &[&str]) -> Years {
    let mut years = Years::default();
    for text in dates {
        years.see(&date_at(&tokens(text), 0).unwrap().0);
    }
    years
}

fn options() -> Options {
    Options::new(NaiveDate::from_ymd_opt(2026, 11, 30).unwrap())
}

/// The days that dates mean in a source that has all of them, on 30 November 2026.
#[track_caller]
fn check(years: &Years, expected: &str) {
    let from = years.settle(&options(), None).from;
    let read = |date: &Written| following(from?, &date.form, Some(Order::Dmy));
    let days = years.dates.iter().filter(|date| date.is_open()).map(read);
    let days: Vec<String> = days
        .map(|day| day.map_or("none".to_owned(), |day| day.to_string()))
        .collect();
    assert_eq!(days.join(" "), expected, "{years:?}");
}

#[test]
fn the_year_of_another_date_is_not_that_of_all() {
    for (dates, expected) in [
        (&["Sat 12 December", "9 January 2027"][..], "2026-12-12"),
        (&["12 December", "9 January 2027"], "2026-12-12"),
        (&["9 January 2027", "12 December"], "2026-12-12"),
        (
            &["7 November 2026", "12 December", "16 January"],
            "2026-12-12 2027-01-16",
        ),
        (&["24/3/2027", "23 March"], "2027-03-23"),
        (
            &["1 May 2026", "12 December", "16 January"],
            "2026-12-12 2027-01-16",
        ),
        // Past lists.
        (&["4 March 2024", "5 March"], "2024-03-05"),
        (&["19 December 2023", "9 January"], "2024-01-09"),
        // A programme of the whole year.
        (
            &[
                "9 January 2027",
                "6 March",
                "19 June",
                "18 September",
                "12 December",
            ],
            "2027-03-06 2027-06-19 2027-09-18 2027-12-12",
        ),
        // One of them is mistaken.
        (&["1 May 2027", "Sun 1 May"], "2027-05-01"),
        (&["19 December 2026", "Fri 9 January"], "2026-01-09"),
    ] {
        check(&seen(dates), expected);
    }
}

#[test]
fn a_year_that_stands_alone_is_that_of_a_title() {
    let titled = |dates: &[&str], year: i32| {
        let mut years = seen(dates);
        years.see_title(year);
        years
    };
    check(
        &titled(&["12 December", "13 December"], 2027),
        "2027-12-12 2027-12-13",
    );
    check(
        &titled(&["19 December", "9 January"], 2026),
        "2026-12-19 2027-01-09",
    );
    check(
        &titled(&["9 January", "19 December"], 2027),
        "2027-01-09 2027-12-19",
    );
    // Days of the week know better.
    check(
        &titled(&["Sat 12 December", "Sun 13 December"], 2027),
        "2026-12-12 2026-12-13",
    );
    let remarked = |dates: &[&str]| {
        let mut years = seen(dates);
        years.see_remark(2027);
        years
    };
    check(
        &remarked(&["Saturday 5 December", "8 December"]),
        "2026-12-05 2026-12-08",
    );
    check(&remarked(&["9 January"]), "2027-01-09");
    check(&remarked(&["8 December"]), "none");
}

#[test]
fn days_of_the_week_say_which_year_comes() {
    for (dates, expected) in [
        (
            &["Friday 19 March", "Sat 20 March"][..],
            "2027-03-19 2027-03-20",
        ),
        (
            &["21 November", "Saturday 19 December", "Sat 9 January"],
            "2026-11-21 2026-12-19 2027-01-09",
        ),
        (&["Sat 05/12", "Sun 06/12"], "2026-12-05 2026-12-06"),
        (&["Friday 19 March", "Sat 21 March"], "none none"),
        (&["Thursday 19 March"], "none"),
        (&["19 March"], "none"),
    ] {
        check(&seen(dates), expected);
    }
}

#[test]
fn a_letter_tells_of_what_follows_it() {
    let options = options().written_on(NaiveDate::from_ymd_opt(2024, 11, 20));
    let from = |dates: &[&str]| seen(dates).settle(&options, None).from;
    assert_eq!(
        from(&["12 December"]),
        NaiveDate::from_ymd_opt(2024, 10, 20)
    );
    assert_eq!(
        from(&["12 December", "9 January 2025"]),
        NaiveDate::from_ymd_opt(2024, 10, 20)
    );
}
