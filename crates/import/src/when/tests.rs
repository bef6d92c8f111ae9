//! Cells of dates and times, as people fill them.

use super::*;

#[track_caller]
fn check(text: &str, expected: &str) {
    let reckoning = Reckoning {
        order: Some(order::Order::Dmy),
        from: reckoning::january(2023),
        written: None,
        dotted: false,
    };
    let found = match said(text) {
        None => "none".to_owned(),
        Some(said) => match span(&said, text, &reckoning) {
            Err(why) => why,
            Ok(Span { start, end }) => {
                let doubt = matches!(said, Said::Loosely { doubtful: true, .. });
                let end = end.map_or(String::new(), |end| format!(" – {end}"));
                format!("{start}{end}{}", if doubt { " ?" } else { "" })
            }
        },
    };
    assert_eq!(found, expected, "{text}");
}

#[test]
fn cells_of_dates() {
    check("2023-11-04", "2023-11-04");
    check("2023-11-04 14:00", "2023-11-04T14:00");
    check("2023-11-04T14:00:00+0100", "2023-11-04T14:00:00+01:00");
    check("2023-11-04 14:00:00 UTC", "2023-11-04T14:00:00Z");
    check(
        "Sat, 04 Nov 2023 14:00:00 +0100",
        "2023-11-04T14:00:00+01:00",
    );
    check("16.03.2019 13:30", "2019-03-16T13:30");
    check("04/11/2023", "2023-11-04");
    check("11/4/2023 2:00 PM", "2023-04-11T14:00");
    check("13/10/2023*", "2023-10-13 ?");
    check("ca. 4 November", "2023-11-04 ?");
    check(
        "Saturday, November 4, 2-4 pm",
        "2023-11-04T14:00 – 2023-11-04T16:00",
    );
    check(
        "Samstag, 4. November 2023 um 22 Uhr bis 2 Uhr",
        "2023-11-04T22:00 – 2023-11-05T02:00",
    );
    check("le samedi 4 novembre à 14h", "2023-11-04T14:00");
    check("4 November, time TBA", "2023-11-04");
    check("next Saturday", "none");
    check("4 November 2023 EST", "none");
    check("", "none");
}

#[track_caller]
fn check_clock(text: &str, expected: Result<&str, ()>) {
    let found = clock(text).map(|clock| {
        clock.map_or(String::new(), |clock| {
            let to = clock.to.map_or(String::new(), |to| format!("-{to}"));
            format!("{}{to}", clock.from)
        })
    });
    assert_eq!(found.as_deref().map_err(|_| ()), expected, "{text}");
}

#[test]
fn cells_of_times() {
    check_clock("14:00", Ok("14:00:00"));
    check_clock("um 14.30", Ok("14:30:00"));
    check_clock("2 pm - 4 pm", Ok("14:00:00-16:00:00"));
    check_clock("TBA", Ok(""));
    check_clock("hora por confirmar", Ok(""));
    check_clock("in the afternoon", Err(()));
    check_clock("25:00", Err(()));
}
