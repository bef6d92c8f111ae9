//! Tables of pages in several languages.

use super::*;
use crate::draft::Draft;

#[track_caller]
fn check(page: &str, expected: &[&str]) {
    let options = Options::new("2024-01-01".parse().unwrap());
    let reading = read(page, &"page".into(), &options).unwrap_or_default();
    let text = |draft: &Draft| {
        let start = draft.start.map_or(String::new(), |start| start.to_string());
        let field = |name| draft.text_of(name).unwrap_or_default();
        let place = draft.location.clone().unwrap_or_default();
        let (title, city, url) = (field("title"), field("city"), field("url"));
        format!("{start}|{title}|{city}|{place}|{url}")
    };
    let mut found: Vec<String> = reading.drafts.iter().map(text).collect();
    let rejects = reading.rejects.iter();
    found.extend(rejects.map(|reject| format!("rejected: {}", reject.reason)));
    assert_eq!(found, expected);
}

#[test]
fn a_table_with_headings() {
    check(
        "<table><tr><th>Datum<th>Uhrzeit<th>Stadt<th>Ort<th>Thema</tr>\
         <tr><td>4.11.2023<td>14 Uhr<td>Bremen<td>Marktplatz<td><a href='https://a.example/1'>Demo</a></tr>\
         <tr><td>5.11.2023<td>15:30<td>Kiel<td>Rathaus<td>Mahnwache</tr></table>",
        &[
            "2023-11-04T14:00|Demo|Bremen|Marktplatz|https://a.example/1",
            "2023-11-05T15:30|Mahnwache|Kiel|Rathaus|",
        ],
    );
}

#[test]
fn a_cell_that_spans_rows_is_in_each() {
    check(
        "<table><tr><th>Fecha</th><th>Hora</th><th>Ciudad</th></tr>\
         <tr><td rowspan=2>13/3/2024</td><td>12:00</td><td>León</td></tr>\
         <tr><td>19:00</td><td>Soria</td></tr></table>",
        &["2024-03-13T12:00||León||", "2024-03-13T19:00||Soria||"],
    );
}

#[test]
fn rows_under_a_heading_with_the_day() {
    check(
        "<h1>Programme 2017</h1><h3>VENDREDI | 14 avril</h3>\
         <table><tr><td>18h</td><td>DÉBAT <b>« Paix »</b><br>avec A et B</td></tr>\
         <tr><td>21h<td>FÊTE</table>\
         <h3>Samedi 15 avril</h3><table><tr><td>9h30<td>Marche<td>Place Bellecour, Lyon</table>",
        &[
            "2017-04-14T18:00|DÉBAT « Paix »|||",
            "2017-04-14T21:00|FÊTE|||",
            "2017-04-15T09:30|Marche||Place Bellecour, Lyon|",
        ],
    );
}

#[test]
fn a_row_with_a_day_alone_heads_those_below() {
    check(
        "<table><tr><th>Time</th><th>City</th></tr><tr><td colspan=2>Saturday, 4 November 2023</td></tr>\
         <tr><td>2 pm</td><td>Leeds</td></tr><tr><td colspan=2>5 November 2023</td></tr><tr><td>noon</td><td>York</td></tr></table>",
        &["2023-11-04T14:00||Leeds||", "2023-11-05T12:00||York||"],
    );
}

#[test]
fn a_day_without_a_year_is_a_reject_of_its_own() {
    check(
        "<h2>13 de abril</h2><table><tr><td>18h<td>Ato</table>\
         <h2>14 de abril de 2017</h2><table><tr><td>18h<td>Marcha</table>",
        &["2017-04-13T18:00|Ato|||", "2017-04-14T18:00|Marcha|||"],
    );
    check(
        "<h2>14 abril 2017</h2><table><tr><td>18h<td>Marcha</table>\
         <h2>13 abril</h2><table><tr><td>18h<td>Ato</table><h3>2018</h3>",
        &[
            "2017-04-14T18:00|Marcha|||",
            "rejected: “13 abril” has no year; say which, as in --year 2023",
        ],
    );
}

#[test]
fn a_table_of_the_layout_is_none() {
    check(
        "<table><tr><td>Menu<td>Rally in Lyon on 4 November 2023 at 14:00</table>",
        &[],
    );
}

#[test]
fn a_row_that_is_struck_through_is_cancelled() {
    let options = Options::new("2024-01-01".parse().unwrap());
    let page = "<table><tr><th>Datum<th>Uhrzeit<th>Stadt</tr>\
         <tr><td><s>4.11.2023</s><td><s>15 Uhr</s><td><del>Bonn</del></tr>\
         <tr style=\"text-decoration:line-through\"><td>4.11.2023<td>16 Uhr<td>Siegen</tr>\
         <tr hidden><td>4.11.2023<td>17 Uhr<td>Hagen</tr>\
         <tr><td>4.11.2023<td><s>15 Uhr</s> 18 Uhr<td>Essen</tr></table>";
    let reading = read(page, &"page".into(), &options).unwrap();
    let text = |draft: &Draft| {
        let field = |name| draft.text_of(name).unwrap_or_default();
        format!(
            "{}|{}|{}",
            draft.start.unwrap(),
            field("city"),
            field("status")
        )
    };
    let found: Vec<String> = reading.drafts.iter().map(text).collect();
    assert_eq!(
        found,
        [
            "2023-11-04T15:00|Bonn|cancelled",
            "2023-11-04T16:00|Siegen|cancelled",
            "2023-11-04T18:00|Essen|"
        ]
    );
    assert!(reading.rejects.is_empty());
}

