//! What the events of a list are called.

use super::listed;

#[track_caller]
fn check(text: &str, titles: &[&str], said: &str) {
    let reading = listed(text);
    let found: Vec<&str> = reading
        .drafts
        .iter()
        .map(|draft| draft.text_of("title").unwrap_or_default())
        .collect();
    assert_eq!(found, titles, "{text}: {:?}", reading.rejects);
    let notes = reading.notes.join("; ");
    assert!(notes.contains(said), "{text}: {notes}");
}

const LIST: &str = "\n\nLeeds: 4 November 2023, 2pm, City Square\nHull: 5 November 2023, 3pm, Queen Victoria Square\nYork, UK: 6 November 2023, 1pm, Exhibition Square\n";

#[test]
fn a_list_gives_its_name_to_entries_without_one() {
    for (heading, name) in [
        (
            "Raise the Roof – day of action",
            "Raise the Roof – day of action",
        ),
        (
            "Newsletter 12\n\n“Carols not Cannons”: where to sing",
            "Carols not Cannons",
        ),
        ("Keep Wards Open", "Keep Wards Open"),
        ("[Please share] Keep Wards Open", "Keep Wards Open"),
    ] {
        let said = format!("3 entries without a title of their own are called “{name}”");
        check(&format!("{heading}{LIST}"), &[name; 3], &said);
    }
    for heading in ["Dear all,", "Demos in England", "Dates for your diary"] {
        check(&format!("{heading}{LIST}"), &[""; 3], "");
    }
}

#[test]
fn an_entry_keeps_its_own_title() {
    check(
        "Raise the Roof – day of action\n\nLeeds: 4 November 2023, 2pm, City Square\nHull: 5 November 2023, 3pm, vigil for Hull, Docks Square\nYork, UK: 6 November 2023, 1pm, Exhibition Square",
        &[
            "Raise the Roof – day of action",
            "vigil for Hull",
            "Raise the Roof – day of action",
        ],
        "2 entries",
    );
    // Most have one: the first line is no name for the others.
    check(
        "Raise the Roof – day of action\n\nLeeds: 4 November 2023, 2pm, rally for homes, City Square\nHull: 5 November 2023, 3pm, vigil for Hull, Docks Square\nYork, UK: 6 November 2023, 1pm, Exhibition Square",
        &["rally for homes", "vigil for Hull", ""],
        "",
    );
}

#[test]
fn the_heading_of_a_day_may_have_a_name() {
    check(
        "Human rights vigils – Saturday 4 November 2023\n\nLeeds: 2pm, City Square\nHull: 3pm, Docks Square\n\nHuman rights marches – Sunday 5 November 2023\n\nYork, UK: 1pm, Exhibition Square",
        &[
            "Human rights vigils",
            "Human rights vigils",
            "Human rights marches",
        ],
        "1 entry without a title of its own is called “Human rights marches”",
    );
}

#[test]
fn a_remark_in_parentheses_is_no_part_of_the_name() {
    check(
        "Hands off our schools — Saturday 4 November 2023 (Founders Day)\n\nHi friend,\n\nLeeds: 2pm, City Square\nHull: 3pm, Docks Square\nYork, UK: 1pm, Exhibition Square",
        &["Hands off our schools"; 3],
        "like their list in line 1",
    );
}

#[test]
fn what_is_nowhere_gets_no_name() {
    check(
        &format!("Raise the Roof – day of action{LIST}\n4 November 2023, 5pm\n"),
        &[
            "Raise the Roof – day of action",
            "Raise the Roof – day of action",
            "Raise the Roof – day of action",
            "",
        ],
        "3 entries",
    );
}

#[test]
fn what_people_do_stands_behind_the_name_of_the_list() {
    check(
        "“Carols not Cannons”: where to sing\n\nLeeds: 4 November 2023, 2pm, picket, City Square\nHull: 5 November 2023, 3pm, march to the Docks\nYork, UK: 6 November 2023, 1pm, Exhibition Square\nBath, UK: 7 November 2023, 1pm, vigil against cuts, Abbey",
        &[
            "Carols not Cannons: picket",
            "Carols not Cannons: march to the Docks",
            "Carols not Cannons",
            "vigil against cuts",
        ],
        "3 entries",
    );
}

#[test]
fn a_feast_day_over_a_list_is_its_name() {
    check(
        "To all branches\n\n1 May 2027 – rallies in England\n\nLeeds: 2pm, City Square\nHull: 3pm, march to the Docks\nYork: 1pm, Exhibition Square, with choir and rally",
        &[
            "1 May 2027 – rallies in England",
            "1 May 2027 – rallies in England: march to the Docks",
            "1 May 2027 – rallies in England",
        ],
        "3 entries",
    );
}

#[test]
fn words_that_are_for_something_or_behind_it_are_doubted() {
    let list = "4.11.2023\n\nod 18:00, Brno, Moravské náměstí – Za svobodná média";
    let found = listed(list);
    let notes = found.drafts.iter().flat_map(|draft| draft.notes.clone());
    let notes: Vec<String> = notes.collect();
    let said = "“Za svobodná média” is taken for a part of its address";
    assert!(notes.iter().any(|note| note.contains(said)), "{notes:?}");
}

#[test]
fn a_square_between_city_and_day_is_the_place() {
    let text = "Stop the Bill\n\nKöln\nHeumarkt\nSa. 06.03.2027, 14 Uhr\n\nBonn\nBahnhof\nSo. 07.03.2027, 15 Uhr\n\nRennes\ndevant la préfecture\n8 mars 2027, 14h\n";
    check(text, &["Stop the Bill"; 3], "3 entries without a title");
    super::check(
        text,
        &[
            "2027-03-06T14:00 Köln|Heumarkt",
            "2027-03-07T15:00 Bonn|Bahnhof",
            "2027-03-08T14:00 Rennes|devant la préfecture",
        ],
    );
    super::check(
        "Köln\nOstermarsch am Rhein\nSa. 06.03.2027, 14 Uhr\n",
        &["2027-03-06T14:00 Köln|"],
    );
}

#[test]
fn a_place_before_what_people_do_there_is_no_title() {
    super::check(
        "16 Fevereiro 2027\n\nPortimão\n\nAlameda da República\n\n15:30\n\nManifestação\n\nFaro\n\nJardim Manuel Bívar\n\n15:00\n\nConcentração\n",
        &[
            "2027-02-16T15:30 Portimão|Alameda da República",
            "2027-02-16T15:00 Faro|Jardim Manuel Bívar",
        ],
    );
}
