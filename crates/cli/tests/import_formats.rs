//! Sources of other kinds than their names say, and kinds that are refused: what comes of them, and what does not leak.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;

use run::{Ran, marchmap};
use serde_json::Value;

/// Imports a source in a folder of its own: what was said, each event as `start|city|status`, and the rejects file.
fn import(name: &str, bytes: &[u8], options: &[&str]) -> (Ran, Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let words = [&["import", name, "-o", "events.json"], options].concat();
    let ran = marchmap(folder.path(), &words, b"");
    let text = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap_or_default();
    let file: Value = serde_json::from_str(&text("events.json")).unwrap_or_default();
    let events = file["events"].as_array().cloned().unwrap_or_default();
    let field = |event: &Value, name: &str| event[name].as_str().unwrap_or_default().to_owned();
    let events = events.iter().map(|event| {
        let (start, city, status) = (
            field(event, "start"),
            field(event, "city"),
            field(event, "status"),
        );
        format!("{start}|{city}|{status}")
    });
    (ran, events.collect(), text("events.rejects.json"))
}

#[track_caller]
fn check(name: &str, bytes: &[u8], options: &[&str], expected: &[&str]) -> (Ran, String) {
    let (ran, mut events, rejects) = import(name, bytes, options);
    events.sort();
    assert_eq!(events, expected, "{name}: {}{rejects}", ran.err);
    (ran, rejects)
}

#[track_caller]
fn refused(name: &str, bytes: &[u8], says: &str) {
    let (ran, events, rejects) = import(name, bytes, &[]);
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert!(ran.err.contains(says), "{}", ran.err);
    assert!(events.is_empty() && rejects.is_empty(), "{rejects}");
}

#[test]
fn the_text_of_a_mail_is_decoded_and_its_senders_go_nowhere() {
    let mail = "From: Jeanne Martin <jeanne@a.example>\r\nTo: liste@a.example\r\nSubject: =?utf-8?q?Rassemblements?=\r\n\
        MIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        Samedi 4 novembre 2023\r\n\r\nRennes : 15h, place de la R=E9publique\r\nBrest : 14h, annul=E9\r\n\r\n\
        -- \r\nJeanne Martin, 06 12 34 56 78\r\n";
    let (ran, rejects) = check(
        "mail.eml",
        mail.as_bytes(),
        &["--set", "country=FR"],
        &[
            "2023-11-04T14:00|Brest|cancelled",
            "2023-11-04T15:00|Rennes|",
        ],
    );
    for leak in ["Jeanne", "06 12", "a.example"] {
        assert!(
            !ran.err.contains(leak) && !rejects.contains(leak),
            "{leak}: {}",
            ran.err
        );
    }
}

#[test]
fn the_calendar_attached_to_a_mail_is_read_and_its_text_is_not() {
    let mail = "From: Eva <eva@a.example>\nTo: b@a.example\nSubject: Demo\nMIME-Version: 1.0\n\
        Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nAm 4.11.2023, 14 Uhr, Bonn, Markt\n\
        --x\nContent-Type: text/calendar; name=demo.ics\nContent-Transfer-Encoding: base64\n\n\
        QkVHSU46VkNBTEVOREFSClZFUlNJT046Mi4wCkJFR0lOOlZFVkVOVApVSUQ6MQpEVFNUQVJUOjIwMjMxMTA0VDE0MDAwMApTVU1NQVJZOkRlbW8K\n\
        TE9DQVRJT046Qm9ubgpFTkQ6VkVWRU5UCkVORDpWQ0FMRU5EQVIK\n--x--\n";
    let (ran, _) = check(
        "mail.eml",
        mail.as_bytes(),
        &["--set", "country=DE"],
        &["2023-11-04T14:00|Bonn|"],
    );
    assert!(
        ran.err.contains("the text of the mail is not"),
        "{}",
        ran.err
    );
}

#[test]
fn a_mailbox_is_read_mail_by_mail() {
    let mail = |day: &str| {
        format!(
            "From a@a.example Sat Nov  4 10:00:00 2023\nFrom: a@a.example\nDate: Fri, 3 Nov 2023 10:00:00 +0100\nSubject: Demo\n\n{day}. November 2023\nBonn: 14 Uhr, Markt\n\n"
        )
    };
    let mailbox = mail("4") + &mail("5");
    check(
        "box",
        mailbox.as_bytes(),
        &["--set", "country=DE"],
        &["2023-11-04T14:00|Bonn|", "2023-11-05T14:00|Bonn|"],
    );
}

#[test]
fn a_chat_is_a_listing_without_its_writers() {
    let chat = "[3/11/23, 18:42:07] Lupita: Sábado 4 de noviembre de 2023\n*Puebla*: 16:30, Paseo Bravo\n\
        [3/11/23, 18:50:00] Ana: ~Mérida: 17:00, Parque de Santa Ana~\n";
    let (ran, rejects) = check(
        "chat.txt",
        chat.as_bytes(),
        &["--set", "country=MX"],
        &[
            "2023-11-04T16:30|Puebla|",
            "2023-11-04T17:00|Mérida|cancelled",
        ],
    );
    assert!(
        !ran.err.contains("Lupita") && rejects.is_empty(),
        "{}",
        ran.err
    );
}

