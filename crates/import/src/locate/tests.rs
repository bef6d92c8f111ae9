//! Where entries are, by what they say.

mod home;
mod names;
mod positions;
mod regions;

use gazetteer::Gazetteer;
use serde_json::Value;

use super::*;

/// Fields, or why it is rejected and how many candidates there are.
fn located(fields: &[(&str, &str)], set: &[(&str, &str)]) -> String {
    let mut draft = Draft::example("");
    for (field, text) in fields {
        match *field {
            "location" => draft.location = Some((*text).to_owned()),
            field => value::put(&mut draft, field, text),
        }
    }
    let set: Vec<(String, String)> = set
        .iter()
        .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()))
        .collect();
    match Locator::new(Gazetteer::embedded(), false, &set).locate(draft) {
        Ok(draft) => {
            let text = |field: &str| draft.text_of(field).unwrap_or_default().to_owned();
            let number = |field: &str| draft.fields.get(field).and_then(Value::as_f64);
            let at = match number("lat").zip(number("lon")) {
                Some((lat, lon)) => format!("{lat:.1},{lon:.1}"),
                None => String::new(),
            };
            let all = ["place", "address", "city", "region", "country", "timezone"].map(text);
            format!("{}|{at}", all.join("|"))
        }
        Err(reject) => format!("✗ {} ({})", reject.reason, reject.candidates.len()),
    }
}

#[track_caller]
fn check(fields: &[(&str, &str)], expected: &str) {
    assert_eq!(located(fields, &[]), expected, "{fields:?}");
}

#[track_caller]
fn check_set(fields: &[(&str, &str)], set: &[(&str, &str)], expected: &str) {
    assert_eq!(located(fields, set), expected, "{fields:?} {set:?}");
}

#[test]
fn a_name_is_a_city_before_it_is_a_country() {
    check(
        &[("place", "Granada, España")],
        "||Granada||ES|Europe/Madrid|37.2,-3.6",
    );
    check(
        &[("location", "Panamá")],
        "||Panamá||PA|America/Panama|9.0,-79.5",
    );
    check(
        &[("location", "Luxemburgo")],
        "||Luxemburgo||LU|Europe/Luxembourg|49.6,6.1",
    );
    check(
        &[("location", "México")],
        "||México||MX|America/Mexico_City|19.4,-99.1",
    );
    check(&[("city", "عمّان")], "||عمّان||JO|Asia/Amman|32.0,35.9");
    check(&[("city", "تونس")], "||تونس||TN|Africa/Tunis|36.8,10.2");
    check(
        &[("location", "Zócalo, México")],
        "Zócalo||México||MX|America/Mexico_City|19.4,-99.1",
    );
    check(
        &[("location", "Guadalajara, México")],
        "||Guadalajara||MX|America/Mexico_City|20.7,-103.3",
    );
    check(
        &[("location", "Marienplatz, München")],
        "Marienplatz||München||DE|Europe/Berlin|48.1,11.6",
    );
    check_set(
        &[("location", "Granada")],
        &[("country", "ES")],
        "||Granada||ES|Europe/Madrid|37.2,-3.6",
    );
    check(
        &[("location", "Granada"), ("timezone", "Europe/Madrid")],
        "||Granada||ES|Europe/Madrid|37.2,-3.6",
    );
}

#[test]
fn what_may_be_a_country_or_a_city_elsewhere_is_not_guessed() {
    for name in ["Granada", "Columbia", "Palestine", "Jamaica", "Lebanon"] {
        for field in ["location", "place", "city"] {
            let found = located(&[(field, name)], &[]);
            assert!(found.starts_with('✗'), "{field} {name}: {found}");
        }
    }
}

#[test]
fn a_country_alone_is_no_place() {
    check(
        &[("location", "Yemen")],
        "✗ “Yemen” is a country alone; give a city, or lat and lon (0)",
    );
    check(
        &[("country", "Yemen")],
        "✗ a country alone; give a city, or lat and lon (0)",
    );
    check(
        &[("place", "Room 5")],
        "✗ no place is known in “Room 5”; give city and country, or lat and lon (0)",
    );
    check(&[], "||||||");
    check_set(&[], &[("country", "FR")], "||||FR|Europe/Paris|");
    // Büsingen has a zone of its own that keeps the same time; Brazil has several times.
    check_set(&[], &[("country", "DE")], "||||DE|Europe/Berlin|");
    check_set(&[], &[("country", "BR")], "||||BR||");
}

