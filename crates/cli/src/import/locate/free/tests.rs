//! Places as they stand in one text.

use gazetteer::Gazetteer;

use super::*;

#[track_caller]
fn check(text: &str, expected: &str) {
    let mut locator = Locator::new(Gazetteer::embedded(), false);
    let found = match locator.free(text, None, None) {
        Ok(Read {
            place,
            city,
            region,
            country,
        }) => {
            let some = |text: Option<String>| text.unwrap_or_default();
            format!(
                "{}|{}|{}|{}",
                place.join("; "),
                some(city),
                some(region),
                some(country)
            )
        }
        Err((why, candidates)) => format!(
            "{} ({})",
            why.split(';').next().unwrap(),
            candidates.len().min(2)
        ),
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
    check("Chicago, IL", "|Chicago|IL|US");
    check(
        "1564 H St NW, Washington, DC 20001",
        "1564 H St NW|Washington|DC|US",
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
    check("Yemen", "|||YE");
    check(
        "Springfield, USA",
        "“Springfield” may be several places (2)",
    );
    check("Room 5", "no place is known in “Room 5” (0)");
}
