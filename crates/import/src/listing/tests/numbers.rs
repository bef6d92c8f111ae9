//! Numbers that may be a day, an hour or a part of a name.

use super::{check, listed, refused, starts};

#[test]
fn the_number_of_a_day_is_no_hour() {
    const HEADING: &str = "Thursday 11 March 2027";
    for (line, why) in [
        ("Évora: adiada para dia 12, às 17h30, Praça", "dia 12"),
        ("Braga: dia 12, às 17h30, Avenida", "dia 12"),
        ("Rennes : le 12 à 17h30, place de la Mairie", "le 12"),
        ("Torino: il 12 alle 17.30, piazza Castello", "il 12"),
        ("Bonn: am 12. um 17.30 Uhr, Markt", "am 12"),
        ("Köln: verschoben auf den 12., 17:30 Uhr", "auf den 12"),
        ("Leeds: on the 12th at 5.30pm, City Square", "on the 12"),
        ("Nantes : reporté au 12, 17h30", "au 12"),
        ("Milano: 19.03 ore 11, Duomo", "19.03"),
    ] {
        refused(&format!("{HEADING}\n\n{line}"), 0, why);
    }
    for line in [
        "Leeds: at 12, City Square",
        "Porto: às 12h, Aliados",
        "Rennes : de 12h à 14h, place de la Mairie",
        "Bonn: 12 Uhr, Am Markt 12",
    ] {
        check_hour(line, "T12:00");
    }
}

#[test]
fn an_hour_in_parentheses_that_is_new_is_the_one_that_holds() {
    for line in [
        "Leeds: 2pm (NEW: 3pm), City Square",
        "Lyon : 9h (NOUVEAU : 10h), Bellecour",
        "Bilbao: 12h (cambio: 13h), plaza",
        "Ulm: 14 Uhr (geändert: 15 Uhr), Münster",
    ] {
        refused(
            &format!("Thursday 11 March 2027\n\n{line}"),
            0,
            "corrects its hour",
        );
    }
}

#[test]
fn the_number_of_a_house_or_a_room_is_no_day() {
    for line in [
        "Fulda, Uniplatz 3, 17. April 2027, 14 Uhr",
        "Kassel, Königsplatz 5 – Samstag, 17. April 2027, 14 Uhr",
        "Leeds, Room 12, 17 April 2027, 2pm",
        "Leeds, Stage 3 – Saturday 17 April 2027, 2pm",
        "Bilbao, Gran Vía, 2, 17 de abril de 2027, 14h",
        "Modena, via Emilia 4 – 17 aprile 2027, ore 14",
        "Łódź, ul. Piotrkowska 5 – 17 kwietnia 2027, 14:00",
        "Rennes, salle 3, samedi 17 avril 2027, 14h",
        "Tappa 3 – sabato 17 aprile 2027: Modena, ore 14",
    ] {
        assert_eq!(starts(line), ["2027-04-17T14:00"], "{line}");
    }
    for line in [
        "Utrecht, Neude 5 – 16 april 2027, 14 uur",
        "Week 2 – 16 April 2027: Leeds, 2pm",
    ] {
        refused(line, 0, "may be a house's");
    }
    for (line, days) in [
        ("Leeds, vigil 3 – 17 April 2027", "2027-04-03"),
        ("Leeds, 3 – 17 April 2027", "2027-04-03"),
        ("Leeds, Camp 3–17 April 2027", "2027-04-03"),
    ] {
        assert_eq!(starts(&format!("{line}, 2pm"))[0][..10], *days, "{line}");
    }
}

#[test]
fn the_number_of_a_house_is_no_hour() {
    for line in [
        "Assen – Brink 1 – 14:00",
        "Leeds, City Square 3 – 2pm",
        "Bonn – Markt 2 - 14 Uhr",
        "Köln – Domstr. 24 – 14:00",
        "Lyon – quai Perrache 4 – 14h",
        "Vigo – Praza do Rei 1 – 14h",
        "Leeds – Platform 2 – 14:00 – rally",
    ] {
        let starts = starts(&format!("Friday 5 March 2027\n\n{line}"));
        assert_eq!(starts, ["2027-03-05T14:00"], "{line}");
    }
    refused(
        "Friday 5 March 2027\n\nHagen – Markt 10 – 14 Uhr",
        0,
        "two hours, 10:00 and 14:00",
    );
    for line in [
        "Leeds 2 – 4pm",
        "Leeds: vigil 2 – 4pm, City Square",
        "Leeds – City Square – 2 – 4pm",
    ] {
        let starts = starts(&format!("Friday 5 March 2027\n\n{line}"));
        assert_eq!(starts, ["2027-03-05T14:00"], "{line}");
    }
}

/// The hour of one line below a heading.
#[track_caller]
fn check_hour(line: &str, hour: &str) {
    let starts = starts(&format!("4.11.2023\n\n{line}"));
    assert_eq!(starts, [format!("2023-11-04{hour}")], "{line}");
}

#[test]
fn a_street_called_by_a_date_is_no_day() {
    for line in [
        "Paraná: 9 de Julio y San Martín, 17hs",
        "Tacuarembó: 25 de Mayo 240, 18hs",
        "Campinas: 15 de Novembro com Barão de Jaguara, 17h",
        "Cuneo: 25 Aprile angolo via Roma, ore 17",
        "Sosnowiec, 3 Maja, 17:00",
        "Ankara: 10 Ekim önü, 18.00",
        "Dijon : 11 Novembre 1918, 18h",
    ] {
        let text = format!("24 March 2027\n\n{line}");
        let starts = starts(&text);
        assert!(
            starts.iter().all(|start| start.starts_with("2027-03-24")),
            "{line}: {starts:?}"
        );
    }
    check(
        "24 March 2027\n\nLeeds: 26 March, 1pm, City Square\nLyon : le 26 mars à 18h, Bellecour\nUlm: 26.3. Münster 18 Uhr",
        &[
            "2027-03-26T13:00 Leeds|City Square",
            "2027-03-26T18:00 Lyon|Bellecour",
            "2027-03-26T18:00 Ulm|Münster",
        ],
    );
}

#[test]
fn a_line_that_begins_with_a_city_and_has_a_number_is_not_passed_over() {
    check(
        "11.3.2027\n\nTrondheim kl 1700 Torvet",
        &["2027-03-11T17:00 Trondheim|Torvet"],
    );
    refused("11.3.2027\n\nStellenbosch, Die Braak, 11 vm.", 0, "17:00");
    refused("11.3.2027\n\nDavao: Rizal Park, 4 n.h.", 0, "17:00");
    refused("11.3.2027\n\nPatras: Square, 12μ.", 0, "17:00");
}

#[test]
fn a_number_and_small_words_may_be_an_hour() {
    for line in [
        "Скопје: 18 часот, плоштад",
        "Reykjavík: klukkan 18, Austurvöllur",
        "Tirana: në orën 18, Sheshi",
    ] {
        let reading = listed(&format!("16.3.2027\n\n{line}"));
        let lost = reading.drafts.iter().any(|draft| {
            draft
                .start
                .is_some_and(|start| !start.to_string().contains("T18:00"))
        });
        assert!(!lost, "{line}");
    }
    check(
        "16.3.2027, 6 pm\n\nBonn – Markt 12\nLyon – 12 rue Bayard",
        &[
            "2027-03-16T18:00 Bonn|Markt 12",
            "2027-03-16T18:00 Lyon|12 rue Bayard",
        ],
    );
}
