//! Places in words, sentences, mottos, and lines that speak of other entries.

use super::{check, listed, refused};

/// The title and place of the only event of a line, on 4 November 2023.
#[track_caller]
fn title_and_place(line: &str, title: &str, place: &str) {
    let reading = listed(&format!("4.11.2023\n\n{line}"));
    let found: Vec<(&str, &str)> = reading
        .drafts
        .iter()
        .map(|draft| {
            let text = |field: &str| draft.text_of(field).unwrap_or_default();
            (text("title"), text("place"))
        })
        .collect();
    assert_eq!(found, [(title, place)], "{line}: {:?}", reading.rejects);
}

#[test]
fn the_place_stands_behind_the_action() {
    for (line, title, place) in [
        (
            "Kassel: 14 Uhr, Kundgebung auf dem Königsplatz, anschließend Familienfest",
            "Kundgebung auf dem Königsplatz",
            "Königsplatz",
        ),
        (
            "Lund: kl. 12, manifestation på Mårtenstorget",
            "manifestation på Mårtenstorget",
            "Mårtenstorget",
        ),
        (
            "Genova: ore 9.45, corteo da Piazza della Vittoria",
            "corteo da Piazza della Vittoria",
            "Piazza della Vittoria",
        ),
        (
            "Lille: 14h, manifestation, puis marche vers la gare",
            "manifestation",
            "",
        ),
        (
            "Leeds: 2pm, bike ride from Leeds to York",
            "bike ride from Leeds to York",
            "",
        ),
    ] {
        title_and_place(line, title, place);
    }
}

#[test]
fn a_motto_belongs_to_its_title() {
    for (block, title, place) in [
        (
            "Rally: Jobs not Bombs\n4 November 2023, 2pm\nCity Hall, Sheffield, UK",
            "Rally: Jobs not Bombs",
            "City Hall",
        ),
        (
            "Was: Demo\nWann: 4.11.2023, 14 Uhr\nWo: Alexanderplatz, Berlin",
            "Demo",
            "Alexanderplatz",
        ),
        (
            "Quoi : Manif\nQuand : 4 novembre 2023, 14h\nOù : Place Bellecour, Lyon",
            "Manif",
            "Place Bellecour",
        ),
    ] {
        let reading = listed(block);
        let [draft] = &reading.drafts[..] else {
            panic!("{block}: {reading:?}");
        };
        assert_eq!(draft.text_of("title"), Some(title), "{block}");
        let location = draft.location.as_deref().unwrap_or_default();
        let named = draft.text_of("place").unwrap_or(location);
        assert!(named.starts_with(place), "{block}: {named}");
    }
}

#[test]
fn a_sentence_that_begins_with_a_city_is_an_entry() {
    check(
        "4.11.2023\n\nA Milano il corteo parte alle ore 14 da Largo Cairoli.\nA Bologna appuntamento alle 10.15 in \
         Piazza del Nettuno.",
        &[
            "2023-11-04T14:00 Milano|da Largo Cairoli",
            "2023-11-04T10:15 Bologna|in Piazza del Nettuno",
        ],
    );
    check(
        "4 November 2023\n\nIn Leeds we meet at 2pm at the Town Hall.\nIn York the march starts at noon from the Minster.",
        &[
            "2023-11-04T14:00 Leeds|Town Hall",
            "2023-11-04T12:00 York|Minster",
        ],
    );
}

#[test]
fn what_is_said_of_another_entry_is_none_of_this_one() {
    let list = "4.11.2023\n\n【京都】14時、円山公園\n【奈良】中止";
    refused(list, 1, "it says of “奈良” what changed");
    let list = "4.11.2023\n\nZaragoza: 19h, Plaza Aragón\n\nCambio de última hora: la de Zaragoza sale a las 19:30";
    refused(list, 1, "it says of “Zaragoza” what changed");
    let list = "4 November 2023\n\nCork – 1pm, Grand Parade\nNOTE: Sligo is on Friday 3 November, 5.30pm, City Hall";
    refused(list, 1, "a remark with another day and an hour");
    let list = "4.11.2023\n\nKiel: Um 15.24 Uhr verlassen wir alle die Arbeitsplätze. Demo um 17.30 Uhr ab Markt.";
    refused(list, 0, "two hours, 15:24 and 17:30");
}

