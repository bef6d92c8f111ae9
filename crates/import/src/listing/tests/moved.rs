//! Entries that are moved or called off, and those beside them that are not.

use super::{check, listed};

#[test]
fn what_was_moved_is_not_on_the_old_day() {
    let line = "Köln: Demo vom 4.11. wurde auf den 11.11. verlegt, 14 Uhr, Heumarkt";
    let reading = super::listed(&format!("4.11.2023\n\n{line}"));
    assert!(reading.drafts.is_empty(), "{:?}", reading.drafts);
    for line in [
        "Leeds: moved to Sunday 5 November, 2pm, City Square",
        "Leeds – POSTPONED to Nov. 5, 2 PM, City Square",
        "Leeds: verschoben auf den 5.11., 14 Uhr, City Square",
        "Leeds: aplazada al 5 de noviembre a las 14:00, City Square",
        "Leeds: rinviata al 5 novembre ore 14, City Square",
        "Leeds: amânat pentru 5 noiembrie, ora 14, City Square",
        "Leeds: uitgesteld tot 5 november, 14u, City Square",
        "Leeds: odgođeno za 5. studenog, 14h, City Square",
        "Leeds: elhalasztva november 5-re, 14 óra, City Square",
        "Leeds: siirretty 5. marraskuuta, klo 14, City Square",
        "Leeds: 5 Kasım'a ertelendi, saat 14.00, City Square",
    ] {
        check(
            &format!("4.11.2023\n\n{line}"),
            &["2023-11-05T14:00 Leeds|City Square"],
        );
    }
}

#[test]
fn what_is_called_off_is_that_line_and_no_other() {
    let statuses = |text: &str| {
        let reading = super::listed(text);
        let status = |draft: &crate::draft::Draft| {
            let text = |field: &str| draft.text_of(field).unwrap_or_default().to_owned();
            let city = draft.location.clone().unwrap_or_default();
            format!("{city} {} {}", text("status"), text("place"))
        };
        reading.drafts.iter().map(status).collect::<Vec<_>>()
    };
    assert_eq!(
        statuses("January 18, 2025\n\nAtlanta | 2PM | Liberty Plaza\nAthens | CANCELLED\n"),
        ["Atlanta  Liberty Plaza", "Athens cancelled "]
    );
    assert_eq!(
        statuses("26 ottobre 2024\n\nCagliari, ore 10, piazza Garibaldi\nSassari annullata\n"),
        ["Cagliari  piazza Garibaldi", "Sassari cancelled "]
    );
    assert_eq!(
        statuses("2023年11月4日\n\n新宿　15時　新宿駅東口\n渋谷　中止\n"),
        ["新宿  新宿駅東口", "渋谷 cancelled "]
    );
    assert_eq!(
        statuses("7 de setembro de 2025\n\nCuritiba: cancelado por causa da chuva forte\n"),
        ["Curitiba cancelled "]
    );
}

#[test]
fn where_it_was_to_be_before_is_a_remark() {
    for (line, expected) in [
        (
            "Trondheim: kl. 14, Torvet (flyttet fra Stortorget)",
            "2023-11-04T14:00 Trondheim|Torvet",
        ),
        (
            "Köln, 14 Uhr, Neumarkt (Achtung: verlegt vom Heumarkt)",
            "2023-11-04T14:00 Köln|Neumarkt",
        ),
        (
            "Leeds: 2pm, City Square, moved from Briggate",
            "2023-11-04T14:00 Leeds|City Square",
        ),
    ] {
        check(&format!("4.11.2023\n\n{line}"), &[expected]);
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        let draft = &reading.drafts[0];
        assert!(draft.text_of("description").is_some(), "{line}");
        assert_eq!(draft.text_of("status"), None, "{line}");
    }
}

#[test]
fn what_is_put_off_to_a_new_date_is_postponed() {
    for words in [
        "APLAZADA hasta nueva fecha",
        "aplazada, nueva fecha por confirmar",
        "reporté à une nouvelle date",
    ] {
        let reading = listed(&format!(
            "4.11.2023\n\nVigo: 18h, Praza de América\nLugo: {words}"
        ));
        let statuses: Vec<_> = reading
            .drafts
            .iter()
            .map(|draft| draft.text_of("status"))
            .collect();
        assert_eq!(
            statuses,
            [None, Some("postponed")],
            "{words}: {:?}",
            reading.rejects
        );
    }
}
