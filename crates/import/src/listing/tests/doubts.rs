//! What an entry says against itself, or of another one: refused, never taken in silence.

use super::{check, listed, refused, starts};

#[test]
fn what_stands_behind_words_that_call_it_off_may_hold() {
    for line in [
        "Lorient – annulé ; Vannes, 10h30, La Rabine",
        "Celle: fällt aus. Sonntag, 5. November, 12 Uhr, Markt",
        "Hull – cancelled this week, back on 12 November, 1pm",
    ] {
        refused(&format!("4.11.2023\n\n{line}"), 0, "called off");
    }
    refused(
        "Zamora\nSuspendida por la nieve. Nueva fecha: sábado 13 de marzo de 2024, 12:00, Plaza",
        0,
        "changes its day",
    );
}

#[test]
fn a_status_between_city_and_hour_is_that_of_the_entry() {
    for line in [
        "Lyon – annulé – 14h, Bellecour",
        "Lyon (annulé), 14h, Bellecour",
    ] {
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        let statuses: Vec<_> = reading
            .drafts
            .iter()
            .map(|draft| draft.text_of("status"))
            .collect();
        assert_eq!(statuses, [Some("cancelled")], "{line}");
    }
}

#[test]
fn another_day_in_a_later_sentence_is_not_that_of_the_event() {
    for line in [
        "11 h, place Saint-Corentin, Quimper. Le suivant aura lieu le 21 novembre.",
        "Celle, 11 Uhr, Markt. Die nächste ist am 21. November.",
    ] {
        refused(
            &format!("4.11.2023\n\n{line}"),
            0,
            "may be the day of something else",
        );
    }
    check(
        "4.11.2023\n\nCelle, 11 Uhr, Markt. Anmeldung bis 2. November",
        &["2023-11-04T11:00 Celle|Markt"],
    );
}

#[test]
fn an_hour_that_is_corrected_is_not_listed() {
    for line in [
        "Edinburgh, 12.30pm, the Mound. UPDATE: now starts 1pm",
        "Perth, 2pm, St Johns Place (new time 3pm)",
    ] {
        refused(&format!("4.11.2023\n\n{line}"), 0, "hour");
    }
}

#[test]
fn brackets_that_tell_of_another_event_are_not_left_out() {
    for line in [
        "Brest, 10h30, place de la Liberté (la veille, vendredi 3, à 18h : retraite aux flambeaux)",
        "Verden, 13 Uhr, Rathaus (Soltau beginnt erst um 14 Uhr)",
    ] {
        refused(&format!("4.11.2023\n\n{line}"), 0, "another day");
    }
    check(
        "4.11.2023\n\nKiel, 14 Uhr, Rathaus (Treffpunkt 13:30 Uhr)",
        &["2023-11-04T14:00 Kiel|Rathaus"],
    );
    check(
        "4.11.2023\n\nYogyakarta: jam 9 pagi, Bundaran UGM (titik kumpul jam 8 di Abu Bakar Ali)",
        &["2023-11-04T09:00 Yogyakarta|Bundaran UGM"],
    );
}

#[test]
fn days_on_which_it_does_not_take_place_are_not_listed() {
    for line in [
        "Leeds: every Friday from 5 to 26 January 2024 except 12th, 5pm, City Square",
        "Sevilla: todos los viernes del 5 al 26 de enero de 2024, salvo el 12, 18h, Las Setas",
    ] {
        refused(line, 0, "does not take place");
    }
}

#[test]
fn every_week_is_said_in_the_plural_too() {
    for line in [
        "Grenoble : tous les samedis du 6 au 20 janvier 2024, 15h",
        "Milano: tutti i sabati dal 6 al 20 gennaio 2024, ore 15",
        "Porto: todos os sábados de 6 a 20 de janeiro de 2024, 15h",
    ] {
        let days = starts(line);
        assert_eq!(
            days,
            ["2024-01-06T15:00", "2024-01-13T15:00", "2024-01-20T15:00"],
            "{line}"
        );
    }
}

