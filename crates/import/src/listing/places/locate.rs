//! Where an entry of a listing is: in its own words, else in the city of the heading above.

use fold::fold;

use super::super::line::Texts;
use super::super::surroundings::Surroundings;
use super::city_before::{city_before, is_east_asian, is_locative};
use super::country;
use super::head_city::of_head;
use super::in_words;
use super::is_short_weekday;
use super::location::Location;
use crate::actions::{is_action, name_beside};
use crate::when::streets;
use crate::when::tokens::tokens;

/// Finds out where an entry is. `lines` are its texts, `city` and `place` what labels say.
pub fn locate(
    lines: &[Texts],
    city: Option<&str>,
    place: &[String],
    around: &Surroundings<'_>,
) -> Location {
    match found(lines, city, place, around) {
        // “Wed: tba”, “March 13 (Sat) – rally, Derby”.
        Location::At { text, .. } if city.is_none() && is_short_weekday(&text) => {
            Location::Doubtful(format!(
                "“{text}” is a day of the week, and no city stands before the place: write “City: hour, place”"
            ))
        }
        found => found,
    }
}

fn found(
    lines: &[Texts],
    city: Option<&str>,
    place: &[String],
    around: &Surroundings<'_>,
) -> Location {
    let is_city = |text: &str| around.places.is_city(text, around.country);
    if let Some(city) = city {
        return Location::At {
            text: city.to_owned(),
            used: vec![city.to_owned()],
        };
    }
    let labelled: Vec<&str> = place.iter().map(String::as_str).collect();
    if around.city.is_none() && labelled.iter().any(|part| is_city(part)) {
        return Location::at(&labelled);
    }
    // “서울 광화문광장”: the city and the place parted by a space, the larger first.
    if around.city.is_none()
        && let [only] = labelled[..]
        && is_east_asian(only)
        && let Some((city, _)) = city_before(only, &is_city)
    {
        return Location::within(city);
    }
    // What overrules the city of the heading above lies in its country, or names its own.
    let above: Option<Vec<String>> = around.city.map(|city| around.places.countries(city));
    let overrules = |text: &str| {
        is_city(text)
            && above.as_ref().is_none_or(|above| {
                let known = around.places.countries(text);
                above.is_empty() || known.iter().any(|country| above.contains(country))
            })
    };
    let none = Texts::default();
    let first = lines.first().unwrap_or(&none);
    let whole = first.head > 1 || first.all.get(1).is_some_and(|next| country(next).is_some());
    let found = match whole || around.city.is_none() {
        true => of_head(first, &is_city, around),
        false => of_head(first, &overrules, around),
    };
    if let Some(found) = found {
        return with_last(found, first, around);
    }
    // Under “MALMÖ”, “Berlin: 14:00” may be a café there, or the city.
    if let Some(city) = around.city
        && first.head == 1
        && is_city(&first.all[0])
    {
        return Location::Doubtful(format!(
            "“{}” is a city, and the heading above is “{city}”: write which is meant",
            first.all[0]
        ));
    }
    // “16 Uhr Erfurt”.
    if let [only] = &first.all[..]
        && lines.len() == 1
        && overrules(only)
    {
        return Location::at(&[only]);
    }
    // “14h Lyon place Bellecour”.
    if let [only] = &first.all[..]
        && lines.len() == 1
        && around.city.is_none()
        && let Some((city, _)) = city_before(only, &overrules)
    {
        return Location::within(city);
    }
    // “Rīgā pie Saeimas: "Rokas nost"”, “台北 濟南路、青島東路口”.
    if let Some(text) = first.all.first()
        && around.city.is_none()
        && let Some((city, _)) = city_before(text, &overrules)
        && (is_east_asian(city) || is_locative(city))
    {
        return Location::within(city);
    }
    if let Some(city) = around.city {
        return Location::At {
            // “ALCORISA_TERUEL”: the town, then its province.
            text: city.replace('_', ", "),
            used: Vec::new(),
        };
    }
    // “Demo Leipzig, 15 Uhr, Augustusplatz”, “Bergamo Pride, ore 15, piazzale Marconi”.
    let named = first.all.first().and_then(|text| name_beside(text));
    if let Some(city) = named.filter(|name| is_city(name)) {
        return Location::within(city);
    }
    if let Some(found) = of_pieces(lines, &is_city, around) {
        return found;
    }
    let texts = || lines.iter().flat_map(|line| &line.all).map(String::as_str);
    if let Some(start) = in_words::journey(texts(), &is_city) {
        return Location::within(start);
    }
    let head = &first.all[..first.head];
    if !head.is_empty() && !head.iter().any(|text| is_action(text)) {
        return Location::at(&head.iter().map(String::as_str).collect::<Vec<_>>());
    }
    match in_words::cities(texts(), &is_city)[..] {
        [] => {}
        [city] => {
            let used = texts().filter(|text| in_words::is_in(text, city));
            return Location::At {
                text: city.to_owned(),
                used: used.map(str::to_owned).collect(),
            };
        }
        ref several => {
            return Location::Doubtful(format!(
                "it names several cities: {}; say which is meant",
                several.join(", ")
            ));
        }
    }
    if !labelled.is_empty() {
        return Location::at(&labelled);
    }
    // “Mende (Lozère), à 17 heures, place Urbain V”: what the line begins with, and a place behind the hour.
    if let Some(name) = first
        .all
        .first()
        .filter(|_| first.before_when == 1 && first.all.len() > 1)
        && is_like_city(name)
    {
        return Location::at(&[name]);
    }
    // For the locator to say what is not known in it; what it is called, when there is nothing else. Of “danke, Wurzen (war
    // 13.6.)” the words that begin like no name are none.
    let all: Vec<&str> = match texts().all(is_action) {
        true => texts().collect(),
        false => texts().filter(|text| !is_action(text)).collect(),
    };
    // “NYC: 4pm, Union Square”: a square is no city because the city before it is not known.
    let is_square = |text: &&str| streets::is_called(text);
    let all: Vec<&str> = match all.first().is_some_and(|first| !is_square(first)) {
        true => all.into_iter().filter(|text| !is_square(text)).collect(),
        false => all,
    };
    let is_word = |text: &&str| text.starts_with(char::is_lowercase);
    let all: Vec<&str> = match all.iter().all(is_word) {
        true => all,
        false => all.into_iter().filter(|text| !is_word(text)).collect(),
    };
    match all.is_empty() {
        true => Location::None,
        false => Location::At {
            text: all.join(", "),
            used: Vec::new(),
        },
    }
}

