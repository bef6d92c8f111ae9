//! Which year, day and hour a list means, by what its languages and its season say.

use chrono::NaiveDate;

use super::*;

/// The starts in a listing that is read on 30 November 2026, each with its end if it has one.
fn read_in_winter(text: &str) -> Vec<String> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    let reading = read(text, &"listing.txt".into(), &Options::new(today));
    let spans = reading.drafts.iter().map(|draft| {
        let start = draft.start.map_or(String::new(), |start| start.to_string());
        let end = draft.end.map_or(String::new(), |end| format!("–{end}"));
        format!("{start}{end}")
    });
    spans.collect()
}

#[test]
fn a_year_elsewhere_is_not_that_of_the_entries() {
    for (text, expected) in [
        (
            "Hello all,\n\nSat 5 December, 2pm – Leeds, City Square\n8 December, 2pm – York, Minster\n\nMembership fees for 2027 are due.",
            &["2026-12-05T14:00", "2026-12-08T14:00"][..],
        ),
        (
            "7.11.2026 – Ulm, 14 Uhr, Markt\n12.12. – Bonn, 14 Uhr, Markt\n16.1. – Kassel, 14 Uhr, Rathaus\n20.1.2027 – Köln, 19 Uhr, Heumarkt",
            &[
                "2026-11-07T14:00",
                "2026-12-12T14:00",
                "2027-01-16T14:00",
                "2027-01-20T19:00",
            ],
        ),
        (
            "AGENDA\n\nSÁBADO 05/12\nSão Paulo – MASP, 14h\nDOMINGO 06/12\nManaus – Largo, 16h",
            &["2026-12-05T14:00", "2026-12-06T16:00"],
        ),
        (
            "Lille, le 25 novembre 2026\n\n10 DÉCEMBRE : TOUS DANS LA RUE !\n\nLaon : 10h, mairie\nDijon : 14h, mairie",
            &["2026-12-10T10:00", "2026-12-10T14:00"],
        ),
        (
            "Minutes of the peace network\nof 24.11.2024, Leeds, Union Hall\n\n- York: 12 December, 2pm, Minster\n- Leeds: 9 January, 2pm, City Square",
            &["2024-12-12T14:00", "2025-01-09T14:00"],
        ),
        (
            "تهران: یکشنبه ۱۵ آذر ۱۴۰۵، ساعت ۱۶:۳۰، میدان آزادی\nاصفهان: دوشنبه ۱۶ آذر، ساعت ۱۶، پل خواجو",
            &["2026-12-06T16:30", "2026-12-07T16:00"],
        ),
        (
            "Calls around 8 March 2022 - International Women's Day\n\n8 MARCH\n\nLEEDS\n\nCity Square at 6pm.\n\n7 MARCH\n\nYORK, UK\n\nMinster at 7pm.",
            &["2022-03-08T18:00", "2022-03-07T19:00"],
        ),
        (
            "Güncellenen 8 Mart 2018 programları şöyle:\nANKARA\nTarih: 4 Mart Pazar – 15.00\nYer: Belediye önü",
            &["2018-03-04T15:00"],
        ),
        (
            "Sa. 5. Dezember 2026\n\nGraz: 17 Uhr, Hauptplatz\nLinz: wird auf 9. Jänner verlegt, Hauptplatz, 15 Uhr",
            &["2026-12-05T17:00", "2027-01-09T15:00"],
        ),
    ] {
        assert_eq!(read_in_winter(text), expected, "{text}");
    }
}

#[test]
fn days_of_the_week_and_short_months_of_many_languages() {
    for line in [
        "מוצ\"ש, 5.12, 14:00 – חיפה, כיכר פריז",
        "3 Des, 14.00, Bandung, Gedung Sate",
        "12. des. kl. 14, Tromsø, Torget",
        "L 5.12 kell 14, Tallinn, Vabaduse väljak",
        "P, 6.12., kell 14.00, Tartu, Raekoja plats",
        "X 9.12, 14 h, Vigo, Praza do Rei",
        "Tirana, e shtunë, 5 dhjetor, ora 14:00, Sheshi",
        "சென்னை, டிசம்பர் 5, சனிக்கிழமை, 14:00, மெரினா",
        "Di 06.12.2026, 14h, Lausanne, Place de la Riponne",
        "Me 09.12.2026, 14h, Namur, Place d'Armes",
        "Oslo, onsdag d. 9. desember kl. 14, Youngstorget",
        "Vilnius, gruodžio 10 d., 14 val., aikštė",
    ] {
        // Another entry says that the list is of this winter.
        let text = format!("{line}\n\nSat 19 December 2026, 2pm, Leeds, City Square");
        let starts = read_in_winter(&text);
        assert!(
            starts.len() == 2 && starts[0].ends_with("T14:00"),
            "{line}: {starts:?}"
        );
    }
}

#[test]
fn hours_from_one_to_another_in_many_languages() {
    for (line, expected) in [
        (
            "Quezon City, December 8, 9 a.m. to 12 m., Rotonda",
            "2026-12-08T09:00–2026-12-08T12:00",
        ),
        (
            "Bogotá, 10 de diciembre, 9 a.m. a 12 m., Parque Nacional",
            "2026-12-10T09:00–2026-12-10T12:00",
        ),
        (
            "London, 21 December, 7pm till midnight, Trafalgar Square",
            "2026-12-21T19:00–2026-12-22T00:00",
        ),
        (
            "Nice, 8 décembre, de 14h à minuit, place Masséna",
            "2026-12-08T14:00–2026-12-09T00:00",
        ),
        (
            "दिल्ली, 11 दिसंबर, 10 बजे से शाम 4 बजे, जंतर मंतर",
            "2026-12-11T10:00–2026-12-11T16:00",
        ),
        (
            "Kecskemét, december 12., 10-től 12 óráig, Főtér",
            "2026-12-12T10:00–2026-12-12T12:00",
        ),
        (
            "Perth, 5 December, 12 noon AWST, Forrest Place",
            "2026-12-05T12:00",
        ),
        (
            "Hannover, 8.12., 16 Uhr Treffen am ZOB, 17 Uhr Demo Opernplatz",
            "2026-12-08T16:00",
        ),
    ] {
        let text = format!("{line}\n\nSat 19 December 2026, 14:00, Leeds, City Square");
        assert_eq!(read_in_winter(&text)[0], expected, "{line}");
    }
}

#[test]
fn when_people_leave_together_is_no_hour_of_an_event() {
    refused(
        "4.11.2023\n\nCelle: bitte nach Hannover fahren, Bus 7:45 ab ZOB\nLinz: 17 Uhr, Hauptplatz",
        1,
        "people leave together",
    );
}
