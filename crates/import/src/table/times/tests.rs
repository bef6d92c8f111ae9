//! Start and end of rows, by the columns of the table.

use std::sync::Arc;

use super::super::read;
use crate::options::Options;

/// Rows as “start - end”, or “reject: ” and the reason.
#[track_caller]
fn check(heading: &str, rows: &[(&str, &str)]) {
    let text: String = std::iter::once(heading)
        .chain(rows.iter().map(|(row, _)| *row))
        .map(|line| format!("{line}\n"))
        .collect();
    let source: Arc<str> = "sheet.csv".into();
    let read = read(&text, &source, &Options::new(chrono::NaiveDate::MIN)).unwrap();
    let drafts = read.drafts.iter().map(|draft| {
        let end = draft.end.map(|end| format!(" - {end}"));
        let start = draft.start.map(|start| start.to_string());
        let said = format!("{}{}", start.unwrap_or_default(), end.unwrap_or_default());
        (draft.origin.number, said)
    });
    let rejects = read
        .rejects
        .iter()
        .map(|reject| (reject.origin.number, format!("reject: {}", reject.reason)));
    let mut found: Vec<(u64, String)> = drafts.chain(rejects).collect();
    found.sort();
    let found: Vec<&str> = found.iter().map(|(_, said)| said.as_str()).collect();
    let matches = found.len() == rows.len()
        && found.iter().zip(rows).all(|(found, (_, expected))| {
            found == expected || expected.starts_with("reject") && found.starts_with(expected)
        });
    let expected: Vec<&str> = rows.iter().map(|(_, expected)| *expected).collect();
    assert!(matches, "{heading}\n{found:#?}\n{expected:#?}");
}

#[test]
fn a_moment_and_the_hour_of_a_zone_may_be_the_same() {
    check(
        "Date,Time,City,Title",
        &[
            (
                "2027-03-05T23:00:00.000Z,6pm ET,Boston,March",
                "2027-03-05T23:00:00Z",
            ),
            (
                "2027-03-06T00:30:00.000Z,6:30pm CT,Chicago,March",
                "2027-03-06T00:30:00Z",
            ),
            ("2027-03-05T23:00:00.000Z,7pm ET,Boston,March", "reject"),
            ("2027-03-05T23:00:00.000Z,7pm,Boston,March", "reject"),
        ],
    );
}

#[test]
fn the_last_day_of_a_cell_has_the_hour_of_the_column_of_ends() {
    for (days, expected) in [
        ("13.3.2027 - 14.3.2027", "2027-03-14T18:00"),
        ("13.–15. März 2027", "2027-03-15T18:00"),
        ("13.3.2027", "2027-03-13T18:00"),
    ] {
        let text = format!("Datum;Von;Bis;Stadt;Titel\n{days};9:00;18:00;Bonn;Camp\n");
        let options = crate::options::Options::new(chrono::NaiveDate::MIN);
        let read = crate::table::read(&text, &"sheet.csv".into(), &options).unwrap();
        let end = read.drafts[0].end.map(|end| end.to_string());
        assert_eq!(end.as_deref(), Some(expected), "{days}");
    }
}

#[test]
fn an_hour_without_its_half_beside_others_that_have_one_is_rejected() {
    check(
        "title,date,time,city",
        &[
            (
                "A,2023-11-04,2:00,Denver",
                "reject: “2:00” may be of the morning",
            ),
            ("B,2023-11-04,6 pm,Denver", "2023-11-04T18:00"),
            ("C,2023-11-04,3.30,Denver", "reject: “3:30” may be"),
            ("D,2023-11-04,5-7,Denver", "reject: “5:00” may be"),
            ("E,2023-11-04,9–5,Denver", "reject: “9:00” may be"),
            (
                "F,2023-11-04,12-2,Denver",
                "2023-11-04T12:00 - 2023-11-04T14:00",
            ),
            (
                "G,2023-11-04,11 am - 1,Denver",
                "2023-11-04T11:00 - 2023-11-04T13:00",
            ),
        ],
    );
    check(
        "title,start,city",
        &[
            (
                "A,4 November 2023 2:00,Denver",
                "reject: “2:00” may be of the morning",
            ),
            ("B,4 November 2023 6 pm,Denver", "2023-11-04T18:00"),
        ],
    );
    check(
        "title,date,start,end,city",
        &[
            (
                "A,2023-11-04,2:00,4:00,Boise",
                "reject: “2:00” may be of the morning",
            ),
            (
                "B,2023-11-05,11:00,1:00,Boise",
                "2023-11-05T11:00 - 2023-11-05T13:00",
            ),
        ],
    );
}

