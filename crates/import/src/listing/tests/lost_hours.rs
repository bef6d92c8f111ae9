//! Entries whose hour is not read: refused where their words may say one, else said.

use super::{check_line, listed, refused};

/// The notes of the entries of a list below a day.
fn notes(lines: &str) -> Vec<String> {
    let drafts = listed(&format!("4.11.2023\n\n{lines}")).drafts;
    drafts
        .into_iter()
        .map(|draft| draft.notes.join("; "))
        .collect()
}

#[test]
fn an_entry_without_an_hour_is_said_among_others_that_have_one() {
    let lines =
        "Leeds: 1pm, City Square\nHull: 2pm, Minster\nYork: 3pm, Minster\nRipon: Market Place\n";
    let found = notes(&format!("{lines}Bath: Abbey, cancelled"));
    assert!(found[3].starts_with("no hour is read in it"), "{found:?}");
    let open = notes(&format!("{lines}Bath: hour to follow, Abbey"));
    assert_eq!(open[4], "");
    let others = [0, 1, 2, 4].map(|at| found[at].as_str());
    assert_eq!(others, [""; 4]);
    // Where many have none, that is how the list is.
    let found =
        notes("Leeds: 1pm, City Square\nHull: 2pm, Minster\nYork: Minster\nRipon: Market Place");
    assert_eq!(found, [""; 4]);
}

#[test]
fn four_digits_behind_a_label_are_an_hour() {
    check_line("Oslo: Youngstorget kl. 1800", "T18:00 Oslo|Youngstorget");
    check_line("Lund, Stortorget kl 1730", "T17:30 Lund|Stortorget");
    check_line("Turku: Kauppatori klo 1730", "T17:30 Turku|Kauppatori");
    check_line(
        "Coimbra, 14h30m, Praça da República",
        "T14:30 Coimbra|Praça da República",
    );
}

#[test]
fn a_number_behind_from_may_be_an_hour() {
    for line in [
        "Macerata: corteo dalle 17 da piazza Battisti",
        "Kassel: Kundgebung ab 17, Rathaus",
        "Radom: protest od 17 na Rynku",
    ] {
        refused(&format!("4.11.2023\n\n{line}"), 0, "may be an hour");
    }
}

#[test]
fn an_hour_in_words_behind_a_place_is_not_of_its_name() {
    for line in [
        "Kassel: Rathaus um sechs",
        "Zaragoza: Plaza del Pilar a las seis y media",
        "Ferrara: piazza Castello alle diciotto",
        "Angers, place Leclerc à quinze heures trente",
        "York, Parliament Street at three",
        "Maribor: Glavni trg ob pol šestih",
        "Brno: náměstí Svobody v půl šesté",
    ] {
        let list = format!("4.11.2023\n\nLeeds, City Square, 5pm\n{line}");
        refused(&list, 1, "may be an hour");
    }
}

/// The next entry has no day of its own, and would be of that day.
#[test]
fn a_day_and_a_city_in_words_head_nothing() {
    for line in [
        "Tue 7 November 2023 Leeds at lunchtime by the fountain",
        "Di 7.11.2023 Fulda mittags am Brunnen",
        "wt. 7.11.2023 Radom w południe pod ratuszem",
        "mar. 7 novembre 2023 Angers en fin de journée",
    ] {
        let list = format!("Sat 4 November 2023 Hull 2pm Minster\n{line}\nYork, 3pm, Minster");
        let reading = listed(&list);
        let days: Vec<String> = reading
            .drafts
            .iter()
            .filter_map(|draft| Some(draft.start?.to_string()))
            .collect();
        assert!(
            !days.iter().any(|day| day.starts_with("2023-11-07T15")),
            "{line}: {reading:?}"
        );
        assert!(
            reading
                .rejects
                .iter()
                .any(|reject| reject.text.contains("2023"))
                || days.len() > 1,
            "{line}: {reading:?}"
        );
    }
}

#[test]
fn a_heading_that_says_there_is_nothing_heads_nothing() {
    for heading in [
        "Saturday 11 November 2023 – no vigil",
        "Samstag, 11. November 2023 – keine Mahnwache",
        "Lördag 11 november 2023 – ingen vaka",
        "Sábado 11 de noviembre de 2023: no hay concentración",
    ] {
        refused(
            &format!("{heading}\nLeeds, 3pm, City Square"),
            0,
            "there is nothing on its day",
        );
    }
}

#[test]
fn an_hour_that_is_to_follow_is_none() {
    for words in [
        "hour to follow",
        "heure à venir",
        "godzina wkrótce",
        "hora por anunciar",
        "saat belli değil",
        "ora urmează",
        "часът ще бъде обявен",
    ] {
        check_line(&format!("Kassel: {words}, Rathaus"), " Kassel|Rathaus");
    }
}

#[test]
fn a_part_of_a_town_is_no_noon() {
    check_line(
        "Radom, os. Południe, start 9.30",
        "T09:30 Radom|os. Południe",
    );
}

#[test]
fn a_corrected_hour_is_not_passed_over() {
    for line in [
        "Hanau – Freiheitsplatz – 9:30 Uhr (Änderung: 10 Uhr)",
        "Nantes, place Royale, 13h (rectificatif : 14h)",
        "Radom, Rynek, 13:00 (zmiana: 14:00)",
        "成都：天府广场 14:00（改为15:00）",
        "札幌：大通公園 19時（18時に変更）",
        "서울: 광화문 14시(15시로 변경)",
    ] {
        refused(&format!("4.11.2023\n\n{line}"), 0, "corrects its hour");
    }
}
