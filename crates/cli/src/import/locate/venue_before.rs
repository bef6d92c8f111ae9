//! A city behind a general word for a place, with nothing between: “Marktplatz Heilbronn”, “mairie de Quimper”.

use super::free::{Known, Outcome};
use super::locator::Locator;
use super::parts::parts;
use super::venue::is_kind_of_venue;
use crate::import::when::streets;
use crate::import::when::tokens::tokens;
use crate::import::words::plain;

/// From so many people on, a city is certain behind a word for a place; a smaller one may be a quarter or a person.
const CITY: u32 = 30_000;

/// Words between a venue and its city.
const OF: [&str; 10] = ["de", "d", "of", "in", "di", "von", "van", "do", "da", "w"];

/// Seats of a city or its district, which are called after it even in languages where names stand behind the general word.
const SEATS: [&str; 12] = [
    "ayuntamiento",
    "camara municipal",
    "comune",
    "delegacion del gobierno",
    "hotel de ville",
    "mairie",
    "municipalidad",
    "municipio",
    "prefecture",
    "prefeitura",
    "subdelegacion del gobierno",
    "gobierno civil",
];

/// Stations, which are called after the city where their trains go: “gare de Lyon” is in Paris.
const STATIONS: [&str; 6] = [
    "gare",
    "gare sncf",
    "estacion",
    "estacao",
    "stazione",
    "station",
];

impl<'g> Locator<'g> {
    /// Reads a text in which no place is known otherwise, with a comma between a venue and the name behind it. The name must
    /// be that of one city.
    pub(super) fn behind_venue(&mut self, text: &str, known: Known<'_>) -> Outcome<'g> {
        let all = parts(text);
        let split = all
            .iter()
            .find_map(|part| Some((part, parted(&part.written)?)));
        let Some((part, (venue, city))) = split else {
            return Outcome::Unknown;
        };
        let text = text.replace(&part.written, &format!("{venue}, {city}"));
        match self.read(&text, known) {
            Outcome::City {
                read,
                places,
                country,
                or_country: None,
            } if matches!(places[..], [place] if place.population >= CITY)
                && read.city.is_some() =>
            {
                Outcome::City {
                    read,
                    places,
                    country,
                    or_country: None,
                }
            }
            _ => Outcome::Unknown,
        }
    }
}

/// A venue and the name behind it. In “Plaza Toledo” and “Parque Lisboa” the name is that of the square.
fn parted(text: &str) -> Option<(&str, &str)> {
    const MOST_WORDS: usize = 4;
    let gaps = text.match_indices(' ').take(MOST_WORDS);
    let gaps: Vec<usize> = gaps.map(|(gap, _)| gap).collect();
    gaps.into_iter().rev().find_map(|gap| {
        let (venue, rest) = (text[..gap].trim(), text[gap..].trim());
        let (city, linked) = without_link(rest);
        let is_named = city.chars().next().is_some_and(char::is_uppercase);
        let plain = plain(venue);
        let seat = linked && SEATS.contains(&plain.as_str());
        let first = streets::is_first(&tokens(venue), 0);
        let general = seat || is_kind_of_venue(venue) && !first;
        let station = STATIONS.contains(&plain.as_str());
        // “Schillerplatz Stuttgart”.
        let square = !linked && streets::ends_like_square(venue);
        (is_named && (general && !station || square)).then_some((venue, city))
    })
}

/// A name without the word that links it to what stands before, and whether there is one.
fn without_link(text: &str) -> (&str, bool) {
    let apostrophe = |text: &str| text.starts_with(['\'', '’']);
    let rest = OF.iter().find_map(|word| {
        let start = text.get(..word.len())?;
        let rest = text.get(word.len()..)?;
        let is_word = start.eq_ignore_ascii_case(word);
        let parted = rest.starts_with(' ') || apostrophe(rest);
        (is_word && parted).then(|| rest.trim_start_matches([' ', '\'', '’']))
    });
    rest.map_or((text, false), |rest| (rest, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        assert_eq!(parted(text), expected, "{text}");
    }

    #[test]
    fn a_city_behind_a_general_word() {
        check("Marktplatz Heilbronn", Some(("Marktplatz", "Heilbronn")));
        check(
            "Schillerplatz Stuttgart",
            Some(("Schillerplatz", "Stuttgart")),
        );
        check("mairie de Quimper", Some(("mairie", "Quimper")));
        check("préfecture d’Angers", Some(("préfecture", "Angers")));
        check("Ayuntamiento de Lugo", Some(("Ayuntamiento", "Lugo")));
        check("Rynek Kielce", Some(("Rynek", "Kielce")));
        check("gare de Lyon", None);
        check("Plaza Toledo", None);
        check("Marktplatz am Dom", None);
        check("avenida San Salvador", None);
    }
}
