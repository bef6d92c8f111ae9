//! The day of a whole list in a sentence above it.

use super::*;

#[test]
fn a_sentence_above_a_list_says_its_day() {
    for (sentence, entries, expected) in [
        (
            "20 марта 2027 года – вторая годовщина событий. Мы собираемся вместе.",
            "Берлин — 18:00, Унтер-ден-Линден\nПрага — 17:30, площадь Мира\nВильнюс — отменено",
            &["2027-03-20T18:00", "2027-03-20T17:30", "2027-03-20"][..],
        ),
        (
            "Am 20. März 2027 gehen wir gemeinsam auf die Straße.",
            "Bonn – 17 Uhr, Markt\nKassel – 18 Uhr, Königsplatz\nJena – abgesagt",
            &["2027-03-20T17:00", "2027-03-20T18:00", "2027-03-20"],
        ),
        (
            "Le samedi 20 mars 2027, nous serons toutes dans la rue.",
            "Lyon – 14h, place Bellecour\nRennes – annulé",
            &["2027-03-20T14:00", "2027-03-20"],
        ),
        // Its hour is that of entries without one.
        (
            "Wir treffen uns am 20. März 2027 um 15 Uhr in der Mitte unserer Städte.",
            "Bonn – Markt\nKassel – Königsplatz",
            &["2027-03-20T15:00", "2027-03-20T15:00"],
        ),
        // History, and one event of its own.
        (
            "9 November 1938 is the night that we shall not forget.",
            "Leeds – 6pm, City Square\nYork – 7pm, Parliament Street",
            &[],
        ),
        (
            "On 20 March 2027 we shall be there on Station Road, with our banners.",
            "Leeds – 6pm, City Square\nYork – 7pm, Parliament Street",
            &[],
        ),
    ] {
        let text = format!("Hello,\n\n{sentence}\n\n{entries}");
        assert_eq!(starts(&text), expected, "{sentence}");
    }
}

#[test]
fn a_sentence_below_the_day_says_the_hour_of_entries_without_one() {
    for (sentence, hour) in [
        (
            "Ne vedem în stradă, de la ora 16:00, în toate orașele de mai jos:",
            "T16:00",
        ),
        ("We all meet at 4 pm in the places below:", "T16:00"),
        (
            "Beginn ist, wo nicht anders angegeben, um 16 Uhr.",
            "T16:00",
        ),
        ("Saat 16.00'da alanlardayız:", "T16:00"),
    ] {
        let list = format!(
            "4.11.2023\n\n{sentence}\n\nCluj-Napoca - Piața Unirii\nSibiu - Piața Mare, 17:30"
        );
        let starts: Vec<String> = listed(&list)
            .drafts
            .iter()
            .filter_map(|draft| draft.start.map(|start| start.to_string()))
            .collect();
        let expected = [format!("2023-11-04{hour}"), "2023-11-04T17:30".to_owned()];
        assert_eq!(starts, expected, "{sentence}");
    }
    // The hour of an event with a place of its own is that of no other.
    let list = "4.11.2023\n\nWe meet at 4 pm in Leeds:\n\nYork - Museum\nHull - Minster, 17:30";
    let drafts = listed(list).drafts;
    let york = drafts
        .iter()
        .find(|draft| draft.location.as_deref() == Some("York"));
    let start = york
        .and_then(|draft| draft.start)
        .map(|start| start.to_string());
    assert_eq!(start.as_deref(), Some("2023-11-04"));
}

#[test]
fn a_day_with_a_dot_alone_on_a_line_heads_entries() {
    check(
        "Акції 2027\n19.12:\n– Луцьк, 16:00, площа Ринок;\n20.12:\n– Умань, 10:00, площа Свободи;\n",
        &[
            "2027-12-19T16:00 Луцьк|площа Ринок",
            "2027-12-20T10:00 Умань|площа Свободи",
        ],
    );
    check(
        "총파업대회 7.14(수) 전국에서! 2027\n울산 14시 30분, 울산시청 남문\n",
        &["2027-07-14T14:30 울산|울산시청 남문"],
    );
}

#[test]
fn lines_of_a_calendar_are_entries_without_an_hour() {
    check(
        "CSD-Termine 2027\n\n• 13.04.2027: CSD Potsdam\n• 27.04.2027: CSD Aurich\n\nMai 2027\n\n• 04.05.2027: CSD Limburg\n",
        &[
            "2027-04-13 Potsdam|",
            "2027-04-27 Aurich|",
            "2027-05-04 Limburg|",
        ],
    );
}

#[test]
fn the_only_day_of_an_introduction_is_that_of_all() {
    for head in [
        "25 vilas galegas acollerán mobilizacións feministas o 8 de marzo de 2027, ademais da folga xeral.",
        "Ahead of 8 March 2027, rallies have been organised in many cities.",
        "DATE: MONDAY, MARCH 8 2027",
    ] {
        check(
            &format!("{head}\n\nLugo: 12h, Praza Maior\n\nFerrol: 13h, Praza de Armas\n"),
            &[
                "2027-03-08T12:00 Lugo|Praza Maior",
                "2027-03-08T13:00 Ferrol|Praza de Armas",
            ],
        );
    }
}
