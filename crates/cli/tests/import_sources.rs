//! What comes of tables, JSON and pages, one small source for each kind of fault.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use run::imports::Desk;
use serde_json::Value;

#[test]
fn words_and_columns_of_any_language_cancel() {
    let mut desk = Desk::new();
    desk.import(
        "a.csv",
        "Datum,Thema,Stadt,Absage\n4.3.2024,Demo A,Bremen,x\n5.3.2024,Demo B,Bremen,\n\
         6.3.2024,ABGESAGT: Demo C,Bremen,nein\n7.3.2024,Demo D,Bremen,verschoben\n",
        &[],
    );
    assert_eq!(
        desk.events(&["title", "status"]),
        [
            "Demo A|cancelled",
            "Demo B|",
            "Demo C|cancelled",
            "Demo D|postponed"
        ]
    );
    for (headings, row) in [
        ("Date;Titre;Ville;Annulé", "2024-03-04;Marche;Lyon;oui"),
        (
            "Fecha;Título;Ciudad;Cancelado",
            "2024-03-04;Marcha;Madrid;Sí",
        ),
        ("Data;Titolo;Città;Annullato", "2024-03-04;Corteo;Milano;X"),
        (
            "Дата;Название;Город;Статус",
            "2024-03-04;Митинг;Москва;отменено",
        ),
        (
            "Tarih;Etkinlik;Şehir;Durum",
            "2024-03-04;Yürüyüş;Ankara;iptal edildi",
        ),
        ("日付;タイトル;都市;状態", "2024-03-04;デモ;大阪;中止"),
        (
            "التاريخ;العنوان;المدينة;الحالة",
            "2024-03-04;مسيرة;القاهرة;ملغاة",
        ),
    ] {
        let mut desk = Desk::new();
        desk.import("a.csv", &format!("{headings}\n{row}\n"), &[]);
        assert_eq!(
            desk.events(&["status"]),
            ["cancelled"],
            "{headings}\n{}",
            desk.said
        );
    }
}

#[test]
fn numbers_that_repeat_in_a_table_are_entries_of_their_own() {
    let sheet =
        "id,date,title,city\n1,2024-03-04,A,Lyon\n1,2024-03-05,B,Lille\n2,2024-03-06,C,Nice\n";
    let mut desk = Desk::new();
    let options = ["--set", "country=FR"];
    desk.import("a.csv", sheet, &options)
        .import("a.csv", sheet, &options);
    assert_eq!(desk.events(&["title"]), ["A", "B", "C"]);
}

#[test]
fn a_spreadsheets_midnights_are_days() {
    let mut desk = Desk::new();
    desk.import(
        "a.csv",
        "Demos 2023,,,,\nDatum,Beginn,Ende,Thema,Stadt\n2023-01-04 00:00:00,17:30:00,22:00:00,A,Bonn\n\
         2023-01-05 00:00:00,20:00:00,24:00:00,B,Bonn\n2023-01-06 00:00:00,,,C,Bonn\n",
        &[],
    );
    assert_eq!(
        desk.events(&["start", "end"]),
        [
            "2023-01-04T17:30|2023-01-04T22:00",
            "2023-01-05T20:00|2023-01-06T00:00",
            "2023-01-06|"
        ]
    );
    assert!(desk.said.contains("“Demos 2023”"), "{}", desk.said);
    assert_eq!(desk.rejects(), Vec::<String>::new());
}

#[test]
fn one_bad_row_is_one_reject() {
    let mut desk = Desk::new();
    desk.import(
        "a.csv",
        "date,title,city\n2024-03-04,\"A,Lyon\n2024-03-05,B,Lyon\nsoon,C,Lyon\n2024-03-07,D,Lyon\n",
        &["--set", "country=FR"],
    );
    assert_eq!(desk.events(&["title"]), ["B", "D"]);
    assert_eq!(
        desk.rejects(),
        [
            "a quote (\") that is not closed",
            "“soon” is no date; write 2023-11-04 or 2023-11-04T14:00"
        ]
    );
}

