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
fn a_town_in_a_region_where_none_of_its_name_is_known_is_refused() {
    for (text, expected) in [
        // A region of the first order that is called like a town as well.
        (
            "Detroit (Oregon)",
            "✗“Detroit” is known in Michigan, and not in “Oregon”",
        ),
        ("Detroit, Oregon", "✗“Oregon” is a city and a region"),
        ("Detroit, Oregon, USA", "✗“Oregon” is a city and a region"),
        ("Altenburg (Hessen)", "✗“Altenburg” is known in Thuringia"),
        ("Köln (HE)", "✗and not in “HE”"),
        // Départements by number and name, counties, provinces, powiats, Kreise.
        ("Saint-Denis (89)", "✗and not in “89”"),
        ("Saint-Denis (Yonne)", "✗and not in “Yonne”"),
        ("Nice (33)", "✗and not in “33”"),
        ("Vienne (95)", "✗“95” is a region of FR"),
        (
            "Bradford, Devon",
            "✗“Bradford” is known in England, and not in “Devon”",
        ),
        (
            "Cambridge (Gloucestershire)",
            "✗and not in “Gloucestershire”",
        ),
        ("Moncalieri (MI)", "✗and not in “MI”"),
        ("Rivoli (VR)", "✗and not in “VR”"),
        ("Leganés (Cuenca)", "✗and not in “Cuenca”"),
        ("Nowa Wieś, pow. płocki", "✗and not in “pow. płocki”"),
        ("Altenburg, Lkr. Rosenheim", "✗and not in “Lkr. Rosenheim”"),
        // No town is called like a square.
        ("piazza Roma, Castello (BO)", "✗no place is known"),
    ] {
        check_location(text, expected);
    }
}

#[test]
fn a_district_says_which_of_several_towns_is_meant() {
    for (text, expected) in [
        ("Richmond, North Yorkshire", "Richmond|North Yorkshire|GB"),
        ("Bangor, Gwynedd", "Bangor|Gwynedd|GB"),
        ("Newport (Gwent)", "Newport|Gwent|GB"),
        ("Newport, Pembs", "Newport|Pembrokeshire|GB"),
        ("Livo (TN)", "Livo|Trento|IT"),
        ("Gąbin, powiat płocki", "Gąbin|powiat płocki|PL"),
        ("Bandon, Co. Cork", "Bandon|Co. Cork|IE"),
        ("Newcastle, Co. Down", "Newcastle|Co. Down|GB"),
        ("Lucena, Córdoba", "Lucena|Córdoba|ES"),
        ("Getafe (Madrid)", "Getafe|Madrid|ES"),
    ] {
        check_location(text, expected);
    }
}

#[test]
fn districts_that_changed_hold_the_towns_they_had() {
    for (text, expected) in [
        ("Bromley, Kent", "Bromley|Kent|GB"),
        ("Stockport, Cheshire", "Stockport|Cheshire|GB"),
        ("Bath, Somerset", "Bath|Somerset|GB"),
        (
            "Middlesbrough, North Yorkshire",
            "Middlesbrough|North Yorkshire|GB",
        ),
        ("Barletta (BA)", "Barletta|Bari|IT"),
        ("Rosenheim, Lkr. Rosenheim", "Rosenheim||DE"),
        ("Bogen (Lkr. Straubing-Bogen)", "Bogen||DE"),
        ("Lyon, rue de Bretagne", "Lyon||FR"),
        ("Guadalajara, México", "Guadalajara||MX"),
        ("타이베이 (Taipei)", "타이베이||TW"),
        ("Taksim, İstanbul", "İstanbul||TR"),
        ("Puente Genil, Córdoba", "Puente-Genil|Córdoba|ES"),
        ("Piazza Armerina (EN)", "Piazza Armerina|Enna|IT"),
    ] {
        check_location(text, expected);
    }
}

#[test]
fn a_column_of_regions_says_where_a_town_is() {
    let column = |city: &str, region: &str, country: &str| {
        let found = located(
            &[("city", city), ("region", region), ("country", country)],
            &[],
        );
        let parts: Vec<&str> = found.split('|').collect();
        match &parts[..] {
            [_, _, city, region, country, _, at] => format!("{city}|{region}|{country}|{at}"),
            _ => found.clone(),
        }
    };
    for (city, region, country) in [
        ("Bradford", "Devon", "GB"),
        ("Bradford", "Devon", ""),
        ("Bradford (Devon)", "", "GB"),
        ("Saint-Denis", "Yonne", "FR"),
        ("Nice", "33", "FR"),
        ("Rivoli", "Verona", "IT"),
        ("Toledo", "Cuenca", "ES"),
        ("Toledo", "Cuenca", ""),
        ("Gąbin", "żyrardowski", "PL"),
        ("Altenburg", "HE", "DE"),
        ("Bogen", "Lkr. Rosenheim", "DE"),
        ("Houston, MN", "", "US"),
    ] {
        let found = column(city, region, country);
        assert!(found.starts_with('✗'), "{city}, {region}: {found}");
    }
    for (city, region, country, expected) in [
        (
            "Richmond",
            "North Yorkshire",
            "GB",
            "Richmond|North Yorkshire|GB|54.4,-1.7",
        ),
        ("Leeds", "England", "GB", "Leeds|England|GB|53.8,-1.5"),
        (
            "Leeds",
            "Yorkshire and the Humber",
            "GB",
            "Leeds|Yorkshire and the Humber|GB|53.8,-1.5",
        ),
        ("Nice", "06", "FR", "Nice|Alpes-Maritimes|FR|43.7,7.3"),
        ("Bari", "BA", "IT", "Bari|Bari|IT|41.1,16.9"),
        ("Bari", "Puglia", "IT", "Bari|Puglia|IT|41.1,16.9"),
        ("Ourense", "OU", "ES", "Ourense|Ourense|ES|42.3,-7.9"),
        ("Bray", "Dublin", "IE", "Bray|Dublin|IE|53.2,-6.1"),
        ("Gąbin", "płocki", "PL", "Gąbin|płocki|PL|52.4,19.7"),
        (
            "Siegburg",
            "Rhein-Sieg-Kreis",
            "DE",
            "Siegburg|Rhein-Sieg-Kreis|DE|50.8,7.2",
        ),
    ] {
        assert_eq!(column(city, region, country), expected, "{city}, {region}");
    }
}

#[test]
fn three_letters_with_small_ones_are_no_code_of_a_country() {
    check_location("Åre", "✗“Åre” may be several places");
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
