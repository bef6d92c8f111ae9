//! The bars of the timeline and the days of the month grid count what the list would show.

#![allow(clippy::unwrap_used)]

mod world;

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};
use event_file::Calendar;
use listing::filter::Filter;
use listing::index::Index;
use listing::month::{self, Cell, Move};
use listing::now::Now;
use listing::timeline::{Step, Timeline};
use query::Query;
use world::{World, calendar, now};

fn filter(calendar: &Calendar, query: &str, now: &Now) -> (Filter, Index) {
    let index = Index::new(calendar, &|_| None);
    let query = Query::parse(query);
    (Filter::new(calendar, &index, &query, now, &World), index)
}

fn timeline(calendar: &Calendar, query: &str, now: &Now) -> Timeline {
    let (filter, index) = filter(calendar, query, now);
    filter.timeline(&index, now, Weekday::Mon)
}

fn month(calendar: &Calendar, query: &str, now: &Now, day: &str, first: Weekday) -> Vec<Cell> {
    let (filter, index) = filter(calendar, query, now);
    filter.month(&index, now, day.parse().unwrap(), first)
}

/// The bars: `10-30 3*`, where a star says that it is asked for.
fn bars(lines: &[&str], query: &str) -> (Step, String) {
    let timeline = timeline(&calendar(lines), query, &now("2023-11-04T12:00:00Z", "UTC"));
    let bar = |bar: &listing::timeline::Bar| {
        let star = if bar.asked { "*" } else { "" };
        format!("{} {}{star}", &bar.span.first.to_string()[5..], bar.count)
    };
    let bars: Vec<String> = timeline.bars.iter().map(bar).collect();
    (timeline.step, bars.join(", "))
}

#[test]
fn a_bar_for_each_day_of_a_weekend() {
    let lines = [
        "a 2023-11-03 - UTC",
        "b 2023-11-03T12:00 2023-11-05 UTC",
        "c 2023-11-06 - UTC",
        "d - - UTC",
    ];
    let check = |query: &str, expected: &str| {
        assert_eq!(bars(&lines, query), (Step::Day, expected.into()), "{query}");
    };
    check("when=all", "11-03 2*, 11-04 1*, 11-05 1*, 11-06 1*");
    // Not under the filter of the days, which is marked.
    check("", "11-03 2, 11-04 1*, 11-05 1*, 11-06 1*");
    check("when=past", "11-03 2*, 11-04 1*, 11-05 1, 11-06 1");
    check("when=weekend", "11-03 2, 11-04 1*, 11-05 1*, 11-06 1");
    check("from=2023-11-05", "11-03 2, 11-04 1, 11-05 1*, 11-06 1*");
    check(
        "when=past&to=2023-11-03",
        "11-03 2*, 11-04 1, 11-05 1, 11-06 1",
    );
    // Under all others.
    check("q=b", "11-03 1, 11-04 1*, 11-05 1*");
    check("q=nothing", "");
    check("q=d", "");
}

#[test]
fn a_long_time_has_fewer_bars() {
    let step = |last: &str| {
        let (step, bars) = bars(&["a 2023-01-01 - UTC", &format!("z {last} - UTC")], "");
        (step, bars.split(", ").count())
    };
    assert_eq!(step("2023-01-01"), (Step::Day, 1));
    assert_eq!(step("2023-01-13"), (Step::Day, 13));
    assert_eq!(step("2023-01-14"), (Step::Week, 3));
    assert_eq!(step("2023-03-25"), (Step::Week, 13));
    assert_eq!(step("2023-03-26"), (Step::Months(1), 3));
    assert_eq!(step("2023-12-31"), (Step::Months(1), 12));
    assert_eq!(step("2024-03-04"), (Step::Months(3), 5));
    assert_eq!(step("2027-12-31"), (Step::Months(12), 5));
    assert_eq!(step("2040-01-01"), (Step::Months(24), 10));
    assert_eq!(step("9999-12-31").0, Step::Months(675 * 12));
    let (_, most) = step("9999-12-31");
    assert!(most <= 13, "{most}");
}

