//! Places as they stand in one text.

use gazetteer::Gazetteer;

use super::*;

#[track_caller]
fn check(text: &str, expected: &str) {
    let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
    let found = match locator.read(text, Known::default()) {
        Outcome::City { read, places, .. } => {
            let some = |text: Option<String>| text.unwrap_or_default();
            let Read {
                place,
                city,
                region,
                country,
            } = read;
            let all = [place.join("; "), some(city), some(region), some(country)];
            format!(
                "{}{}",
                all.join("|"),
                if places.len() > 1 { " several" } else { "" }
            )
        }
        Outcome::Country(read) => format!(
            "{}|||{} alone",
            read.place.join("; "),
            read.country.unwrap_or_default()
        ),
        Outcome::Unsure(reason, _) => format!("unsure: {reason}"),
        Outcome::Unknown => "unknown".to_owned(),
    };
    assert_eq!(found, expected, "{text}");
}

#[test]
fn places_in_one_text() {
    check("Plaza Mayor, Madrid, Spain", "Plaza Mayor|Madrid||ES");
    check("Iran, Tehran", "|Tehran||IR");
    check("US, Texas, Dallas", "|Dallas|Texas|US");
    check("Albany, New York, USA", "|Albany|New York|US");
    check("Bryant Park, New York, USA", "Bryant Park|New York||US");
    check("Chicago, IL", "|Chicago|Illinois|US");
    check(
        "1564 H St NW, Washington, DC 20001",
        "1564 H St NW|Washington|District of Columbia|US",
    );
    check(
        "Place de la République, 75011 Paris",
        "Place de la République|Paris||FR",
    );
    check("Nürnberg - Kornmarkt 5", "Kornmarkt 5|Nürnberg||DE");
    check(
        "Luxembourg - Place de l'Europe",
        "Place de l'Europe|Luxembourg||LU",
    );
    check("London, Ontario, Canada", "|London|Ontario|CA");
    check("Yemen", "|||YE alone");
    check("Springfield, USA", "|Springfield|| several");
    check("Room 5", "unknown");
    check("Gran Vía, Granada", "Gran Vía|Granada|| several");
    check("Atlanta, Georgia", "|Atlanta|Georgia|US");
    check("Tbilisi, Georgia", "|Tbilisi||GE");
    check("Paris, Texas", "|Paris|Texas|US");
    check("New York, New York", "|New York|New York|US");
    check("Madrid, Barcelona", "Barcelona|Madrid|| several");
    check("Neumarkt, Köln", "Neumarkt|Köln||DE");
    check("Divers, voir description", "unknown");
    check("ميدان التحرير، القاهرة، مصر", "ميدان التحرير|القاهرة||EG");
    check("서울, 광화문광장", "광화문광장|서울||KR");
    check("Taksim Meydanı - İstanbul", "Taksim Meydanı|İstanbul||TR");
    check(
        "Пушкинская площадь, Москва, Россия",
        "Пушкинская площадь|Москва||RU",
    );
}
