//! Lines among entries that name another day: what heads the entries below, and what does not.

use super::*;

/// Two entries with a line between them; what becomes of the second, or why it is refused.
#[track_caller]
fn between(heading: &str, line: &str, expected: &str) {
    let text = format!("{heading}\n\nLeeds: 1pm, City Square\n{line}\nSheffield: 2pm, City Hall");
    let reading = listed(&text);
    let second = reading
        .drafts
        .iter()
        .find(|draft| draft.location.as_deref() == Some("Sheffield"));
    let found = match second.and_then(|draft| draft.start) {
        Some(start) => start.to_string(),
        None => reading
            .rejects
            .iter()
            .map(|reject| reject.reason.clone())
            .collect(),
    };
    assert!(found.contains(expected), "{line}: {found}");
}

#[test]
fn a_remark_with_another_day_heads_nothing() {
    const HEADING: &str = "Climate demos, Saturday 6 November 2027";
    between(
        HEADING,
        "Thanks to everyone who came on 28 October!",
        "2027-11-06T14:00",
    );
    for line in [
        "Book your coach seat by 28 October",
        "Next organising meeting: Wednesday 10 November",
        "Treffen der Ordner am 4. November",
        "Inscriptions pour le bus avant le 28 octobre",
        "Réunion de préparation le 3 novembre",
        "Zapisy na autobus do 28 października",
        "Steward training on 3 November",
        "À la mémoire des victimes du 17 octobre 1961",
    ] {
        let text =
            format!("{HEADING}\n\nLeeds: 1pm, City Square\n{line}\nSheffield: 2pm, City Hall");
        let wrong = listed(&text)
            .drafts
            .iter()
            .filter_map(|draft| draft.start)
            .any(|start| !start.to_string().starts_with("2027-11-06"));
        assert!(!wrong, "{line}: an event on the day of the remark");
    }
    between(
        HEADING,
        "Steward training on 3 November",
        "“Steward training on 3 November”, names another day",
    );
}

#[test]
fn a_line_published_on_a_day_heads_nothing() {
    for line in [
        "Geplaatst op 3 oktober 2027",
        "Eingestellt am 3. Oktober 2027",
        "Zveřejněno 3. října 2027",
        "Communiqué du 3 octobre 2027",
    ] {
        between("Demos, Saturday 6 November 2027", line, "2027-11-06T14:00");
    }
}

#[test]
fn a_heading_of_another_day_heads_what_follows() {
    const FIRST: &str = "Climate demos on Saturday 6 November 2027";
    for line in [
        "Sunday 7 November 2027",
        "Climate demos on Sunday 7 November 2027",
        "Marches on Sunday 7 November",
        "More actions on Sunday 7 November",
        "7 November – the north",
        "And in the north on 7 November:",
        "Second day of action, Sunday 7 November",
    ] {
        between(FIRST, line, "2027-11-07T14:00");
    }
}

#[test]
fn a_day_and_hour_with_a_remark_head_the_list_below() {
    for remark in ["není-li uvedeno jinak", "in all weathers", "unless stated"] {
        check(
            &format!(
                "Demonstrace\nTuesday 2 March 2027 from 6 pm, {remark}\n\nBrno – Moravské náměstí\nLiberec – Dům, 5 pm"
            ),
            &[
                "2027-03-02T18:00 Brno|Moravské náměstí",
                "2027-03-02T17:00 Liberec|Dům",
            ],
        );
    }
}
