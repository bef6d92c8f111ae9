//! Mails as sources: which part is read, and what the subject says.

use super::*;

/// A mail with a subject and parts, each with its type.
fn mail(subject: &str, parts: &[(&str, &str)]) -> String {
    let mut mail = format!(
        "From: A <a@a.example>\nTo: b@b.example\nSubject: {subject}\nDate: Mon, 30 Nov 2026 10:00:00 +0100\n\
         MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"b\"\n\n"
    );
    for (kind, text) in parts {
        mail.push_str(&format!(
            "--b\nContent-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n"
        ));
    }
    mail.push_str("--b--\n");
    mail
}

fn reading(text: &str) -> Reading {
    let options = Options::new("2026-12-01".parse().unwrap());
    read(text.as_bytes(), "m", None, &options).unwrap()
}

/// Start, status and title of each event.
#[track_caller]
fn check(text: &str, expected: &[&str]) -> Reading {
    let reading = reading(text);
    let found: Vec<String> = reading
        .drafts
        .iter()
        .map(|draft| {
            let start = draft
                .start
                .map_or_else(String::new, |start| start.to_string());
            let text = |field: &str| draft.text_of(field).unwrap_or_default();
            let words = [start.as_str(), text("status"), text("title")];
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            words.join(" ")
        })
        .collect();
    assert_eq!(
        found, expected,
        "{text}: {:?} {:?}",
        reading.rejects, reading.notes
    );
    reading
}

#[track_caller]
fn check_note(reading: &Reading, part: &str) {
    let said = reading.notes.iter().any(|note| note.contains(part));
    assert!(said, "{part}: {:?}", reading.notes);
}

#[test]
fn the_part_of_a_mail_that_has_events_is_read() {
    let page = "<html><body><p>Samstag, 12. Dezember 2026</p><p>Mainz: 14 Uhr, Domplatz<br>Worms: 15 Uhr, Markt</p></body></html>";
    let events = ["2026-12-12T14:00", "2026-12-12T15:00"];
    for stub in [
        "",
        "Diese Mail ist in HTML.",
        "If you cannot see this message, open https://a.example/1",
    ] {
        let read = check(
            &mail("Termine", &[("text/plain", stub), ("text/html", page)]),
            &events,
        );
        check_note(&read, "that in HTML is read");
    }
    check(&mail("Termine", &[("text/html", page)]), &events);
    let text = "Samstag, 12. Dezember 2026\nBingen: 16 Uhr, Freidhof\n";
    check(
        &mail("Termine", &[("text/plain", text), ("text/html", page)]),
        &["2026-12-12T16:00"],
    );
    let empty = mail(
        "Hallo",
        &[("text/plain", ""), ("text/html", "<p>Hallo!</p>")],
    );
    check_note(&check(&empty, &[]), "no event was found");
    let mailbox = format!(
        "From a@a.example Mon Nov 30 10:00:00 2026\n{empty}\nFrom a@a.example Mon Nov 30 11:00:00 2026\n{empty}"
    );
    check_note(&check(&mailbox, &[]), "no event was found in mails 1–2");
}

#[test]
fn the_subject_and_the_text_are_of_one_event() {
    let plain = |subject: &str, text: &str| mail(subject, &[("text/plain", text)]);
    check(
        &plain(
            "Kundgebung: Hände weg vom Park! Sa 12.12. Worms",
            "Hallo,\n\nwann: Samstag, 12. Dezember 2026, 15:00 Uhr\nwo: Ludwigsplatz, Worms\n\nBitte teilen!",
        ),
        &["2026-12-12T15:00 Kundgebung: Hände weg vom Park"],
    );
    check(
        &plain(
            "ABSAGE Kundgebung 12.12. Worms",
            "Hallo,\n\nSamstag, 12. Dezember 2026, 15:00 Uhr, Worms, Ludwigsplatz\n",
        ),
        &["2026-12-12T15:00 cancelled Kundgebung"],
    );
    // Nobody can tell which of two is called off.
    let read = check(
        &plain(
            "CANCELLED: rally 12 December York",
            "Saturday 12 December 2026\n\nYork: 1 pm, Minster, vigil\nYork: 3 pm, Museum Gardens, march\n",
        ),
        &["2026-12-12T13:00 vigil", "2026-12-12T15:00 march"],
    );
    assert_eq!(read.rejects.len(), 1, "{:?}", read.rejects);
    // The subject heads a list, and names another day.
    check(
        &plain(
            "Keep the wards open: rallies 12 December 2026",
            "York: 1 pm, Minster\nHull: 3 pm, Docks\n",
        ),
        &[
            "2026-12-12T13:00 Keep the wards open: rallies",
            "2026-12-12T15:00 Keep the wards open: rallies",
        ],
    );
}

#[test]
fn a_pasted_subject_is_no_event() {
    for (text, title) in [
        (
            "Тема: Свободу Ивановым! Акция 16 января",
            "Свободу Ивановым",
        ),
        (
            "Tema: Sloboda za šumu – prosvjed 16. siječnja",
            "Sloboda za šumu",
        ),
        ("Zadeva: Re: Rešimo park – protesti", "Rešimo park"),
        ("Subjek: Selamatkan hutan – aksi", "Selamatkan hutan"),
    ] {
        let list = "Berlin: Saturday, 16 January 2027, 2 pm, Alexanderplatz\nParis: Saturday, 16 January 2027, 3 pm, Bastille";
        let reading = reading(&format!("{text}\n\n{list}\n"));
        let titles: Vec<&str> = reading
            .drafts
            .iter()
            .filter_map(|draft| draft.text_of("title"))
            .collect();
        let named = titles.len() == 2 && titles.iter().all(|own| own.contains(title));
        assert!(named, "{text}: {titles:?} {:?}", reading.rejects);
    }
}
