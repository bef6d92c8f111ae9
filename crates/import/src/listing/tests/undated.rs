//! Headings that say that a day is not known, and what is still to be announced.

use super::*;

#[test]
fn entries_below_such_a_heading_do_not_have_the_day_above_it() {
    for (day, first, heading, second) in [
        (
            "Saturday 6 March 2027",
            "Leeds – City Square – 2pm",
            "Date tba",
            "York – Parliament St – 11am",
        ),
        (
            "Saturday 6 March 2027",
            "Leeds – City Square – 2pm",
            "Date: TBC",
            "York – Parliament St – 11am",
        ),
        (
            "Saturday 6 March 2027",
            "Leeds – City Square – 2pm",
            "Dates to be announced (spring):",
            "York – Parliament St – 11am",
        ),
        (
            "samedi 6 mars 2027",
            "Lyon – Bellecour – 14h",
            "Date à confirmer",
            "Lille – Grand-Place – 15h",
        ),
        (
            "Samstag, 6. März 2027",
            "Köln – Heumarkt – 15 Uhr",
            "Termin noch offen:",
            "Bonn – Markt – 17 Uhr",
        ),
        (
            "sabato 6 marzo 2027",
            "Roma – piazza Venezia – ore 15",
            "Data da definire",
            "Milano – Duomo – ore 16",
        ),
        (
            "sábado 6 de marzo de 2027",
            "Vigo – Praza do Rei – 18h",
            "Fechas por confirmar",
            "Huelva – Plaza Niña – 19h",
        ),
        (
            "sobota 6 marca 2027",
            "Radom – Rynek – 15:00",
            "Data do ustalenia",
            "Lublin – plac Litewski – 16:00",
        ),
        (
            "2027年3月6日",
            "東京 代々木公園 14時",
            "日程未定",
            "大阪 中之島公園 13時",
        ),
    ] {
        for gap in ["\n", "\n\n"] {
            let text = format!("{day}\n{first}{gap}{heading}\n{second}");
            refused(&text, 1, "its day is not known yet");
        }
    }
}

#[test]
fn in_a_block_it_says_so_of_the_block() {
    let text = "Saturday 6 March 2027\nLeeds, City Square, 2pm\n\nPeace march\nDate to be confirmed\nWhere: Town Hall, York";
    refused(text, 1, "its day is not known yet");
}

#[test]
fn a_place_to_be_announced_says_nothing_of_the_hour() {
    for (line, place) in [
        ("Dresden (Ort wird noch bekannt gegeben), 11 Uhr", ""),
        ("Dresden, Ort wird noch bekannt gegeben, 11 Uhr", ""),
        ("Lyon (lieu à préciser), 11h", ""),
        ("Leeds (venue tbc), 11am", ""),
        ("Jena, 11 Uhr (Redner noch offen), Markt", "Markt"),
    ] {
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        let [draft] = &reading.drafts[..] else {
            panic!("{line}: {:?}", reading.rejects)
        };
        let start = draft.start.map(|start| start.to_string());
        assert_eq!(start.as_deref(), Some("2023-11-04T11:00"), "{line}");
        assert_eq!(draft.text_of("place").unwrap_or_default(), place, "{line}");
        assert!(
            !draft.text_of("title").unwrap_or_default().contains('('),
            "{line}"
        );
        assert!(draft.text_of("description").is_some(), "{line}");
    }
}

#[test]
fn the_day_of_a_block_is_not_that_of_another_whose_day_is_to_follow() {
    let reading = super::listed(
        "London\nDate: Saturday 4 November 2023\nTime: 2pm\nPlace: Parliament Square\n\nStockholm\nDate: to be announced\nPlace: Sergels torg",
    );
    assert_eq!(reading.drafts.len(), 1, "{:?}", reading.drafts);
}
