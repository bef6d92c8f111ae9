//! The city that the head of a line names, before its first colon, dash or hour.

use super::super::line::Texts;
use super::super::surroundings::Surroundings;
use super::country;
use super::location::Location;
use super::several_cities::several;
use crate::actions::is_action;
use crate::when::streets;

/// Whether a text is the abbreviation of a state: “MA”.
fn state(text: &str) -> bool {
    let bare = text.replace('.', "");
    (2..4).contains(&bare.len()) && bare.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// The city before the first colon or dash, or before the first hour.
pub fn of_head(
    texts: &Texts,
    is_city: &impl Fn(&str) -> bool,
    around: &Surroundings<'_>,
) -> Option<Location> {
    if let Some((cities, used)) = several(texts, is_city) {
        return Some(Location::Several { cities, used });
    }
    let all: Vec<&str> = texts.all.iter().map(String::as_str).collect();
    let first = *all.first()?;
    // “Torino / Ivrea”: a province and a town of it, or two cities.
    if let Some(second) = all.get(1).filter(|second| {
        let own_country = country(second).is_some();
        texts.stroke
            && !own_country
            && is_city(first)
            && is_city(second)
            && !around.places.may_be_one(first, second)
    }) {
        let countries = around.places.countries(second);
        let within = |code: &String| {
            let lies = |city: &str, state: &str| around.places.lies_in_state(city, state, code);
            lies(second, first) && !lies(first, second)
        };
        return Some(match countries.iter().any(within) {
            true => Location::At {
                text: format!("{second}, {first}"),
                used: vec![first.to_owned(), (*second).to_owned()],
            },
            false => Location::Doubtful(format!(
                "“{first} / {second}” may be two cities, or a province and its town: write which is meant, or an entry for each"
            )),
        });
    }
    // “Argentina: Buenos Aires 5pm Obelisco”, “Chile | Concepción | 18:30”.
    if let [only, city, ..] = all[..]
        && texts.head < 2
        && let Some(code) = country(only)
        && around.city.is_none()
        // “Hong Kong – 4pm – Victoria Park”.
        && !(streets::is_called(city) && is_city(only))
        && around.places.is_city(city, Some(&code))
    {
        return Some(Location::At {
            text: format!("{city}, {only}"),
            used: vec![only.to_owned(), city.to_owned()],
        });
    }
    if texts.head == 0 {
        return is_city(first).then(|| {
            // “Paradiso, Amsterdam”, and not “Biel / Bienne”.
            let is_of = |city: &&&str| !texts.stroke && around.places.is_name_in(first, city);
            if let Some(city) = all.get(1).filter(is_of) {
                return Location::at(&[city]);
            }
            // “Springfield, MA, noon”.
            let with = all.get(1).filter(|next| around.places.narrows(first, next));
            match with {
                Some(next) => Location::at(&[first, next]),
                None => Location::at(&[first]),
            }
        });
    }
    let (head, rest) = all.split_at(texts.head.min(all.len()));
    let next = rest.first().copied();
    // “Porto Alegre - RS: 15h30”: the city, then its state.
    if let ([city], Some(state)) = (head, next)
        && is_city(city)
        && self::state(state)
    {
        return Some(Location::at(&[city, state]));
    }
    // “VIC: Melbourne – State Library”: three letters before a city are a state, not the airport or town called so.
    if let ([code], Some(city)) = (head, next)
        && self::state(code)
        && !self::state(city)
        && !streets::is_called(city)
        && is_city(city)
        && around.city.is_none()
    {
        return Some(Location::At {
            text: format!("{city}, {code}"),
            used: vec![(*code).to_owned(), city.to_owned()],
        });
    }
    // “Sachsen: Dresden”: a state goes before the village of its name.
    if let ([only], Some(city)) = (head, next)
        && around.city.is_none()
        && !streets::is_called(city)
        && is_city(city)
        && let Some((code, _)) = around.places.region(only, around.country)
        && around.places.lies_in(city, only, &code)
        && !around.places.lies_in(only, only, &code)
    {
        return Some(Location::At {
            text: format!("{city}, {only}"),
            used: vec![(*only).to_owned(), city.to_owned()],
        });
    }
    let whole = head.join(", ");
    // “Washington, DC” under the heading of another country.
    let elsewhere = || head.len() > 1 && around.places.is_city(&whole, None);
    if head.iter().any(|part| is_city(part)) || is_city(&whole) || elsewhere() {
        // “Paris – Lyon: 14h” is two cities, or the way from one to the other.
        let ends = texts.before_colon == Some(texts.head + 1);
        // “Tripoli – Liban: 17h”.
        let own_country = |next: &str| {
            country(next).is_some_and(|code| {
                head.iter()
                    .any(|city| around.places.is_city(city, Some(&code)))
            })
        };
        if let Some(next) = next.filter(|next| own_country(next)) {
            let with: Vec<&str> = head.iter().copied().chain([next]).collect();
            return Some(Location::at(&with));
        }
        if let Some(next) = next.filter(|next| ends && is_city(next)) {
            return Some(Location::Doubtful(format!(
                "“{} – {next}” may be several places: write an entry for each",
                head.join(", ")
            )));
        }
        // “Taksim, İstanbul: 19.00”: what stands before the city is a place in it.
        let from = head.iter().position(|part| is_city(part)).unwrap_or(0);
        // “RAF Lakenheath, Suffolk: 11am”: a county, in whose country no city is called so. The names together decide.
        let countries = around.places.countries_of_region(head[from]);
        let has_city = |country: &String| around.places.is_city(head[from], Some(country));
        let region = !countries.is_empty() && !countries.iter().any(has_city);
        let from = from - usize::from(region && from > 0);
        // “Guadalajara, Jal.: 16:00”.
        if let [city, short] = head[from..]
            && country(short).is_none()
            && let Some(region) = around.places.abbreviated_region(city, short)
        {
            return Some(Location::At {
                text: format!("{city}, {region}"),
                used: vec![city.to_owned(), short.to_owned()],
            });
        }
        // “Wrocław, Rynek – namioty”: what is no part of the city's name stands in it.
        let more = |part: &&&str| {
            let is_region = || around.places.region(part, None).is_some();
            let of_city = || around.places.may_lie_in(head[from], part);
            country(part).is_some() || state(part) || is_region() || of_city()
        };
        let to = from + 1 + head[from + 1..].iter().take_while(more).count();
        return Some(Location::at(&head[from..to]));
    }
    // “AM – Manaus – 15h”, “Deutschland – Berlin – 14 Uhr”.
    let next = next?;
    let region = !is_action(first) && !streets::is_called(next);
    let state = head.len() == 1 && (country(first).is_some() || region);
    (state && around.city.is_none() && is_city(next)).then(|| Location::At {
        text: format!("{next}, {first}"),
        used: vec![first.to_owned(), next.to_owned()],
    })
}
