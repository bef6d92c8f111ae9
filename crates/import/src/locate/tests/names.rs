//! Names in brackets, in two languages, in a sentence; the city above a table.

use super::*;

/// City, country, place and address of an entry of one text, or why it is refused.
fn read(location: &str, set: &[(&str, &str)]) -> String {
    let all = located(&[("location", location)], set);
    let fields: Vec<&str> = all.split('|').collect();
    match fields[..] {
        [place, address, city, _, country, ..] => format!("{city} {country}: {place}; {address}"),
        _ => all,
    }
}

#[test]
fn words_in_brackets_behind_a_venue_are_no_village_far_away() {
    let set = [("city", "Leeds"), ("country", "GB")];
    for (text, expected) in [
        ("Market Hall (east side)", "✗ no place is known"),
        ("Münsterplatz (Nordseite)", "✗ no place is known"),
        (
            "Hauptwache (Frankfurt am Main)",
            "Frankfurt am Main DE: Hauptwache; ",
        ),
    ] {
        let found = read(text, &[]);
        assert!(found.starts_with(expected), "{text}: {found}");
    }
    for (text, place) in [
        ("City Square (north side)", "City Square (north side)"),
        ("City Square (Northside)", "City Square (Northside)"),
        ("Town Hall (York)", "Town Hall (York)"),
    ] {
        assert_eq!(read(text, &set), format!("Leeds GB: {place}; "), "{text}");
    }
    assert!(read("Town Hall, York", &set).starts_with("York GB"));
}

#[test]
fn of_a_city_and_its_quarter_it_is_the_city() {
    for (text, expected) in [
        ("NGUNNAWAL (Canberra)", "Canberra AU"),
        ("Plaza (Atocha), Madrid", "Madrid ES"),
        ("Getafe (Madrid)", "Getafe ES"),
    ] {
        let found = read(text, &[]);
        assert!(found.starts_with(expected), "{text}: {found}");
    }
}

#[test]
fn the_name_of_a_city_in_another_language_is_no_part_of_its_address() {
    for (text, expected) in [
        ("Turku / Åbo, Kauppatori", "Turku FI: Kauppatori; "),
        ("Vaasa / Vasa, Tori", "Vaasa FI: Tori; "),
        ("Cardiff (Caerdydd), Senedd", "Cardiff GB: Senedd; "),
    ] {
        assert_eq!(read(text, &[]), expected, "{text}");
    }
}

#[test]
fn a_city_with_an_ending_or_a_word_for_in_is_the_city() {
    for (text, city) in [
        ("Vilniuje, prie Seimo", "Vilnius LT"),
        ("v Brně, náměstí Svobody", "Brno CZ"),
        ("u Splitu, Riva", "Split HR"),
        ("Στη Λευκωσία, Πλατεία Ελευθερίας", "Λευκωσία CY"),
        ("وفي نواكشوط, ساحة الحرية", "نواكشوط MR"),
    ] {
        let found = read(text, &[]);
        assert!(found.starts_with(city), "{text}: {found}");
    }
}

#[test]
fn a_city_among_other_words_is_said() {
    let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
    let mut draft = row("Washington Mall, TDOV Toronto", None);
    draft = locator.locate(draft).unwrap();
    assert_eq!(draft.text_of("city"), Some("Toronto"));
    assert!(draft.notes.iter().any(|note| note.contains("TDOV Toronto")));
    let found = read("Carrefour de l'Europe", &[]);
    assert!(found.starts_with('✗'), "{found}");
}

/// A row below texts.
fn row(location: &str, above: Option<&str>) -> Draft {
    let mut draft = Draft::example("");
    draft.location = Some(location.to_owned());
    draft.above = above.map(Into::into);
    draft
}

#[test]
fn the_city_above_a_table_is_that_of_rows_that_name_none() {
    let at = |above: &str, locations: &[&str]| {
        let rows: Vec<Draft> = locations.iter().map(|one| row(one, Some(above))).collect();
        let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
        locator.settle_home(&rows);
        let notes = locator.settle_above(&rows);
        let cities = rows.into_iter().map(|row| match locator.locate(row) {
            Ok(draft) => draft.text_of("city").unwrap_or_default().to_owned(),
            Err(_) => "✗".to_owned(),
        });
        (cities.collect::<Vec<_>>().join(", "), notes.len())
    };
    for (above, cities) in [
        ("Kundgebungen in Dresden", "Dresden, Dresden"),
        ("Leipzig", "Leipzig, Leipzig"),
        ("Leeds City Council - marches;;;", "Leeds, Leeds"),
        (
            "Préfecture du Nord – manifestations à Lille",
            "Lille, Lille",
        ),
        (
            "Demonstracje zgłoszone Prezydentowi m.st. Warszawy",
            "Warszawa, Warszawa",
        ),
        ("Magistrát města Brna", "Brno, Brno"),
        ("Oslo og Bergen", "✗, ✗"),
        ("Reading list of rallies", "✗, ✗"),
        ("Demos", "✗, ✗"),
    ] {
        let found = at(above, &["Marktplatz (Nordseite)", "Altes Tor, Eingang"]);
        let said = usize::from(!cities.starts_with('✗'));
        assert_eq!(found, (cities.to_owned(), said), "{above}");
    }
    // A row that names its own city, and a table most of whose rows do.
    let found = at(
        "Dresden",
        &["Neumarkt 1, 01067", "Altes Tor", "Leipzig, Augustusplatz"],
    );
    assert_eq!(found.0, "Dresden, Dresden, Leipzig");
    let found = at(
        "Dresden",
        &["Köln, Domplatte", "Altes Tor", "Leipzig, Augustusplatz"],
    );
    assert_eq!(found, ("Köln, ✗, Leipzig".to_owned(), 0));
}