#[test]
fn a_table_with_headings_down_its_first_column() {
    check(
        "<h1>Großdemo</h1><table><tr><th>Wann:<td>Samstag, 4. November 2023, 14 Uhr</tr>\
         <tr><th>Wo:<td>Marienplatz, München</tr></table>",
        &["2023-11-04T14:00|Großdemo||Marienplatz, München|"],
    );
}

#[test]
fn a_table_with_days_across_has_an_entry_in_each_filled_cell() {
    check(
        "<table><tr><th>Stadt</th><th>Sa 4. November 2023</th><th>So 5. November 2023</th></tr>\
         <tr><td>Jena</td><td>12:00 Holzmarkt</td><td></td></tr>\
         <tr><td>Gera</td><td></td><td>14 Uhr, Museumsplatz</td></tr></table>",
        &["2023-11-04T12:00|||Jena|", "2023-11-05T14:00|||Gera|"],
    );
}

#[test]
fn a_table_with_cities_across_and_days_down_is_rejected() {
    check(
        "<table><tr><th></th><th>Leeds</th><th>York</th></tr>\
         <tr><th>Sat 4 Nov 2023</th><td>2pm City Sq</td><td></td></tr>\
         <tr><th>Sun 5 Nov 2023</th><td></td><td>3pm Minster</td></tr></table>",
        &[
            "rejected: a table with days down and other names across; write a row for each event, with headings such as date, time, city, place",
        ],
    );
}

/// Day, title, place and status of each event of a page.
#[track_caller]
fn check_lists(page: &str, expected: &[&str]) {
    let options = Options::new(chrono::NaiveDate::MIN);
    let reading = read(page, &"page.html".into(), &options);
    let reading = reading.unwrap_or_default();
    let found: Vec<String> = reading
        .drafts
        .iter()
        .map(|draft| {
            let text = |field: &str| draft.text_of(field).unwrap_or("-").to_owned();
            let place = draft.location.clone().unwrap_or_else(|| text("place"));
            let start = draft
                .start
                .map_or("-".to_owned(), |start| start.to_string());
            format!("{start} {} | {place} | {}", text("title"), text("status"))
        })
        .collect();
    assert_eq!(found, expected, "{page}");
}

#[test]
fn a_list_below_a_heading_is_an_event_with_its_title() {
    check_lists(
        "<h1>Demos im März 2027</h1><h2>Demo A</h2><dl><dt>Stadt<dd>Leipzig<dt>Datum:<dd>6. März<dt>Uhrzeit<dd>14 Uhr\
         <dt>Ort<dd>Augustusplatz<dt>Status<dd>abgesagt</dl><h2>Demo B</h2><dl><div><dt>Stadt<dd>Dresden</div>\
         <div><dt>Datum<dd>7. März</div><div><dt>Uhrzeit<dd>15 Uhr</div></dl>",
        &[
            "2027-03-06T14:00 Demo A | Augustusplatz | cancelled",
            "2027-03-07T15:00 Demo B | - | -",
        ],
    );
    check_lists(
        "<h2>Manif pour le climat</h2><dl><dt>Quand ?</dt><dd>6 mars 2027 à 14h</dd><dt>Où ?</dt><dd>Lyon, Bellecour</dd></dl>",
        &["2027-03-06T14:00 Manif pour le climat | Lyon, Bellecour | -"],
    );
}

#[test]
fn a_list_may_hold_several_events_or_stand_alone() {
    check_lists(
        "<h2>Events</h2><dl><dt>Title<dd>A<dt>Date<dd>6 March 2027<dt>City<dd>Leeds<dt>Title<dd>B<dt>Date\
         <dd>7 March 2027<dt>City<dd>York</dl>",
        &["2027-03-06 A | - | -", "2027-03-07 B | - | -"],
    );
    check_lists(
        "<h2>Saturday 6 March 2027</h2><dl><dt>Time<dd>2pm<dt>City<dd>Leeds<dt>Title<dd>A</dl>",
        &["2027-03-06T14:00 A | - | -"],
    );
    check_lists(
        "<dl><dt>Marches<dd>People who walk.<dt>Date<dd>A fruit.</dl>",
        &[],
    );
}

#[test]
fn the_sentence_above_a_table_says_the_day_of_rows_without_one() {
    let page = |sentence: &str| {
        format!(
            "<h1>Proteste</h1><p>{sentence}</p><table><tr><th>Oraș<th>Ora<th>Locul<th>Titlu</tr>\
             <tr><td>Iași<td>17:00<td>Palat<td>Marș</tr>\
             <tr><td>Sibiu<td>sâmbătă, 23 martie, 12:00<td>Piața Mare<td>Marș</tr></table>"
        )
    };
    check(
        &page("Duminică, 24 martie 2024, ieșim în stradă. Lista se schimbă."),
        &[
            "2024-03-24T17:00|Marș|Iași|Palat|",
            "2024-03-23T12:00|Marș|Sibiu|Piața Mare|",
        ],
    );
    check(&page("Nu uităm ce a fost la 22 decembrie 1989."), &[]);
}
