//! Days, hours, cities and remarks that were taken for a place or for nothing.

use super::{check, check_line, listed, refused};

/// What a listing gives of a field, for each event.
fn field(text: &str, name: &str) -> Vec<String> {
    let drafts = listed(text).drafts;
    let text = |draft: &crate::draft::Draft| draft.text_of(name).unwrap_or("-").to_owned();
    drafts.iter().map(text).collect()
}

/// The one reason for which a line below 4 November 2023 is rejected.
#[track_caller]
fn check_rejected(line: &str, part: &str) {
    let reading = listed(&format!("4.11.2023\n\n{line}"));
    let reasons: Vec<&str> = reading
        .rejects
        .iter()
        .map(|reject| &*reject.reason)
        .collect();
    let rejected = matches!(reasons[..], [reason] if reason.contains(part));
    assert!(rejected && reading.drafts.is_empty(), "{line}: {reading:?}");
}

#[test]
fn another_day_of_the_week_in_parentheses_is_no_place() {
    check_rejected(
        "Huesca – 19h (domingo 5) – Plaza Navarra",
        "names another day",
    );
}

#[test]
fn minutes_behind_and_are_asked_for() {
    check_rejected("Viterbo: ore 10 e 15, Piazza del Plebiscito", "its minutes");
    check_rejected("León: a las 10 y 15, Plaza Mayor", "may be an hour");
}

#[test]
fn hours_in_words_are_no_place() {
    check_rejected(
        "Elche: a las doce de la mañana, Plaza Baix",
        "may be an hour",
    );
    check_line(
        "Daugavpils – pulksten 18 – Vienības laukums",
        "T18:00 Daugavpils|Vienības laukums",
    );
    check_line(
        "Constanța: între orele 17:00 și 19:00, Piața Ovidiu",
        "T17:00 Constanța|Piața Ovidiu",
    );
}

#[test]
fn a_day_after_moved_to_may_be_two_numbers() {
    for line in [
        "Mainz: 18 Uhr, Hauptbahnhof, verlegt auf 9.11",
        "Mainz: 18 Uhr, Hauptbahnhof, verlegt auf 9.11.",
    ] {
        check(
            &format!("Samstag, 4. November 2023\n\n{line}"),
            &["2023-11-09T18:00 Mainz|Hauptbahnhof"],
        );
    }
    // It may be ten past five.
    check_line("Mainz: Dom, verlegt auf 17.10, 18 Uhr", "T18:00 Mainz|Dom");
}

#[test]
fn what_is_moved_from_the_day_of_the_heading_was_announced_for_it() {
    let list = "Saturday 4 November 2023\n\nHull: moved to Sunday 5 November, 2 pm, Minster\nYork: 1 pm, Museum";
    assert_eq!(field(list, "previously"), ["2023-11-04", "-"]);
    assert_eq!(field(list, "status"), ["rescheduled", "-"]);
}

#[test]
fn the_day_of_before_is_no_place() {
    for (line, place) in [
        ("Hull: 1 pm, Minster, moved from the 2nd", "Minster"),
        (
            "Hull: 1 pm, Minster - NB this has been moved from Thursday",
            "Minster",
        ),
        ("Jena: 13 Uhr, Holzmarkt, verschoben vom 2.", "Holzmarkt"),
        ("Pisa: ore 13, Piazza Dante, spostato dal 2", "Piazza Dante"),
    ] {
        let list = format!("Saturday 4 November 2023\n\n{line}");
        assert_eq!(field(&list, "place"), [place], "{line}");
        assert_eq!(field(&list, "address"), ["-"], "{line}");
    }
}

#[test]
fn a_place_to_be_confirmed_stands_below_its_day() {
    check(
        "Friday 3 November 2023, 5pm\nVigil, Leeds, City Square (tbc)\n\nSaturday 4 November 2023, 2pm\nRally, Hull, Town Hall",
        &[
            "2023-11-03T17:00 Leeds|City Square",
            "2023-11-04T14:00 Hull|Town Hall",
        ],
    );
}

#[test]
fn words_to_the_reader_over_a_list_are_no_event_in_a_city_called_so() {
    check(
        "Gente, segue lista dos atos (sábado, 4/11/2023):\n\nNatal: 15h, Praça Gentil",
        &["2023-11-04T15:00 Natal|Praça Gentil"],
    );
    check(
        "Salut ! RDV samedi 4 novembre 2023 :\n\n- Toulouse : 15h, place du Capitole",
        &["2023-11-04T15:00 Toulouse|place du Capitole"],
    );
}

