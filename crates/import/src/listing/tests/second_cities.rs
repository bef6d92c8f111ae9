//! A second city in an entry, what else a line tells of, and words that are like a city.

use super::*;

/// A line below a day is refused.
#[track_caller]
fn refused_line(line: &str, why: &str) {
    refused(&format!("Saturday 6 March 2027\n{line}"), 0, why);
}

#[test]
fn what_is_cancelled_in_another_town_does_not_cancel_this_entry() {
    for line in [
        "Leeds, 9am, City Square; Bradford, cancelled",
        "Leeds, 9am, City Square. Bradford cancelled.",
        "Leeds, 9am, City Square (Barnsley cancelled)",
        "Leeds, 9am, City Square (Barnsley postponed)",
        "Jena: 10 Uhr, Holzmarkt (Weimar fällt aus)",
        "Тверь, 12:00, пл. Ленина (Тула отменена)",
        "Lyon, 14h, place Bellecour (Grenoble annulé)",
        "Sevilla, 18:00, Plaza Nueva (Huelva cancelada)",
    ] {
        refused_line(line, "another event");
    }
    for line in [
        "Leeds, 9am, City Square (cancelled)",
        "Leeds, 9am, City Square; cancelled",
        "Одеса: 16:00, Приморський бульвар (скасовано)",
    ] {
        let read = listed(&format!("Saturday 6 March 2027\n{line}"));
        assert_eq!(read.drafts.len(), 1, "{line}");
        assert_eq!(
            read.drafts[0].text_of("status"),
            Some("cancelled"),
            "{line}"
        );
    }
}

#[test]
fn a_second_city_with_a_place_is_not_swallowed() {
    for line in [
        "6pm: Leeds, Town Hall; Bradford, City Park",
        "18 Uhr: Jena, Holzmarkt; Gera, Markt",
        "18h : Lyon, Bellecour ; Grenoble, préfecture",
    ] {
        refused_line(line, "second city");
    }
}

#[test]
fn an_abbreviation_behind_a_city_is_not_passed_over() {
    for line in [
        "London (Ont.), 6pm, Victoria Park",
        "Paris (Tex.), 6pm, Plaza",
        "Ростов (Яросл. обл.), 12:00, пл. Ленина",
    ] {
        refused_line(line, "is not known");
    }
}

#[test]
fn days_and_notes_are_no_cities() {
    check(
        "Mar 13 2027 (Sat) – rally, Derby, Market Place, 12pm",
        &["2027-03-13T12:00 Derby|Market Place"],
    );
    refused_line("Wed: tba", "day of the week");
    for note in ["NB: bring banners", "Bahn: Linie 4"] {
        let read = listed(&format!(
            "Saturday 6 March 2027\nLeeds, 9am, City Square\n{note}"
        ));
        assert_eq!((read.drafts.len(), read.rejects.len()), (1, 0), "{note}");
    }
    // A town in Switzerland, and a train.
    check(
        "Saturday 6 March 2027\nZug: 14 Uhr, Landsgemeindeplatz",
        &["2027-03-06T14:00 Zug|Landsgemeindeplatz"],
    );
    refused_line("Leeds, date and time to be confirmed", "not known yet");
}

#[test]
fn a_name_before_a_large_city_is_of_something_there() {
    for (line, city) in [
        ("19 Uhr, Lido, Berlin", "Berlin|Lido"),
        ("19 Uhr: Demo, Lido, Berlin", "Berlin|Lido"),
        ("20.30 uur, Paradiso, Amsterdam", "Amsterdam|Paradiso"),
        ("19 h, Olympia, Paris", "Paris|Olympia"),
        // A town near the city, and one of the same country.
        ("19 h, Hendaye, Donostia", "Hendaye|Donostia"),
    ] {
        let found = listed(&format!("4.11.2023\n\n{line}"));
        let found = found.drafts.first().map(|draft| {
            let place = draft.text_of("place").unwrap_or_default();
            let city = draft.location.as_deref().unwrap_or_default();
            format!("{city}|{place}")
        });
        assert_eq!(found.as_deref(), Some(city), "{line}");
    }
}
