//! What heads a block or a list: a title, a province, a labelled day; and days that take their month from above.

use super::{check, check_line, listed, refused, starts};

#[test]
fn a_title_called_like_a_city_is_no_city() {
    for (title, labels, expected) in [
        (
            "Ball",
            "When: 9 May 2027, 11am\nWhere: Town Hall, Leeds",
            "2027-05-09T11:00 Town Hall, Leeds|Town Hall",
        ),
        (
            "Essen",
            "Wann: 9. Mai 2027, 11 Uhr\nWo: Marktplatz, Bonn",
            "2027-05-09T11:00 Marktplatz, Bonn|Marktplatz",
        ),
        (
            "Leeds",
            "When: 9 May 2027, 11am\nWhere: Town Hall",
            "2027-05-09T11:00 Leeds|Town Hall",
        ),
    ] {
        let reading = listed(&format!("{title}\n{labels}"));
        let [draft] = &reading.drafts[..] else {
            panic!("{title}: {:?}", reading.rejects);
        };
        let start = draft.start.map(|start| start.to_string());
        let city = draft.location.as_deref().unwrap_or_default();
        let found = format!("{} {city}|", start.unwrap_or_default());
        assert!(
            expected.starts_with(&found) && draft.text_of("title").is_none_or(|text| text == title),
            "{title}: {found} {draft:?}"
        );
    }
}

#[test]
fn a_province_before_its_town() {
    check_line("HATAY / Samandağ: 15.00", "T15:00 Samandağ, HATAY|");
    check_line(
        "Sachsen: Dresden, 14 Uhr, Altmarkt",
        "T14:00 Dresden, Sachsen|Altmarkt",
    );
    refused(
        "11.3.2027\n\nTorino / Ivrea: ore 15",
        0,
        "a province and its town",
    );
    check_line("Biel / Bienne: 14 Uhr", "T14:00 Biel|Bienne");
}

#[test]
fn a_labelled_day_over_a_list_heads_it() {
    check(
        "National shutdown\nDate: 24/03/2027\n\nGauteng\nJohannesburg: 10am, Beyers Naude Square\nDurban: 11am, City Hall",
        &[
            "2027-03-24T10:00 Johannesburg|Beyers Naude Square",
            "2027-03-24T11:00 Durban|City Hall",
        ],
    );
}

#[test]
fn wide_spaces_and_dashes_part_what_they_stand_between() {
    check(
        "2027年3月8日\n\n京都　円山公園　14:00\n大阪　中之島公園 14:00\n台中－市民廣場－15:00",
        &[
            "2027-03-08T14:00 京都|円山公園",
            "2027-03-08T14:00 大阪|中之島公園",
            "2027-03-08T15:00 台中|市民廣場",
        ],
    );
}

#[test]
fn a_day_of_the_week_and_month_is_in_the_month_of_the_heading() {
    check(
        "Huelga, jueves 11 de marzo de 2027\n\nSaint-Malo : dimanche 14 à 15h, Intra-Muros\nLa Serena: viernes 12, 19:00, plaza\nLeeds: Monday 15th, 2pm, City Square",
        &[
            "2027-03-14T15:00 Saint-Malo|Intra-Muros",
            "2027-03-12T19:00 La Serena|plaza",
            "2027-03-15T14:00 Leeds|City Square",
        ],
    );
    check(
        "2027年4月3日（土）\n\n大阪　高島屋前　4日(日)　14時",
        &["2027-04-04T14:00 大阪|高島屋前"],
    );
    // The calendar has no Friday 13 near it.
    refused(
        "jueves 11 de marzo de 2027\n\nLeeds: viernes 13, 19:00, plaza",
        0,
        "another day",
    );
}

