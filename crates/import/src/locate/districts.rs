//! Districts, the second level below a country: départements, provinces, counties, powiats; and the towns in them.

use std::collections::HashMap;
use std::sync::LazyLock;

use fold::fold;
use gazetteer::{Context, Found, Gazetteer, Place, kilometres};

use crate::words::plain;

/// As far from the city it is called after a district reaches, in kilometres.
const AROUND: f64 = 150.0;

/// As far, in kilometres, reaches a Kreis or okres, which are smaller.
const REACH: f64 = 60.0;

/// A town so near to another of a district, in kilometres, was in it once, or is said to be.
const NEAR: f64 = 20.0;

/// Countries whose districts have the borders they always had.
const LASTING: [&str; 2] = ["ES", "FR"];

/// Words before the name of a district, folded, each with the word that stands before it in the file, if one does.
const DESIGNATORS: [(&str, &str); 18] = [
    ("co", ""),
    ("co", "county"),
    ("county", ""),
    ("comte de", ""),
    ("dept", ""),
    ("departement", ""),
    ("departement de", ""),
    ("departement de la", ""),
    ("departement de l", ""),
    ("departement du", ""),
    ("departement des", ""),
    ("prov", ""),
    ("provincia", ""),
    ("provincia de", ""),
    ("provincia di", ""),
    ("province of", ""),
    ("pow", "powiat"),
    ("powiat", "powiat"),
];

/// Words before the name of the city that a district is called after, folded.
const AROUND_CITY: [&str; 6] = ["kr", "kreis", "landkreis", "ldkr", "lkr", "okres"];

/// Abbreviations for kinds of districts and regions, folded. The full stop after one does not end a sentence.
const SHORT: [&str; 18] = [
    "bez", "cty", "dept", "dep", "dpto", "edo", "ldkr", "lkr", "mun", "obl", "okr", "pow", "prov",
    "reg", "regbez", "woj", "обл", "окр",
];

/// Districts by their folded names, and by their codes as written: country and name.
static DISTRICTS: LazyLock<HashMap<String, Vec<(&str, &str)>>> =
    LazyLock::new(|| districts(include_str!("../words/districts.txt")));

/// GeoNames' codes of districts, by country and name.
static CODES: LazyLock<HashMap<(&str, &str), Vec<&str>>> = LazyLock::new(|| {
    let mut codes: HashMap<(&str, &str), Vec<&str>> = HashMap::new();
    for (country, code, name) in listed(include_str!("../words/districts.txt")) {
        if code.is_some() && ["ES", "FR", "IT", "PL"].contains(&country) {
            codes.entry((country, name)).or_default().extend(code);
        }
    }
    let lines = include_str!("../words/district_codes.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        if let Some((district, own)) = line.split_once(": ")
            && let Some(district) = district.split_once(' ')
        {
            codes.insert(district, own.split(' ').collect());
        }
    }
    codes
});

/// The districts of the file: country, code, name.
fn listed(
    file: &'static str,
) -> impl Iterator<Item = (&'static str, Option<&'static str>, &'static str)> {
    let mut country = "";
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(move |line| {
        let heading = line.strip_prefix('[').and_then(|line| line.split_once(']'));
        if let Some((code, _)) = heading {
            country = code;
        }
        let own = country;
        let all = line.split(", ").filter(move |_| heading.is_none());
        let all = all.filter_map(|one| one.trim().split_once(' '));
        all.map(move |(code, name)| (own, Some(code).filter(|code| *code != "-"), name))
    })
}

fn districts(file: &'static str) -> HashMap<String, Vec<(&'static str, &'static str)>> {
    let mut districts: HashMap<String, Vec<(&str, &str)>> = HashMap::new();
    for (country, code, name) in listed(file) {
        // “płocki” may be a person.
        let keys = match country {
            "PL" => [None, Some(format!("powiat {}", plain(name)))],
            _ => [code.map(|code| code.replace('_', " ")), Some(plain(name))],
        };
        for key in keys.into_iter().flatten() {
            let own = districts.entry(key).or_default();
            if !own.contains(&(country, name)) {
                own.push((country, name));
            }
        }
    }
    districts
}

