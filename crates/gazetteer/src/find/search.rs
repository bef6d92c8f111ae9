//! The readings of a name: as it stands, with a region or country behind it, two names in one, without words like “City of”.

use super::abbreviated::abbreviated;
use super::decide::{decide, either, places};
use super::found::{Context, Found};
use crate::Gazetteer;
use crate::countries;
use crate::key::key;
use crate::names::Rank;
use crate::place::Place;
use crate::usual;

/// A place with half as many people as another is of comparable size.
const COMPARABLE: u32 = 2;

/// A way of looking names up.
pub(super) struct Search<'g> {
    pub(super) all: &'g Gazetteer,
    /// How many times larger a place must be to be taken; `None` takes none for its size.
    pub(super) decisive: Option<u32>,
}

/// Whether a name is of two or three Chinese characters.
fn is_short_han(name: &str) -> bool {
    let name = name.trim();
    (2..=3).contains(&name.chars().count())
        && name
            .chars()
            .all(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign))
}

impl<'g> Search<'g> {
    pub(super) fn find(&self, name: &str, context: &Context<'_>) -> Found<'g> {
        let found = self.exactly(name, context);
        if found != Found::None {
            return found;
        }
        if let Some((city, rest)) = name.split_once([',', '(', '（', '،', '，'])
            && !city.trim().is_empty()
        {
            return self.with_more(city, rest, context);
        }
        if let Some((one, other)) = name.split_once(['/', '|']) {
            return either(self.exactly(one, context), self.exactly(other, context));
        }
        let whole = core(&key(name)).map(|core| self.exactly(core, context));
        let readings: [&dyn Fn() -> Found<'g>; 5] = [
            &|| whole.clone().unwrap_or(Found::None),
            &|| self.without_comma(name, context),
            &|| self.twice(name, context),
            &|| self.in_prefecture(name, context),
            &|| self.inflected(name, context),
        ];
        let mut found = readings.into_iter().map(|reading| reading());
        found
            .find(|found| *found != Found::None)
            .unwrap_or(Found::None)
    }

    /// “東京都千代田区”: a prefecture of Japan, and what lies in it directly behind.
    fn in_prefecture(&self, name: &str, context: &Context<'_>) -> Found<'g> {
        let ends = name.char_indices().skip(2).take(2);
        let mut ends = ends.filter(|(_, letter)| "都道府県".contains(*letter));
        let split = ends
            .next()
            .map(|(at, letter)| name.split_at(at + letter.len_utf8()));
        let Some((prefecture, city)) = split.filter(|(_, city)| !city.trim().is_empty()) else {
            return Found::None;
        };
        let inner = Context {
            region: Some(prefecture),
            country: context.country.or(Some("JP")),
        };
        self.exactly(city.trim(), &inner)
    }

    /// “Ōtautahi Christchurch”, “Tartu Dorpat”: two names of one city, one behind the other.
    fn twice(&self, name: &str, context: &Context<'_>) -> Found<'g> {
        const MOST_WORDS: usize = 4;
        let gaps = name.match_indices(' ').take(MOST_WORDS);
        let mut halves = gaps.map(|(gap, _)| (name[..gap].trim(), name[gap..].trim()));
        let one = halves.find_map(|(first, second)| {
            let first = places(self.exactly(first, context));
            let second = places(self.exactly(second, context));
            let mut both = first
                .into_iter()
                .filter(|place| second.iter().any(|other| std::ptr::eq(*other, *place)));
            both.next().filter(|_| both.next().is_none())
        });
        one.map_or(Found::None, Found::One)
    }

    /// “Syracuse NY”, “Paris Texas”: the last words are a region or a country, and the city lies there.
    fn without_comma(&self, name: &str, context: &Context<'_>) -> Found<'g> {
        let gaps = name.char_indices().filter(|(_, c)| c.is_whitespace());
        for (gap, _) in gaps.collect::<Vec<_>>().into_iter().rev().take(3) {
            let (city, last) = (name[..gap].trim(), name[gap..].trim());
            // A code in small letters is more likely a word: “am”, “on”, “de”.
            let is_word = last.chars().count() > 3 || last.chars().all(char::is_uppercase);
            let is_place =
                || !self.all.regions.called(last).is_empty() || countries::code(last).is_some();
            if is_word && !city.is_empty() && is_place() {
                let found = self.with_more(city, last, context);
                if found != Found::None {
                    return found;
                }
            }
        }
        Found::None
    }

    /// “City, more”: what comes after the comma is a country, a region, or both.
    fn with_more(&self, city: &str, more: &str, context: &Context<'_>) -> Found<'g> {
        let more = more.trim_end_matches([')', '）', ' ', '.']);
        let (region, last) = match more.rsplit_once([',', '،', '，']) {
            Some((region, country)) => (Some(region), country),
            None => (None, more),
        };
        let country = countries::code(last);
        let known = country.as_ref().map(|code| code.as_str());
        if let (Some(said), Some(known)) = (context.country, known)
            && said != known
        {
            // Not a country after all, or one that contradicts: “Tbilisi, Georgia”, country US.
            let inner = Context {
                region: Some(more),
                ..*context
            };
            return match self.all.regions.called(more).is_empty() {
                true => Found::None,
                false => self.exactly(city, &inner),
            };
        }
        let inner = match known {
            // “Atlanta, Georgia”: which of the two it is, is for the name to say.
            Some(_) if context.country.is_none() && !self.all.regions.called(last).is_empty() => {
                let inside = Context {
                    region: region.or(context.region),
                    country: known,
                };
                let beside = Context {
                    region: Some(last),
                    country: None,
                };
                return either(self.exactly(city, &inside), self.exactly(city, &beside));
            }
            Some(code) => Context {
                region: region.or(context.region),
                country: Some(code),
            },
            None => Context {
                region: Some(more),
                ..*context
            },
        };
        self.exactly(city, &inner)
    }

    pub(super) fn exactly(&self, name: &str, context: &Context<'_>) -> Found<'g> {
        let key = key(name);
        let mut found: Vec<(usize, Rank)> = self.all.names.places(&key).collect();
        if found.is_empty() {
            found = abbreviated(&self.all.names, name);
        }
        // “花蓮” is 花蓮市.
        if found.is_empty() && is_short_han(name) {
            let city = crate::key::key(&format!("{}市", name.trim()));
            found = self.all.names.places(&city).collect();
        }
        if let Some((country, city)) = usual::city(&key)
            && context.country.is_none_or(|own| own == country)
        {
            let name = crate::key::key(city);
            let meant = self.all.names.places(&name);
            let meant = meant.filter(|(at, rank)| {
                let place = self.all.places.get(*at);
                *rank == Rank::First && place.is_some_and(|place| &*place.country == country)
            });
            found = meant.map(|(at, _)| (at, Rank::Other)).collect();
        }
        let mut named: Vec<(&'g Place, Rank)> = found
            .into_iter()
            .filter_map(|(at, rank)| Some((self.all.places.get(at)?, rank)))
            .map(|(place, rank)| match rank {
                Rank::Other if begins(&place.name, &key) => (place, Rank::Begun),
                rank => (place, rank),
            })
            .collect();
        let territory = || countries::code(context.region?);
        let territory = territory().filter(|code| {
            let country = context.country.unwrap_or_default();
            countries::belongs(code.as_str(), country)
        });
        if let Some(territory) = territory {
            // “San Juan, Puerto Rico”, country US.
            named.retain(|(place, _)| *place.country == *territory.as_str());
        } else if let Some(country) = context.country {
            let inside = |place: &Place| &*place.country == country;
            match named.iter().any(|(place, _)| inside(place)) {
                true => named.retain(|(place, _)| inside(place)),
                false => named.retain(|(place, _)| countries::belongs(&place.country, country)),
            }
        }
        self.add_begun(&mut named, &key, context.country);
        if let Some(region) = context.region {
            self.keep_region(&mut named, region, context.country.is_some());
        }
        if named.iter().any(|(_, rank)| *rank != Rank::Code) {
            named.retain(|(_, rank)| *rank != Rank::Code);
        }
        decide(named, self.decisive, context.country.is_some())
    }

    /// Where no place is called so but some begin so, adds others that do and are of comparable size: “Reggio” is Reggio
    /// nell'Emilia, and may be Reggio Calabria.
    fn add_begun(&self, named: &mut Vec<(&'g Place, Rank)>, key: &str, country: Option<&str>) {
        if named.iter().any(|(_, rank)| *rank == Rank::First) {
            return;
        }
        let begun = named.iter().filter(|(_, rank)| *rank == Rank::Begun);
        let Some(least) = begun.map(|(place, _)| place.population / COMPARABLE).max() else {
            return;
        };
        let others = self.all.names.beginning(key, |_| true);
        for place in others.filter_map(|(at, _)| self.all.places.get(at)) {
            let is_there = country.is_none_or(|country| *place.country == *country);
            let is_known = named.iter().any(|(known, _)| std::ptr::eq(*known, place));
            if is_there && !is_known && place.population > least && begins(&place.name, key) {
                named.push((place, Rank::Begun));
            }
        }
    }

    /// Keeps the places that may lie in a region, if the gazetteer knows one of that name.
    fn keep_region(&self, named: &mut Vec<(&Place, Rank)>, region: &str, in_country: bool) {
        let regions = self.all.regions.called(region);
        let inside = |place: &Place| {
            regions
                .iter()
                .any(|(country, code)| *country == place.country && *code == place.region_code)
        };
        if !in_country && named.iter().any(|(place, _)| inside(place)) {
            named.retain(|(place, _)| inside(place));
        } else if let Some(country) = countries::code(region).filter(|_| !in_country) {
            // A column of regions that has countries in it.
            named.retain(|(place, _)| *place.country == *country.as_str());
        } else {
            // A country that has such a region has the place in it or not at all; without a country, so
            // has the world.
            let has = |place: &Place| match in_country {
                true => regions.iter().any(|(country, _)| *country == place.country),
                false => !regions.is_empty(),
            };
            named.retain(|(place, _)| inside(place) || !has(place));
        }
    }
}

/// Whether a place's first name begins with the words of a key: “Halle” is “Halle (Saale)”, “Frankfurt” is “Frankfurt
/// am Main”.
fn begins(name: &str, wanted: &str) -> bool {
    let name = key(name);
    let rest = name.strip_prefix(wanted);
    rest.is_some_and(|rest| rest.starts_with(' '))
}

/// A name without words that only say it is a city, or which part of it; `None` when there are none.
fn core(key: &str) -> Option<&str> {
    const BEFORE: &[&str] = &[
        "central",
        "ciudad de",
        "cidade de",
        "citta di",
        "city of",
        "comune di",
        "concello de",
        "downtown",
        "gemeente",
        "greater",
        "hansestadt",
        "kota",
        "miasto",
        "mesto",
        "orasul",
        "stadt",
        "thanh pho",
        "town of",
        "tp",
        "ville de",
        "г",
        "гр",
        "город",
        "град",
        "м",
        "місто",
        "πολη",
        "مدينه",
        "شهر",
        "העיר",
    ];
    const AFTER: &[&str] = &[
        "centre",
        "center",
        "centro",
        "city",
        "downtown",
        "hlavni mesto",
        "kommune",
        "metropolitan area",
        "stadt",
        "town",
        "ville",
        "zentrum",
        "العاصمه",
    ];
    let before = BEFORE
        .iter()
        .find_map(|word| key.strip_prefix(word)?.strip_prefix(' '));
    let after = || {
        AFTER
            .iter()
            .find_map(|word| key.strip_suffix(word)?.strip_suffix(' '))
    };
    before.or_else(after).filter(|core| !core.is_empty())
}
