//! Days, places and remarks of lines, and what lines above them say.

use super::{check, check_line};

#[test]
fn a_line_that_begins_with_its_status_is_cancelled() {
    let status = |line: &str| {
        let reading = super::listed(&format!("4.11.2023\n\n{line}"));
        let draft = &reading.drafts[0];
        let place = draft.text_of("place").unwrap_or_default().to_owned();
        (draft.text_of("status").map(str::to_owned), place)
    };
    for line in [
        "CANCELLED: Leeds: 2pm, City Square",
        "ABGESAGT – Leeds: 14 Uhr, City Square",
        "(annulé) Leeds : 14h, City Square",
        "[cancelado] Leeds: 14h, City Square",
        "Leeds: 2pm, City Square – CANCELLED",
    ] {
        let expected = (Some("cancelled".to_owned()), "City Square".to_owned());
        assert_eq!(status(line), expected, "{line}");
    }
    assert_eq!(status("Leeds: 2pm, City Square").0, None);
}

#[test]
fn what_only_names_a_link_or_an_action_is_no_part_of_the_place() {
    check_line(
        "Leeds: 2pm, City Square (details https://a.example/x)",
        "T14:00 Leeds|City Square",
    );
    check_line("Leeds: City Square @ 5pm", "T17:00 Leeds|City Square");
    check_line(
        "Palermo: ore 16,30 Piazza Verdi",
        "T16:30 Palermo|Piazza Verdi",
    );
    check_line(
        "Porto Alegre - RS: 15h30, Esquina",
        "T15:30 Porto Alegre, RS|Esquina",
    );
    check_line(
        "Sevilla: 18h. Plaza Nueva (manifestación)",
        "T18:00 Sevilla|Plaza Nueva",
    );
}

#[test]
fn two_numbers_alone_are_a_day() {
    check_line(
        "Köln: 18/11 14 Uhr, Heumarkt"
            .replace("18/11", "4/11")
            .as_str(),
        "T14:00 Köln|Heumarkt",
    );
    for line in [
        "Lyon : 5/11, 14h, Bellecour",
        "Lyon : dim 5/11, 14h, Bellecour",
        "Lyon: 5/11 14:00 Bellecour",
    ] {
        check(
            &format!("4.11.2023\n\n{line}"),
            &["2023-11-05T14:00 Lyon|Bellecour"],
        );
    }
    check(
        "民國113年5月24日\n新竹：5/25（六）14:00 巨城",
        &["2024-05-25T14:00 新竹|巨城"],
    );
    check(
        "Malmö: 18/11 2023 kl 14, Stortorget",
        &["2023-11-18T14:00 Malmö|Stortorget"],
    );
    check_line("Lima: 14h, Jirón 5/11", "T14:00 Lima|Jirón 5/11");
}

