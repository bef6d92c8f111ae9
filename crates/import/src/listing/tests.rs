//! What whole listings give.

use super::*;

mod any_text;
mod asides;
mod called_off;
mod changes;
mod datelines;
mod day_of_all;
mod doubts;
mod heads;
mod hours;
mod kinds;
mod languages;
mod lines;
mod lost_hours;
mod moved;
mod names;
mod neighbours;
mod new_year;
mod numbers;
mod off_in_words;
mod regions;
mod second_cities;
mod second_hours;
mod sentences;
mod swallowed;
mod undated;
mod unread;
mod weeks;
mod when_written;

fn options() -> Options {
    Options::new("2023-11-01".parse().unwrap())
}

fn listed(text: &str) -> Reading {
    read(text, &"listing.txt".into(), &options())
}

/// The events of a listing as `start place`, and the reasons of what is rejected.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let reading = listed(text);
    let events = reading.drafts.iter().map(|draft| {
        let start = draft.start.map_or(String::new(), |start| start.to_string());
        let place = draft.text_of("place").unwrap_or_default();
        format!(
            "{start} {}|{place}",
            draft.location.as_deref().unwrap_or_default()
        )
    });
    let rejects = reading.rejects.iter().map(|reject| reject.reason.clone());
    let found: Vec<String> = events.chain(rejects).collect();
    assert_eq!(found, expected, "{text}");
}

/// A listing of which so many events are read, and a reject says why another is not.
#[track_caller]
fn refused(text: &str, events: usize, why: &str) {
    let reading = listed(text);
    let reasons: Vec<&str> = reading
        .rejects
        .iter()
        .map(|reject| reject.reason.as_str())
        .collect();
    assert_eq!(reading.drafts.len(), events, "{text}: {reasons:?}");
    assert!(
        reasons.iter().any(|reason| reason.contains(why)),
        "{text}: {reasons:?}"
    );
}

/// The starts of the events of a listing.
fn starts(text: &str) -> Vec<String> {
    let drafts = listed(text).drafts.into_iter();
    drafts
        .filter_map(|draft| Some(draft.start?.to_string()))
        .collect()
}

/// Reads one line below a heading with a date. `expected` is the hour, the city and the place of its event.
#[track_caller]
fn check_line(line: &str, expected: &str) {
    check(
        &format!("4.11.2023\n\n{line}"),
        &[&format!("2023-11-04{expected}")],
    );
}

#[test]
fn a_date_in_a_street_does_not_change_the_day() {
    for (line, place) in [
        (
            "Buenos Aires: 16h, Avenida 9 de Julio",
            "Avenida 9 de Julio",
        ),
        ("Berlin: 16 Uhr, Straße des 17. Juni", "Straße des 17. Juni"),
        ("Cairo: 4 pm, 6 October Bridge", "6 October Bridge"),
        ("Paris : 16h, place du 1er Mai", "place du 1er Mai"),
        ("Roma – ore 16:00, Piazza 25 Aprile", "Piazza 25 Aprile"),
        ("Lisboa: 16h, Avenida 24 de Julho", "Avenida 24 de Julho"),
        ("Москва: 16:00, площадь 9 января", "площадь 9 января"),
        ("Warszawa: godz. 16, plac 3 Maja", "plac 3 Maja"),
        ("Adana: 16.00, 5 Ocak Meydanı", "5 Ocak Meydanı"),
        ("القاهرة: الساعة 16:00، ميدان 6 أكتوبر", "ميدان 6 أكتوبر"),
        ("成都：16:00，五四广场", "五四广场"),
    ] {
        let city = line.split([':', '–', '：']).next().unwrap().trim();
        check(
            &format!("Saturday, November 4, 2023\n\n{line}"),
            &[&format!("2023-11-04T16:00 {city}|{place}")],
        );
    }
}

#[test]
fn a_houses_number_behind_a_date_in_a_street_is_no_day() {
    for (line, expected) in [
        (
            "Białystok – godz. 16:00, ul. 11 Listopada 12",
            "16:00 Białystok|ul. 11 Listopada 12",
        ),
        (
            "Roma: ore 15:00, via 25 aprile 10",
            "15:00 Roma|via 25 aprile 10",
        ),
        (
            "Wien: 15 Uhr, Straße des 8. Mai 3",
            "15:00 Wien|Straße des 8. Mai 3",
        ),
        (
            "Praha: 15:00, ulice 28. října 12",
            "15:00 Praha|ulice 28. října 12",
        ),
        (
            "İstanbul: 15:00, 30 Ağustos Caddesi 12",
            "15:00 İstanbul|30 Ağustos Caddesi 12",
        ),
    ] {
        check(
            &format!("2 July 2023\n\n{line}"),
            &[&format!("2023-07-02T{expected}")],
        );
    }
}

#[test]
fn a_second_hour_is_a_second_event() {
    check(
        "4 November 2023\n\nAncona – ore 16:00, Via Mattei; 17:30, Mole Vanvitelliana",
        &[
            "2023-11-04T16:00 Ancona|Via Mattei",
            "2023-11-04T17:30 Ancona|Mole Vanvitelliana",
        ],
    );
    check(
        "4 novembre 2023\n\nNantes : rassemblement à 14h, départ à 15h, place Royale",
        &["2023-11-04T14:00 Nantes|place Royale"],
    );
}