#[test]
fn weeks_and_quarters_begin_where_they_do() {
    // 30 October 2023 is a Monday.
    let (_, weeks) = bars(
        &["a 2023-11-01 - UTC", "b 2024-01-05 2024-01-08 UTC"],
        "q=a&q=b",
    );
    assert!(weeks.starts_with("10-30 1*, 11-06 0*"), "{weeks}");
    assert!(weeks.ends_with("01-01 1*, 01-08 1*"), "{weeks}");
    let (_, quarters) = bars(&["a 2023-11-01 - UTC", "b 2026-02-01 - UTC"], "");
    assert!(
        quarters.starts_with("10-01 1*, 01-01 0*, 04-01"),
        "{quarters}"
    );
}

/// What goes on for years stretches nothing, and is counted all the while.
#[test]
fn a_camp_of_ten_years_leaves_the_days_their_room() {
    let lines = ["camp 2023-11-01 2033-11-01 UTC", "march 2023-11-03 - UTC"];
    let expected = (Step::Day, "11-01 1, 11-02 1, 11-03 2".to_owned());
    assert_eq!(bars(&lines, "from=2023-11-04"), expected);
}

#[test]
fn bars_lead_to_days_and_days_to_bars() {
    let lines = ["a 2023-11-03 - UTC", "b 2023-11-06 - UTC"];
    let now = now("2023-11-04T12:00:00Z", "UTC");
    let timeline = timeline(&calendar(&lines), "", &now);
    let span = |one, other| {
        let span = timeline.span(one, other)?;
        Some(format!("{} {}", span.first, span.last))
    };
    assert_eq!(span(1, 1).as_deref(), Some("2023-11-04 2023-11-04"));
    assert_eq!(span(3, 1).as_deref(), Some("2023-11-04 2023-11-06"));
    assert_eq!(span(0, 4), None);
    let bar = |day: &str| timeline.bar_of(day.parse().unwrap());
    assert_eq!(bar("2023-11-02"), None);
    assert_eq!(bar("2023-11-03"), Some(0));
    assert_eq!(bar("2023-11-06"), Some(3));
    assert_eq!(bar("2023-11-07"), None);
}

#[test]
fn a_month_is_six_whole_weeks() {
    let check = |day: &str, first: Weekday, from: &str, to: &str| {
        let days = month::days(day.parse().unwrap(), first);
        let days = format!("{} {}", days.first, days.last);
        assert_eq!(days, format!("{from} {to}"), "{day} {first}");
    };
    check("2023-11-04", Weekday::Mon, "2023-10-30", "2023-12-10");
    check("2023-11-30", Weekday::Sun, "2023-10-29", "2023-12-09");
    check("2023-11-01", Weekday::Sat, "2023-10-28", "2023-12-08");
    check("2026-02-10", Weekday::Sun, "2026-02-01", "2026-03-14");
    check("2024-12-31", Weekday::Mon, "2024-11-25", "2025-01-05");
}