#[test]
fn states_head_their_cities() {
    let reading = super::listed(
        "Saturday, 4 November 2023\n\nALABAMA\nBirmingham: 12-2pm, Railroad Park\nGEORGIA\nAthens: 1:30 p.m., City Hall\nMAINE\n\
         Portland: noon, Monument Square\nONTARIO\nLondon: 2 PM, Victoria Park\nPUERTO RICO\nSan Juan: 3pm, El Capitolio\n\
         Washington, DC: 12pm EDT, National Mall\n",
    );
    let found: Vec<String> = reading
        .drafts
        .iter()
        .map(|draft| {
            let text = |field: &str| draft.text_of(field).unwrap_or_default().to_owned();
            format!(
                "{}|{}|{}",
                draft.location.clone().unwrap_or_default(),
                text("region"),
                text("country")
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "Birmingham|Alabama|US",
            "Athens|Georgia|US",
            "Portland|Maine|US",
            "London|Ontario|CA",
            "San Juan||PR",
            "Washington, DC||",
        ]
    );
}

#[test]
fn the_only_date_of_a_listing_may_stand_in_a_sentence() {
    check(
        "Publicado em 12/11/2024 às 17h02\n\nCentrais e movimentos convocam atos na sexta-feira, 15 de novembro de 2024, em todo o país.\n\n\
         Recife: 15h, Praça do Derby\nNatal: 14h, Midway Mall",
        &[
            "2024-11-15T15:00 Recife|Praça do Derby",
            "2024-11-15T14:00 Natal|Midway Mall",
        ],
    );
    check(
        "Strajk Kobiet – gdzie protestujemy w środę, 14 czerwca 2023 r.\n\nGdynia: godz. 17:00, Skwer Kościuszki\n\
         Szczecin – 15 czerwca, godz. 19:00, plac Solidarności",
        &[
            "2023-06-14T17:00 Gdynia|Skwer Kościuszki",
            "2023-06-15T19:00 Szczecin|plac Solidarności",
        ],
    );
}

#[test]
fn a_day_of_the_past_in_a_sentence_is_not_that_of_the_entries() {
    for text in [
        "We remember the flood of 4 November 2023.\n\nLeeds: 2 pm, City Square",
        "Leeds: 2 pm, City Square\n\nThe last march was on 4 November 2023.",
        "A march on 4 November 2023, a rally on 5 November 2023, and more.\n\nLeeds: 2 pm, City Square",
    ] {
        assert!(super::listed(text).drafts.is_empty(), "{text}");
    }
}

#[test]
fn how_to_reach_a_person_is_not_published() {
    for line in [
        "Köln: 14 Uhr, Heumarkt (Infos bei Eva, 0171 5550199)",
        "Köln: 14 Uhr, Heumarkt. Contacto: 222 555 0134 (Lupita)",
        "Köln: 14 Uhr, Heumarkt. Kontakt: eva@example.de",
        "Köln: 14 Uhr, Heumarkt, Tel. 0221/5550199",
    ] {
        let reading = super::listed(&format!("4.11.2023\n\n{line}"));
        let draft = &reading.drafts[0];
        let fields = format!("{:?}", draft.fields);
        assert_eq!(draft.text_of("place"), Some("Heumarkt"), "{line}: {fields}");
        assert!(
            !fields.contains("555") && !fields.contains("eva@"),
            "{line}: {fields}"
        );
        assert!(draft.notes[0].contains("left out"), "{line}");
    }
}

#[test]
fn a_second_day_in_a_line_is_not_a_part_of_its_place() {
    check(
        "Viernes 8 de marzo de 2024\n\nTeruel: 19:30 Pza. San Juan. Domingo 10: ruta 11:00",
        &["“Domingo 10” names another day: write a line for each event"],
    );
    check(
        "Freitag, 8. März 2024\n\nKöln: 18 Uhr, Neumarkt. Sonntag 10: Rundgang",
        &["“Sonntag 10” names another day: write a line for each event"],
    );
    check(
        "Venerdì 8 marzo 2024\n\nRoma: ore 18, Colosseo, venerdì 8",
        &["2024-03-08T18:00 Roma|Colosseo"],
    );
}

#[test]
fn a_heading_of_markdown_heads_its_list() {
    check(
        "# pátek 15. září 2023\n\n## Praha\n- 15:00 Malostranské náměstí\n- 17:30, náměstí Míru\n\n## Brno\n- 16:00, náměstí Svobody",
        &[
            "2023-09-15T15:00 Praha|Malostranské náměstí",
            "2023-09-15T17:30 Praha|náměstí Míru",
            "2023-09-15T16:00 Brno|náměstí Svobody",
        ],
    );
}

#[test]
fn a_period_of_years_is_no_event() {
    check(
        "Laval, Monument aux morts: 8 mai 1945 - 8 mai 2024, 11h",
        &["lasts 28855 days; write the day on which it takes place"],
    );
}

#[test]
fn pictograms_before_a_line_are_no_part_of_its_city() {
    for sign in ["▶️", "📍", "→", "✊🏾", "🟢", "➡️"] {
        check(
            &format!("Samedi 9 décembre 2023\n\n{sign} Paris : 14h, place d'Italie"),
            &["2023-12-09T14:00 Paris|place d'Italie"],
        );
    }
    let reading = super::listed("Saturday 4 November 2023\n\n❌ Leeds: 2 pm, City Square");
    assert_eq!(reading.drafts[0].text_of("status"), Some("tentative"));
    assert_eq!(reading.drafts[0].location.as_deref(), Some("Leeds"));
}

#[test]
fn a_second_city_behind_a_second_hour_is_another_event() {
    check(
        "Sábado 18 de noviembre de 2023\n\n12h. Vigo - Porta do Sol. 13h. Pontevedra - A Peregrina",
        &["“Pontevedra” beside a second hour is a city of its own: write a line for each event"],
    );
    check(
        "Суббота 2 марта 2024\n\nКазань 12:00 пл. Свободы; Самара 14:00 пл. Куйбышева",
        &[
            "2024-03-02T12:00 Казань|пл. Свободы",
            "2024-03-02T14:00 Самара|пл. Куйбышева",
        ],
    );
    check(
        "Samstag, 2. März 2024\n\nKöln: 12 Uhr, Neumarkt; 14 Uhr, Heumarkt",
        &[
            "2024-03-02T12:00 Köln|Neumarkt",
            "2024-03-02T14:00 Köln|Heumarkt",
        ],
    );
    check(
        "Samstag, 2. März 2024: 14 Uhr Kassel, 15 Uhr Fulda (Uniplatz) und 16 Uhr Marburg",
        &[
            "2024-03-02T14:00 Kassel|",
            "2024-03-02T15:00 Fulda (Uniplatz)|",
            "2024-03-02T16:00 Marburg|",
        ],
    );
    check(
        "Samedi 2 mars 2024 : Rennes (14h, Mairie), Nantes (15h, Bouffay)",
        &["“Nantes” beside a second hour is a city of its own: write a line for each event"],
    );
}

#[test]
fn an_hour_behind_a_short_date_is_no_year() {
    check(
        "Termine 2024\n\n27.04. 14-17 Uhr Nürnberg, Kornmarkt",
        &["2024-04-27T14:00 Nürnberg|Kornmarkt"],
    );
    check(
        "2023-11-11T12:00 London, Hyde Park",
        &["2023-11-11T12:00 London|Hyde Park"],
    );
}

#[test]
fn a_line_whose_hour_is_not_certain_is_an_entry_and_no_heading() {
    check(
        "Σάβ. 11/11/2023 Αθήνα 12.10 Ομόνοια\nΚυρ. 12/11/2023 Θεσσαλονίκη 11 π.μ. Καμάρα",
        &[
            "2023-11-12T11:00 Θεσσαλονίκη|Καμάρα",
            "“Αθήνα 12.10 Ομόνοια” may be an hour that is not read; write it as 17:00",
        ],
    );
}

#[test]
fn a_dotted_hour_behind_a_day_and_a_city() {
    check(
        "2027\n\n8 mars: Uppsala 15.00 Vaksala torg\nlördag den 6:e mars Örebro 16.30 Stortorget\n9. März Bremen 15.00 Markt",
        &[
            "2027-03-08T15:00 Uppsala|Vaksala torg",
            "2027-03-06T16:30 Örebro|Stortorget",
            "2027-03-09T15:00 Bremen|Markt",
        ],
    );
    check(
        "8 March 2027: Leeds, City Square, 2 pm, tickets 15.00 euro",
        &["2027-03-08T14:00 Leeds|City Square"],
    );
}

#[test]
fn the_first_of_may_in_the_name_of_a_square_is_no_date() {
    check(
        "4.11.2023\n\nOviedo, 12:00, Plaza Primero de Mayo\nBeograd, 14:00, Trg Prvog maja",
        &[
            "2023-11-04T12:00 Oviedo|Plaza Primero de Mayo",
            "2023-11-04T14:00 Beograd|Trg Prvog maja",
        ],
    );
}
