//! Columns taken for the day, the title and the place of a table.

use std::sync::Arc;

use crate::options::Options;
use crate::table::read;

/// Day, title and place of each row of a table, or the reason why it has none.
#[track_caller]
fn check(text: &str, expected: &[[&str; 3]]) -> Vec<String> {
    let source: Arc<str> = "sheet.csv".into();
    let read = read(text, &source, &Options::new(chrono::NaiveDate::MIN)).unwrap();
    let found = read.drafts.iter().map(|draft| {
        let start = draft.start.map(|start| start.to_string());
        let place = draft
            .location
            .clone()
            .or(draft.text_of("place").map(str::to_owned));
        let title = draft.text_of("title").unwrap_or_default().to_owned();
        [start.unwrap_or_default(), title, place.unwrap_or_default()]
    });
    let refused = read
        .rejects
        .iter()
        .map(|reject| [reject.reason.clone(), String::new(), String::new()]);
    let found: Vec<[String; 3]> = found.chain(refused).collect();
    assert_eq!(found, expected, "{text}");
    read.notes
}

#[test]
fn headings_are_read_by_their_words_where_a_field_is_missing() {
    let notes = check(
        "Aktenzeichen;Anmeldedatum;Demodatum;Zeitangabe;Stadt;Sammelstelle/Ort;Zweck der Demo\n\
         1;30.11.2026;6.3.2027;14 Uhr;Bonn;Markt;Mieten runter\n",
        &[["2027-03-06T14:00", "Mieten runter", "Markt"]],
    );
    assert!(
        notes
            .iter()
            .any(|note| note.contains("“Demodatum” for the date")),
        "{notes:?}"
    );
    check(
        "Fecha aviso,Fecha marcha,Hora,Ciudad,Lugar\n20/11/2026,04/03/2027,18:00,Sevilla,Plaza Nueva\n",
        &[["2027-03-04T18:00", "", "Plaza Nueva"]],
    );
    check(
        "Dátum,Időpont,Város,Mi a rendezvény neve?\n2027-03-06,14:00,Pécs,Menet a klímáért\n",
        &[["2027-03-06T14:00", "Menet a klímáért", ""]],
    );
}

#[test]
fn the_only_column_of_days_or_of_texts_is_taken() {
    check(
        "Xq,Zeit,Stadt,Ort,Zorb\n6.3.2027,14:00,Bonn,Markt,Wir sind mehr\n\
         7.3.2027,15:00,Kassel,Königsplatz,Kein Tag ohne uns\n",
        &[
            ["2027-03-06T14:00", "Wir sind mehr", "Markt"],
            ["2027-03-07T15:00", "Kein Tag ohne uns", "Königsplatz"],
        ],
    );
    let notes = check(
        "Datum,Zeit,Stadt,Ort,Zorb,Blip\n6.3.2027,14:00,Bonn,Markt,Wir sind mehr,Nie wieder Krieg\n\
         7.3.2027,15:00,Kassel,Königsplatz,Kein Tag ohne uns,Mieten müssen runter\n",
        &[
            ["2027-03-06T14:00", "", "Markt"],
            ["2027-03-07T15:00", "", "Königsplatz"],
        ],
    );
    assert!(
        notes
            .iter()
            .any(|note| note.contains("--map “Zorb”=title or")),
        "{notes:?}"
    );
}

#[test]
fn a_start_of_hours_beside_a_day_is_the_hour() {
    check(
        "Event day,Start,Town,Spot,Name\n3 March 2027,2pm,Leeds,Square,Rally\n",
        &[["2027-03-03T14:00", "Rally", "Square"]],
    );
    check(
        "Tag,Demodatum,Zeit,Stadt,Titel\nSamstag,6.3.2027,14:00,Bonn,Demo\n",
        &[["2027-03-06T14:00", "Demo", ""]],
    );
}

#[test]
fn a_column_of_points_is_the_position() {
    let text = "Datum,Zeit,Titel,Wo genau\n6.3.2027,14:00,Demo,POINT (7.0955 50.7344)\n";
    let read = read(
        text,
        &"sheet.csv".into(),
        &Options::new(chrono::NaiveDate::MIN),
    )
    .unwrap();
    let degrees = ["lat", "lon"].map(|field| read.drafts[0].fields[field].as_f64());
    assert_eq!(degrees, [Some(50.7344), Some(7.0955)]);
}

