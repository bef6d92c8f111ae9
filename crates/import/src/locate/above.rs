//! A city named only above a table: in a title (“Versammlungen in Berlin”), the name of a sheet (“Nürnberg”) or a letterhead.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use fold::fold;
use gazetteer::key::key;
use gazetteer::{Place, countries, kilometres};
use rustc_hash::FxHashSet;

use super::free::Known;
use super::locator::Locator;
use super::names;
use super::venue::is_kind_of_venue;
use crate::actions::is_action;
use crate::draft::Draft;
use crate::when::names::months_at;
use crate::when::tokens::tokens;
use crate::words;

/// As many people has a city that is named among other words, and one that is all that stands there.
const CITY: u32 = 50_000;
const TOWN: u32 = 5_000;

/// So many times the people of its namesakes it must have: “Bristol City Council” is hardly in Connecticut.
const TIMES: u32 = 5;

/// So many rows of a table are looked at.
const SAMPLE: usize = 300;

/// The most characters of a text above that are read, and the most words of a name.
const LONGEST: usize = 300;
const MOST_WORDS: usize = 4;

/// As near to its city, in kilometres, a place lies.
const OUTSKIRTS: f64 = 25.0;

/// Words before the name of a city: “in”, “of”, and what an office is called.
static BEFORE: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words::around_places("before a city"));

/// Words behind the name of a city that are of an office, or join another.
static BEHIND: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words::around_places("behind a city"));

impl<'g> Locator<'g> {
    /// Finds out which tables have their city only above them, where none of their rows names one in a column, and most name none
    /// at all; and says so.
    pub fn settle_above(&mut self, drafts: &[Draft]) -> Vec<String> {
        self.above.clear();
        if self.set.iter().any(|(field, _)| field == "city") {
            return Vec::new();
        }
        let mut tables: BTreeMap<Arc<str>, Vec<&Draft>> = BTreeMap::new();
        for draft in drafts.iter().filter(|draft| !draft.ours) {
            if let Some(above) = &draft.above {
                tables.entry(Arc::clone(above)).or_default().push(draft);
            }
        }
        let mut notes = Vec::new();
        for (above, rows) in tables {
            let placed = |draft: &&Draft| {
                draft.text_of("city").is_some() || draft.fields.contains_key("lat")
            };
            if rows.iter().any(placed) {
                continue;
            }
            let Some((city, place)) = self.city_named(&above) else {
                continue;
            };
            let step = rows.len() / SAMPLE + 1;
            let sample: Vec<&Draft> = rows.into_iter().step_by(step).collect();
            let elsewhere = sample
                .iter()
                .filter(|draft| self.is_elsewhere(draft, place))
                .count();
            if elsewhere * 2 > sample.len() {
                continue;
            }
            let shown: String = above.replace('\n', " / ").chars().take(80).collect();
            notes.push(format!(
                "its rows have no column of cities: “{city}”, which stands above them (“{shown}”), is taken for the city where they name none"
            ));
            self.above.insert(above, (city, place.country.to_string()));
        }
        notes
    }

    /// The city above the table of an entry, and its country.
    pub(super) fn city_above(&self, draft: &Draft) -> Option<(String, String)> {
        self.above.get(draft.above.as_ref()?).cloned()
    }

    /// Whether an entry is far from a city, as it reads without what stands above.
    pub(super) fn is_elsewhere(&mut self, draft: &Draft, city: &Place) -> bool {
        let Ok(located) = self.locate(draft.clone()) else {
            return false;
        };
        let number = |field: &str| located.fields.get(field)?.as_f64();
        let at = number("lat").zip(number("lon"));
        at.is_some_and(|(lat, lon)| kilometres(lat, lon, city.lat, city.lon) > OUTSKIRTS)
    }

    /// The only city that texts name.
    fn city_named(&mut self, texts: &str) -> Option<(String, &'g Place)> {
        let mut found = self.cities_named(texts);
        found.pop().filter(|_| found.is_empty())
    }