#[test]
fn a_review_shows_what_would_go_in_and_why() {
    let sheet = "Datum,Uhrzeit,Stadt,Thema\n4.3.2024,14 Uhr,Bonn,Demo\nbald,14 Uhr,Bonn,Zweite\n";
    let mut desk = Desk::new();
    desk.import("a.csv", sheet, &["--dry-run"]);
    for part in [
        "2024-03-04",
        "14:00",
        "Europe/Berlin",
        "Bonn, DE",
        "new",
        "“bald” is no date",
    ] {
        assert!(desk.said.contains(part), "{part}: {}", desk.said);
    }
    desk.import("a.csv", sheet, &["--explain"]);
    for part in ["Datum: “4.3.2024”", "Stadt: “Bonn”", "the gazetteer: Bonn"] {
        assert!(desk.said.contains(part), "{part}: {}", desk.said);
    }
    assert_eq!(desk.json("events.json"), Value::Null);
}

#[test]
fn a_day_and_an_hour_in_several_columns_are_read_together() {
    let sheets = [
        "Day,Month,Year,Start,City,Country,Title\n4,11,2023,2:00 PM,Leeds,GB,A\n5,Nov,2023,12 noon,Bath,GB,B\n",
        "Tag;Monat;Jahr;Uhrzeit;Stadt;Land;Titel\n4;11;2023;14 Uhr;Köln;DE;A\n5;November;2023;12 Uhr;Köln;DE;B\n",
        "日,月,年,時間,都市,国,タイトル\n4,11,2023,午後2時,東京,JP,A\n5,11,2023,12:00,東京,JP,B\n",
        "date,time,am/pm,city,country,title\n11/4/2023,2:00,PM,Leeds,GB,A\n2023-11-05,12:00,pm,Leeds,GB,B\n2023-11-14,10:00,AM,Leeds,GB,C\n",
    ];
    for sheet in sheets {
        let mut desk = Desk::new();
        desk.import("sheet.csv", sheet, &["--date-order", "mdy"]);
        let events = desk.events(&["start", "title"]);
        assert_eq!(
            events[..2],
            ["2023-11-04T14:00|A", "2023-11-05T12:00|B"],
            "{sheet}"
        );
    }
}

#[test]
fn a_column_of_months_beside_whole_dates_is_kept() {
    let mut desk = Desk::new();
    desk.import(
        "sheet.csv",
        "date,month,city,country,title\n2023-11-04,November,Leeds,GB,A\n",
        &[],
    );
    assert_eq!(desk.events(&["start", "month"]), ["2023-11-04|November"]);
}

#[test]
fn a_city_of_the_country_of_all_others_is_taken_there() {
    let mut desk = Desk::new();
    let listing =
        "4.11.2023\n\nMadrid: 20 h\nSevilla: 20 h\nMálaga: 20 h\nBilbao: 20 h\nLeón: 20 h\n";
    desk.import("a.txt", listing, &[]);
    assert!(
        desk.said
            .contains("“León” is taken for that in ES, where the other entries are"),
        "{}",
        desk.said
    );
    let all = [
        "Bilbao|ES",
        "León|ES",
        "Madrid|ES",
        "Málaga|ES",
        "Sevilla|ES",
    ];
    let mut events = desk.events(&["city", "country"]);
    events.sort();
    assert_eq!(events, all);
}

#[test]
fn a_namesake_abroad_does_not_win_in_a_list_of_one_country() {
    for (listing, abroad) in [
        (
            "Burgos: 20 h\nLeón: 20 h\nAlbacete: 20 h\nGuadalajara: 20 h\nJaén: 20 h\nHuesca: 20 h\nSoria: 20 h",
            "MX",
        ),
        (
            "Temuco: 20 h\nLos Ángeles: 20 h, Plaza de Armas\nAntofagasta: 20 h\nValdivia: 20 h",
            "US",
        ),
        (
            "Calgary: 2 pm\nEdmonton: 2 pm\nVictoria: 2 pm, Legislature\nSaskatoon: 2 pm",
            "HK",
        ),
    ] {
        let mut desk = Desk::new();
        desk.import("a.txt", &format!("4.11.2023\n\n{listing}\n"), &[]);
        let countries = desk.events(&["country"]);
        assert!(
            countries.len() > 2 && !countries.contains(&abroad.to_owned()),
            "{countries:?}"
        );
        let asked = desk
            .rejects()
            .iter()
            .any(|reject| reject.contains("--set country="));
        let said = desk.said.contains("where the other entries are");
        assert!(asked || said, "{:?}", desk.rejects());
    }
    // A list of several countries stays as it is.
    let mut desk = Desk::new();
    desk.import(
        "a.txt",
        "4.11.2023\n\nNew York: 2 pm\nChicago: 2 pm\nBoston: 2 pm\nParis: 2 pm\nBerlin: 2 pm\n",
        &[],
    );
    assert_eq!(desk.events(&["country"]).len(), 5, "{:?}", desk.rejects());
}