/// The districts that a text may mean: country and name. A code is one only as it is written, in capitals or digits.
pub fn districts_called(text: &str) -> &'static [(&'static str, &'static str)] {
    let bare = text.trim().trim_end_matches('.');
    let called = DISTRICTS.get(bare).or_else(|| {
        let name = plain(text);
        let found = DISTRICTS.get(&name);
        found.or_else(|| DISTRICTS.get(&without_designator(&name)?))
    });
    called.map_or(&[], Vec::as_slice)
}

/// “pow. płocki”, “County Cork”, “provincia di Verona”: a folded name without the word for a district before it.
fn without_designator(name: &str) -> Option<String> {
    let (own, rest) = DESIGNATORS.iter().find_map(|(word, own)| {
        let rest = name.strip_prefix(word)?.strip_prefix(' ')?;
        let full = format!("{own} {rest}");
        DISTRICTS.contains_key(full.trim()).then_some((own, rest))
    })?;
    Some(format!("{own} {rest}").trim().to_owned())
}

/// Whether a word is an abbreviation of one for a district or region: “Lkr.”, “pow.”.
pub fn is_short(word: &str) -> bool {
    SHORT.contains(&word)
}

/// “Lkr. Rosenheim”: the name of the city that the district of a text is called after, or of the first of two.
pub fn around_city(text: &str) -> Option<&str> {
    let (word, name) = text.trim().split_once(char::is_whitespace)?;
    let known = AROUND_CITY.contains(&fold(word.trim_end_matches('.')).as_str());
    let name = name.split('-').next().unwrap_or(name).trim();
    (known && !name.is_empty()).then_some(name)
}

/// Whether a place is far from every city of its country after which the district of a text may be called.
pub(super) fn is_beyond(gazetteer: &Gazetteer, place: &Place, text: &str) -> bool {
    let Some(name) = around_city(text) else {
        return false;
    };
    let context = Context {
        country: Some(&place.country),
        region: None,
    };
    let seats = gazetteer.called(name, &context);
    let far = |seat: &&Place| kilometres(seat.lat, seat.lon, place.lat, place.lon) > REACH;
    !seats.is_empty() && seats.iter().all(far)
}

/// Whether a text is the code of a district that is not its name, or its abbreviation.
pub(super) fn is_code(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    let called = DISTRICTS.get(text);
    called.is_some_and(|own| own.iter().any(|(_, name)| *name != text))
}

/// The district of a text in which a place lies. Where its towns are not known, one that is called like a city lies around it.
pub(super) fn district(gazetteer: &Gazetteer, place: &Place, text: &str) -> Option<&'static str> {
    let own = districts_called(text).iter();
    let mut own = own.filter(|(country, _)| *country == &*place.country);
    let found = own.find(|(_, name)| holds(gazetteer, place, name));
    found.map(|(_, name)| *name)
}

/// Whether a place lies in a district of a text, by its code.
pub(super) fn is_exact(gazetteer: &Gazetteer, place: &Place, text: &str) -> bool {
    let name = district(gazetteer, place, text);
    let codes = name.and_then(|name| CODES.get(&(&*place.country, name)));
    codes
        .zip(place.district())
        .is_some_and(|(codes, code)| codes.contains(&code))
}

fn holds(gazetteer: &Gazetteer, place: &Place, name: &'static str) -> bool {
    let codes = CODES.get(&(&*place.country, name));
    match (codes, place.district()) {
        (Some(codes), Some(code)) => {
            let inside = |other: &Place| {
                other.country == place.country
                    && other.district().is_some_and(|code| codes.contains(&code))
            };
            let mut near = gazetteer.within(place.lat, place.lon, NEAR);
            codes.contains(&code) || !LASTING.contains(&&*place.country) && near.any(inside)
        }
        // A short form of a region's name.
        _ if !gazetteer.regions(name, Some(&place.country)).is_empty() => {
            gazetteer.lies_in(place, name)
        }
        _ => {
            let context = Context {
                country: Some(&place.country),
                region: None,
            };
            match gazetteer.named(name, &context) {
                Found::One(city) => kilometres(city.lat, city.lon, place.lat, place.lon) <= AROUND,
                _ => true,
            }
        }
    }
}