#[test]
fn a_region_or_country_at_the_end_of_the_line_says_which_city() {
    check_line(
        "Perth – 2pm, Horsecross Plaza, Scotland",
        "T14:00 Perth, Scotland|Horsecross Plaza",
    );
    check_line(
        "Valencia: 18h, Plaza Bolívar, Venezuela",
        "T18:00 Valencia, Venezuela|Plaza Bolívar",
    );
    check_line(
        "Sevilla: 18h, Plaza Nueva, Triunfo",
        "T18:00 Sevilla|Plaza Nueva",
    );
}

#[test]
fn cities_behind_the_hour_are_an_event_each() {
    check(
        "4.11.2023\n\n12 noon: Leeds, Bradford and Wakefield\n1pm: Exeter (Bedford Square), Plymouth (Sundial)",
        &[
            "2023-11-04T12:00 Leeds|",
            "2023-11-04T12:00 Bradford|",
            "2023-11-04T12:00 Wakefield|",
            "2023-11-04T13:00 Exeter|Bedford Square",
            "2023-11-04T13:00 Plymouth|Sundial",
        ],
    );
    // A square may be called like a city.
    check_line("14h: Paris, Nation", "T14:00 Paris|Nation");
}

#[test]
fn a_remark_in_parentheses_is_no_place_and_may_say_that_it_is_not_certain() {
    for line in [
        "Vaasa: klo 15 (alustava), Kauppatori",
        "Derby: 3pm (TBC), Kauppatori",
    ] {
        let list = format!("4.11.2023\n\n{line}");
        assert_eq!(field(&list, "place"), ["Kauppatori"], "{line}");
        assert_eq!(field(&list, "status"), ["tentative"], "{line}");
    }
}

#[test]
fn the_number_of_a_house_stays_with_its_street() {
    assert_eq!(
        field(
            "4.11.2023\n\nEssen: 14 Uhr, DGB-Haus, Teichstr. 4",
            "address"
        ),
        ["Teichstr. 4"]
    );
}

#[test]
fn the_first_of_a_month_is_no_hour_of_the_morning() {
    check(
        "Kundgebungen am 1. Mai 2026 (Freitag) – DGB Nordost\n\nCottbus 11:00 Stadthalle",
        &["2026-05-01T11:00 Cottbus|Stadthalle"],
    );
}

#[test]
fn the_full_stop_of_the_word_for_the_year_ends_no_sentence() {
    check(
        "Мітинги «Не мовчи! Полон вбиває» у неділю, 5 листопада 2023 р.\n\nЛьвів: 13:00, пр. Свободи",
        &["2023-11-05T13:00 Львів|пр. Свободи"],
    );
}

#[test]
fn a_country_may_head_a_list_in_two_languages() {
    check(
        "4.11.2023\n\nIndia / भारत\nHyderabad: 4 pm, Dharna Chowk",
        &["2023-11-04T16:00 Hyderabad|Dharna Chowk"],
    );
    assert_eq!(
        field(
            "4.11.2023\n\nIndia / भारत\nHyderabad: 4 pm, Dharna Chowk",
            "country"
        ),
        ["IN"]
    );
}

#[test]
fn a_line_that_only_says_how_to_reach_someone_is_no_entry() {
    let reading =
        listed("4.11.2023\n\nRzeszów: godz. 17, Rynek\nKontakt dla prasy: tel. 600 000 001");
    assert_eq!((reading.drafts.len(), reading.rejects.len()), (1, 0));
}

#[test]
fn a_line_that_begins_with_its_hour_in_words_is_told() {
    for line in [
        "abends Fulda, Uniplatz",
        "nachmittags um halb fünf Marburg, Marktplatz",
        "half past four in the afternoon York, Minster",
        "en fin d'après-midi Angers, gare",
        "por la tarde Zaragoza, Pilar",
        "nel pomeriggio Ferrara, castello",
        "вечером Пермь, эспланада",
    ] {
        let list = format!(
            "Samstag, 20. Februar 2027\n\n10:00 Kassel, Königsplatz\n{line}\n17:00 Köln, Dom"
        );
        refused(&list, 2, "may be its hour");
    }
}
