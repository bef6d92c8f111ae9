//! What the other entries of a source say of a city.

use super::*;

/// An entry in a bare city among entries that lie in some cities, or why it is refused.
fn located(cities: &[&str], city: &str) -> Result<Draft, String> {
    let at = |city: &str| {
        let mut draft = Draft::example("");
        draft.put("city", city);
        draft
    };
    let all: Vec<Draft> = cities.iter().chain([&city]).map(|city| at(city)).collect();
    let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
    locator.settle_home(&all);
    locator.locate(at(city)).map_err(|reject| reject.reason)
}

/// The country of such an entry, or why it has none.
fn among(cities: &[&str], city: &str) -> String {
    match located(cities, city) {
        Ok(draft) => draft.text_of("country").unwrap_or_default().to_owned(),
        Err(reason) => format!("✗ {reason}"),
    }
}

#[test]
fn a_city_that_may_be_several_is_the_one_at_home_unless_one_abroad_is_far_larger() {
    let norway = ["Oslo", "Trondheim", "Tromsø", "Stavanger"];
    let france = ["Marseille", "Rennes", "Perpignan", "Nantes"];
    let spain = ["Zaragoza", "Bilbao", "Murcia", "Sevilla"];
    let states = ["Chicago", "Denver", "Seattle", "Houston"];
    assert_eq!(among(&norway, "Bergen"), "NO");
    assert_eq!(among(&france, "Brest"), "FR");
    assert_eq!(among(&spain, "Barcelona"), "ES");
    // Birmingham in Alabama is far smaller than the one in England, and there are towns of all other names around it.
    assert_eq!(among(&states, "Birmingham"), "US");
    assert!(among(&["Chicago", "Detroit", "Oslo", "Graz"], "Birmingham").starts_with('✗'));
    // The larger one abroad is said, and a quarter of a city of the list is not meant.
    assert_eq!(among(&spain, "Cuenca"), "ES");
    assert_eq!(
        among(&["Gdańsk", "Lublin", "Łódź", "Poznań"], "Siedlce"),
        "PL"
    );
    assert_eq!(among(&["Αθήνα", "Πάτρα", "Βόλος"], "Ηράκλειο"), "GR");
    // Of two at home the far larger one.
    assert_eq!(among(&["Kiel", "Lübeck", "Rostock"], "Husum"), "DE");
    assert!(among(&["Pirna", "Sebnitz", "Dresden"], "Königstein").starts_with('✗'));
    let basque = ["Bilbo", "Donostia", "Gasteiz", "Durango"];
    // Across the border, and near.
    assert_eq!(among(&basque, "Baiona"), "FR");
    // The town is called so, the larger city abroad only in the language of the source.
    assert_eq!(among(&france, "Valence"), "FR");
    let portugal = ["Lisboa", "Porto", "Braga", "Faro"];
    assert_eq!(among(&portugal, "Santarém"), "PT");
    // In a list of other countries nothing is nearer.
    let world = ["Lisboa", "Marseille", "Bilbao", "Chicago"];
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
    // All of these are in the United States as well, where far fewer people live in a town called so.
    let england = ["Leeds", "York", "Bristol", "Newcastle", "Birmingham"];
    for city in england {
        assert_eq!(among(&england, city), "GB", "{city}");
    }
    assert!(among(&england, "Boston").starts_with('✗'));
    let virginia = ["Richmond", "Norfolk", "Alexandria", "Portsmouth"];
    for city in virginia {
        let found = among(&virginia, city);
        assert!(found == "US" || found.starts_with('✗'), "{city}: {found}");
    }
    let chile = ["Concepción", "Valparaíso", "Antofagasta"];
    assert!(among(&chile, "Los Ángeles").contains("may be several places"));
    let spain = ["Albacete", "Ciudad Real"];
    assert!(among(&spain, "Cuenca").contains("may be several places"));
    let others = ["Lisboa", "Marseille"];
    assert!(among(&others, "Bergen").contains("may be several places"));
    // An entry in the country of a city that is far larger there.
    assert_eq!(among(&["Oslo", "Marseille"], "Bergen"), "NO");
    assert_eq!(
        among(
            &["Ciudad de México", "Montevideo", "Buenos Aires"],
            "Rosario"
        ),
        "AR"
    );
    assert_eq!(among(&["Girona", "Palma", "Perpinyà"], "Barcelona"), "ES");
    let canada = ["Toronto", "Halifax", "Calgary", "Ottawa", "Winnipeg"];
    assert_eq!(among(&canada, "London"), "CA");
}