#[test]
fn the_addresses_of_those_who_sent_entries_in_are_not_published() {
    let mut desk = Desk::new();
    let sheet = "Event name,When is it?,City,Your e-mail (not published)\nRally,2023-11-04,Lyon,a@b.example\n";
    desk.import("a.csv", sheet, &[]);
    assert_eq!(
        desk.events(&["title", "start", "city"]),
        ["Rally|2023-11-04|Lyon"]
    );
    assert!(desk.said.contains("look private"), "{}", desk.said);
    assert!(!desk.json("events.json").to_string().contains("b.example"));
}

#[test]
fn days_of_a_cell_are_read_as_in_a_listing() {
    let mut desk = Desk::new();
    desk.import(
        "table.csv",
        "title;date;time;city\n\
         A;Fr, 28.07. – So, 06.08.2023;;Ulm\n\
         B;3-5 Nov 2023;;Leeds\n\
         C;du 3 au 5 novembre 2023;14h;Lyon\n\
         D;18/11 2023;;Malmö\n\
         E;4. und 17. November 2023;;Ulm\n\
         F;1402-08-13;;Shiraz\n\
         G;1402/08/13;;Shiraz\n\
         H;2566-11-05;;Chiang Mai\n",
        &[],
    );
    assert_eq!(
        desk.events(&["title", "start", "end"]),
        [
            "A|2023-07-28|2023-08-06",
            "B|2023-11-03|2023-11-05",
            "C|2023-11-03T14:00|2023-11-05",
            "D|2023-11-18|",
            "E|2023-11-17|",
            "E|2023-11-04|",
            "F|2023-11-04|",
            "G|2023-11-04|",
            "H|2023-11-05|",
        ]
    );
    assert_eq!(desk.rejects(), [""; 0]);
}

#[test]
fn tables_that_programs_and_offices_export() {
    for (table, options, expected) in [
        // Notion writes a beginning and an end into one cell.
        (
            "Name,Date,Location\nRally,\"November 4, 2023 2:00 PM (GMT+1) → 4:00 PM\",\"Heumarkt, Köln\"\n\
             Camp,\"November 4, 2023 → November 6, 2023\",\"Markt, Bonn\"\n",
            ["--set", "country=DE"],
            [
                "2023-11-04T14:00|2023-11-04T16:00|Rally|Heumarkt",
                "2023-11-04|2023-11-06|Camp|Markt",
            ],
        ),
        // Outlook in Spanish.
        (
            "Asunto,Fecha de comienzo,Comienzo,Fecha de finalización,Finalización,Ubicación\n\
             Marcha,4/11/2023,18:00:00,4/11/2023,20:00:00,\"Plaza Nueva, Sevilla\"\n\
             Vigilia,25/11/2023,19:00:00,25/11/2023,20:00:00,\"Plaza Nueva, Sevilla\"\n",
            ["--set", "country=ES"],
            [
                "2023-11-04T18:00|2023-11-04T20:00|Marcha|Plaza Nueva",
                "2023-11-25T19:00|2023-11-25T20:00|Vigilia|Plaza Nueva",
            ],
        ),
        // The assemblies that the police of Berlin announce.
        (
            "datum;von;bis;thema;plz;strasse_nr;aufzugsstrecke\n04.11.2023;14:00;18:00;Frieden;10178;Alexanderplatz;\n\
             05.11.2023;09:30;;Mahnwache;10557;Platz der Republik 1;\n",
            ["--set", "city=Berlin"],
            [
                "2023-11-04T14:00|2023-11-04T18:00|Frieden|Alexanderplatz",
                "2023-11-05T09:30||Mahnwache|Platz der Republik 1",
            ],
        ),
    ] {
        let mut desk = Desk::new();
        desk.import("s.csv", table, &options);
        let mut found = desk.events(&["start", "end", "title", "place"]);
        let addresses = desk.events(&["address"]);
        for (event, address) in found.iter_mut().zip(addresses) {
            event.push_str(&address);
        }
        assert_eq!(found, expected, "{}\n{:?}", desk.said, desk.rejects());
    }
}