    /// The cities that texts name, each once.
    pub(super) fn cities_named(&mut self, texts: &str) -> Vec<(String, &'g Place)> {
        let mut found: Vec<(String, &Place)> = Vec::new();
        for line in texts.lines() {
            let line: String = line.chars().take(LONGEST).collect();
            let line = line.replace(" - ", "|");
            for part in line.split([';', ',', '|', ':', '(', ')', '–', '—', '/']) {
                let part = part.trim_matches(|letter: char| !letter.is_alphanumeric());
                for (name, place) in self.cities_in(part) {
                    if !found
                        .iter()
                        .any(|(_, known)| names::same_place(known, place))
                    {
                        found.push((name, place));
                    }
                }
            }
        }
        found
    }

    /// The cities that a part of a title names: it is one, ends with one, or has one behind a word for “in” or “of”.
    fn cities_in(&mut self, part: &str) -> Vec<(String, &'g Place)> {
        if let Some(found) = self.only(part, TOWN) {
            return vec![found];
        }
        let words: Vec<&str> = part.split_whitespace().collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            let linked = before.is_some_and(|word| BEFORE.contains(&plain(word)));
            let ends = (at + 1..=words.len().min(at + MOST_WORDS)).rev();
            let mut named = ends.filter_map(|end| {
                let behind = words.get(end).map(|word| plain(word));
                let is_apart = linked
                    || behind.is_none_or(|word| {
                        BEHIND.contains(&word)
                            || word.starts_with(|letter: char| letter.is_numeric())
                    });
                let name = words.get(at..end).filter(|_| is_apart)?.join(" ");
                Some((self.only(&name, CITY)?, end))
            });
            match named.next() {
                Some((city, end)) => {
                    found.push(city);
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The one place of a size that a name means, or that it stands for in another case: “Magistrát města Brna”.
    fn only(&mut self, name: &str, least: u32) -> Option<(String, &'g Place)> {
        let first = name.chars().next().filter(|first| first.is_alphabetic());
        let letters = name.chars().count();
        let is_name = first.is_some_and(|first| !first.is_lowercase())
            && (letters > 2 || !name.is_ascii())
            && !is_kind_of_venue(name)
            && !is_action(name)
            && months_at(&tokens(name), 0).is_none();
        if !is_name {
            return None;
        }
        let set = self.set.iter().find(|(field, _)| field == "country");
        let set = set.and_then(|(_, name)| countries::code(name));
        let country = set.map(|code| code.as_str().to_owned());
        let country = country.or_else(|| self.home.whole.clone());
        let known = Known {
            country: country.as_deref(),
            region: None,
        };
        let mut places = self.places(name, known);
        places.sort_by_key(|place| std::cmp::Reverse(place.population));
        let wanted = key(name);
        if places.iter().any(|place| key(&place.name) == wanted) {
            places.retain(|place| key(&place.name) == wanted);
        }
        let more = |place: &Place| place.population.max(1).saturating_mul(TIMES);
        match places[..] {
            [place, ..] if place.population < least => {}
            [place, next, ..] if place.population < more(next) => return None,
            // “Leeds City” of “Leeds City Council”.
            [place, ..] if wanted.starts_with(&key(&place.name)) => {
                return Some((place.name.to_string(), place));
            }
            [place, ..] => return Some((name.to_owned(), place)),
            [] => {}
        }
        let mut cities = self.gazetteer.in_sentence(name);
        cities.retain(|(_, city)| city.population >= CITY);
        cities.dedup_by(|(_, one), (_, other)| names::same_place(one, other));
        match &cities[..] {
            [_] => cities.pop(),
            _ => None,
        }
    }
}

fn plain(word: &str) -> String {
    fold(word.trim_matches(|letter: char| !letter.is_alphanumeric()))
}
