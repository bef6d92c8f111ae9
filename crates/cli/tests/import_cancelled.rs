//! Entries that do not take place, as tables say so: in a column whose heading is not known, in a status that is not known.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;

use run::marchmap;
use serde_json::Value;

/// The status of each event of a table, `-` for none, and what was said.
fn statuses(table: &str) -> (Vec<String>, String) {
    values(table, "status")
}

/// The start of each event of a table, and what was said.
fn starts(table: &str) -> (Vec<String>, String) {
    values(table, "start")
}

fn values(table: &str, field: &str) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("table.csv"), table).unwrap();
    let ran = marchmap(
        folder.path(),
        &[
            "import",
            "table.csv",
            "-o",
            "events.json",
            "--rejects",
            "rejects.json",
        ],
        b"",
    );
    assert!(ran.status < 2, "{}", ran.err);
    let file = fs::read(folder.path().join("events.json")).unwrap_or_default();
    let file: Value = serde_json::from_slice(&file).unwrap_or_default();
    let rejects = fs::read_to_string(folder.path().join("rejects.json")).unwrap_or_default();
    let value = |event: &Value| event[field].as_str().unwrap_or("-").to_owned();
    let events = file["events"].as_array().cloned().unwrap_or_default();
    (
        events.iter().map(value).collect(),
        format!("{}{}{rejects}", ran.out, ran.err),
    )
}

#[test]
fn a_status_that_is_not_known_is_not_taken_for_certain() {
    let (found, said) = statuses(
        "title,start,city,status\nMarch,2030-05-04,Leeds,gesperrt\nRally,2030-05-05,Leeds,confirmed\n",
    );
    assert_eq!(found, ["tentative", "-"]);
    assert!(said.contains("gesperrt"), "{said}");
}

#[test]
fn a_remark_in_a_column_that_is_not_known_counts() {
    let (found, said) = statuses(
        "title,start,city,Tình trạng x\nMarch,2030-05-04,Leeds,đã hủy\nRally,2030-05-05,Leeds,hoãn\nVigil,2030-05-06,Leeds,OK\n",
    );
    assert_eq!(found, ["cancelled", "postponed", "-"]);
    // The whole cell says so: no note is needed.
    assert!(!said.contains("đã hủy"), "{said}");
}

#[test]
fn a_status_in_the_column_of_a_name_is_no_name() {
    let (found, printed) = statuses(
        "city,country,date,place,organizer\n\
         Leeds,GB,2027-03-19,CANCELLED,Unite\n\
         Lyon,FR,2027-03-19,Bellecour,ANNULÉ\n\
         Kassel,DE,2027-03-19,Rathaus,verdi\n\
         Toronto,CA,2027-03-19,City Hall,ON\n",
    );
    assert_eq!(found, ["cancelled", "cancelled", "-", "-"], "{printed}");
}

#[test]
fn a_title_goes_before_a_status_that_calendars_write_by_themselves() {
    let (found, _) = statuses(
        "title,start,city,status\nCANCELLED: March,2030-05-04,Leeds,confirmed\nStudent debt cancelled,2030-05-05,Leeds,\n",
    );
    assert_eq!(found, ["cancelled", "tentative"]);
}

#[test]
fn a_column_of_yes_and_no_says_whether_an_event_takes_place() {
    let (found, said) = statuses(
        "Titel;Datum;Stadt;Land;Findet statt?;Bestätigt;Verschoben auf\n\
         A;4.11.2030;Bonn;DE;ja;ja;\nB;4.11.2030;Köln;DE;nein;ja;\n\
         C;4.11.2030;Mainz;DE;ja;nein;\nD;4.11.2030;Trier;DE;ja;ja;11.11.2030\n",
    );
    assert_eq!(found, ["-", "cancelled", "tentative", "postponed"]);
    assert!(said.contains("Verschoben auf: 11.11.2030"), "{said}");
}

#[test]
fn where_others_have_a_tick_no_tick_is_a_no() {
    let (found, said) = statuses(
        "title,date,city,country,Confirmed,OK to publish\n\
         A,2030-11-04,Leeds,UK,x,x\nB,2030-11-04,York,UK,,x\nC,2030-11-04,Hull,UK,x,\n",
    );
    assert_eq!(found, ["-", "tentative"]);
    assert!(said.contains("1 rejected"), "{said}");
}

#[test]
fn a_status_of_the_source_and_its_description() {
    let (found, said) = statuses(
        "title,date,city,country,status,description\n\
         A,2030-11-04,Leeds,UK,Confirmed,Student debt must be cancelled\n\
         B,2030-11-04,York,UK,Confirmed,\"If it rains, it will be cancelled\"\n\
         C,2030-11-04,Hull,UK,Confirmed,The march has been cancelled.\n\
         D,2030-11-04,Bath,UK,,The march has been cancelled.\n",
    );
    assert_eq!(found, ["-", "-", "tentative", "cancelled"]);
    assert!(
        said.contains("its description says “The march has been cancelled”"),
        "{said}"
    );
}

