//! What says that something changed, or that there is another day: never in silence.

use super::{check, listed, refused};

#[test]
fn a_heading_of_actions_and_a_day_heads_what_follows() {
    check(
        "10.12.2026\nTver: 12:00, Square\nМитинги 11 декабря\nMoscow: 13:00, Park",
        &[
            "2026-12-10T12:00 Tver|Square",
            "2026-12-11T13:00 Moscow|Park",
        ],
    );
    check(
        "Friday 11 December 2026\nLeeds: 1pm, Square\n‼️ Rallies Saturday 12 ‼️\nHull: 1pm, Minster",
        &[
            "2026-12-11T13:00 Leeds|Square",
            "2026-12-12T13:00 Hull|Minster",
        ],
    );
}

#[test]
fn a_heading_without_a_date_ends_the_day_above() {
    for heading in ["=== Next Sunday ===", "Nächste Woche Mittwoch", "Tomorrow:"] {
        refused(
            &format!("4.11.2023\nLeeds: 1pm, Square\n{heading}\nHull: 1pm, Minster"),
            1,
            "says no date",
        );
    }
}

#[test]
fn another_day_within_an_entry_is_not_left_out() {
    for line in [
        "Kiel (Sonntag 5.), 14 Uhr, Rathausplatz",
        "Leeds (Sunday 5th), 2 pm, City Square",
        "Trier: 4.11. 17 Uhr Porta Nigra und 5.11. 18 Uhr Hauptmarkt",
        "Köln: 4.11.2023 oder 5.11.2023, 14 Uhr, Dom",
    ] {
        refused(&format!("4.11.2023\n\n{line}"), 0, "names another day");
    }
}

#[test]
fn a_label_or_a_sentence_may_say_that_it_does_not_take_place() {
    for says in ["Status: Cancelled", "This event has been cancelled."] {
        let reading = listed(&format!(
            "Rally\nWhen: 12 December 2026, 2pm\nWhere: City Square, Leeds\n{says}"
        ));
        let status: Vec<_> = reading
            .drafts
            .iter()
            .map(|draft| (draft.text_of("status"), draft.text_of("place")))
            .collect();
        assert_eq!(status, [(Some("cancelled"), None)], "{says}");
    }
    refused("4.11.2023\n\nGatineau : pas d'action", 0, "nothing to list");
}

#[test]
fn a_correction_below_a_list_is_given_to_the_editor() {
    let list = "4.11.2023\nManchester: 1pm, Piccadilly\nSheffield: 2pm, Peace Gardens\nHull: 3pm, Minster\n\nCorrections:\n";
    refused(
        &format!("{list}Manchester: now 2pm"),
        3,
        "corrects the entry in line 2",
    );
    refused(
        &format!("{list}Manchester: 4pm, Park\nSheffield is cancelled"),
        4,
        "of “Sheffield”",
    );
    refused(
        &format!("{list}Sheffield has moved to Sunday"),
        3,
        "may say that an event changed",
    );
    // Directly below the entry of another city.
    refused(
        "4.11.2023\nManchester: 1pm, Piccadilly\nThe rally in Sheffield is cancelled.",
        1,
        "of “Sheffield”",
    );
    refused(
        "2023年11月4日\n東京:13時 日比谷公園\n那覇の集会は中止となりました",
        1,
        "of “那覇”",
    );
}

#[test]
fn a_day_with_an_hour_heads_all_places_below() {
    check(
        "Sa, 4.11.2023, 14 Uhr\nWien, Stephansplatz\nSo, 5.11.2023, 11 Uhr\nGraz, Hauptplatz\nLinz, Domplatz\nDi, 7.11.2023 (Feiertag), 15.30 Uhr\nBregenz, Hafen\nFr, 10.11.2023\nSalzburg: 17 Uhr, Residenzplatz",
        &[
            "2023-11-04T14:00 Wien|Stephansplatz",
            "2023-11-05T11:00 Graz|Hauptplatz",
            "2023-11-05T11:00 Linz|Domplatz",
            "2023-11-07T15:30 Bregenz|Hafen",
            "2023-11-10T17:00 Salzburg|Residenzplatz",
        ],
    );
}