#[test]
fn where_there_is_nothing_nothing_is_listed() {
    for (line, why) in [
        (
            "Krefeld: In diesem Jahr keine Kundgebung.",
            "nothing to list",
        ),
        (
            "York – no vigil this week. Back on the 12th, 11am, Square",
            "nothing to list",
        ),
        ("Gelsenkirchen: (siehe Essen)", "another entry"),
        ("Setúbal – ver Lisboa", "another entry"),
    ] {
        refused(&format!("4.11.2023\n\nBonn: 15:00, Markt\n{line}"), 1, why);
    }
}

#[test]
fn a_remark_on_an_earlier_entry_is_not_of_the_last_one() {
    for remark in ["the one in Leeds is off", "Leeds is cancelled"] {
        refused(
            &format!("4.11.2023\n\nLeeds, 12pm, City Square\nHull, 1pm, Minster\n{remark}"),
            2,
            "“Leeds”",
        );
    }
}

#[test]
fn a_city_that_begins_a_line_like_the_one_above_is_not_swallowed() {
    check(
        "4.11.2023\nLeeds 11am City Square\nHull noon Victoria Square",
        &[
            "2023-11-04T11:00 Leeds|City Square",
            "2023-11-04T12:00 Hull|Victoria Square",
        ],
    );
    check(
        "4.11.2023\nSantiago 11:00 Plaza\nValparaíso mediodía Plaza Sotomayor",
        &[
            "2023-11-04T11:00 Santiago|Plaza",
            "2023-11-04T12:00 Valparaíso|Plaza Sotomayor",
        ],
    );
    refused(
        "4.11.2023\nLeeds 11am City Square\nHull later on Victoria Square",
        1,
        "“Hull”",
    );
}

#[test]
fn hours_in_words_are_refused_and_no_places() {
    for line in [
        "Adana: Akşam yedide İnönü Parkı",
        "صفاقس: الثالثة والنصف بعد الزوال، ساحة 100 متر",
        "Tampere, puoli viideltä, Keskustori",
        "Barcelona, dos quarts de sis de la tarda, pl. Universitat",
        "Split: u pola šest, Riva",
        "Poznań – wpół do czwartej, pl. Mickiewicza",
    ] {
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        let read = reading.drafts.iter().all(|draft| {
            let start = draft.start.map_or(String::new(), |start| start.to_string());
            start.contains('T')
        });
        assert!(read, "{line}: {:?}", reading.drafts);
    }
}

#[test]
fn below_a_blank_line_a_city_may_be_of_another_country() {
    refused(
        "Samedi 4 novembre 2023\nCanada\nMontréal, 13h, place Émilie-Gamelin\n\nParis, 14h, place de la Nation",
        1,
        "may be in FR",
    );
}

#[test]
fn two_numbers_may_be_hours() {
    for line in [
        "Cagliari: presidio dalle 10 alle 13 sotto il Consiglio regionale",
        "Kiel: Kundgebung von 10 bis 13 vor dem Landtag",
        "Teruel: concentración de 10 a 13 ante la Subdelegación",
    ] {
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        let read = reading.drafts.iter().all(|draft| {
            let start = draft.start.map_or(String::new(), |start| start.to_string());
            start.ends_with("T10:00")
        });
        assert!(read, "{line}: {:?}", reading.drafts);
    }
}

#[test]
fn an_hour_of_another_city_is_not_that_of_the_entry_above() {
    let reading = listed(
        "4.11.2023\nBuenos Aires 16 hs Congreso\nRosario: concentra 16, marcha 17, Plaza San Martín\nMendoza km 0, 18 hs",
    );
    let starts: Vec<String> = reading
        .drafts
        .iter()
        .map(|draft| {
            let start = draft.start.map_or(String::new(), |start| start.to_string());
            format!("{start} {}", draft.location.as_deref().unwrap_or_default())
        })
        .collect();
    assert!(
        !starts.contains(&"2023-11-04T18:00 Rosario".to_owned()),
        "{starts:?}"
    );
}