#[test]
fn an_end_is_the_next_such_hour_after_a_certain_beginning() {
    check(
        "title,date,start,end,city",
        &[
            ("A,2023-11-04,9,5,Kiel", "reject: “9:00” may be"),
            (
                "B,2023-11-04,6 pm,8:30,Kiel",
                "2023-11-04T18:00 - 2023-11-04T20:30",
            ),
            (
                "C,2023-11-04,10 pm,1:00,Kiel",
                "2023-11-04T22:00 - 2023-11-05T01:00",
            ),
        ],
    );
    check(
        "title,date,start,end,city",
        &[(
            "A,2023-11-04,9,5,Kiel",
            "2023-11-04T09:00 - 2023-11-04T17:00",
        )],
    );
}

#[test]
fn hours_counted_to_24_are_sure() {
    check(
        "Titel;Datum;Uhrzeit;Ende;Stadt",
        &[
            (
                "A;2023-11-04;5:00;6:30;Kiel",
                "2023-11-04T05:00 - 2023-11-04T06:30",
            ),
            (
                "B;2023-11-04;18:00;2:00;Kiel",
                "2023-11-04T18:00 - 2023-11-05T02:00",
            ),
            (
                "C;2023-11-04;18:00;10:00;Kiel",
                "2023-11-04T18:00 - 2023-11-05T10:00",
            ),
            (
                "D;2023-11-04;11:00;1:00;Kiel",
                "2023-11-04T11:00 - 2023-11-04T13:00",
            ),
            (
                "E;2023-11-04;20:00;24:00;Kiel",
                "2023-11-04T20:00 - 2023-11-05T00:00",
            ),
        ],
    );
    check(
        "title,date,time,city",
        &[
            ("A,2023-11-04,02:00,Kiel", "2023-11-04T02:00"),
            ("B,2023-11-04,9:00,Kiel", "2023-11-04T09:00"),
            ("C,2023-11-04,5:00:00,Kiel", "2023-11-04T05:00"),
        ],
    );
}

#[test]
fn a_column_of_halves_says_which() {
    check(
        "title,date,time,am/pm,city",
        &[
            ("A,2023-11-04,2:30,PM,Kiel", "2023-11-04T14:30"),
            ("B,2023-11-04,10:30,AM,Kiel", "2023-11-04T10:30"),
            ("C,2023-11-04,5:30,,Kiel", "reject: “5:30” may be"),
        ],
    );
}

#[test]
fn a_heading_says_in_which_zone_its_hours_are() {
    for (heading, zone) in [
        ("Title,Date,Time (UTC),City", Some("UTC")),
        ("Title,Date (UTC),Time (UTC),City", Some("UTC")),
        ("Title,Date,Start (EST),City", Some("EST")),
        ("Titel,Datum,Uhrzeit (MEZ),Stadt", Some("MEZ")),
        ("Название,Дата,Время (мск),Город", Some("мск")),
        ("title,date,start_time_utc,city", Some("utc")),
        ("Title,Date,Time (24h),City", None),
        ("Title,Date,Time,City", None),
    ] {
        let text = format!("{heading}\nA,2023-11-04,18:00,Kiel\n");
        let source: Arc<str> = "sheet.csv".into();
        let read = read(&text, &source, &Options::new(chrono::NaiveDate::MIN)).unwrap();
        let draft = &read.drafts[0];
        assert_eq!(draft.hours_in.as_deref(), zone, "{heading}");
        assert_eq!(
            draft.start.unwrap().to_string(),
            "2023-11-04T18:00",
            "{heading}"
        );
    }
}

#[test]
fn an_end_that_is_a_duration_or_the_beginning() {
    check(
        "title,date,start,end,city",
        &[
            (
                "A,2023-11-04,14:00,3 hours,Kiel",
                "2023-11-04T14:00 - 2023-11-04T17:00",
            ),
            ("B,2023-11-04,10:00,10:00,Kiel", "2023-11-04T10:00"),
            (
                "C,2023-11-04,22:00,90 min,Kiel",
                "2023-11-04T22:00 - 2023-11-04T23:30",
            ),
        ],
    );
    check(
        "title,date,time,duration,city",
        &[
            (
                "A,2023-11-04,14:00,2 hours,Kiel",
                "2023-11-04T14:00 - 2023-11-04T16:00",
            ),
            (
                "B,2023-11-04,16:00,1:30,Kiel",
                "2023-11-04T16:00 - 2023-11-04T17:30",
            ),
            ("C,2023-11-04,16:00,a while,Kiel", "2023-11-04T16:00"),
        ],
    );
}

