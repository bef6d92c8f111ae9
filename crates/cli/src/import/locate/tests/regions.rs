//! Regions beside cities, and regions that are called like cities elsewhere.

use super::*;

#[track_caller]
fn check_location(text: &str, expected: &str) {
    let found = located(&[("location", text)], &[]);
    let parts: Vec<&str> = found.split('|').collect();
    let short = match &parts[..] {
        [_, _, city, region, country, ..] => format!("{city}|{region}|{country}"),
        _ => found.clone(),
    };
    let fits = match expected.strip_prefix('✗') {
        Some(reason) => short.starts_with('✗') && short.contains(reason.trim()),
        None => short == expected,
    };
    assert!(fits, "{text}: {found}");
}

#[test]
fn a_town_with_its_state_is_that_town() {
    for (text, expected) in [
        ("Naples, Florida", "Naples|Florida|US"),
        ("Naples, Florida, USA", "Naples|Florida|US"),
        ("Courthouse, Naples, Florida", "Naples|Florida|US"),
        ("Venice, Florida", "Venice|Florida|US"),
        ("Hollywood, Florida", "Hollywood|Florida|US"),
        ("Lebanon, Pennsylvania", "Lebanon|Pennsylvania|US"),
        ("London, Ontario", "London|Ontario|CA"),
        ("Valencia, Carabobo", "Valencia|Carabobo|VE"),
        ("Córdoba, Veracruz", "Córdoba|Veracruz|MX"),
        // Its abbreviation is no code of the Netherlands.
        ("Monterrey, N.L.", "Monterrey||MX"),
        // The name of Moscow in another language.
        ("Moscú, Idaho", "Moscú|Idaho|US"),
        ("Neapel, Florida", "Neapel|Florida|US"),
        ("San Petersburgo, Florida", "San Petersburgo|Florida|US"),
    ] {
        check_location(text, expected);
    }
}

#[test]
fn a_region_is_no_city_of_another_country() {
    for (text, expected) in [
        (
            "RAF Lakenheath, Suffolk, UK",
            "✗“Suffolk” is a region of GB, no city",
        ),
        (
            "Coldharbour, Surrey, UK",
            "✗“Surrey” is a region of GB, no city",
        ),
        (
            "Village Hall, Sizewell, Suffolk",
            "✗“Suffolk” is a region of GB, and a city in US",
        ),
        (
            "Kleinhintertal, Limburg, Netherlands",
            "✗“Limburg” is a region of NL, no city",
        ),
        ("Houston, MN", "✗“Houston” is known in Texas"),
        ("Houston, Minnesota", "✗“Houston” is known in Texas"),
        ("Smallplace, Alabama", "✗“Alabama” is a region of US"),
        ("Paris, Florida", "✗“Florida” is a region of"),
        (
            "Plaza, Toledo, Washington",
            "✗“Washington” is a region of US",
        ),
        // A square, a postal code, a large city.
        ("National Mall, Washington", "Washington||US"),
        ("Zócalo, México", "México||MX"),
        ("Domplatz, Limburg", "Limburg||DE"),
        ("Kulturzentrum Schlachthof, Bremen", "Bremen||DE"),
        ("Sala Cero, Sevilla", "Sevilla||ES"),
        ("Leeds, Victoria", "✗“Victoria” is a region of"),
        ("Coyoacán, México", "Coyoacán||MX"),
    ] {
        check_location(text, expected);
    }
}

#[test]
fn a_city_behind_a_general_word_for_a_place() {
    check_location("Marktplatz Heilbronn", "Heilbronn||DE");
    check_location("Schillerplatz Stuttgart", "Stuttgart||DE");
    check_location("mairie de Quimper", "Quimper||FR");
    check_location("Ayuntamiento de Zaragoza", "Zaragoza||ES");
    check_location("Rathaus Neudorf", "✗no place is known");
    check_location("gare de Lyon", "✗no place is known");
    check_location("Plaza Toledo", "✗no place is known");
}

#[test]
fn an_entry_online_says_where_in_brackets() {
    for text in [
        "Online (Zoom)",
        "en ligne (visio)",
        "Zoom-Konferenz",
        "online, Jitsi",
    ] {
        check_location(text, "||");
    }
    check_location("Online (Rathaus)", "✗no place is known");
}