#[test]
fn what_was_moved_is_not_on_its_old_day() {
    refused(
        "วันเสาร์ที่ 4 พฤศจิกายน 2566\nนครราชสีมา: เลื่อนเป็นวันที่ 20 พฤศจิกายน 17.00 น. ลานย่าโม",
        0,
        "moves it",
    );
    check(
        "ขอนแก่น: 20 พฤศจิกายน 2566 17.00 น. ศาลหลักเมือง",
        &["2023-11-20T17:00 ขอนแก่น|ศาลหลักเมือง"],
    );
}

#[test]
fn what_is_daily_is_an_event_of_each_day() {
    let days = starts("Wismar: vom 10. bis 12. Januar 2024 täglich 16 bis 18 Uhr, Markt");
    assert_eq!(
        days,
        ["2024-01-10T16:00", "2024-01-11T16:00", "2024-01-12T16:00"]
    );
}

#[test]
fn a_day_in_the_last_words_does_not_overrule_the_heading() {
    for line in [
        "Lille, 14h, place de la République (inscriptions bus avant le 1er novembre)",
        "Mainz, 16 Uhr, Dom, zum Gedenken an den 19. Februar 2020",
        "Truro, 2pm, Cathedral (then in Exeter on 11 November)",
        "Köln, 5.11, 14 Uhr, Dom",
        "Arras, le 21.03 à 14h, gare",
    ] {
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        assert_eq!(reading.drafts.len(), 0, "{line}");
        assert_eq!(reading.rejects.len(), 1, "{line}");
    }
}

#[test]
fn a_heading_with_a_day_of_the_week_among_words_ends_the_day_above() {
    for heading in [
        "Am Sonntag auch:",
        "Dimanche aussi :",
        "Einen Tag später:",
        "Fuera del país, también el domingo:",
    ] {
        refused(
            &format!("4.11.2023\nKiel, 12 Uhr, Markt\n{heading}\nLübeck, 14 Uhr, Klingenberg"),
            1,
            "says no date",
        );
    }
}

#[test]
fn a_country_heads_with_a_preposition_too() {
    for (heading, city) in [("En México:", "Guadalajara"), ("In Canada:", "Windsor")] {
        let reading = listed(&format!("4.11.2023\n{heading}\n{city}, 16:00, Plaza"));
        let countries: Vec<_> = reading
            .drafts
            .iter()
            .map(|draft| draft.text_of("country").unwrap_or_default().to_owned())
            .collect();
        assert!(
            ["MX", "CA"].contains(&countries[0].as_str()),
            "{countries:?}"
        );
    }
}

#[test]
fn footnotes_and_remarks_on_others_are_refused() {
    let list = "4.11.2023\nUlm, 15 Uhr, Münsterplatz *\nHof, 15 Uhr, Markt\n* abgesagt";
    refused(list, 2, "footnote");
    refused(
        "4.11.2023\nJena, 17 Uhr, Markt. Die Demo in Gera ist abgesagt.",
        0,
        "“Gera”",
    );
}

#[test]
fn a_place_that_moved_is_not_the_old_one() {
    for line in [
        "Kiel, 14 Uhr, Markt – verlegt auf den Rathausplatz",
        "Brno, 14:00, Moravské náměstí – přesunuto na Zelný trh",
        "Ankara, Tandoğan, 14.00 – yeni adres: Anıtpark",
    ] {
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        assert_eq!(reading.drafts.len(), 0, "{line}");
    }
}

#[test]
fn what_is_rescheduled_to_a_day_that_is_not_read_is_not_on_the_old_one() {
    refused(
        "4.11.2023\n\nViseu – 10h30 – Rossio (reagendada para dia 27)",
        0,
        "moves it",
    );
}

#[test]
fn a_city_before_a_later_hour_has_an_event_of_its_own() {
    let read = listed(
        "8.3.2027\n\nSevilla: 18:30 h. Plaza Nueva – Jerez de la Frontera: 12:00 h. Alameda Cristina",
    );
    assert!(read.drafts.is_empty());
    let reason = &read.rejects[0].reason;
    assert!(reason.contains("Jerez de la Frontera"), "{reason}");
}
