//! The text of mails.

use super::*;

#[test]
fn fields_of_a_forwarded_mail_are_left_out() {
    let text = "Hi\n\n---------- Forwarded message ---------\nDe : Eva <eva@a.example>\nDate: jeu. 2 nov.\n\nBrest : 14h\nRennes : 15h, eva@a.example";
    let left = without_headers(text);
    assert_eq!(
        left,
        "Hi\n\n\n\n\n\nBrest : 14h\nRennes : 15h, eva@a.example"
    );
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(without_headers(text), expected, "{text}");
}

#[test]
fn fields_that_were_pasted_are_left_out() {
    check(
        "From: Eva Smith\nSent: Thursday, 2 November 2023 10:15\nTo: Peace list\nSubject: FW: marches\n\nLeeds: 2 pm",
        "\n\n\nSubject: FW: marches\n\nLeeds: 2 pm",
    );
    check(
        "Von: Eva\nBetreff: Demos am 4. November 2023\n\nKöln: 14 Uhr",
        "\nDemos am 4. November 2023\n\nKöln: 14 Uhr",
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