#[test]
fn a_day_without_its_month_does_not_leave_the_day_above_in_force() {
    const ABOVE: &str = "Tuesday 16 March 2027\n\nLeeds: 1pm, City Square\n";
    for heading in [
        "Onsdag d. 17.",
        "On Wednesday the 17th:",
        "Et le mercredi 17 :",
        "Mercredi 17",
        "17日（水）",
        "週三(17)",
    ] {
        let text = format!("{ABOVE}\n{heading}\nSheffield: 2pm, City Hall");
        let starts = starts(&text);
        assert_eq!(
            starts,
            ["2027-03-16T13:00", "2027-03-17T14:00"],
            "{heading}"
        );
    }
    for heading in [
        "Le 17 :",
        "Thursday 17",
        "Next day:",
        "Ostermontag",
        "Good Friday",
        "Másnap:",
    ] {
        let text = format!("{ABOVE}\n{heading}\nSheffield: 2pm, City Hall");
        let reading = listed(&text);
        let starts: Vec<_> = reading
            .drafts
            .iter()
            .filter_map(|draft| draft.start)
            .collect();
        assert_eq!(starts.len(), 1, "{heading}: {starts:?}");
    }
}

#[test]
fn a_word_to_the_reader_is_no_city() {
    check(
        "4.11.2023\n\nAuch: Cottbus, 14 Uhr, Stadthalle\nRappel : Tours, 15h, gare\nNyt: Herning, kl. 16, Torvet",
        &[
            "2023-11-04T14:00 Cottbus|Stadthalle",
            "2023-11-04T15:00 Tours|gare",
            "2023-11-04T16:00 Herning|Torvet",
        ],
    );
}

#[test]
fn what_is_over_is_not_listed() {
    refused(
        "16.3.2027\n\nLast week: Monday 8 March, Leicester 12:30, 200 people came",
        0,
        "is over",
    );
}

#[test]
fn days_left_out_below_a_series_make_it_uncertain() {
    refused(
        "Every Friday from 5 to 26 March 2027, 5.30pm\nLeeds: City Square\nBradford: Centenary Square\nexcept Good Friday, 26 March",
        0,
        "does not take place",
    );
}

#[test]
fn below_a_part_of_a_month_nothing_is_of_the_day_above() {
    for heading in [
        "Following Saturday",
        "Following weekend",
        "Easter weekend",
        "Osterwochenende",
        "End of March",
        "Mid-March",
        "Mitte März",
        "Fin mars",
        "Eine Woche später",
    ] {
        refused(
            &format!(
                "Saturday 6 March 2027\n\nLeeds, 2pm, City Square\n\n{heading}\nBradford, 11am, Parliament St"
            ),
            1,
            "says no date",
        );
    }
    for heading in [
        "Weekend of 13/14 March",
        "Wochenende 13./14. März",
        "Week-end des 13/14 mars",
        "Fin de semana 13/14 de marzo",
    ] {
        refused(
            &format!(
                "Saturday 6 March 2027\n\nLeeds, 2pm, City Square\n\n{heading}\nBradford, 11am, Parliament St"
            ),
            1,
            "",
        );
    }
}

#[test]
fn a_greeting_is_no_city() {
    for greeting in [
        "Hei!",
        "Hola!",
        "Salut à tous",
        "Bok!",
        "Salam!",
        "Hey!",
        "Olá!",
        "Moin",
    ] {
        check(
            &format!(
                "{greeting}\n\nSaturday 4 November 2023:\n\n- Helsinki 14:00, Senaatintori\n- Tampere 15:00, Keskustori"
            ),
            &[
                "2023-11-04T14:00 Helsinki|Senaatintori",
                "2023-11-04T15:00 Tampere|Keskustori",
            ],
        );
    }
}

#[test]
fn a_country_before_its_city_between_bars_and_dots() {
    for sign in ["|", "·", "–"] {
        let line =
            "Argentina | Rosario | 4 November 2023 | 18:00 | Plaza Montenegro".replace('|', sign);
        check(
            &line,
            &["2023-11-04T18:00 Rosario, Argentina|Plaza Montenegro"],
        );
    }
}

#[test]
fn a_greeting_is_no_title() {
    let reading = listed(
        "Moin zusammen,\n\nHi\nVigil\nSaturday 4 November 2023, 2pm\nCity Hall, Sheffield, UK",
    );
    assert_eq!(reading.drafts[0].text_of("title"), Some("Vigil"));
}