#[test]
fn an_imprint_is_no_entry() {
    refused(
        "4.11.2023\nWien: 14 Uhr, Park\n© 2023 Verein, 1070 Wien. Bürozeiten Mo–Do 9–12 Uhr",
        1,
        "no entry",
    );
}

#[test]
fn a_country_heads_its_cities() {
    let countries = |text: &str| {
        let reading = listed(text);
        let codes = reading.drafts.iter().map(|draft| {
            let country = draft.text_of("country").map(str::to_owned);
            country.unwrap_or_else(|| draft.location.clone().unwrap_or_default())
        });
        codes.collect::<Vec<_>>()
    };
    let list = "SVERIGE lördag 4 november 2023\nLund kl. 14, Torget\nDANMARK søndag den 5. november 2023\nAarhus kl. 15, Torvet\nNORGE lørdag 11. november 2023\nBergen kl. 13.30, Torgallmenningen";
    assert_eq!(countries(list), ["SE", "DK", "NO"]);
    let list = "NEDERLAND\nza 4 nov 2023  13.00 u  Amsterdam, Museumplein\nzo 5 nov 2023  14.00 u  Utrecht, Jaarbeursplein";
    assert_eq!(countries(list), ["NL", "NL"]);
    let list = "4.11.2023\nArgentina: Buenos Aires 5pm Obelisco\nPeru: Iquitos, 6pm";
    assert_eq!(
        countries(list),
        ["Buenos Aires, Argentina", "Iquitos, Peru"]
    );
}

#[test]
fn a_day_below_an_entry_without_an_hour_heads_what_follows() {
    check(
        "Samedi 4 novembre 2023\nParis, République, 14h\nLille, Grand-Place, annulé\nDimanche 5 novembre 2023\nLyon, place Bellecour, 15h",
        &[
            "2023-11-04T14:00 Paris|République",
            "2023-11-04 Lille|Grand-Place",
            "2023-11-05T15:00 Lyon|place Bellecour",
        ],
    );
    check(
        "Samstag, 4. November 2023\nKöln, Domplatte, 14 Uhr\nSonntag\nNürnberg, Lorenzkirche, 15 Uhr\nDimarts 7 (festiu)\nAugsburg, Rathausplatz, 16 Uhr\nDía 8\nUlm, Münsterplatz, 17 Uhr",
        &[
            "2023-11-04T14:00 Köln|Domplatte",
            "2023-11-05T15:00 Nürnberg|Lorenzkirche",
            "2023-11-07T16:00 Augsburg|Rathausplatz",
            "2023-11-08T17:00 Ulm|Münsterplatz",
        ],
    );
    for heading in [
        "Heiligabend",
        "Christmas Day",
        "Week 50",
        "The day after",
        "January",
    ] {
        refused(
            &format!("4.11.2023\nLeeds: 1pm, Square\n{heading}\nHull: 1pm, Minster"),
            1,
            "says no date",
        );
    }
}

#[test]
fn a_status_heads_the_entries_below_it() {
    let status = |text: &str| {
        let drafts = listed(text).drafts;
        let all = drafts
            .iter()
            .map(|draft| draft.text_of("status").unwrap_or("-").to_owned());
        all.collect::<Vec<_>>()
    };
    let list = "4.11.2023\nCANCELLED:\nLeeds, Town Hall, 1pm\nCardiff, Senedd, 2pm\n\nGlasgow, George Square, 2pm";
    assert_eq!(status(list), ["cancelled", "cancelled", "-"]);
    assert_eq!(
        status("4.11.2023\nLeeds (CANCELLED) – Town Hall, 1pm"),
        ["cancelled"]
    );
    assert_eq!(
        status("4.11.2023\nLeeds, Town Hall, 1pm, fällt nicht aus"),
        ["-"]
    );
}

