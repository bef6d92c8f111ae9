//! Texts with tables, links and what is struck through.

use super::*;
use crate::draft::Draft;

#[track_caller]
fn check(line: &str, expected: &str) {
    assert_eq!(plain(line), expected);
}

#[test]
fn links_and_what_is_struck_through() {
    check(
        "- [Bratislava](https://a.example/ba): 16:00, námestie",
        "- Bratislava: 16:00, námestie https://a.example/ba",
    );
    check("~~Zlín – 15:00~~", "cancelled: Zlín – 15:00");
    check("~~Zlín – 15:00~~ ZRUŠENO", "Zlín – 15:00 ZRUŠENO");
    check("Brno: ~~15:00~~ 16:00", "Brno:  16:00");
    check(
        "Jena: ~~18 Uhr, Holzmarkt~~",
        "cancelled: Jena: 18 Uhr, Holzmarkt",
    );
    check(
        "Erfurt: ~14 Uhr, Anger~",
        "cancelled: Erfurt: 14 Uhr, Anger",
    );
    check("Gera: ~14 Uhr, Markt", "Gera: ~14 Uhr, Markt");
    check(
        "[not a link] (https://a.example)",
        "[not a link] (https://a.example)",
    );
}

#[test]
fn rows_of_labels_are_one_event() {
    for text in [
        "## Rally for the library\n\n| When | Saturday 4 November 2023, 2 pm |\n|---|---|\n| Where | City Square, Leeds |\n",
        "| | |\n|---|---|\n| **When** | Saturday 4 November 2023, 2 pm |\n| **Where** | City Square, Leeds |\n\
         | **What** | Rally for the library |\n",
    ] {
        let options = Options::new("2023-11-01".parse().unwrap());
        let reading = read(text, &"text".into(), &options);
        let [draft] = &reading.drafts[..] else {
            panic!("{text}: {reading:?}");
        };
        assert_eq!(
            draft.start.unwrap().to_string(),
            "2023-11-04T14:00",
            "{text}"
        );
        assert_eq!(
            draft.text_of("title"),
            Some("Rally for the library"),
            "{text}"
        );
        assert_eq!(
            draft.location.as_deref(),
            Some("City Square, Leeds"),
            "{text}"
        );
    }
}

#[test]
fn front_matter_is_no_text() {
    let text = "---\nlayout: post\ntitle: \"Keep the wards open: rallies\"\ndate: 2023-11-01\n---\n\n\
        Saturday 4 November\n\n- Leeds: 2 pm, City Square\n- York: 3 pm, Minster\n- Hull: noon, Docks\n";
    let options = Options::new("2027-01-01".parse().unwrap());
    let reading = read(text, &"text".into(), &options);
    let starts: Vec<String> = reading
        .drafts
        .iter()
        .map(|draft| draft.start.unwrap().to_string())
        .collect();
    assert_eq!(
        starts,
        ["2023-11-04T14:00", "2023-11-04T15:00", "2023-11-04T12:00"]
    );
    let named = |draft: &Draft| {
        draft
            .text_of("title")
            .is_some_and(|title| title.starts_with("Keep the wards open"))
    };
    assert!(reading.drafts.iter().all(named), "{reading:?}");
    assert_eq!(reading.rejects, []);
}

#[test]
fn the_text_above_a_table_names_its_day() {
    let text = "Marches on **Saturday, 4 November 2023**:\n\n- Leeds: 2 pm, City Square\n\n\
        Time | City\n--- | ---\n3 pm | York\n";
    let options = Options::new("2023-11-01".parse().unwrap());
    let reading = read(text, &"text".into(), &options);
    let mut found: Vec<String> = reading
        .drafts
        .iter()
        .map(|draft| draft.start.unwrap().to_string())
        .collect();
    found.sort();
    assert_eq!(found, ["2023-11-04T14:00", "2023-11-04T15:00"]);
}

#[test]
fn a_table_inside_a_text() {
    let text = "# November 2023\n\n## Saturday, 4 November 2023\n\n- Leeds: 2 pm, City Square\n\n\
        | Date | Time | City | Place |\n|---|---|---|---|\n| 5 November 2023 | 3 pm | York | [Minster](https://a.example/y) |\n\
        | ~~5 November 2023~~ | ~~4 pm~~ | ~~Hull~~ | CANCELLED |\n\n- Derby: 1 pm, Market Place\n";
    assert!(has_table(text));
    let options = Options::new("2023-11-01".parse().unwrap());
    let reading = read(text, &"text".into(), &options);
    let mut found: Vec<String> = reading
        .drafts
        .iter()
        .map(|draft| {
            let status = draft.text_of("status").unwrap_or_default();
            format!("{} {} {status}", draft.origin, draft.start.unwrap())
        })
        .collect();
    found.sort();
    assert_eq!(
        found,
        [
            "text, line 10 2023-11-05T16:00 cancelled",
            "text, line 12 2023-11-04T13:00 ",
            "text, line 5 2023-11-04T14:00 ",
            "text, line 9 2023-11-05T15:00 ",
        ]
    );
    assert_eq!(reading.rejects, []);
}

#[test]
fn a_table_of_wikitext() {
    let text = "== Demos 2027 ==\nAlle Termine:\n{| class=\"wikitable\"\n! Datum !! Zeit !! Stadt !! Ort !! Titel !! Hinweis\n|-\n\
        | 6. März 2027 || 14 Uhr || [[Bonn]] || Markt || Demo A ||\n|-\n\
        | 7. März 2027 || 15 Uhr || [[Köln]] || Neumarkt || Demo B || abgesagt\n|}\n";
    let options = Options::new("2026-11-01".parse().unwrap());
    let reading = read(text, &"text".into(), &options);
    let found: Vec<String> = reading
        .drafts
        .iter()
        .map(|draft| {
            let title = draft.text_of("title").unwrap_or_default();
            format!("{} {} {title}", draft.origin, draft.start.unwrap())
        })
        .collect();
    assert_eq!(
        found,
        [
            "text, line 6 2027-03-06T14:00 Demo A",
            "text, line 8 2027-03-07T15:00 Demo B"
        ]
    );
    assert_eq!(reading.rejects, []);
}
