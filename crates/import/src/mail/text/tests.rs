//! The text of mails.

use super::*;

#[test]
fn fields_of_a_forwarded_mail_are_left_out() {
    let text = "Hi\n\n---------- Forwarded message ---------\nDe : Eva <eva@a.example>\nDate: jeu. 2 nov.\n\nBrest : 14h\nRennes : 15h, eva@a.example";
    let left = without_headers(text);
    assert_eq!(
        left.text,
        "Hi\n\n\n\n\n\nBrest : 14h\nRennes : 15h, eva@a.example"
    );
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(without_headers(text).text, expected, "{text}");
}

#[track_caller]
fn check_subject(text: &str, expected: Option<(u64, &str)>) {
    let subject = without_headers(text).subject;
    let found = subject.as_ref().map(|(line, said)| (*line, said.as_str()));
    assert_eq!(found, expected, "{text}");
}

#[test]
fn fields_that_were_pasted_are_left_out() {
    check(
        "From: Eva Smith\nSent: Thursday, 2 November 2023 10:15\nTo: Peace list\nSubject: FW: marches\n\nLeeds: 2 pm",
        "\n\n\n\n\nLeeds: 2 pm",
    );
    check(
        "Von: Eva\nBetreff: Demos am 4. November 2023\n\nKöln: 14 Uhr",
        "\n\n\nKöln: 14 Uhr",
    );
    check(
        "Begin forwarded message:\n\nFrom: Eva <eva@a.example>\nDate: 2 November 2023 at 10:15\n\nYork: 1 pm",
        "\n\n\n\n\nYork: 1 pm",
    );
    check(
        "> On 2 Nov 2023, at 10:15, Eva <eva@a.example> wrote:\n> York: 1 pm",
        "\n> York: 1 pm",
    );
    check(
        "Am Do., 2. Nov. 2023 um 10:15 Uhr schrieb Eva:\nKöln: 14 Uhr",
        "\nKöln: 14 Uhr",
    );
}

#[test]
fn the_subject_of_a_pasted_mail_is_known() {
    check_subject(
        "Von: Eva\nBetreff: AW: Demos am 4. November 2023\n\nKöln: 14 Uhr",
        Some((2, "Demos am 4. November 2023")),
    );
    for (text, said) in [
        ("Тема: Марш 17 января\n\nМосква, 14:00", "Марш 17 января"),
        ("Tema: Prosvjed\n\nZagreb, 12 h", "Prosvjed"),
        ("Zadeva: Kolesarji\n\nMaribor, 18.00", "Kolesarji"),
        ("Tēma: Gājiens\n\nRīga, 13.00", "Gājiens"),
        ("Assumpte: Fwd: Marxa\n\nGirona: 12 h", "Marxa"),
        ("主旨：遊行\n\n台北 14:00", "遊行"),
        ("Perihal: Aksi\n\nBandung, 10.00", "Aksi"),
        ("Efni: Ganga\n\nReykjavík kl. 14", "Ganga"),
    ] {
        check_subject(text, Some((1, said)));
    }
    check_subject(
        "Reenviado\nAsunto: Marchas\n\nLima: 10:00",
        Some((2, "Marchas")),
    );
    // A label of one event, and what stands below the text.
    check_subject("Тема: Марш\nМесто: Москва\nВремя: 14:00", None);
    check_subject("Leeds: 2 pm\n\nSubject: marches\n", None);
    check_subject("Leeds: 2 pm", None);
}

#[test]
fn what_says_that_a_mail_was_sent_on_is_left_out() {
    check("Reenviado\n\nLima: 10:00", "\n\nLima: 10:00");
    check("*Forwarded many times*\nHull: 1 pm", "\nHull: 1 pm");
    check(
        "Weitergeleitet: Demo in Bonn, 14 Uhr",
        "Weitergeleitet: Demo in Bonn, 14 Uhr",
    );
    assert!(is_sent_on("Videresendt fra fagforeningen. Hilsen Eva"));
    assert!(!is_sent_on("Move it forward: march for wards"));
}

#[test]
fn labels_of_an_event_are_no_fields_of_a_mail() {
    for text in [
        "De: Plaza Mayor\nA: Puerta del Sol\nFecha: 4 de noviembre de 2023",
        "From: City Hall\nTo: Station\nDate: 4 November 2023",
        "Saturday 4 November 2023:\nLeeds: 2 pm",
    ] {
        check(text, text);
    }
}

#[test]
fn lines_that_flow_are_joined() {
    assert_eq!(
        unflowed("Leeds: 2 pm, \nCity Square\nYork"),
        "Leeds: 2 pm, City Square\nYork\n"
    );
    assert_eq!(without_signature("A\n-- \nEva, 0171 5550199"), "A");
    assert_eq!(without_signature("A\n--\nEva, 0171 5550199"), "A");
    let more = "Leeds: 2 pm\n--\nSunday 5 November\nHull: 1 pm";
    assert_eq!(without_signature(more), more);
}
