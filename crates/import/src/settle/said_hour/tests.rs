//! Hours in titles, descriptions and remarks that are not those of the entry.

use super::*;

/// An entry of a table, with nothing in it.
fn draft() -> Draft {
    Draft::example("")
}

/// What is said of an entry at ten with a title and a description: a reason, or notes.
#[track_caller]
fn check(title: &str, description: &str, expected: &str) {
    let mut draft = draft();
    draft.put("start", "2027-03-06T10:00");
    draft.put("end", "2027-03-06T12:00");
    draft.put("title", title);
    draft.put("description", description);
    let said = match compare(&mut draft) {
        Ok(()) => draft.notes.join("; "),
        Err(reason) => format!("refused: {reason}"),
    };
    assert_eq!(
        said.split(',').next(),
        Some(expected),
        "{title}, {description}"
    );
}

#[test]
fn an_hour_that_is_not_that_of_the_start_is_said() {
    check("Rally - NOW 11AM", "", "refused: its title says “NOW 11AM”");
    check(
        "DGB-Demo (neuer Beginn 9 Uhr!)",
        "",
        "refused: its title says “neuer Beginn 9 Uhr”",
    );
    check(
        "Manif, nouvel horaire 14h",
        "",
        "refused: its title says “nouvel horaire 14h”",
    );
    check(
        "Rally",
        "Bring flags\nnew start time: 3pm",
        "refused: its description says “new start time: 3pm”",
    );
    check("Rally, 18:00", "", "its title says “18:00”");
    check("Rally", "starts at 11.30 actually", "it says “at 11.30”");
    check("Rally", "actually 3pm", "it says “3pm”");
    for remark in [
        "erst um 11 Uhr!",
        "beginnt erst um 11 Uhr",
        "not until 11am!",
        "seulement à 11h",
        "commence déjà à 11h",
        "dopiero o 11:00",
        "только в 11:00",
        "tek u 11 sati",
    ] {
        let begin = "it says “";
        let mut draft = draft();
        draft.put("start", "2027-03-06T10:00");
        draft.put("end", "2027-03-06T12:00");
        draft.put("description", remark);
        assert_eq!(compare(&mut draft), Ok(()), "{remark}");
        assert!(
            draft.notes.iter().any(|note| note.starts_with(begin)),
            "{remark}"
        );
    }
}

#[test]
fn an_hour_of_a_remark_beside_and_of_an_entry_without_one_is_said() {
    let check = |start: &str, remark: &str, description: &str, expected: &str| {
        let mut draft = draft();
        draft.put("start", start);
        draft.put("description", description);
        draft.aside(remark);
        assert_eq!(compare(&mut draft), Ok(()), "{remark}{description}");
        let notes = draft.notes.join("; ");
        assert_eq!(
            notes.split(',').next(),
            Some(expected),
            "{remark}{description}"
        );
    };
    let start = "2027-03-06T10:00";
    for (remark, words) in [
        ("Ihr Lieben, wir starten erst um 11 Uhr!", "um 11 Uhr"),
        ("we won't begin until 11am", "11am"),
        ("on commence seulement à 11h", "à 11h"),
        ("empieza ya a las 11:00", "a las 11:00"),
    ] {
        check(start, remark, "", &format!("a remark of it says “{words}”"));
    }
    for remark in [
        "bus leaves at 8:00",
        "3h de marche",
        "wir sind 12 Leute",
        "10:00 start",
    ] {
        check(start, remark, "", "");
    }
    let day = "2027-03-06";
    check(
        day,
        "",
        "We remember the victims of the fire in front of the old mill, 17:00.",
        "it says “17:00”",
    );
    check(
        day,
        "",
        "Gemeinsam gegen den Krieg. Wir treffen uns um 18 Uhr am Brunnen.",
        "it says “um 18 Uhr”",
    );
    check(day, "", "Bring 18 candles and 2 drums", "");
    check(
        start,
        "",
        "Walk with us. Picnic at 14:00 in the park behind it",
        "",
    );
}

#[test]
fn an_hour_that_fits_is_not() {
    check("Rally - NOW 10AM", "", "");
    check("Demo", "statt 14 Uhr", "");
    for title in [
        "Rally 10am",
        "Demo 10 Uhr",
        "March, 10:00 to 12:00",
        "24h vigil",
        "Demo 5 vor 12",
        "8M 2027",
        "3h de marche",
    ] {
        check(title, "doors 9am, rally at 2pm", "");
    }
}