#[test]
fn the_city_in_the_head_of_a_listing_is_that_of_entries_that_name_none() {
    let at = |head: &str, locations: &[&str]| {
        let drafts = locations.iter().map(|location| {
            let mut draft = row(location, None);
            draft.put("title", "Mahnwache");
            draft.head = Some(head.into());
            draft
        });
        let drafts: Vec<Draft> = drafts.collect();
        let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
        locator.settle_home(&drafts);
        let notes = locator.settle_heads(&drafts).len();
        let cities = drafts.into_iter().map(|draft| match locator.locate(draft) {
            Ok(draft) => draft.text_of("city").unwrap_or_default().to_owned(),
            Err(_) => "✗".to_owned(),
        });
        (cities.collect::<Vec<_>>().join(", "), notes)
    };
    for (head, city) in [
        ("KLIMA-RUNDBRIEF DRESDEN – Dezember 2026", "Dresden"),
        ("Was diese Woche in Bremen los ist", "Bremen"),
        ("Démosphère Toulouse — l'agenda", "Toulouse"),
        ("Appuntamenti di dicembre a Bologna e dintorni", "Bologna"),
        ("Actieagenda Utrecht", "Utrecht"),
        ("here are this week's events in Sheffield:", "Sheffield"),
        ("Kalendarium protestów we Wrocławiu", "Wrocław"),
        ("Cosa si muove a Torino", "Torino"),
        // What holds unless an entry says otherwise, whatever else stands above.
        (
            "All events are in Bristol unless we say otherwise.",
            "Bristol",
        ),
        (
            "Bonjour à tout le pays ! Sauf mention contraire, ça se passe à Toulouse.",
            "Toulouse",
        ),
        // A paper, a person, a head office, what is past, a whole country, two cities, and no list at all.
        ("Radio Bern: Demos diese Woche", "✗"),
        ("Newsletter von Jack London", "✗"),
        ("Hauptvorstand Berlin: Termine der Woche", "✗"),
        ("After the march in Manchester, here is what is next", "✗"),
        ("Demos diese Woche in Bern und in der ganzen Schweiz", "✗"),
        ("Kalender Oslo og Bergen", "✗"),
        ("Verein Freunde Leipzig", "✗"),
    ] {
        let found = at(head, &["Marktplatz (Nordseite)", "Altes Tor, Eingang"]);
        let said = usize::from(city != "✗");
        assert_eq!(found, (format!("{city}, {city}"), said), "{head}");
    }
    // A town in the words of an entry is said to be another one.
    let drafts = [
        "Stille protest foran regionshuset i Viborg, mandag",
        "Fakkeltog, Torvet",
    ];
    let mut drafts: Vec<Draft> = drafts
        .into_iter()
        .map(|text| {
            let mut draft = row(text, None);
            draft.text = text.into();
            draft.put("title", "Protest");
            draft.location = Some("Ved indgangen til huset".to_owned());
            draft.head = Some("Aarhus: kalender".into());
            draft
        })
        .collect();
    let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
    locator.settle_heads(&drafts);
    let last = drafts.pop().map(|draft| locator.locate(draft).is_ok());
    let first = drafts.pop().map(|draft| locator.locate(draft).is_ok());
    assert_eq!((first, last), (Some(false), Some(true)));
    // What an entry names itself goes first; a list of other cities has none of its head.
    let found = at(
        "Termine in Dresden",
        &["Altes Tor, Eingang", "Marktplatz (Nordseite)", "Leipzig"],
    );
    assert_eq!(found.0, "Dresden, Dresden, Leipzig");
    let found = at(
        "Termine in Dresden",
        &[
            "Köln",
            "Altes Tor, Eingang",
            "Leipzig",
            "Marktplatz (Nordseite)",
            "Kassel",
        ],
    );
    assert_eq!(found, ("Köln, ✗, Leipzig, ✗, Kassel".to_owned(), 0));
}

#[test]
fn an_entry_of_another_city_than_the_one_above_its_table_is_there_or_said() {
    let above = "Actions in Leeds";
    for (title, place, city, said) in [
        ("Peace vigil", "City Square", "Leeds", ""),
        (
            "Bradford: peace vigil",
            "City Park",
            "Bradford",
            "begins with “Bradford”",
        ),
        (
            "Peace vigil in Sheffield",
            "Peace Gardens",
            "Leeds",
            "names “Sheffield”",
        ),
        ("Rally", "Town Hall, Halifax", "Halifax", "names Halifax"),
        ("Solidarity: stop the war", "Park Row", "Leeds", ""),
        ("Vigil in Leeds", "Park Row", "Leeds", ""),
    ] {
        let with_title = |title: &str, place: &str| {
            let mut row = row(place, Some(above));
            row.put("title", title);
            row
        };
        let rows = [
            with_title("Rally", "City Square"),
            with_title("March", "Park Row"),
            with_title(title, place),
        ];
        let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
        locator.settle_home(&rows);
        locator.settle_above(&rows);
        let [.., last] = rows;
        let found = locator.locate(last).unwrap();
        assert_eq!(found.text_of("city"), Some(city), "{title}, {place}");
        assert_eq!(found.notes.is_empty(), said.is_empty(), "{:?}", found.notes);
        assert!(
            found.notes.iter().all(|note| note.contains(said)),
            "{:?}",
            found.notes
        );
    }
}