#[test]
fn what_is_set_is_looked_up_like_a_column() {
    let wuppertal = [("city", "Wuppertal"), ("country", "Germany")];
    check_set(
        &[("place", "Bahnhof")],
        &wuppertal,
        "Bahnhof||Wuppertal||DE|Europe/Berlin|51.3,7.1",
    );
    check_set(
        &[("location", "Neumarkt, am Brunnen")],
        &wuppertal,
        "Neumarkt, am Brunnen||Wuppertal||DE|Europe/Berlin|51.3,7.1",
    );
    check_set(
        &[("location", "Markt, Bonn")],
        &wuppertal,
        "Markt||Bonn||DE|Europe/Berlin|50.7,7.1",
    );
    check_set(
        &[("location", "Gangnam Station")],
        &[("city", "Seoul"), ("country", "KR")],
        "Gangnam Station||Seoul||KR|Asia/Seoul|37.6,127.0",
    );
    check_set(
        &[("city", "São Luís")],
        &[("country", "BR")],
        "||São Luís||BR|America/Fortaleza|-2.5,-44.3",
    );
    check_set(
        &[("location", "Lyon, France")],
        &[("country", "BR")],
        "||Lyon||FR|Europe/Paris|45.7,4.8",
    );
    check_set(
        &[("city", "Lyon")],
        &[("lat", "45.7"), ("lon", "4.8")],
        "||Lyon||FR|Europe/Paris|45.7,4.8",
    );
    check_set(&[], &[("timezone", "Asia/Tokyo")], "|||||Asia/Tokyo|");
}

#[test]
fn a_city_and_its_region_in_one_text() {
    check_set(
        &[("city", "Cuiabá, MT")],
        &[("country", "BR")],
        "||Cuiabá|Mato Grosso|BR|America/Cuiaba|-15.6,-56.1",
    );
    check(
        &[("city", "Cuiabá/MT")],
        "||Cuiabá|Mato Grosso|BR|America/Cuiaba|-15.6,-56.1",
    );
    check(
        &[("location", "São Paulo, SP (Praça da Sé)")],
        "Praça da Sé||São Paulo|São Paulo|BR|America/Sao_Paulo|-23.5,-46.6",
    );
    check(
        &[("city", "Rodez (Aveyron)")],
        "||Rodez|Aveyron|FR|Europe/Paris|44.4,2.6",
    );
    check(
        &[("city", "BERLIN")],
        "||Berlin||DE|Europe/Berlin|52.5,13.4",
    );
    check(
        &[("city", "ALCAÑIZ_TERUEL")],
        "||Alcañiz|Teruel|ES|Europe/Madrid|41.0,-0.1",
    );
    check(&[("city", "Zurich")], "||Zürich||CH|Europe/Zurich|47.4,8.6");
    check(
        &[("city", "Москва")],
        "||Москва||RU|Europe/Moscow|55.8,37.6",
    );
    check(
        &[("location", "Halle (Saale), Markt")],
        "Markt||Halle (Saale)||DE|Europe/Berlin|51.5,12.0",
    );
    check(
        &[("location", "AM – Manaus – Praça da Saudade")],
        "Praça da Saudade||Manaus|Amazonas|BR|America/Manaus|-3.1,-60.0",
    );
    check(
        &[("location", "Via Roma, Monza (MB)")],
        "Via Roma||Monza|Monza e Brianza|IT|Europe/Rome|45.6,9.3",
    );
}

#[test]
fn the_same_place_twice_is_one() {
    check(
        &[("location", "Dresden, Schlossplatz, Schloßplatz, Dresden")],
        "Schlossplatz||Dresden||DE|Europe/Berlin|51.1,13.7",
    );
    check(
        &[(
            "location",
            "Milano, Piazza Duomo, Piazza del Duomo 1, Milano, 20122",
        )],
        "Piazza Duomo|Piazza del Duomo 1|Milano||IT|Europe/Rome|45.5,9.2",
    );
    check(
        &[("location", "Neumarkt, Köln")],
        "Neumarkt||Köln||DE|Europe/Berlin|50.9,7.0",
    );
}

#[test]
fn an_entry_online_needs_no_place() {
    for text in [
        "online",
        "Zoom",
        "en ligne",
        "オンライン",
        "https://meet.example.org/x",
    ] {
        let found = located(&[("location", text)], &[]);
        assert_eq!(found, "||||||", "{text}");
    }
}

#[test]
fn a_country_with_two_of_its_name_is_the_one_that_has_the_city() {
    check(
        &[("city", "Kinshasa"), ("country", "Congo")],
        "||Kinshasa||CD|Africa/Kinshasa|-4.3,15.3",
    );
    check(
        &[("city", "Brazzaville"), ("country", "Congo")],
        "||Brazzaville||CG|Africa/Brazzaville|-4.3,15.3",
    );
}

#[test]
fn an_abbreviated_city_keeps_its_capitals() {
    check(
        &[("city", "CDMX"), ("country", "MX")],
        "||CDMX||MX|America/Mexico_City|19.4,-99.1",
    );
}

#[test]
fn hours_in_a_zone_that_is_not_the_citys_are_to_be_converted() {
    let zones = |city: &str, zone: &str| {
        let mut draft = Draft::example("");
        draft.put("city", city);
        draft.put("timezone", zone);
        let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
        locator.locate(draft).ok().map(|draft| {
            let zone = draft.text_of("timezone").unwrap_or_default().to_owned();
            (zone, draft.hours_in)
        })
    };
    let berlin = || "Europe/Berlin".to_owned();
    let kyiv = Some("Europe/Kyiv".to_owned());
    assert_eq!(zones("Berlin", "Europe/Kyiv"), Some((berlin(), kyiv)));
    assert_eq!(zones("Berlin", "Europe/Paris"), Some((berlin(), None)));
    assert_eq!(zones("Berlin", "Europe/Berlin"), Some((berlin(), None)));
}