#[test]
fn a_sentence_with_the_day_and_hour_of_all_heads_a_list() {
    check(
        "A plataforma volta às ruas a 4 de novembro de 2023 (sábado), às 15h, em várias cidades:\n\nLisboa – Alameda D. Afonso Henriques\nPorto – Praça da Batalha\nBraga – Avenida Central (15h30)",
        &[
            "2023-11-04T15:00 Lisboa|Alameda D. Afonso Henriques",
            "2023-11-04T15:00 Porto|Praça da Batalha",
            "2023-11-04T15:30 Braga|Avenida Central",
        ],
    );
}

#[test]
fn a_question_about_a_city_heads_its_lines() {
    check(
        "1 Mayıs 2027\n\nAnkara'da 1 Mayıs nerede kutlanacak?\n\nMiting (14.00) – Tandoğan Meydanı\n\nBursa'da 1 Mayıs nerede kutlanacak?\n\nMiting (13.00) – Fomara Meydanı\n",
        &[
            "2027-05-01T14:00 Ankara|Tandoğan Meydanı",
            "2027-05-01T13:00 Bursa|Fomara Meydanı",
        ],
    );
}

#[test]
fn cities_at_the_ends_of_lines_head_the_next_ones() {
    check(
        "15 marzo 2027\n\nTorino\nPiazza Castello ore 9.00-13:15 Verona\nPiazza Bra ore 09:30 Bologna\nPiazza Maggiore ore 17:00 Bari\nPiazza Umberto ore 10\n",
        &[
            "2027-03-15T09:00 Torino|Piazza Castello",
            "2027-03-15T09:30 Verona|Piazza Bra",
            "2027-03-15T17:00 Bologna|Piazza Maggiore",
            "2027-03-15T10:00 Bari|Piazza Umberto",
        ],
    );
}

#[test]
fn two_columns_of_hours_are_beginning_and_end() {
    let reading = listed(
        "2/3/2027 | 10:00 | 11:30 | Sabadell | Plaça Major\n13/3/2027 | 12:00 | 13:00 | Reus | Plaça Mercadal",
    );
    let ends = reading
        .drafts
        .iter()
        .map(|draft| draft.end.map(|end| end.to_string()));
    let ends: Vec<String> = ends.flatten().collect();
    assert_eq!(
        ends,
        ["2027-03-02T11:30", "2027-03-13T13:00"],
        "{:?}",
        reading.rejects
    );
}

#[test]
fn a_day_below_words_heads_a_list_with_hours() {
    check(
        "MOBILIZAZIO GUZTIAK:\nEKAINAK 14, OSTEGUNA 2018\n- EZKERRALDEA : Barakaldo · 19:30 · Plaza\n- BUSTURIALDEA : Bermeo · 20:00 · Parkea\n",
        &[
            "2018-06-14T19:30 Barakaldo, EZKERRALDEA|Plaza",
            "2018-06-14T20:00 Bermeo, BUSTURIALDEA|Parkea",
        ],
    );
}

#[test]
fn a_city_before_its_place_without_a_mark() {
    check(
        "Saturday 15 May 2027\nAberdeen Marischal Square 2pm\nBarnsley Precinct 1pm\nCoventry Broadgate 12 noon\nDerby Council House 2pm\nLeeds, Briggate, 3pm",
        &[
            "2027-05-15T14:00 Aberdeen|Marischal Square",
            "2027-05-15T13:00 Barnsley|Precinct",
            "2027-05-15T12:00 Coventry|Broadgate",
            "2027-05-15T14:00 Derby|Council House",
            "2027-05-15T15:00 Leeds|Briggate",
        ],
    );
}

#[test]
fn people_meet_where_the_way_begins() {
    check(
        "17 de marzo de 2027\n\nMADRID\nHora: 18.00 horas\nRecorrido: Puerta del Sol – Plaza de Neptuno\n\nSEVILLA\nHora: 12.00 horas\nRecorrido: desde Plaza Nueva\n",
        &[
            "2027-03-17T18:00 MADRID|Puerta del Sol",
            "2027-03-17T12:00 SEVILLA|Plaza Nueva",
        ],
    );
}