#[test]
fn an_hour_with_a_full_stop_begins_a_line() {
    for (line, found) in [
        (
            "16.30 Ankara, Kızılay Meydanı",
            "16:30 Ankara|Kızılay Meydanı",
        ),
        ("16.00 Rally in London", "16:00 London|"),
        ("9.30 Kundgebung in Köln", "09:30 Köln|"),
    ] {
        check(
            &format!("4 November 2023\n\n{line}\n17:00 Uhr Lyon"),
            &[&format!("2023-11-04T{found}"), "2023-11-04T17:00 Lyon|"],
        );
    }
    check(
        "4 November 2023\n\nCagliari 10.30 piazza Garibaldi\nSassari 17.00 piazza Italia",
        &[
            "2023-11-04T10:30 Cagliari|piazza Garibaldi",
            "2023-11-04T17:00 Sassari|piazza Italia",
        ],
    );
    // An amount, and a day and a month.
    check(
        "4 November 2023\n\n17:00 Lyon\n\n14.50 Euro",
        &["2023-11-04T17:00 Lyon|"],
    );
}

#[test]
fn the_day_ends_at_24() {
    check(
        "4 November 2023\n\nBerlin: 24:00 Uhr, Tor",
        &["2023-11-05T00:00 Berlin|Tor"],
    );
}

#[test]
fn several_cities_on_a_line() {
    check(
        "4 November 2023\n\nKöln, Bonn und Aachen: 14 Uhr",
        &[
            "2023-11-04T14:00 Köln|",
            "2023-11-04T14:00 Bonn|",
            "2023-11-04T14:00 Aachen|",
        ],
    );
    check(
        "4 November 2023\n\nParis – Lyon: 14h",
        &["“Paris – Lyon” may be several places: write an entry for each"],
    );
}

#[test]
fn a_ride_from_city_to_city_is_in_the_first() {
    for (line, city) in [
        ("16 Uhr Radtour von Köln nach Bonn", "Köln"),
        ("16h marche de Lyon à Villeurbanne", "Lyon"),
        ("16h: marcha de Valparaíso a Viña del Mar", "Valparaíso"),
        ("March from Selma to Montgomery, 4pm", "Selma"),
    ] {
        check(
            &format!("4 November 2023\n\n{line}"),
            &[&format!("2023-11-04T16:00 {city}|")],
        );
    }
}

#[test]
fn a_city_alone_heads_its_block_and_no_more() {
    check(
        "Saturday, November 4, 2023\n\nMALMÖ, SWEDEN\n4:30 pm\nTriangeln\n\nOslo, Norway: 1 pm, Stortinget",
        &[
            "2023-11-04T16:30 MALMÖ, SWEDEN|Triangeln",
            "2023-11-04T13:00 Oslo, Norway|Stortinget",
        ],
    );
}

#[test]
fn a_reason_is_the_true_one() {
    check(
        "Berlin: 14 Uhr, Tor",
        &["no day: none in the entry, and no heading above"],
    );
    check(
        "4 Novembàrò 2023\n\nRoma: ore 10:00, Piazza",
        &[
            "the heading above, “4 Novembàrò 2023”, is a date in a language or spelling that is not read; write it as 2023-11-04",
        ],
    );
    check(
        "5. listopada 2023\n\nWien: 14:00, Platz",
        &[
            "the month in “5. listopada 2023” may be October (hr) or November (pl); write it as a number",
        ],
    );
    check(
        "Saturday, November 4, 2023\n\nLima: 5 pm, Plaza\nOslo: 6:30, Stortinget",
        &[
            "2023-11-04T17:00 Lima|Plaza",
            "“6:30” may be of the morning or of the afternoon; write 6:30 am or pm, or 18:30",
        ],
    );
    check(
        "Montags\n\nBerlin: jeden Montag, 18 Uhr, Tor, 6.11.2023",
        &["recurs each week without a last day; write its first and last day, or each day"],
    );
}

/// The language of the month's name decides.
#[test]
fn listopad_is_november_in_polish() {
    check(
        "sobota, 4 listopada 2023\n\nŁódź: godz. 14, rynek",
        &["2023-11-04T14:00 Łódź|rynek"],
    );
    check(
        "subota, 4. listopada 2023\n\nZagreb: 14:00, trg",
        &["“subota, 4. listopada 2023”: 4 October 2023 is a Wednesday"],
    );
}

#[test]
fn a_number_with_a_part_of_the_day_is_never_an_address() {
    check(
        "4 November 2023\n\nLyon: Place Bellecour, 5 or so evening",
        &["“5 or so evening” may be an hour that is not read; write it as 17:00"],
    );
    check(
        "4 ноября 2023\n\nОмск - Театральная площадь - 12-20",
        &["“12-20” may be an hour that is not read; write it as 17:00"],
    );
    check(
        "4. november 2023\n\nTallinn: Vabaduse väljak, kell 14\nTartu: Raekoja plats, kell 15.30",
        &[
            "2023-11-04T14:00 Tallinn|Vabaduse väljak",
            "2023-11-04T15:30 Tartu|Raekoja plats",
        ],
    );
    check(
        "4 November 2023\n\nLyon: Place Bellecour, 5 rue Victor Hugo",
        &["2023-11-04 Lyon|Place Bellecour"],
    );
}
