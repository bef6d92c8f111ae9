//! The place and day of a letter is no event.

use super::*;

#[test]
fn the_dateline_of_a_letter_is_no_event() {
    for line in [
        "Berlin, den 10. Mai 2027",
        "Paris, le 10 mai 2027",
        "Sevilla, a 10 de mayo de 2027",
        "Roma, 10 maggio 2027",
        "Warszawa, 10 maja 2027 r.",
        "PRESSEMITTEILUNG – Hannover, 10. Mai 2027",
    ] {
        let text = format!(
            "{line}\n\nDear all,\nthese are the rallies:\n\nLeeds: 12 May 2027, 5 pm, City Square"
        );
        refused(&text, 1, "of a letter");
        assert_eq!(starts(&text), ["2027-05-12T17:00"], "{line}");
    }
    assert_eq!(
        starts(
            "LONDON, 10 May 2027 – Nurses will walk out on Thursday 20 May 2027. Picket lines:\n\nLeeds: 8am, LGI\nSheffield: 8am, Hallamshire"
        ),
        ["2027-05-20T08:00", "2027-05-20T08:00"]
    );
}

#[test]
fn several_cities_with_a_day_each_are_events() {
    assert_eq!(
        starts("Berlin, 10. Mai 2027\nKöln, 11. Mai 2027\nBonn, 12. Mai 2027, 17 Uhr"),
        ["2027-05-10", "2027-05-11", "2027-05-12T17:00"]
    );
}

#[test]
fn when_a_page_was_posted_is_no_day_of_an_event() {
    let list = "Vancouver\n2:00 pm - Robson Square\n\nOttawa\n1:00 pm - Human Rights Monument\n";
    let expected = [
        "2020-01-25T14:00 Vancouver|Robson Square",
        "2020-01-25T13:00 Ottawa|Human Rights Monument",
    ];
    let sentence = "Peace organizations have called for a day of protest this Saturday, January 25th, 2020, in many cities.";
    check(
        &format!("ALL OUT THIS SATURDAY: actions\n\n01/22/20\n\n{sentence}\n\n{list}"),
        &expected,
    );
    // The caption of a picture of the year before.
    check(
        &format!(
            "Actions in many cities\n\nA march in Ottawa, January 26, 2019. Photo: A. Smith\n\n{sentence}\n\n{list}"
        ),
        &expected,
    );
    // An odd minute is said, and is no event.
    refused(
        &format!("Actions in many cities\n22.01.2020 11:58\n{sentence}\n\n{list}"),
        2,
        "when the page was posted",
    );
}
