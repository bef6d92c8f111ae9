//! Words of an entry in which nothing is known, and forms of what calls it off that are.

use super::*;

/// Place, address, description and status of the only entry below a day, and its notes.
#[track_caller]
fn only(line: &str) -> ([String; 4], String) {
    let reading = listed(&format!("4.11.2023\n\n{line}"));
    let [draft] = &reading.drafts[..] else {
        panic!("{line}: {:?}", reading.rejects)
    };
    let text = |field| draft.text_of(field).unwrap_or_default().to_owned();
    let fields = ["place", "address", "description", "status"].map(text);
    (fields, draft.notes.join("; "))
}

#[test]
fn words_in_which_nothing_is_known_are_said_and_are_no_place() {
    for (line, place, words) in [
        (
            "Leeds – City Square – 2pm – grommled by the frib",
            "City Square",
            "grommled by the frib",
        ),
        (
            "Leeds, 2pm, City Square. grommled by the frib",
            "City Square",
            "grommled by the frib",
        ),
        (
            "Köln – 15 Uhr – Heumarkt – knurpst wegen Hagel",
            "Heumarkt",
            "knurpst wegen Hagel",
        ),
        (
            "Napoli, ore 15, piazza Dante – salta",
            "piazza Dante",
            "salta",
        ),
        (
            "Lille, 15h, Grand-Place – pas assez de bras",
            "Grand-Place",
            "pas assez de bras",
        ),
        ("Radom, 15:00, Rynek – brak rąk", "Rynek", "brak rąk"),
        (
            "Омск, 15:00, пл. Ленина – разогнали вчера",
            "пл. Ленина",
            "разогнали вчера",
        ),
        (
            "Ulm – 14 Uhr – knurpst wegen Hagel",
            "",
            "knurpst wegen Hagel",
        ),
    ] {
        let ([found, address, description, status], notes) = only(line);
        assert_eq!((found.as_str(), address.as_str()), (place, ""), "{line}");
        assert_eq!(
            (description.as_str(), status.as_str()),
            (words, ""),
            "{line}"
        );
        assert!(notes.contains(words), "{line}: {notes}");
    }
    let ([place, ..], notes) = only("Hull, 1pm, Queens Gardens (nobody came last year)");
    assert!(
        place.starts_with("Queens Gardens") && notes.contains("nobody came"),
        "{notes}"
    );
}

#[test]
fn what_tells_where_is_taken_without_a_word() {
    for line in [
        "Lille, 15h, devant la mairie",
        "Lille, 15h, palais de justice",
        "Rodez, 15h, parvis de la cathédrale, côté nord",
        "Köln, 15 Uhr, Markt, gegenüber vom Brunnen",
        "Leeds, 2pm, City Square, by the fountain",
        "Радом, 15:00, площадь у филармонии",
        "Vilnius, 14:00, aikštė",
        "Tbilisi, 14:00, თეატრის მოედანი",
        "Leeds, 2pm, City Square (by the fountain)",
    ] {
        let (_, notes) = only(line);
        assert_eq!(notes, "", "{line}");
    }
}

#[test]
fn more_forms_of_what_calls_off() {
    for (line, status) in [
        ("zurückgezogen: Mainz, 10 Uhr, Markt", "cancelled"),
        ("Withdrawn: Leeds, 10am, City Square", "cancelled"),
        ("Zwolle, 15:00, Grote Markt – ingetrokken", "cancelled"),
        ("Lille, 15h, Grand-Place – interdite", "cancelled"),
        ("Milano, ore 15, Duomo – vietato", "cancelled"),
        ("Huelva, 15h, Plaza Niña – denegada", "cancelled"),
        ("Суми – марш скасовують", "cancelled"),
        ("Van, 14:00, Sanat Sokağı – yasaklandı", "cancelled"),
        ("Novo mesto, Glavni trg, 11h – odpovedano", "cancelled"),
        (
            "Ourense, 12.30, Praza Maior 1. Aprazada por choiva",
            "postponed",
        ),
        ("長野 長野駅前 中止", "cancelled"),
        ("長野 長野駅前 中止になりました", "cancelled"),
        ("長野 17:45 ※雨天中止", ""),
    ] {
        let ([place, _, _, found], _) = only(line);
        assert_eq!(found, status, "{line}");
        assert!(
            !place.contains("中止") && !place.contains("choiva"),
            "{line}: {place}"
        );
    }
}

#[test]
fn a_new_day_in_brackets_behind_the_hour_is_the_day() {
    for line in [
        "Leeds, City Square, 2pm (moved to 11 November)",
        "Roskilde, Stændertorvet, kl. 14 (flyttet til 11. november)",
        "Hengelo, Stadhuis, 14:00 (verplaatst naar 11 november)",
        "Hengelo, Stadhuis, 14:00 – verplaatst naar zaterdag 11 november",
        "Lyon, Bellecour, 14h (remis au 11 novembre)",
        "Рига, Домская площадь, 14:00 (перенесено на 11 ноября)",
        "Lublin, plac Litewski, 14:00 (przełożone na 11.11)",
    ] {
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        let [draft] = &reading.drafts[..] else {
            panic!("{line}: {:?}", reading.rejects)
        };
        let start = draft.start.map(|start| start.to_string());
        assert_eq!(start.as_deref(), Some("2023-11-11T14:00"), "{line}");
        assert_eq!(draft.text_of("status"), Some("rescheduled"), "{line}");
    }
    refused(
        "4.11.2023\n\nHengelo, 14:00, verplaatst naar Stadhuis",
        0,
        "changes its day, place",
    );
    let weekday = "Turku – kauppatori – klo 15 (siirretty perjantaihin 10.11.)";
    refused(&format!("4.11.2023\n\n{weekday}"), 0, "in a later sentence");
    check(
        "1 мая 2027\n\nРига — 15:00, парк Узварас (перенесено на 2 мая, 12:00)",
        &["2027-05-02T12:00 Рига|парк Узварас"],
    );
}

#[test]
fn a_line_that_calls_off_does_not_take_the_hour_below_it() {
    check(
        "2027年3月19日\n京都 京都市役所前 18:30\n長野 長野駅前 中止\n那覇 県民広場 12:15\n新潟 中止\n熊本 花畑広場 午前11時",
        &[
            "2027-03-19T18:30 京都|京都市役所前",
            "2027-03-19 長野|長野駅前",
            "2027-03-19T12:15 那覇|県民広場",
            "2027-03-19 新潟|",
            "2027-03-19T11:00 熊本|花畑広場",
        ],
    );
}
