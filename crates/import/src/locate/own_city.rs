//! What an entry itself says of its city, where all entries are taken for those of one that is set or stands above them.

use fold::fold;
use gazetteer::{Context, Place, kilometres};

use super::free::Outcome;
use super::home_country::TOWN;
use super::locator::Locator;
use super::names;
use super::venue::is_kind_of_venue;
use crate::actions::{is_action, name_beside};
use crate::draft::Draft;
use crate::words::IN;

/// As near to a city, in kilometres, what is called like a town may be a part of it; the second is of a city of a million.
const OUTSKIRTS: [f64; 2] = [12.0, 25.0];
const MILLION: u32 = 1_000_000;

/// From so many people on, a town that a place is called like is said.
const LARGER: u32 = 30_000;

/// The most words of the name of a city.
const MOST_WORDS: usize = 3;

impl<'g> Locator<'g> {
    /// The city with which the title of an entry begins, other than the one that all are taken for: “Bradford: peace vigil”.
    pub(super) fn city_of_title(&self, draft: &mut Draft, all: &Place) -> Option<String> {
        let title = draft.text_of("title")?;
        let marks = [": ", " – ", " — ", " - ", " | ", "：", "】", "] "];
        let first = marks.iter().filter_map(|mark| title.split_once(mark));
        let (name, _) = first.min_by_key(|(name, _)| name.len())?;
        let name = name.trim_start_matches(['【', '[']).trim();
        let city = self.other_town(name, all)?;
        draft.notes.push(format!(
            "its title begins with “{name}”, so it is not taken for one in {}",
            all.name
        ));
        Some(city.name.to_string())
    }

    /// Says which other city the title or the place of an entry names, that is taken for one in the city of all.
    pub(super) fn doubt_city(&self, draft: &mut Draft, outcome: &Outcome<'g>, all: &Place) {
        let title = draft.text_of("title").unwrap_or_default();
        let of_title = self
            .town_in(title, all)
            .map(|town| ("title", town.name.to_string()));
        let of_place = match outcome {
            Outcome::City { read, places, .. } => match places[..] {
                [place] if is_other(place, all) => {
                    let name = read.city.clone().unwrap_or_default();
                    (place.population >= LARGER).then_some(("place", name))
                }
                _ => None,
            },
            _ => None,
        };
        for (of, name) in of_title.into_iter().chain(of_place) {
            draft.notes.push(format!(
                "its {of} names “{name}”, and it is taken for one in {}",
                all.name
            ));
        }
    }

    /// The other town of the country that a title names, behind a word for “in” or beside what people do: “Peace vigil in
    /// Sheffield”, “Stávka Praha”.
    fn town_in(&self, title: &str, all: &Place) -> Option<&'g Place> {
        let words: Vec<&str> = title
            .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .filter(|word| !word.is_empty())
            .collect();
        let behind_in = (1..words.len()).filter(|at| {
            IN.contains(&fold(words[at - 1]).as_str()) && words[*at].starts_with(char::is_uppercase)
        });
        let mut named = behind_in.filter_map(|at| {
            let ends = (at + 1..=words.len().min(at + MOST_WORDS)).rev();
            ends.map(|end| words[at..end].join(" "))
                .find_map(|name| self.other_town(&name, all))
        });
        let beside = || self.other_town(name_beside(title)?, all);
        named.next().or_else(beside)
    }

    /// The only town of a country that a name means, also in another case, if it is not the city of all and no part of it.
    fn other_town(&self, name: &str, all: &Place) -> Option<&'g Place> {
        let first = name.chars().next()?;
        let is_name = first.is_alphabetic()
            && !first.is_lowercase()
            && name.split_whitespace().count() <= MOST_WORDS
            && (name.chars().count() > 2 || !name.is_ascii());
        if !is_name || is_kind_of_venue(name) || is_action(name) {
            return None;
        }
        let context = Context {
            country: Some(&all.country),
            region: None,
        };
        let mut towns: Vec<&Place> = self.gazetteer.called(name, &context);
        if towns.is_empty() {
            let cities = self.gazetteer.in_sentence(name).into_iter();
            towns = cities
                .map(|(_, city)| city)
                .filter(|city| city.country == all.country)
                .collect();
        }
        let largest = towns.iter().max_by_key(|town| town.population)?;
        let is_far = towns.iter().all(|town| is_other(town, all));
        (is_far && largest.population >= TOWN).then_some(*largest)
    }
}

/// Whether a place is not a city, and no part of it.
pub(super) fn is_other(place: &Place, city: &Place) -> bool {
    let [of_city, of_million] = OUTSKIRTS;
    let outskirts = match city.population >= MILLION {
        true => of_million,
        false => of_city,
    };
    !names::same_place(place, city)
        && kilometres(place.lat, place.lon, city.lat, city.lon) > outskirts
}