#[test]
fn a_place_behind_a_pictogram_is_that_of_the_city_above() {
    check(
        "4.11.2023\n\n📍 Berlin\n🕛 12:00 Uhr\n📌 Invalidenpark\n\n📍 Hamburg\n🕛 14:00 Uhr\n📌 Jungfernstieg",
        &[
            "2023-11-04T12:00 Berlin|Invalidenpark",
            "2023-11-04T14:00 Hamburg|Jungfernstieg",
        ],
    );
}

#[test]
fn what_is_not_known_yet_is_no_place() {
    for (line, status) in [
        (
            "Ulm: Noch offen, Infos folgen auf unserem Kanal",
            Some("tentative"),
        ),
        ("Trier: Ort und Zeit noch offen", None),
        ("Kiel: 14 Uhr, Ort noch offen", None),
        ("巴黎：14時，地点待定", None),
    ] {
        let reading = listed(&format!("4.11.2023\n\n{line}"));
        let [draft] = &reading.drafts[..] else {
            panic!("{line}: {reading:?}");
        };
        assert_eq!(draft.text_of("place"), None, "{line}");
        assert_eq!(draft.text_of("status"), status, "{line}");
    }
}

#[test]
fn what_waits_for_a_permission_is_tentative_behind_a_label_too() {
    for (place, status) in [
        ("City Square, Leeds (permission awaited)", Some("tentative")),
        (
            "Alexanderplatz, Berlin (Genehmigung steht aus)",
            Some("tentative"),
        ),
        (
            "Place Bellecour, Lyon (autorisation en attente)",
            Some("tentative"),
        ),
        ("City Square, Leeds (may be cancelled)", None),
        ("Alexanderplatz, Berlin (abgesagt)", Some("cancelled")),
    ] {
        let reading = listed(&format!(
            "Title: Rally\nWhen: 4 November 2023, 2pm\nWhere: {place}"
        ));
        let [draft] = &reading.drafts[..] else {
            panic!("{place}: {reading:?}");
        };
        assert_eq!(draft.text_of("status"), status, "{place}");
        assert_eq!(
            draft.notes.is_empty(),
            status.is_some(),
            "{place}: {:?}",
            draft.notes
        );
    }
}

#[test]
fn what_is_behind_a_place_may_be_what_it_is_called() {
    for (line, title, place, said) in [
        (
            "Edinburgh: 2pm, Bristo Square, Scotland demands disarmament",
            "Scotland demands disarmament",
            "Bristo Square",
            "“Scotland demands disarmament” is taken for its title",
        ),
        (
            "Köln: 18 Uhr, Rudolfplatz, „Nicht mit uns“",
            "Nicht mit uns",
            "Rudolfplatz",
            "is taken for its title",
        ),
        (
            "Gent: Nee tegen kernwapens, 4 november 2023, 14u, Korenmarkt",
            "Nee tegen kernwapens",
            "Korenmarkt",
            "“Nee tegen kernwapens” is taken for its title",
        ),
        (
            "Hand in hand, Gent, 14u, Vrijdagmarkt",
            "Hand in hand",
            "Vrijdagmarkt",
            "is taken for its title",
        ),
        (
            "Halifax, Canada: 2pm, Grand Parade – Beds for Nurses",
            "Beds for Nurses",
            "Grand Parade",
            "is taken for its title",
        ),
        (
            "대구: 오후 3시, 동성로 극장 앞 \"우리가 바로 간다\"",
            "우리가 바로 간다",
            "동성로 극장 앞",
            "is taken for its title",
        ),
        (
            "Köln: Domplatte, 14 Uhr, Domterrasse",
            "",
            "Domplatte",
            "is taken for a part of its address",
        ),
        (
            "Karnal, New Grain Market – Mazdoor Sammelan – 11 am",
            "",
            "New Grain Market",
            "“Mazdoor Sammelan” is taken for a part of its address",
        ),
        (
            "Hannover: 14 Uhr, Kulturzentrum Pavillon, Lister Meile 4",
            "",
            "Kulturzentrum Pavillon",
            "",
        ),
        (
            "Leeds: 2pm, Victoria Gardens, opposite the art gallery",
            "",
            "Victoria Gardens",
            "",
        ),
        (
            "Wien: 17 Uhr, Ballhausplatz, es spricht Erika Musterfrau",
            "",
            "Ballhausplatz",
            "",
        ),
    ] {
        title_and_place(line, title, place);
        let notes = listed(&format!("4.11.2023\n\n{line}")).drafts[0]
            .notes
            .join("; ");
        assert!(
            notes.contains(said) && notes.is_empty() == said.is_empty(),
            "{line}: {notes}"
        );
    }
}

