//! An entry does not take in what is next to it: the next entry, another day, travel directions.

use super::*;

#[test]
fn minutes_belong_to_the_hour_and_not_to_the_square() {
    check_line("Lyon 14h30 place Bellecour", "T14:30 Lyon|place Bellecour");
    check_line("Lille : 18h30 gare", "T18:30 Lille|gare");
    check_line(
        "Braga 15h00 Praça da República",
        "T15:00 Braga|Praça da República",
    );
}

#[test]
fn a_line_that_begins_with_a_city_is_an_entry_of_its_own() {
    check(
        "4 November 2023\n\nMálaga: cancelada\nPraha 19.00 Staroměstské náměstí\nKassel 15.30, Rathaus",
        &[
            "2023-11-04 Málaga|",
            "2023-11-04T19:00 Praha|Staroměstské náměstí",
            "2023-11-04T15:30 Kassel|Rathaus",
        ],
    );
    check(
        "4 November 2023\n\nLyon, place Bellecour, 14h30\nNantes, place Royale\n(annulé)",
        &[
            "2023-11-04T14:30 Lyon|place Bellecour",
            "2023-11-04 Nantes|place Royale",
        ],
    );
    // Columns, between strokes or wide gaps.
    check(
        "4 November 2023\n\nAnkara | Tandoğan | 12.30\nSamsun | Anıt | iptal edildi\nRize | Sahil | 12'de",
        &[
            "2023-11-04T12:30 Ankara|Tandoğan",
            "2023-11-04 Samsun|Anıt",
            "2023-11-04T12:00 Rize|Sahil",
        ],
    );
    check(
        "4 November 2023\n\nUtrecht     13.00 uur   Neude\nZwolle      afgelast\nAssen       15.00-17.00 Markt",
        &[
            "2023-11-04T13:00 Utrecht|Neude",
            "2023-11-04 Zwolle|",
            "2023-11-04T15:00 Assen|Markt",
        ],
    );
}

#[test]
fn the_day_is_the_one_on_which_it_takes_place() {
    check(
        "Ulm: 8.3.2027, 18 Uhr, Münsterplatz – verschoben auf 9.3.2027",
        &["2027-03-09T18:00 Ulm|Münsterplatz"],
    );
    check(
        "13 March 2027\n\nLeeds: 2pm, City Square (rescheduled from 6 March)\nYork: 3pm, Minster (rain date: 15 March)",
        &[
            "2027-03-13T14:00 Leeds|City Square",
            "2027-03-13T15:00 York|Minster",
        ],
    );
    check(
        "13 de marzo de 2027\n\nMontevideo: 18 de Julio y Ejido, 19 hs",
        &["2027-03-13T19:00 Montevideo|18 de Julio y Ejido"],
    );
    let reading = listed("Fr 12.3.2027, 18 Uhr – So 14.3.2027, 14 Uhr: Camp, Erkelenz, Dorfplatz");
    let [camp] = &reading.drafts[..] else {
        panic!("{:?}", reading.drafts)
    };
    assert_eq!(camp.start.unwrap().to_string(), "2027-03-12T18:00");
    assert_eq!(camp.end.unwrap().to_string(), "2027-03-14");
}

#[test]
fn a_moved_entry_names_its_former_day() {
    let reading = listed("Ulm: 8.3.2027, 18 Uhr, Markt – verschoben auf 9.3.2027, 19 Uhr");
    let draft = &reading.drafts[0];
    assert_eq!(draft.text_of("status"), Some("rescheduled"));
    assert_eq!(draft.text_of("previously"), Some("2027-03-08T19:00"));
    assert_eq!(draft.start.unwrap().to_string(), "2027-03-09T19:00");
}

#[test]
fn a_march_and_a_coach_are_no_second_events() {
    check_line(
        "London: 12pm Hyde Park → 2pm Trafalgar Square",
        "T12:00 London|Hyde Park",
    );
    check_line("Madrid – 12h – Atocha → Sol", "T12:00 Madrid|Atocha → Sol");
    check_line(
        "Torino ore 15, piazza Castello. Pullman da Cuneo ore 13, stazione",
        "T15:00 Torino|piazza Castello",
    );
    check(
        "4 November 2023\n\nOslo: kl. 12.00, Youngstorget\nTog går kl. 12.45",
        &["2023-11-04T12:00 Oslo|Youngstorget"],
    );
    check_line(
        "Glasgow: 2pm, George Square. Tel. 0141 287 2000",
        "T14:00 Glasgow|George Square",
    );
}

#[test]
fn numbers_of_a_list_and_flags_are_no_names() {
    check(
        "4 November 2023\n\n1. Jakarta – 09.00, Monas\n2. Bandung – 10.00, Alun-alun\n3. Medan – 15.00, Merdeka",
        &[
            "2023-11-04T09:00 Jakarta|Monas",
            "2023-11-04T10:00 Bandung|Alun-alun",
            "2023-11-04T15:00 Medan|Merdeka",
        ],
    );
    let reading = listed("4 November 2023\n\n🇪🇸 ESPAÑA 🇪🇸\nTrujillo: 12h, Plaza Mayor");
    assert_eq!(reading.drafts[0].text_of("country"), Some("ES"));
}