#[test]
fn a_new_place_in_words_is_given_to_the_editor() {
    for line in [
        "Bonn: Münsterplatz, 15 Uhr (Achtung, neuer Ort: Hofgarten)",
        "Napoli: Piazza Mancini, ore 10 – spostato a Piazza Garibaldi",
        "Lyon : place Bellecour, 15h, déplacé place Guichard",
    ] {
        refused(&format!("4.11.2023\n\n{line}"), 0, "changes its day, place");
    }
}

#[test]
fn what_is_postponed_beside_its_own_day_is_not_moved_to_it() {
    for (line, expected) in [
        ("Hull – Saturday 4 November 2023 – postponed", "postponed"),
        ("4 November 2023: Derby – postponed", "postponed"),
        ("Bonn – Sa, 4.11.2023, 14 Uhr – verschoben", "postponed"),
        ("14/11/2023 Bilbao: aplazada", "postponed"),
        ("Казань – 4 ноября 2023 – перенесён", "postponed"),
        ("Opole – 4 marca 2023, 14:00 – odroczone", "postponed"),
        (
            "Lille – samedi 4 novembre 2023 – reporté jusqu'à nouvel ordre",
            "postponed",
        ),
        ("Bonn – verschoben auf Sa, 4.11.2023, 14 Uhr", "rescheduled"),
        ("Hull – moved to Saturday 4 November 2023", "rescheduled"),
    ] {
        let drafts = listed(line).drafts;
        let found: Vec<_> = drafts.iter().map(|draft| draft.text_of("status")).collect();
        assert_eq!(found, [Some(expected)], "{line}");
    }
}

#[test]
fn a_city_called_off_again_further_below_is_the_entry_above() {
    for list in [
        "Saturday 4 November 2023\nBristol – 12 noon, College Green\n\nSunday 5 November 2023\nOxford – 2.30pm, Bonn Square\n\nBristol: cancelled",
        "Samstag, 4. November 2023\nKassel: 14 Uhr, Königsplatz\n\nSonntag, 5. November 2023\nFulda: 13 Uhr, Uniplatz\nKassel: abgesagt",
    ] {
        let read = listed(list);
        assert_eq!(read.drafts.len(), 2, "{list}");
        let reasons: Vec<_> = read.rejects.iter().map(|reject| &reject.reason).collect();
        assert_eq!(
            reasons,
            ["it corrects the entry in line 2: change that one"],
            "{list}"
        );
    }
}

#[test]
fn an_entry_of_which_nothing_is_confirmed_is_tentative() {
    for line in [
        "Derby – TBC",
        "Bonn – noch offen",
        "Rennes – à confirmer",
        "Bilbao – por confirmar",
    ] {
        let drafts = listed(&format!("4 November 2023\n\n{line}")).drafts;
        let found: Vec<_> = drafts.iter().map(|draft| draft.text_of("status")).collect();
        assert_eq!(found, [Some("tentative")], "{line}");
    }
}

#[test]
fn a_country_that_has_a_region_of_its_name_heads_all_of_its_cities() {
    for (list, country) in [
        (
            "4 novembre 2023\n\nLuxembourg\nLuxembourg – 15h – place de Paris\nEsch-sur-Alzette – 17h – Résistance",
            "LU",
        ),
        (
            "4.11.2023\n\nتونس\nتونس – 15:00 – شارع الحبيب بورقيبة\nصفاقس – 16:30 – باب الديوان",
            "TN",
        ),
    ] {
        for draft in listed(list).drafts {
            assert_eq!(draft.text_of("country"), Some(country), "{list}");
            assert_eq!(draft.text_of("region"), None, "{list}");
        }
    }
}

#[test]
fn a_square_is_no_city_beside_a_city_that_is_not_known() {
    for (line, expected) in [
        ("Hong Kong – 4pm – Victoria Park", "Hong Kong"),
        ("XQZ: 4pm, Union Square", "XQZ"),
    ] {
        let drafts = listed(&format!("4 November 2023\n\n{line}")).drafts;
        assert_eq!(drafts[0].location.as_deref(), Some(expected), "{line}");
    }
}