#[test]
fn a_row_without_a_day_names_the_columns_of_days() {
    check(
        "Xq,Yq,Zeit,Stadt,Titel\n6.3.2027,13.3.2027,14:00,Bonn,Demo\n",
        &[[
            "no date: “Xq” and “Yq” hold days; --map \"Yq=start\", if that is when it takes place",
            "",
            "",
        ]],
    );
}

#[test]
fn what_events_are_about_is_their_title_where_nothing_else_is() {
    check(
        "Датум,Време,Град,Место окупљања,Опис,Напомена\n2027-03-06,14:00,Ниш,Трг,Марш за воду,отказано\n\
         2027-03-07,15:00,Београд,Парк,Збор грађана,\n",
        &[
            ["2027-03-06T14:00", "Марш за воду", "Трг"],
            ["2027-03-07T15:00", "Збор грађана", "Парк"],
        ],
    );
    check(
        "開催日,時間,市区町村,集合場所,内容,備考\n2027-03-06,14:00,大阪市,中之島公園,平和集会,雨天決行\n",
        &[["2027-03-06T14:00", "平和集会", "中之島公園"]],
    );
    check(
        "Datum,Zeit,Stadt,Platz,Beschreibung\n2027-03-06,14:00,Bonn,Markt,Wir treffen uns am Brunnen.\n",
        &[["2027-03-06T14:00", "", "Markt"]],
    );
}

#[test]
fn two_columns_of_hours_are_beginning_and_end() {
    for headings in [
        "Datum konání;Čas od;Čas do",
        "Data;godz_od;godz_do",
        "Datum;Od;Do",
        "Datum;Von;Bis",
        "Data;De;Até",
        "Дата;Начало;Конец",
        "Päivämäärä;Alku;Loppu",
        "Datum;Början;Slut",
        "Dato;Fra;Til",
        "Datum;Van;Tot",
        "日付;開始時刻;終了時刻",
    ] {
        let source: Arc<str> = "sheet.csv".into();
        let text = format!(
            "{headings};Title;City\n6.3.2027;14:00;16:00;Walk;Bonn\n7.3.2027;8.00;24.00;Ride;Bonn\n8.3.2027;17.30;;Talk;Bonn\n"
        );
        let text = text.replace(";Title;City", ";title;city");
        let read = read(&text, &source, &Options::new(chrono::NaiveDate::MIN)).unwrap();
        let hours: Vec<(String, String)> = read
            .drafts
            .iter()
            .map(|draft| {
                let said = |stamp: Option<crate::draft::Stamp>| {
                    stamp.map(|stamp| stamp.to_string()).unwrap_or_default()
                };
                (said(draft.start), said(draft.end))
            })
            .collect();
        let expected = [
            ("2027-03-06T14:00", "2027-03-06T16:00"),
            ("2027-03-07T08:00", "2027-03-08T00:00"),
            ("2027-03-08T17:30", ""),
        ];
        let expected = expected.map(|(start, end)| (start.to_owned(), end.to_owned()));
        assert_eq!(
            hours, expected,
            "{headings}: {:?} {:?}",
            read.notes, read.rejects
        );
    }
}

#[test]
fn the_time_of_a_form_stands_in_for_no_day() {
    for sent in [
        "Carimbo de data/hora",
        "Timestamp",
        "Horodateur",
        "Отметка времени",
    ] {
        check(
            &format!(
                "{sent},Event name,Date of event,Start time,City\n20/11/2026 14:22:05,Walk,08/03/2027,17:00,Bonn\n\
                      21/11/2026 09:10:44,Ride,,18h,Bonn\n"
            ),
            &[["2027-03-08T17:00", "Walk", ""], ["no date", "", ""]],
        );
    }
}

#[test]
fn a_heading_that_names_two_things_is_a_place() {
    for heading in [
        "\"Город, место\"",
        "City/venue",
        "Lieu (ville)",
        "Stadt und Platz",
        "Ciudad y lugar",
        "Ort/Platz",
        "都市・会場",
    ] {
        check(
            &format!("date,title,{heading}\n2027-03-06,Walk,\"Bonn, Markt\"\n"),
            &[["2027-03-06", "Walk", "Bonn, Markt"]],
        );
    }
}
