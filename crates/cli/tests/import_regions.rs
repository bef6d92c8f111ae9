//! States, provinces and districts in the language of the country: as headings of a listing and as a column.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use run::marchmap;
use serde_json::Value;

/// Imports a source, and gives each event as city, region and country, then the reasons of the rejects.
fn imported(name: &str, source: &str) -> (Vec<String>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), source).unwrap();
    let ran = marchmap(folder.path(), &["import", name, "-o", "events.json"], b"");
    assert!(ran.status < 2, "{}", ran.err);
    let list = |file: &str, list: &str| {
        let text = std::fs::read_to_string(folder.path().join(file)).unwrap_or_default();
        let json: Value = serde_json::from_str(&text).unwrap_or_default();
        json[list].as_array().cloned().unwrap_or_default()
    };
    let event = |event: &Value| {
        ["city", "region", "country", "address"]
            .map(|field| event[field].as_str().unwrap_or_default().to_owned())
            .join("|")
    };
    let reason = |reject: &Value| reject["reason"].as_str().unwrap_or_default().to_owned();
    (
        list("events.json", "events").iter().map(event).collect(),
        list("events.rejects.json", "rejects")
            .iter()
            .map(reason)
            .collect(),
    )
}

#[track_caller]
fn check(name: &str, source: &str, expected: &[&str]) {
    let (events, rejects) = imported(name, source);
    assert_eq!(rejects, [""; 0], "{events:?}");
    assert_eq!(events, expected);
}

#[test]
fn regions_head_cities_in_the_language_of_their_country() {
    check(
        "list.txt",
        "Klimastreik am 15. September 2023\n\nBayern\nAugsburg | 16:00 | Rathausplatz\nHessen\nMarburg: 13.30 Uhr, Marktplatz\n\
         Niedersachsen\nHannover: 12 Uhr, Opernplatz\nBaden-Württemberg\nHeidelberg: 14 Uhr, Bismarckplatz\n",
        &[
            "Augsburg|Bayern|DE|",
            "Marburg|Hessen|DE|",
            "Hannover|Niedersachsen|DE|",
            "Heidelberg|Baden-Württemberg|DE|",
        ],
    );
    check(
        "list.txt",
        "8 de marzo de 2024\n\nAndalucía\nCórdoba: 18:30 h, Glorieta Cruz Roja\nJaén: 18:30 h, Plaza de las Batallas\n\
         Aragón\nTeruel: 12:00 h, Plaza San Juan\nCataluña\nGirona: 19:00 h, Plaça U d'Octubre\n",
        &[
            "Córdoba|Andalucía|ES|",
            "Jaén|Andalucía|ES|",
            "Teruel|Aragón|ES|",
            "Girona|Cataluña|ES|",
        ],
    );
    check(
        "list.txt",
        "23 января 2021 года\n\nСвердловская область\nЕкатеринбург: 14:00, площадь Труда\nИркутская область\nИркутск: 14:00, сквер Кирова\n\
         Пермский край\nПермь: 15:00, площадь\n",
        &[
            "Екатеринбург|Свердловская область|RU|",
            "Иркутск|Иркутская область|RU|",
            "Пермь|Пермский край|RU|",
        ],
    );
}

#[test]
fn one_region_is_a_heading_when_the_city_below_lies_in_it() {
    check(
        "list.txt",
        "8 de marzo de 2024\n\nANDALUCÍA\nAlmería: 19:00 h. Plaza de la Constitución\nJaén: 18:30 h. Plaza de las Batallas\n\
         Granada: a las 19h en el Triunfo\nMadrid\nPlaza Mayor: 12:00 h. Concentración\n",
        &[
            "Almería|Andalucía|ES|",
            "Jaén|Andalucía|ES|",
            "Granada|Andalucía|ES|",
            "Madrid||ES|",
        ],
    );
    check(
        "list.txt",
        "Climate strike, 15 September 2023\n\nGeorgia\nAtlanta: 2pm, Liberty Plaza\nColumbus: 3pm, Government Center\n",
        &["Atlanta|Georgia|US|", "Columbus|Georgia|US|"],
    );
    check(
        "list.txt",
        "Climate strike, 15 September 2023\n\nGeorgia\nTbilisi: 2pm, Parliament\nBatumi: 3pm, Piazza\n",
        &["Tbilisi||GE|", "Batumi||GE|"],
    );
}