#[test]
fn a_sentence_with_a_day_of_its_own_is_no_title_of_the_next() {
    let text = "In Leipzig sind wir am Samstag, 4. November 2023, ab mittags wieder da.\nAm Sonntag, 5. November 2023, 14 Uhr geht es weiter in Dresden, Neumarkt.";
    check(
        text,
        &[
            "2023-11-05T14:00 Dresden|Neumarkt",
            "it names a day and a city, and no hour is read in it: if it is an event, write it as “City: day, 17:00, place”",
        ],
    );
}

#[test]
fn where_people_gather_is_the_place() {
    check(
        "4.11.2023\n\nLeeds: 1pm, meet at the Grand Parade\nParis, France : 14h, départ place de la République vers Nation",
        &[
            "2023-11-04T13:00 Leeds|Grand Parade",
            "2023-11-04T14:00 Paris, France|place de la République",
        ],
    );
}

#[test]
fn a_title_with_its_city_and_day_over_the_hour() {
    for (text, expected) in [
        (
            "March for Homes – Leeds, 13 March 2027\nSaturday 13 March, 3pm, from Victoria Gardens to the Town Hall.",
            "2027-03-13T15:00 Leeds|Victoria Gardens",
        ),
        (
            "Marcha pelo Clima – Lisboa, 13 de março de 2027\nSábado, 13 de março, às 15h, do Cais do Sodré à Assembleia da República.",
            "2027-03-13T15:00 Lisboa|Cais do Sodré",
        ),
    ] {
        check(text, &[expected]);
    }
    refused(
        "March for Homes – Leeds, 13 March 2027\nSunday 13 March, 3pm, Victoria Gardens",
        0,
        "is a Saturday",
    );
}

#[test]
fn a_sentence_over_the_list_says_the_day_of_all() {
    let list = "\n\nBiałystok – 17:00, Rynek Kościuszki\nŁódź – 18:00, Pasaż Schillera";
    check(
        &format!("Wychodzimy na ulice w sobotę 4 listopada 2023 r., w rocznicę wyroku.{list}"),
        &[
            "2023-11-04T17:00 Białystok|Rynek Kościuszki",
            "2023-11-04T18:00 Łódź|Pasaż Schillera",
        ],
    );
    refused(
        &format!(
            "Byliśmy liczni w sobotę 4 listopada 2023 r. w stolicy.\nDziękujemy wszystkim.{list}"
        ),
        0,
        "no day",
    );
}

#[test]
fn a_day_and_hour_over_the_line_of_its_event() {
    check(
        "Friday 3 November 2023\nLeeds: 2pm, Briggate\n\nSaturday 4 November 2023, 7pm\nCouncil lobby, Sheffield Town Hall – bring candles",
        &[
            "2023-11-03T14:00 Leeds|Briggate",
            "2023-11-04T19:00 Council lobby|Council lobby",
        ],
    );
}