#[test]
fn a_dated_line_with_cities_is_no_heading() {
    check(
        "26.6.2027 – Milano e Napoli\n10.7.2027 – Catania, Villa Bellini, ore 17",
        &[
            "2027-06-26 Milano|",
            "2027-06-26 Napoli|",
            "2027-07-10T17:00 Catania|Villa Bellini",
        ],
    );
}

#[test]
fn the_hour_of_a_heading_holds_for_all_below() {
    check(
        "Stop the Bill – Saturday 13 March 2027, 6pm unless stated\n\nLeeds, City Square\nGlasgow, George Square, 7pm",
        &[
            "2027-03-13T18:00 Leeds|City Square",
            "2027-03-13T19:00 Glasgow|George Square",
        ],
    );
}

#[test]
fn headings_of_months_and_days_of_the_week_give_year_and_month() {
    check(
        "Dezember 2026:\n30.12. Trier, 18 Uhr, Porta Nigra",
        &["2026-12-30T18:00 Trier|Porta Nigra"],
    );
    check(
        "Sábado 17 de abril de 2027\n\nMadrid: 12h, Sol\n\nDOMINGO 18\n\nBilbao: 12h, Arenal",
        &[
            "2027-04-17T12:00 Madrid|Sol",
            "2027-04-18T12:00 Bilbao|Arenal",
        ],
    );
    check(
        "15–21 марта 2027\n\n15.03 пн\nКазань: 18:00, парк\n17.03 ср\nОмск: 19:00, парк",
        &["2027-03-15T18:00 Казань|парк", "2027-03-17T19:00 Омск|парк"],
    );
    check(
        "2027\n\n15/05 Nancy – 14h – place Stanislas\n05/06 Tours – 15h – place Jaurès",
        &[
            "2027-05-15T14:00 Nancy|place Stanislas",
            "2027-06-05T15:00 Tours|place Jaurès",
        ],
    );
}

#[test]
fn parts_of_a_country_are_no_cities() {
    check(
        "1º de Maio de 2027\n\nNORTE\nAM - Manaus - 15h - Praça do Congresso\nSUL\nRS - Porto Alegre - 16h - Redenção",
        &[
            "2027-05-01T15:00 Manaus, AM|Praça do Congresso",
            "2027-05-01T16:00 Porto Alegre, RS|Redenção",
        ],
    );
}

#[test]
fn an_hour_in_words_of_either_half_is_doubted() {
    for line in [
        "Köln, 5 vor 12, Domplatte",
        "Berlin: um vier Uhr, Tor",
        "Eger: délután fél hat, Dobó tér",
        "Breda | half drie | Markt",
    ] {
        let reading = listed(&format!("13.3.2027\n\nBonn: 18 Uhr, Markt\n{line}"));
        assert_eq!(reading.rejects.len(), 1, "{line}: {:?}", reading.drafts);
    }
}

#[test]
fn a_title_with_a_day_and_an_hour_heads_the_cities_below_a_blank_line() {
    let events = [
        "2023-11-04T12:00 Leeds|City Square",
        "2023-11-04T12:00 Cardiff|Queen Street",
        "2023-11-04T17:30 Hull|Minster",
    ];
    for head in [
        "Stop the War: day of action\nSaturday 4 November 2023, 12 noon",
        "Stop the War: day of action – Saturday 4 November 2023, 12 noon",
        "Stop the War\n\nSaturday 4 November 2023, 12 noon",
    ] {
        check(
            &format!(
                "{head}\n\nLeeds – City Square\nCardiff – Queen Street\nHull – 5.30pm – Minster"
            ),
            &events,
        );
    }
}

#[test]
fn an_abbreviated_region_behind_a_city_is_no_place() {
    for (line, expected) in [
        (
            "Guadalajara, Jal.: 16:00 h, Glorieta Minerva",
            "Guadalajara, Jalisco",
        ),
        ("León, Gto.: 16:00 h, Arco", "León, Guanajuato"),
        ("Boston, Mass.: 2 pm, Common", "Boston, Massachusetts"),
        ("Lyon, Gare: 14h, Bellecour", "Lyon"),
    ] {
        let drafts = listed(&format!("4 November 2023\n\n{line}")).drafts;
        assert_eq!(drafts[0].location.as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn a_request_behind_the_place_is_no_address() {
    let drafts =
        listed("4 November 2023\n\nLeeds: 2 pm, City Square. Bring friends and banners.").drafts;
    let field = |field: &str| drafts[0].text_of(field);
    assert_eq!(
        (field("place"), field("address"), field("description")),
        (Some("City Square"), None, Some("Bring friends and banners"))
    );
}

#[test]
fn a_deadline_is_no_event() {
    for line in [
        "Please reply by Friday 3 November 2023, 5pm, to book your seat in Wakefield.",
        "Inscription au car avant vendredi 3 novembre 2023, 17h, à Nantes.",
        "Rückmeldung bitte bis Freitag, 3.11.2023, 18 Uhr, an das Büro in Bonn.",
        "Prenotazioni entro venerdì 3 novembre 2023, ore 18, Lecce",
        "Zapisy na autobus do piątku 3 listopada 2023, godz. 18:00, Opole",
    ] {
        let list = format!("4.11.2023\n\nLeeds: 2 pm, City Square\n{line}");
        super::refused(&list, 1, "no entry");
    }
}
