//! The glossary of docs/translating.md is what the language files say.

use std::collections::BTreeMap;

use super::{LANGUAGES, files};

const GLOSSARY: &str = include_str!("../../../../docs/translating.md");

/// The terms that are labels: as the glossary has them, and the key of the text.
const TERMS: [(&str, &str); 30] = [
    ("march", "kind.march"),
    ("rally", "kind.rally"),
    ("vigil", "kind.vigil"),
    ("sit-in", "kind.sit-in"),
    ("strike", "kind.strike"),
    ("walkout", "kind.walkout"),
    ("blockade", "kind.blockade"),
    ("picket", "kind.picket"),
    ("car rally", "kind.car-rally"),
    ("encampment", "kind.encampment"),
    ("counter-protest", "kind.counter-protest"),
    ("teach-in", "kind.teach-in"),
    ("organizer", "filters.organizer"),
    ("campaign", "filters.campaign"),
    ("topic", "filters.tag"),
    ("kind", "filters.kind"),
    ("status", "filters.status"),
    ("filter", "filters.open"),
    ("scheduled", "status.scheduled"),
    ("tentative", "status.tentative"),
    ("cancelled", "status.cancelled"),
    ("postponed", "status.postponed"),
    ("rescheduled", "status.rescheduled"),
    ("moved online", "status.moved-online"),
    ("venue time", "clock.venue"),
    ("my time", "clock.mine"),
    ("accessibility", "fact.accessibility"),
    ("sources", "links.sources"),
    ("embed", "embed.open"),
    ("upcoming", "when.upcoming"),
];

/// The tables, by language: each English term with its translation.
fn tables() -> BTreeMap<&'static str, BTreeMap<&'static str, &'static str>> {
    let sections = GLOSSARY.split("\n### ").skip(1);
    let table = |section: &'static str| {
        let code = section.split('`').nth(1)?;
        let rows = section.lines().filter_map(|line| {
            let row = line.strip_prefix("| ")?.strip_suffix(" |")?;
            row.split_once(" | ")
        });
        Some((code, rows.collect()))
    };
    sections.filter_map(table).collect()
}

#[test]
fn every_language_uses_the_terms_of_its_glossary() {
    let (files, tables) = (files(), tables());
    for (code, _) in LANGUAGES.iter().filter(|(code, _)| *code != "en") {
        let table = tables
            .get(code)
            .unwrap_or_else(|| panic!("{code}: add its glossary to docs/translating.md"));
        for (term, key) in TERMS {
            let found = table.get(term).copied();
            assert_eq!(
                found,
                Some(files[*code][key].as_str()),
                "{code}: {term}, {key}"
            );
        }
    }
}
