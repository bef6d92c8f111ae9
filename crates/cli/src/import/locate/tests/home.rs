//! What the other entries of a source say of a city.

use super::*;

/// The country of a bare city among entries that lie in some cities, or why it has none.
fn among(cities: &[&str], city: &str) -> String {
    let origin = Origin {
        source: "source".into(),
        unit: "line",
        number: 1,
    };
    let at = |city: &str| {
        let mut draft = Draft::new(origin.clone(), "");
        draft.put("city", city);
        draft
    };
    let all: Vec<Draft> = cities.iter().chain([&city]).map(|city| at(city)).collect();
    let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
    locator.settle_home(&all);
    match locator.locate(at(city)) {
        Ok(draft) => draft.text_of("country").unwrap_or_default().to_owned(),
        Err(reject) => format!("✗ {}", reject.reason),
    }
}

#[test]
fn a_city_that_may_be_several_is_the_one_at_home_unless_one_abroad_is_far_larger() {
    let norway = ["Oslo", "Trondheim", "Tromsø", "Stavanger"];
    let france = ["Marseille", "Rennes", "Perpignan", "Nantes"];
    let spain = ["Zaragoza", "Bilbao", "Murcia", "Sevilla"];
    let states = ["Chicago", "Detroit", "Seattle", "Houston"];
    assert_eq!(among(&norway, "Bergen"), "NO");
    assert_eq!(among(&france, "Brest"), "FR");
    assert_eq!(among(&spain, "Barcelona"), "ES");
    // Birmingham in Alabama is far smaller than the one in England.
    assert!(among(&states, "Birmingham").contains("may be several places"));
    // In a list of many countries nothing is nearer.
    let world = ["Oslo", "Marseille", "Bilbao", "Chicago"];
    assert!(among(&world, "Bergen").contains("may be several places"));
}

#[test]
fn a_small_town_far_from_all_other_entries_is_asked_for() {
    let argentina = ["La Plata", "Mendoza", "Ushuaia", "Bariloche"];
    assert!(among(&argentina, "Ystad").contains("far from all other entries"));
    // Near, large, or of the same country.
    assert_eq!(
        among(&["Hamburg", "Dresden", "Leipzig", "Kassel"], "Steyr"),
        "AT"
    );
    assert_eq!(among(&argentina, "Tokyo"), "JP");
}

#[test]
fn where_one_country_has_all_names_it_is_the_one() {
    // None of them is certain: all have large namesakes.
    let scotland = ["Dundee", "Stirling", "Perth"];
    assert_eq!(among(&scotland, "Cambridge"), "GB");
    let chile = ["Concepción", "Valparaíso", "Antofagasta"];
    assert!(among(&chile, "Los Ángeles").contains("may be several places"));
    let spain = ["Albacete", "Ciudad Real"];
    assert!(among(&spain, "Cuenca").contains("may be several places"));
    let both = ["Oslo", "Marseille"];
    assert!(among(&both, "Bergen").contains("may be several places"));
}