#[test]
fn a_day_of_the_month_names_its_first_events() {
    let lines = [
        "camp 2023-11-02T08:00 2023-11-04 UTC",
        "evening 2023-11-04T19:00 - UTC",
        "noon 2023-11-04T12:00 - UTC",
        "some 2023-11-04 - UTC",
        "morning 2023-11-04T09:00 - UTC",
        "early 2023-10-01 - UTC",
    ];
    let calendar = calendar(&lines);
    let now = now("2023-11-03T12:00:00Z", "UTC");
    let cells = month(
        &calendar,
        "from=2023-11-04&to=2023-11-05",
        &now,
        "2023-11-20",
        Weekday::Mon,
    );
    assert_eq!(cells.len(), 42);
    let shown: Vec<String> = cells
        .iter()
        .filter(|cell| cell.count > 0 || cell.asked || cell.today)
        .map(|cell| {
            let titles = cell
                .first
                .iter()
                .map(|at| calendar.events[*at as usize].title.as_str());
            let titles: Vec<&str> = titles.collect();
            let (asked, today) = (cell.asked, cell.today);
            format!(
                "{} {} {} {asked} {today}",
                cell.date,
                cell.count,
                titles.join(",")
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "2023-11-02 1  false false",
            "2023-11-03 1  false true",
            "2023-11-04 5 morning,noon,evening true false",
            "2023-11-05 0  true false",
        ]
    );
    // An event of several days is a bar, named on its first day of a week.
    let bars = cells.iter().flat_map(|cell| {
        let bars = cell.lanes.iter().flatten();
        bars.map(|bar| format!("{} {:?} {}", cell.date, bar.days, bar.goes_on))
    });
    assert_eq!(
        bars.collect::<Vec<_>>(),
        [
            "2023-11-02 Some(3) false",
            "2023-11-03 None false",
            "2023-11-04 None false"
        ]
    );
    let inside: Vec<bool> = cells.iter().map(|cell| cell.inside).collect();
    assert_eq!(inside.iter().filter(|inside| **inside).count(), 30);
    assert_eq!(
        (inside[1], inside[2], inside[31], inside[32]),
        (false, true, true, false)
    );
}

#[test]
fn keys_move_through_days_weeks_and_months() {
    let check = |day: &str, step: Move, expected: &str| {
        let to = step.from(day.parse().unwrap(), Weekday::Sun);
        assert_eq!(to.to_string(), expected, "{day} {step:?}");
    };
    check("2023-11-01", Move::Days(-1), "2023-10-31");
    check("2023-12-30", Move::Days(7), "2024-01-06");
    check("2023-11-01", Move::WeekStart, "2023-10-29");
    check("2023-11-01", Move::WeekEnd, "2023-11-04");
    check("2023-10-31", Move::Months(1), "2023-11-30");
    check("2024-03-31", Move::Months(-1), "2024-02-29");
    check("2024-02-29", Move::Months(12), "2025-02-28");
    check("9999-12-31", Move::Months(1), "9999-12-31");
    check("0000-01-01", Move::Days(-1), "0000-01-01");
}

/// Both against the list of everything, in calendars made by a plain generator.
#[test]
fn both_count_what_the_list_shows() {
    let now = now("2023-11-04T12:00:00Z", "UTC");
    let mut seed = 7_u64;
    let mut next = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % below
    };
    let begin: NaiveDate = "2023-10-20".parse().unwrap();
    for reach in [1, 5, 40, 300, 3000, 40000] {
        let lines: Vec<String> = (0..200)
            .map(|number| {
                let first = begin + chrono::Days::new(next(reach));
                let last = match next(4) {
                    0 => (first + chrono::Days::new(next(60))).to_string(),
                    _ => "-".into(),
                };
                let word = ["march", "vigil"][next(2) as usize];
                let hour = next(24);
                let start = match next(3) {
                    0 => first.to_string(),
                    _ => format!("{first}T{hour:02}:00"),
                };
                let last = if last < start { "-".into() } else { last };
                format!("{word}{number} {start} {last} UTC")
            })
            .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let calendar = calendar(&lines);
        let (all, index) = filter(&calendar, "q=vigil&when=all", &now);
        let list = all.results(&index);
        let dated = |day: &&listing::results::Day| day.date.is_some();

        let timeline = timeline(&calendar, "q=vigil&when=today", &now);
        assert!((1..=13).contains(&timeline.bars.len()), "{reach}");
        for bar in &timeline.bars {
            let inside = list.days.iter().filter(dated).filter(|day| {
                let date = day.date.unwrap();
                bar.span.first <= date && date <= bar.span.last
            });
            let events: BTreeSet<u32> = inside.flat_map(|day| day.events.clone()).collect();
            assert_eq!(bar.count as usize, events.len(), "{reach} {bar:?}");
        }
        for day in ["2023-10-31", "2023-12-01"] {
            for cell in month(
                &calendar,
                "q=vigil&from=2023-11-01",
                &now,
                day,
                Weekday::Sat,
            ) {
                let day = list.days.iter().find(|day| day.date == Some(cell.date));
                let events = day.map_or(&[][..], |day| &day.events);
                assert_eq!(cell.count as usize, events.len(), "{cell:?}");
                let bars: Vec<u32> = cell.lanes.iter().flatten().map(|bar| bar.event).collect();
                assert!(bars.iter().all(|at| events.contains(at)), "{cell:?}");
                let named: Vec<u32> = events
                    .iter()
                    .copied()
                    .filter(|at| !bars.contains(at))
                    .take(3)
                    .collect();
                assert_eq!(cell.first, named, "{cell:?}");
            }
        }
    }
}