#[test]
fn regions_are_read_in_their_own_script_and_with_the_word_for_a_region() {
    for (heading, line, expected) in [
        ("沖縄県", "那覇市：14時、県庁前", "那覇市|沖縄県|JP|"),
        ("استان اصفهان", "کاشان: ساعت ۱۴", "کاشان|استان اصفهان|IR|"),
        (
            "Львівська область",
            "Дрогобич: 14:00, площа Ринок",
            "Дрогобич|Львівська область|UA|",
        ),
        (
            "województwo śląskie",
            "Katowice: godz. 16, rynek",
            "Katowice|województwo śląskie|PL|",
        ),
        (
            "TOSCANA",
            "Firenze: ore 15, piazza Duomo",
            "Firenze|Toscana|IT|",
        ),
        ("Αττική", "Πειραιάς: 18:00, Κοραή", "Πειραιάς|Αττική|GR|"),
        ("महाराष्ट्र", "पुणे: 14:00", "पुणे|महाराष्ट्र|IN|"),
    ] {
        let source = format!("2026-11-28\n\n{heading}\n{line}\n");
        check("list.txt", &source, &[expected]);
    }
}

#[test]
fn the_kind_of_a_venue_is_no_city() {
    let source = "Samstag, 28. November 2026\n\nFreiburg i. Br.: 14 Uhr, Rathaus\nFrankfurt a. M.: 15 Uhr, Römer\n\
        Neustadt a. d. Weinstr.: 15 Uhr, Bahnhof\nDa-und-dort: 16 Uhr, Rathaus\n";
    let (events, rejects) = imported("list.txt", source);
    assert_eq!(
        events,
        [
            "Freiburg||DE|",
            "Frankfurt am Main||DE|",
            "Neustadt an der Weinstraße||DE|",
        ]
    );
    assert_eq!(rejects.len(), 1, "{rejects:?}");
}

#[test]
fn the_word_for_a_city_is_no_part_of_its_name() {
    check(
        "list.txt",
        "суббота, 28 ноября 2026\n\nг. Москва: 14:00, площадь Ленина\nгород Омск: 15:00, Театральная площадь\n",
        &["Москва||RU|", "Омск||RU|"],
    );
    check(
        "sheet.csv",
        "date,title,city\n2026-11-28,A,м. Київ\n2026-11-28,B,г. Казань\n",
        &["Київ||UA|", "Казань||RU|"],
    );
    check(
        "list.txt",
        "28 November 2026\n\nWASHINGTON, D.C.\n- 2pm, Lincoln Memorial\n",
        &["Washington|District of Columbia|US|"],
    );
}

#[test]
fn parts_of_a_country_are_no_regions_of_another() {
    check(
        "list.txt",
        "Sciopero generale - Lunedì 22 settembre 2025\n\nNord:\nBergamo - ore 18:00, Prefettura\nCentro:\nPisa - ore 9:00, Piazza XX Settembre\n\
         Sud:\nPotenza - ore 9:30, Piazza Aldo Moro\n",
        &["Bergamo||IT|", "Pisa||IT|", "Potenza||IT|"],
    );
}

#[test]
fn a_town_that_is_not_known_is_not_put_into_the_city_of_the_heading_above() {
    let (events, rejects) = imported(
        "list.txt",
        "2023年11月4日\n\n【大阪府】\n大阪市　午後2時　うつぼ公園\nなぞの市　18時半　県民広場\n",
    );
    assert_eq!(events, ["大阪市|大阪府|JP|"]);
    assert_eq!(rejects.len(), 1, "{rejects:?}");
}

#[test]
fn districts_head_cities_with_or_without_their_codes() {
    check(
        "list.txt",
        "Mardi 7 mars 2023\n\nAin\nOyonnax : 10h30, devant la mairie\nAisne (02)\nLaon : 10h, place de la gare\n\
         03 - Allier\nVichy : 15h, place de la Poste\nBouches-du-Rhône\nArles : 10h30, place Lamartine\n",
        &[
            "Oyonnax|Ain|FR|",
            "Laon|Aisne|FR|",
            "Vichy|Allier|FR|",
            "Arles|Bouches-du-Rhône|FR|",
        ],
    );
    check(
        "list.txt",
        "Mardi 7 mars 2023\n\nHautes-Alpes\nGap 10h parking de la Providence\nBriançon 10h devant le Prorel\n\
         Alpes-Maritimes\nNice 10h Théâtre de Verdure\n",
        &[
            "Gap|Hautes-Alpes|FR|",
            "Briançon|Hautes-Alpes|FR|",
            "Nice|Alpes-Maritimes|FR|",
        ],
    );
}

#[test]
fn a_region_column_is_read_in_the_language_of_its_country() {
    check(
        "sheet.csv",
        "date,title,city,region\n2023-11-04,A,Marburg,Hessen\n2023-11-04,B,Córdoba,Andalucía\n2023-11-04,C,Firenze,Toscana\n2023-11-04,D,San José,Californie\n",
        &[
            "Marburg|Hessen|DE|",
            "Córdoba|Andalucía|ES|",
            "Firenze|Toscana|IT|",
            "San José|Californie|US|",
        ],
    );
}