#[test]
fn hours_minutes_and_halves_in_columns_of_their_own() {
    check(
        "Title,Day,Month,Year,Start hour,Start min,AM/PM,City",
        &[
            ("A,4,11,2023,2,30,PM,Kiel", "2023-11-04T14:30"),
            ("B,5,11,2023,10,00,AM,Kiel", "2023-11-05T10:00"),
        ],
    );
}

#[test]
fn headings_in_two_rows() {
    check(
        "Start,,End,,Place,,\nDate,Time,Date,Time,Name,City,Country",
        &[(
            "2023-11-04,14:00,2023-11-04,16:00,Main Sq,Graz,AT",
            "2023-11-04T14:00 - 2023-11-04T16:00",
        )],
    );
    check(
        "Beginn;;Ende;;\nDatum;Uhrzeit;Datum;Uhrzeit;Stadt",
        &[(
            "4.11.2023;14:00;5.11.2023;16:00;Graz",
            "2023-11-04T14:00 - 2023-11-05T16:00",
        )],
    );
}

#[test]
fn a_column_of_hours_with_an_unknown_heading() {
    check(
        "Tittel;Dato;Nårdåda;By",
        &[
            ("A;4.11.2023;18:00;Oslo", "2023-11-04T18:00"),
            ("B;5.11.2023;kl. 12;Oslo", "2023-11-05T12:00"),
        ],
    );
    // A number may be anything.
    check(
        "Tittel;Dato;Antal;By",
        &[("A;4.11.2023;18;Oslo", "2023-11-04")],
    );
}

#[test]
fn hours_marked_as_not_certain_are_tentative() {
    let text = "title,date,time,city\nA,2023-11-04,~18:00,Kiel\nB,2023-11-04,14:00?,Kiel\nC,2023-11-04,approx 2 pm,Kiel\nD,2023-11-04,2 pm,Kiel\n";
    let source: Arc<str> = "sheet.csv".into();
    let read = read(text, &source, &Options::new(chrono::NaiveDate::MIN)).unwrap();
    let found: Vec<_> = read
        .drafts
        .iter()
        .map(|draft| (draft.start.unwrap().to_string(), draft.text_of("status")))
        .collect();
    let tentative = Some("tentative");
    let expected = [
        ("18:00", tentative),
        ("14:00", tentative),
        ("14:00", tentative),
        ("14:00", None),
    ];
    let expected = expected.map(|(hour, status)| (format!("2023-11-04T{hour}"), status));
    assert_eq!(found, expected);
}

#[test]
fn dates_that_the_day_of_the_week_or_other_rows_decide() {
    check(
        "title,date,city",
        &[
            ("A,Sat 04/11/2023,Leeds", "2023-11-04"),
            ("B,Sat 11/04/2023,Leeds", "2023-11-04"),
            ("C,4 Nov 23,Leeds", "2023-11-04"),
            ("D,Nov 4,Leeds", "2023-11-04"),
        ],
    );
    check(
        "Demonstrations November 2023\ntitle,date,city",
        &[("A,4 Nov,Leeds", "2023-11-04")],
    );
    check(
        "title,date,city",
        &[(
            "A,25/11/23,Leeds",
            "reject: “25/11/23” can be read in two ways; say --date-order dmy (2023-11-25) or ymd (2025-11-23)",
        )],
    );
}

#[test]
fn hours_as_programs_write_them() {
    check(
        "title,date,time,city",
        &[
            ("A,2023-11-04,14:00:00.000,Leeds", "2023-11-04T14:00"),
            ("B,2023-11-04,T14:00,Leeds", "2023-11-04T14:00"),
            ("C,2023-11-04,2:30p,Leeds", "2023-11-04T14:30"),
            (
                "D,2023-11-04,12 midnight,Leeds",
                "reject: “12 midnight” may be the beginning or the end of the day",
            ),
        ],
    );
}

#[test]
fn a_day_that_a_database_filled_up_has_no_hour() {
    check(
        "Date,City,Title",
        &[
            ("2027-03-06T18:00:00.000,Leeds,March", "2027-03-06T18:00"),
            ("2027-03-07T00:00:00.000,Leeds,Vigil", "2027-03-07"),
        ],
    );
}
