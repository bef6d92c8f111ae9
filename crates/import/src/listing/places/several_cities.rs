//! Several cities that share an entry: “Köln, Bonn und Aachen: 14 Uhr”.

use super::super::line::Texts;
use super::country;

/// “Lyon – Nice – Brest: 14h”, “Köln, Bonn und Aachen: 14 Uhr”, “Lyon / Nice”: the cities, and the texts that name them.
pub fn several(
    texts: &Texts,
    is_city: &impl Fn(&str) -> bool,
) -> Option<(Vec<String>, Vec<String>)> {
    // “12 noon: Leeds, Bradford and Wakefield”, “Leeds, Bradford and Wakefield, 12 noon”.
    let listed = match (texts.head, texts.before_when) {
        (0, 0) if texts.begins_with_hour => texts.all.len(),
        (0, before) => before.max(1),
        (head, _) => head,
    };
    let chain = &texts.all[..texts.before_colon.unwrap_or(listed).min(texts.all.len())];
    let mut cities: Vec<String> = Vec::new();
    let mut joined = false;
    for text in chain {
        let parts = parts(text);
        joined |= parts.len() > 1;
        cities.extend(parts);
    }
    let last_is_country = cities.last().is_some_and(|last| country(last).is_some());
    let enough = cities.len() > 2 || cities.len() == 2 && joined;
    // “Biel/Bienne” is one city, “Ronse/Renaix (Oost-Vlaanderen)” too.
    let without_region = |text: &str| is_city(text.split('(').next().unwrap_or_default().trim());
    let whole = chain.len() == 1
        && cities.len() == 2
        && chain[0].contains('/')
        && without_region(&chain[0]);
    let headed = texts.head > 0 || chain.len() == 1 || joined;
    let all =
        enough && headed && !last_is_country && !whole && cities.iter().all(|city| is_city(city));
    all.then(|| (cities, chain.to_vec()))
}

/// The parts of a text between “and” and strokes.
pub fn parts(text: &str) -> Vec<String> {
    const AND: [&str; 15] = [
        " und ", " and ", " et ", " y ", " e ", " ve ", " en ", " och ", " og ", " ja ", " и ",
        " і ", " oraz ", " & ", "/",
    ];
    let and = AND.into_iter().find(|and| text.contains(and));
    match and {
        Some(and) => text.split(and).map(|part| part.trim().to_owned()).collect(),
        None => vec![text.to_owned()],
    }
}