#[test]
fn one_town_abroad_says_nothing_of_the_others() {
    let abroad = |city: &str, cities: &[&str], home: &str| {
        let found = among(cities, city);
        assert!(found == home || found.starts_with('✗'), "{city}: {found}");
    };
    // Each of them has a larger namesake, in four countries.
    let spain = ["Badajoz", "Trujillo", "Guadalajara", "Cuenca", "León"];
    for city in spain {
        abroad(city, &spain, "ES");
    }
    assert_eq!(among(&spain, "Badajoz"), "ES");
    abroad("Guadalajara", &["Cuenca"], "ES");
    abroad("Trujillo", &["Badajoz", "Bilbao", "Vigo"], "ES");
    abroad("Boston", &["Leeds", "Sheffield", "York"], "GB");
    abroad("Cartagena", &["Murcia", "Lorca", "Mérida"], "ES");
    abroad("Hamilton", &["Glasgow", "Paisley", "Motherwell"], "GB");
    // Where a list is of many countries, the city that everybody knows is meant.
    let world = ["New York", "Chicago", "Paris", "Berlin", "Roma", "Tokyo"];
    assert_eq!(among(&world, "Boston"), "US");
    assert_eq!(among(&world, "Paris"), "FR");
    assert_eq!(among(&["Dublin", "Lisboa", "Madrid"], "Napoli"), "IT");
    assert_eq!(among(&["Lima", "Arequipa", "Cuzco"], "Trujillo"), "PE");
    assert_eq!(among(&["Quito", "Guayaquil", "Loja"], "Cuenca"), "EC");
    assert_eq!(among(&["Monterrey", "Puebla"], "Guadalajara"), "MX");
}

#[test]
fn a_town_by_its_own_name_goes_before_one_abroad_in_the_language_of_the_source() {
    assert_eq!(among(&["Rennes", "Nantes", "Grenoble"], "Vienne"), "FR");
    assert_eq!(among(&["Salzburg", "Graz", "Linz"], "Wien"), "AT");
    assert_eq!(among(&["Milano", "Torino", "Napoli"], "Vienna"), "AT");
    assert_eq!(among(&["Rennes", "Nantes", "Grenoble"], "Londres"), "GB");
}

#[test]
fn a_city_called_like_a_country_is_that_among_towns_of_its_country() {
    let andalusia = ["Sevilla", "Málaga", "Huelva", "Jaén"];
    assert_eq!(among(&andalusia, "Granada"), "ES");
    assert_eq!(among(&andalusia, "Córdoba"), "ES");
    assert!(among(&["Bologna", "Rimini", "Ferrara"], "San Marino").starts_with('✗'));
    assert!(
        among(&["Norwich", "Leeds", "Sheffield", "Bradford"], "Suffolk")
            .contains("is a region of GB")
    );
}

#[test]
fn a_city_abroad_that_everybody_knows_is_said_where_a_town_at_home_is_called_so() {
    let portugal = ["Lisboa", "Porto", "Santarém", "Bragança", "Lagos"];
    let notes = |city: &str| located(&portugal, city).map(|draft| draft.notes.join("; "));
    let said = notes("Lagos").unwrap_or_else(|reason| reason);
    assert!(said.contains("PT"), "{said}");
    assert_eq!(notes("Porto").as_deref(), Ok(""));
}

#[test]
fn a_capital_of_a_province_called_so_is_the_one_at_home() {
    let at = |city: &str, province: &str| {
        let mut draft = Draft::example("");
        draft.put("city", city);
        draft.put("region", province);
        draft
    };
    let among = |rows: &[(&str, &str)], city: &str| {
        let all: Vec<Draft> = rows
            .iter()
            .map(|(city, province)| at(city, province))
            .collect();
        let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
        locator.settle_home(&all);
        let found = locator.locate(at(city, city));
        found.map(|draft| draft.text_of("country").unwrap_or_default().to_owned())
    };
    let spain = [
        ("Sevilla", "Sevilla"),
        ("Jerez de la Frontera", "Cádiz"),
        ("Bilbao", "Vizcaya"),
    ];
    assert_eq!(among(&spain, "Granada").as_deref(), Ok("ES"));
    assert_eq!(among(&spain, "Córdoba").as_deref(), Ok("ES"));
    let argentina = [
        ("Rosario", "Santa Fe"),
        ("Mendoza", "Mendoza"),
        ("Mar del Plata", "Buenos Aires"),
    ];
    assert_eq!(among(&argentina, "Córdoba").as_deref(), Ok("AR"));
}