#[test]
fn other_files_are_refused_by_name() {
    refused(
        "a.csv",
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3",
        "a PDF, which is not read; copy its text",
    );
    refused(
        "a.txt",
        b"PK\x03\x04\x14\0\0\0word/document.xml",
        "a document of Word (.docx)",
    );
    refused("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)");
    refused(
        "a.bin",
        b"\x01\x02\0\0\0\0\x03\x04\xff\xfe\0\0abc\0",
        "a file of a kind that is not known",
    );
    refused(
        "a.gpx",
        b"<?xml version=\"1.0\"?><gpx><wpt/></gpx>",
        "a track (GPX), which is not read",
    );
    refused(
        "a.vcf",
        b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n",
        "contacts (vCard)",
    );
    refused(
        "a.xlsx",
        b"PK\x03\x04\x14\0\0\0xl/workbook.xml",
        "a spreadsheet that cannot be opened",
    );
    refused(
        "a.json",
        b"{\"events\": [{\"title\": \"A\",}]}",
        "JSON that cannot be read, line 1",
    );
}

#[test]
fn a_table_of_unknown_headings_is_refused_and_read_with_their_meaning() {
    let table = "qqa;qqb;qqc\n2023-11-04;14:00;Hanoi\n2023-11-05;15:00;Hue\n";
    refused(
        "a.csv",
        table.as_bytes(),
        "headings are not known (qqa, qqb, qqc)",
    );
    check(
        "a.csv",
        table.as_bytes(),
        &[
            "--map",
            "qqa=start",
            "--map",
            "qqb=time",
            "--map",
            "qqc=city",
            "--set",
            "country=VN",
        ],
        &["2023-11-04T14:00|Hanoi|", "2023-11-05T15:00|Huế|"],
    );
}

#[test]
fn columns_that_compete_are_named_and_the_start_goes_before_the_date() {
    let rows = br#"[{ "title": "March", "date": "2023-10-20", "start_date": "2023-11-04T15:00", "city": "Leeds", "country": "GB" }]"#;
    let (ran, _) = check("a.json", rows, &[], &["2023-11-04T15:00|Leeds|"]);
    assert!(
        ran.err
            .contains("“date” and “start_date” both mean start: “start_date” is taken"),
        "{}",
        ran.err
    );
}

#[test]
fn what_a_program_marks_as_not_public_is_written_nowhere() {
    let rows = br#"[{ "title": "Secret", "start": "2023-11-04T15:00", "city": "Leeds", "visibility": "private" },
        { "title": "Hidden", "city": "Leeds", "date": "sometime", "draft": true }]"#;
    let (ran, rejects) = check("a.json", rows, &[], &[]);
    let others = br#"[{ "name": "Secret", "day": "Hidden", "date": "sometime", "city": "Leeds", "is_visible": false }]"#;
    let (_, hidden) = check("b.json", others, &[], &[]);
    assert!(
        hidden.contains("is_visible: false") && !hidden.contains("Secret"),
        "{hidden}"
    );
    for leak in ["Secret", "Hidden", "sometime"] {
        assert!(
            !rejects.contains(leak) && !ran.err.contains(leak),
            "{leak}: {rejects}"
        );
    }
    assert!(
        rejects.contains("visibility: private") && rejects.contains("draft: true"),
        "{rejects}"
    );
}

#[test]
fn an_unknown_column_with_telephone_numbers_is_left_out() {
    let table = "date,title,city,country,Orga\n2023-11-04,March,Leeds,GB,Eva 07700 900123\n2023-11-05,March,Leeds,GB,\n";
    let (ran, events, _) = import("a.csv", table.as_bytes(), &[]);
    assert_eq!(events.len(), 2);
    assert!(
        ran.err.contains("left out, since they look private: Orga"),
        "{}",
        ran.err
    );
}

#[test]
fn cells_of_hours_may_say_all_day_or_not_yet() {
    let table = "Datum;Uhrzeit;Stadt;Thema der Versammlung\n4.11.2023;ganztägig;Bonn;Camp\n5.11.2023;wird noch bekanntgegeben;Kiel;Demo\n";
    check(
        "a.csv",
        table.as_bytes(),
        &["--set", "country=DE"],
        &["2023-11-04|Bonn|", "2023-11-05|Kiel|"],
    );
}

#[test]
fn lines_above_the_headings_that_name_hours_are_read() {
    let table = "Samstag, 4. November 2023\nBonn: 14 Uhr, Markt\n\nDatum;Stadt;Titel\n5.11.2023;Kiel;Demo\n";
    check(
        "a.csv",
        table.as_bytes(),
        &["--set", "country=DE"],
        &["2023-11-04T14:00|Bonn|", "2023-11-05|Kiel|"],
    );
}
