//! Which country a name or a code is.

#![allow(clippy::unwrap_used)]

use gazetteer::countries;

#[track_caller]
fn check(text: &str, expected: &str) {
    let found = countries::code(text);
    assert_eq!(
        found.as_ref().map_or("", |code| code.as_str()),
        expected,
        "{text}"
    );
}

#[test]
fn countries_have_names_in_many_languages() {
    check("Germany", "DE");
    check("Deutschland", "DE");
    check("allemagne", "DE");
    check("ألمانيا", "DE");
    check("ドイツ", "DE");
    check("DEU", "DE");
    check("de", "DE");
    check("UK", "GB");
    check("U.K.", "GB");
    check("the Netherlands", "NL");
    check("Países Bajos", "NL");
    check("Türkiye", "TR");
    check("Turkey", "TR");
    check("Palestine", "PS");
    check("فلسطين", "PS");
    check("Côte d’Ivoire", "CI");
    check("Niger", "NE");
    check("Nigeria", "NG");
    check("Republic of Ireland", "IE");
    check("Ireland", "IE");
    check("Kosovo", "XK");
    check("Südkorea", "KR");
    check("North Korea", "KP");
    check("Guinea-Bissau", "GW");
    check("Estados Unidos de América", "US");
    check("Republic of Korea", "KR");
    check("Democratic People's Republic of Korea", "KP");
    check("Bundesrepublik Deutschland", "DE");
    check("Republik Österreich", "AT");
    check("Republic of Atlantis", "");
    check("Atlantis", "");
    check("", "");
}

#[test]
fn every_code_has_a_name_and_is_one_for_the_core() {
    let codes: Vec<String> = ('A'..='Z')
        .flat_map(|a| ('A'..='Z').map(move |b| format!("{a}{b}")))
        .filter(|code| countries::name(code, "en").is_some())
        .collect();
    assert_eq!(codes.len(), 250);
    for code in codes {
        let event = format!(r#"[{{"title":"A","start":"2023-11-04","country":"{code}"}}]"#);
        let (_, problems) = event_file::read(event.as_bytes(), &event_file::zone::NoRules).unwrap();
        assert_eq!(problems, [], "{code}");
        check(&code, &code);
    }
    assert_eq!(countries::name("PS", "en"), Some("Palestine"));
    assert_eq!(countries::name("DE", "ar"), Some("ألمانيا"));
    assert_eq!(countries::name("ZZ", "en"), None);
}