/// “Perth – 2pm, Horsecross Plaza, Scotland”: a city with the country or region that ends its line.
fn with_last(found: Location, texts: &Texts, around: &Surroundings<'_>) -> Location {
    let (Location::At { used, .. }, Some(last)) = (&found, texts.all.last()) else {
        return found;
    };
    let [city] = &used[..] else { return found };
    let places = around.places;
    let of_country = || country(last).is_some_and(|code| places.is_city(city, Some(&code)));
    let of_region = || {
        let region = places.region(last, None);
        region.is_some_and(|(code, _)| places.lies_in(city, last, &code))
    };
    let own = texts.all.len() > 2 && last != city && !streets::is_called(last);
    match own && around.country.is_none() && (of_country() || of_region()) {
        true => Location::at(&[city, last]),
        false => found,
    }
}

/// Whether a text may be the name of a city that the gazetteer does not know.
fn is_like_city(text: &str) -> bool {
    let name = text.split('(').next().unwrap_or_default().trim();
    let capital = name
        .chars()
        .next()
        .is_some_and(|first| !first.is_lowercase());
    let numbered = name.chars().any(char::is_numeric);
    capital
        && !numbered
        && name.split_whitespace().count() <= 3
        && !is_action(name)
        && !streets::is_first(&tokens(name), 0)
}

/// The one part of an entry that is the name of a city and nothing else.
fn of_pieces(
    lines: &[Texts],
    is_city: &impl Fn(&str) -> bool,
    around: &Surroundings<'_>,
) -> Option<Location> {
    let texts: Vec<&str> = lines
        .iter()
        .flat_map(|line| &line.all)
        .map(String::as_str)
        .collect();
    let mut cities: Vec<usize> = (0..texts.len()).filter(|at| is_city(texts[*at])).collect();
    if texts.len() > 1 {
        // “Union Square, New York”, “City Park, Bradford BD1 1HY”: some have the name of a town somewhere.
        cities.retain(|at| !streets::is_called(texts[*at]));
    }
    // “Norwich, Norfolk”: the region of the city before it, which is no city there.
    let regions: Vec<usize> = (cities.windows(2))
        .filter(|pair| pair[1] == pair[0] + 1)
        .filter(|pair| {
            around
                .places
                .is_only_region_of(texts[pair[0]], texts[pair[1]])
        })
        .map(|pair| pair[1])
        .collect();
    cities.retain(|at| !regions.contains(at));
    // “Нови Сад: … – Трг слободе, Нови Сад”: the same city twice.
    let first_of = |at: &usize| {
        let name = fold(texts[*at]);
        cities
            .iter()
            .any(|own| own < at && fold(texts[*own]) == name)
    };
    let again: Vec<usize> = cities.iter().copied().filter(first_of).collect();
    cities.retain(|at| !again.contains(at));
    // “Demo, Lido, Berlin”.
    let inside: Vec<usize> = (cities.windows(2))
        .filter(|pair| around.places.is_name_in(texts[pair[0]], texts[pair[1]]))
        .map(|pair| pair[0])
        .collect();
    cities.retain(|at| !inside.contains(at));
    // “geht es weiter in Dresden, Neumarkt”.
    let others = texts
        .iter()
        .enumerate()
        .filter(|(at, _)| !cities.contains(at));
    let within = in_words::cities(others.map(|(_, text)| *text), is_city);
    if !within.is_empty() {
        cities.retain(|at| !streets::ends_like_square(texts[*at]));
    }
    let at = match cities[..] {
        [] => return None,
        [at] => at,
        _ => {
            let named: Vec<&str> = cities.iter().map(|at| texts[*at]).collect();
            return Some(Location::Doubtful(format!(
                "it names several cities: {}; write an entry for each, or say which is meant",
                named.join(", ")
            )));
        }
    };
    let behind = texts
        .get(at + 1)
        .filter(|next| around.places.narrows(texts[at], next));
    Some(match behind {
        Some(next) => Location::at(&[texts[at], next]),
        None => Location::at(&[texts[at]]),
    })
}