#[test]
fn a_remark_with_words_around_it_counts_in_a_column_of_any_name() {
    for (heading, remark, expected) in [
        (
            "Zusatzinfo",
            "leider krankheitsbedingt abgesagt",
            "cancelled",
        ),
        (
            "Zusatzinfo",
            "Demo musste leider abgesagt werden",
            "cancelled",
        ),
        ("Zusatzinfo", "ABGESAGT wegen Sturm", "cancelled"),
        ("Zusatzinfo", "auf unbestimmte Zeit verschoben", "postponed"),
        ("Extra", "cancelled due to weather", "cancelled"),
        ("Bijzonderheden", "wegens storm afgelast", "cancelled"),
        ("Novedades", "se suspende por la lluvia", "cancelled"),
        ("Avisos", "cancelada por lluvia", "cancelled"),
        ("Info", "cancelled because of illness", "cancelled"),
        ("Extra", "Sarah cancelled", "tentative"),
        ("Bei Regen", "fällt aus", "-"),
        ("Extra", "if it rains it is cancelled", "-"),
        ("Motto", "Stop the cancelled trains", "-"),
        ("Motto", "Student debt cancelled", "-"),
        ("Info", "bring water", "-"),
        ("Info", "https://a.example/cancelled", "-"),
    ] {
        let (found, said) = statuses(&format!(
            "title,city,country,date,{heading}\nMarch,Leeds,GB,2027-03-19,{remark}\n"
        ));
        assert_eq!(found, [expected], "{heading}: {remark}: {said}");
        assert!(expected == "-" || said.contains(remark), "{said}");
    }
}

#[test]
fn a_column_of_new_hours_goes_before_that_of_the_hours() {
    for (heading, cell) in [
        ("New time", "15:00"),
        ("Neue Uhrzeit", "15 Uhr"),
        ("Nouvel horaire", "15h"),
        ("Nueva hora", "15:00"),
    ] {
        let table = format!(
            "title,city,country,date,time,{heading}\nMarch,Leeds,GB,2027-03-19,13:00,{cell}\n\
             Rally,Derby,GB,2027-03-19,13:00,\nVigil,Hull,GB,2027-03-19,13:00,-\n"
        );
        let (found, said) = starts(&table);
        assert_eq!(
            found,
            ["2027-03-19T15:00", "2027-03-19T13:00", "2027-03-19T13:00"],
            "{said}"
        );
        assert!(said.contains(cell), "{said}");
    }
    // What is no hour is not passed over.
    let (found, said) =
        starts("title,city,country,date,time,New time\nMarch,Leeds,GB,2027-03-19,13:00,later\n");
    assert!(found.is_empty() && said.contains("later"), "{said}");
}

#[test]
fn an_answer_to_whether_it_takes_place_that_is_no_yes_is_not_passed_over() {
    for (heading, answer, expected) in [
        ("Is it still happening?", "Yes", "-"),
        ("Is it still happening?", "Yes, please come", "-"),
        ("Is it still happening?", "Not any more", "cancelled"),
        ("Is it still happening?", "Sadly not", "cancelled"),
        ("Is it still happening?", "No longer", "cancelled"),
        ("Is it still happening?", "Moved to 2/13", "tentative"),
        ("Is it still happening?", "Yes, but at 5pm", "tentative"),
        ("Is it still happening?", "ask Eva", "tentative"),
        ("Going ahead?", "unsure", "tentative"),
        ("Going ahead?", "Yes but at 3pm", "tentative"),
        ("Findet statt?", "leider nicht", "cancelled"),
        ("Findet statt?", "doch nicht", "cancelled"),
        ("Findet statt?", "ja, aber erst 19 Uhr", "tentative"),
        ("Findet statt?", "noch unklar", "tentative"),
        ("Findet statt?", "ja, mit Musik", "-"),
        ("Maintenu ?", "plus maintenant", "cancelled"),
        ("¿Sigue en pie?", "ya no", "cancelled"),
        ("Confirmé ?", "Paul s'en occupe", "tentative"),
        ("Based on", "Unite", "-"),
        ("Confirmed by", "Unite", "-"),
    ] {
        let (found, said) = statuses(&format!(
            "title,city,country,date,{heading}\nMarch,Leeds,GB,2027-02-12,\"{answer}\"\n"
        ));
        assert_eq!(found, [expected], "{heading}: {answer}: {said}");
    }
}

#[test]
fn keys_of_objects_are_headings_of_remarks_too() {
    for (entry, expected) in [
        (r#""info":"cancelled because of illness""#, "cancelled"),
        (r#""update":"CANCELLED due to rail strike""#, "cancelled"),
        (
            r#""remark":"sadly cancelled because of illness""#,
            "cancelled",
        ),
        (r#""note":"postponed until further notice""#, "postponed"),
        (r#""still_happening":"moved to the 13th""#, "tentative"),
        (r#""info":"https://a.example/cancelled""#, "-"),
        (r#""info":"bring water""#, "-"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let rows = format!(
            r#"[{{"title":"March","date":"2027-06-12","city":"Leeds","country":"GB",{entry}}},
            {{"title":"Rally","date":"2027-06-12","city":"Hull","country":"GB","still_happening":"yes"}}]"#
        );
        fs::write(folder.path().join("rows.json"), rows).unwrap();
        let ran = marchmap(
            folder.path(),
            &["import", "rows.json", "-o", "events.json"],
            b"",
        );
        let file = fs::read(folder.path().join("events.json")).unwrap();
        let file: Value = serde_json::from_slice(&file).unwrap();
        let event = &file["events"][0];
        let status = event["status"].as_str().unwrap_or("-");
        assert_eq!(status, expected, "{entry}: {}", ran.err);
        let url = event["url"].as_str().unwrap_or("https");
        assert!(url.starts_with("https"), "{entry}: {url}");
    }
}
