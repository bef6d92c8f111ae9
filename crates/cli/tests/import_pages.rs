//! What comes of web pages and of texts that were pasted, one small source for each kind of fault.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use run::imports::Desk;

/// Imports a source and gives of each event its beginning, title, place, city and status.
#[track_caller]
fn check(name: &str, source: &str, options: &[&str], expected: &[&str]) {
    let mut desk = Desk::new();
    desk.import(name, source, options);
    let found = desk.events(&["start", "title", "place", "city", "status"]);
    assert_eq!(found, expected, "{}\n{:?}", desk.said, desk.rejects());
}

const BRITISH: [&str; 2] = ["--set", "country=GB"];
const GERMAN: [&str; 2] = ["--set", "country=DE"];

#[test]
fn a_heading_above_labels_is_the_title_and_a_class_cancels() {
    check(
        "s.html",
        "<html><body><section><h2>Upcoming</h2>\
         <article><h3>Vigil for peace</h3><p><b>When:</b> Saturday 4 November 2023, 6pm</p><p><b>Where:</b> City Square, Leeds</p></article>\
         <article class=\"event event--cancelled\"><h3>Picket</h3><p>When: Sunday 5 November 2023, 8am<br>Where: Minster, York</p></article>\
         <article data-status=\"cancelled\"><h3>March</h3><p>When: Monday 6 November 2023, noon<br>Where: Guildhall, Hull</p></article>\
         </section></body></html>",
        &BRITISH,
        &[
            "2023-11-04T18:00|Vigil for peace|City Square|Leeds|",
            "2023-11-05T08:00|Picket|Minster|York|cancelled",
            "2023-11-06T12:00|March|Guildhall|Hull|cancelled",
        ],
    );
    // Action Network's lists.
    check(
        "s.html",
        "<html><body><h1>Events near you</h1><ul>\
         <li class=\"event\"><h3><a href=\"https://a.example/x\">Rally for homes</a></h3><p>Saturday, November 4, 2023 at 2:00 PM</p><p>City Hall, Buffalo, NY</p></li>\
         <li class=\"event cancelled\"><h3>Vigil</h3><p>Sunday, November 5, 2023 at 6:00 PM</p><p>Lafayette Square, Buffalo, NY</p></li></ul></body></html>",
        &["--set", "country=US"],
        &[
            "2023-11-04T14:00|Rally for homes|City Hall|Buffalo|",
            "2023-11-05T18:00|Vigil|Lafayette Square|Buffalo|cancelled",
        ],
    );
}

#[test]
fn tables_without_headings() {
    check(
        "s.html",
        "<table><tr><td>Sa 4.11.2023</td><td>14:00</td><td>Berlin</td><td>Alexanderplatz</td></tr>\
         <tr><td>So 5.11.2023</td><td>15 Uhr</td><td>Köln</td><td>Heumarkt</td></tr></table>",
        &GERMAN,
        &[
            "2023-11-04T14:00|Berlin, Alexanderplatz|Alexanderplatz|Berlin|",
            "2023-11-05T15:00|Köln, Heumarkt|Heumarkt|Köln|",
        ],
    );
    check(
        "s.html",
        "<table><tr><td>4.11.2023</td><td>14:00</td><td>Berlin</td><td>Alexanderplatz</td><td>Demo für Wohnraum</td></tr>\
         <tr><td>5.11.2023</td><td>15:00</td><td>Mahnwache</td><td>Marktplatz, Bremen</td></tr></table>",
        &GERMAN,
        &[
            "2023-11-04T14:00|Demo für Wohnraum|Alexanderplatz|Berlin|",
            "2023-11-05T15:00|Mahnwache|Marktplatz|Bremen|",
        ],
    );
}

#[test]
fn an_unknown_column_of_hours_in_a_table_of_a_page() {
    check(
        "s.html",
        "<table><tr><th>Datum</th><th>Abmarsch</th><th>Stadt</th><th>Titel</th></tr>\
         <tr><td>4.11.2023</td><td>14:00</td><td>Bonn</td><td>Demo</td></tr>\
         <tr><td>5.11.2023</td><td>15:30</td><td>Köln</td><td>Demo</td></tr></table>",
        &GERMAN,
        &[
            "2023-11-04T14:00|Demo||Bonn|",
            "2023-11-05T15:30|Demo||Köln|",
        ],
    );
}

#[test]
fn fields_of_a_mail_above_a_listing_are_no_events() {
    check(
        "s.txt",
        "Hi all, see below.\n\n-----Original Message-----\nFrom: Jo Smith\nSent: Thursday, 2 November 2023 10:15\nTo: Peace list\n\
         Subject: FW: marches\n\nSaturday 4 November 2023\nLeeds: 2 pm, City Square\nYork: 1 pm, Minster\n",
        &BRITISH,
        &[
            "2023-11-04T14:00|Leeds|City Square|Leeds|",
            "2023-11-04T13:00|York|Minster|York|",
        ],
    );
}

#[test]
fn messages_copied_from_a_chat_are_a_listing() {
    check(
        "s.txt",
        "[18:42, 3/11/2023] Lupita Pérez: Sábado 4 de noviembre de 2023\n*Puebla*: 16:30, Paseo Bravo\n\
         [18:44, 3/11/2023] +52 222 555 0134: ~Oaxaca: 17:00, Zócalo~\n",
        &["--set", "country=MX"],
        &[
            "2023-11-04T16:30|Puebla|Paseo Bravo|Puebla|",
            "2023-11-04T17:00|Oaxaca|Zócalo|Oaxaca|cancelled",
        ],
    );
}
