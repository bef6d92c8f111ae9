//! A city beside a general word for a place, with nothing between: “Marktplatz Heilbronn”, “mairie de Quimper”, “Leeds Town
//! Hall”.

use super::free::{Known, Outcome};
use super::locator::Locator;
use super::parts::parts;
use super::venue::is_kind_of_venue;
use crate::when::streets;
use crate::when::tokens::tokens;
use crate::words::plain;

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

/// What stands behind the name of the city that it is in, and is called after no other: “Waterloo Station” is in London, but
/// “Dortmund Hauptbahnhof” is in Dortmund.
const BEHIND_CITY: [&str; 43] = [
    "town hall",
    "city hall",
    "guildhall",
    "guild hall",
    "civic centre",
    "civic center",
    "city centre",
    "city center",
    "town centre",
    "cathedral",
    "central station",
    "central library",
    "hauptbahnhof",
    "hbf",
    "rathaus",
    "stadhuis",
    "stadhuisplein",
    "centraal",
    "centraal station",
    "radhus",
    "radhuset",
    "stadshus",
    "stadshuset",
    "centralstation",
    "centralstationen",
    "domkyrka",
    "domkirke",
    "hovedbanegard",
    "banegard",
    "jernbanestasjon",
    "valiligi",
    "valiligi onu",
    "belediyesi",
    "belediyesi onu",
    "adliyesi",
    "adliyesi onu",
    "gari",
    "gari onu",
    "otogari",
    "stasyonu",
    "terminali",
    "gubernatorlugu",
    "hukumet konagi",
];

/// The same in Chinese, Japanese and Korean, which may follow without a space.
const BEHIND_UNSPACED: [&str; 17] = [
    "駅前広場",
    "駅前",
    "駅",
    "市役所前",
    "市役所",
    "県庁前",
    "火车站",
    "火車站",
    "市政府",
    "역 광장",
    "역광장",
    "역 앞",
    "역앞",
    "역",
    "시청 앞",
    "시청앞",
    "시청",
];

impl<'g> Locator<'g> {
    /// Reads a text in which no place is known otherwise, with a comma between a venue and the city behind or before it. The
    /// name must be that of one city.
    pub(super) fn beside_venue(&mut self, text: &str, known: Known<'_>) -> Outcome<'g> {
        let all = parts(text);
        let split = all.iter().find_map(|part| {
            Some((
                part,
                parted(&part.written).or_else(|| before(&part.written))?,
            ))
        });
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

/// A venue that is called after its city, whole, and the city: “Leeds Town Hall”, “広島駅前”.
fn before(text: &str) -> Option<(&str, &str)> {
    const MOST_WORDS: usize = 4;
    let mut gaps = text.match_indices(' ').map(|(gap, _)| gap).take(MOST_WORDS);
    let gap = gaps.find(|gap| BEHIND_CITY.contains(&plain(&text[*gap..]).as_str()));
    let unspaced = || {
        let mut venues = BEHIND_UNSPACED.iter();
        venues.find_map(|venue| text.strip_suffix(venue))
    };
    let city = gap.map(|gap| &text[..gap]).or_else(unspaced)?.trim_end();
    let first = city.chars().next()?;
    (first.is_alphabetic() && !first.is_lowercase()).then_some((text, city))
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
    fn a_city_before_what_is_called_after_it() {
        for (text, city) in [
            ("Leeds Town Hall", Some("Leeds")),
            ("Dortmund Hbf", Some("Dortmund")),
            ("Bergen rådhus", Some("Bergen")),
            ("İzmir Adliyesi önü", Some("İzmir")),
            ("広島駅前", Some("広島")),
            ("대전역 광장", Some("대전")),
            ("Waterloo Station", None),
            ("the town hall", None),
            ("Town Hall", None),
            ("駅前", None),
        ] {
            assert_eq!(before(text), city.map(|city| (text, city)), "{text}");
        }
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
