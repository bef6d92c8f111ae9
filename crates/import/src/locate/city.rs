//! The places that the name of a city may mean.

use fold::fold;
use gazetteer::{Context, DECISIVE, Found, Gazetteer, Place, countries};

use super::free::{Known, Outcome};
use super::locator::Locator;
use super::named::{Named, described};
use super::venue::without_designator;
use super::{districts, names, postcode, regions};
use crate::draft::Draft;

/// From so many people on, a city that is called like a country elsewhere is the city.
const METROPOLIS: u32 = 500_000;

impl<'g> Locator<'g> {
    /// The places that a city's name may mean; “City (Region)” and “CITY_REGION” are taken apart.
    pub(super) fn city(&mut self, draft: &mut Draft, city: &str) -> Named<'g> {
        let city = without_designator(postcode::without(city));
        let region = draft.text_of("region").map(str::to_owned);
        let country = draft.text_of("country").map(str::to_owned);
        let known = Known {
            country: country.as_deref(),
            region: region.as_deref(),
        };
        let marks = ['(', ',', '_', '/', '،', '，', '（'];
        let apart = (city.contains(marks) || city.contains(" - ") || city.contains(" – "))
            && self
                .named(&city.replace('_', " "), known.country)
                .is_empty();
        let mut places = Vec::new();
        let mut name = city.to_owned();
        let mut or_country = None;
        if apart {
            let text = city.replace(['_', '/'], ",");
            let outcome = self.read(&text, known);
            if let Outcome::Unsure(reason, places) = outcome {
                return Named::Unfound(reason, described(&places));
            }
            if let Outcome::City {
                read,
                places: found,
                or_country: country,
                ..
            } = outcome
            {
                draft.fields.shift_remove("city");
                name = read.city.clone().unwrap_or_else(|| name.clone());
                read.put(draft);
                places = found;
                or_country = country;
            } else if let Some((first, rest)) = city.split_once('_') {
                // Not known, but two names all the same.
                name = names::decapitalised(first.trim());
                draft.put("city", &name);
                if region.is_none() {
                    draft.put("region", &names::decapitalised(rest.trim()));
                }
            }
        }
        if places.is_empty() {
            places = self.places(&name, known);
            if known.country.is_none()
                && known
                    .region
                    .is_some_and(|region| fold(region) == fold(&name))
            {
                places = self.capital_at_home(&name, places);
            }
            // “PV”: a district, and elsewhere a state of that code.
            if let (true, Some(region)) = (places.is_empty(), known.region) {
                places = self.places_in(&name, region, known.country);
            }
            if known.country.is_none() && known.region.is_none() {
                (places, or_country) = self.or_country(&name, places);
                places = self.or_at_home(draft, &name, places);
                or_country = self.unless_home(or_country, &places);
                if let Some(reason) = self.stray(&name, &places) {
                    let candidates = described(&places);
                    return Named::Unfound(reason, candidates);
                }
            }
        }
        match places.is_empty() {
            true => {
                let name = names::decapitalised(&name);
                draft.put("city", &name);
                let within = [known.region, known.country];
                let within: Vec<&str> = within.into_iter().flatten().collect();
                let within = match within.is_empty() {
                    true => String::new(),
                    false => format!(" in {}", within.join(", ")),
                };
                Named::Unfound(
                    format!(
                        "no city “{name}” is known{within}; give lat and lon, or a larger --gazetteer"
                    ),
                    Vec::new(),
                )
            }
            false => self.settled(draft, &name, places, or_country),
        }
    }

    /// One of several places by the zone the source gives, spelled; or the several.
    pub(super) fn settled(
        &mut self,
        draft: &mut Draft,
        name: &str,
        mut places: Vec<&'g Place>,
        or_country: Option<String>,
    ) -> Named<'g> {
        let zone = draft
            .text_of("timezone")
            .or(draft.zone_of_source.as_deref());
        let fit: Vec<&Place> = places
            .iter()
            .copied()
            .filter(|place| Some(&*place.timezone) == zone)
            .collect();
        let by_zone = fit.len() == 1;
        if by_zone {
            places = fit;
        }
        if let (Some(code), false) = (or_country, by_zone) {
            let country = countries::name(&code, "en").unwrap_or(&code).to_owned();
            let mut candidates = described(&places);
            candidates.push(format!("{country}, the country"));
            let reason =
                format!("“{name}” is a city and a country ({country}); give both, or lat and lon");
            return Named::Unfound(reason, candidates);
        }
        if let [place] = places[..] {
            let spelled = self.spelled.entry(name.to_owned()).or_default();
            let known = spelled.iter().find(|(of, _)| std::ptr::eq(*of, place));
            let own = known.map_or_else(
                || names::spelled(self.gazetteer, name, place),
                |(_, own)| own.clone(),
            );
            draft.put("city", &own);
            if known.is_none() {
                spelled.push((place, own));
            }
            if let Some(region) = draft.text_of("region").map(str::to_owned)
                && regions::holds(self.gazetteer, place, &region)
            {
                draft.put("region", &regions::spelled(self.gazetteer, place, &region));
            }
        }
        Named::Places(places)
    }

    /// The places that a name may mean, remembered.
    pub(super) fn places(&mut self, city: &str, known: Known<'_>) -> Vec<&'g Place> {
        let key = [
            city,
            known.region.unwrap_or_default(),
            known.country.unwrap_or_default(),
        ]
        .map(str::to_owned);
        let gazetteer = self.gazetteer;
        let look = |city: &str| found(gazetteer, city, known);
        let found = self.found.entry(key).or_insert_with(|| {
            let found = match look(city) {
                found if found.is_empty() => quarter_of(city).map_or(found, |city| {
                    let mut whole = look(city);
                    whole.retain(|place| place.population >= METROPOLIS);
                    whole
                }),
                found => found,
            };
            if found.is_empty() && !city.is_ascii() {
                return names::in_latin(city)
                    .map(|latin| look(&latin))
                    .unwrap_or_default();
            }
            found
        });
        found.clone()
    }

    /// Of places called like a country, those that lie in it (“Panamá”, “تونس”); and where none does, the country, which
    /// may be meant as well as a place elsewhere (“Granada”, “Palestine”).
    ///
    /// “Monaco” lies in its country, but is short for a far larger city elsewhere (“Monaco di Baviera”): both are meant.
    pub(super) fn or_country(
        &mut self,
        name: &str,
        places: Vec<&'g Place>,
    ) -> (Vec<&'g Place>, Option<String>) {
        // “Åre” is no code.
        let is_word = name.chars().count() == 3 && name.chars().any(char::is_lowercase);
        let code = countries::code(name).filter(|_| !places.is_empty() && !is_word);
        let Some(code) = code else {
            return (places, None);
        };
        let inside = |place: &&&Place| *place.country == *code.as_str();
        let inside: Vec<&Place> = places.iter().filter(inside).copied().collect();
        let Some(most) = inside.iter().map(|place| place.population).max() else {
            // Amman is written like Oman, and is hardly meant as a country.
            let metropolis = matches!(places[..], [only] if only.population >= METROPOLIS);
            let or_country = (!metropolis).then(|| code.to_string());
            return (places, or_country);
        };
        let gazetteer = self.gazetteer;
        let begun = self.begun.entry(name.to_owned());
        let longer = *begun.or_insert_with(|| gazetteer.begins(name));
        match longer.is_none_or(|longer| most >= longer.population / DECISIVE) {
            true => (inside, None),
            false => (places, Some(code.to_string())),
        }
    }

    /// Whether a place has a name, in any language: “Åbo” is Turku.
    pub(super) fn is_name_of(&self, name: &str, place: &Place) -> bool {
        let called = || self.named(name, Some(&place.country)).into_iter();
        names::same(name, &place.name) || called().any(|own| names::same_place(own, place))
    }

    /// The places that are called so as a whole.
    pub(super) fn named(&self, name: &str, country: Option<&str>) -> Vec<&'g Place> {
        let context = Context {
            region: None,
            country,
        };
        several(self.gazetteer.named(name, &context))
    }
}

/// “Jakarta Pusat”, “Hamburg-Mitte”: the city of which a part is named.
fn quarter_of(name: &str) -> Option<&str> {
    const QUARTERS: [&str; 22] = [
        "pusat", "selatan", "utara", "barat", "timur", "mitte", "nord", "sud", "ost", "west",
        "est", "ouest", "centro", "centrum", "centre", "center", "central", "norte", "sur",
        "oeste", "este", "zentrum",
    ];
    let (city, quarter) = name.rsplit_once([' ', '-', '–'])?;
    // “서울 종로구”.
    let is_district = !quarter.is_ascii() && quarter.ends_with(['구', '区', '區']);
    (is_district || QUARTERS.contains(&fold(quarter).as_str())).then_some(city.trim())
}

fn found<'g>(gazetteer: &'g Gazetteer, city: &str, known: Known<'_>) -> Vec<&'g Place> {
    let territory = known
        .region
        .and_then(|region| regions::territory(gazetteer, region, known.country));
    let context = Context {
        region: known.region,
        country: territory.or(known.country),
    };
    let places = several(gazetteer.find(city, &context));
    match known.region {
        Some(region) => in_region(gazetteer, city, places, region, known.country),
        None => places,
    }
}

/// Of the places of a name those that lie in a region or district, where their country has one called so: “Richmond” in North
/// Yorkshire is the small one.
fn in_region<'g>(
    gazetteer: &'g Gazetteer,
    city: &str,
    mut places: Vec<&'g Place>,
    region: &str,
    country: Option<&str>,
) -> Vec<&'g Place> {
    // A column of powiats has their bare names.
    let powiat = format!("powiat {region}");
    let is_bare = country == Some("PL") && !districts::districts_called(&powiat).is_empty();
    let region = if is_bare { &powiat } else { region };
    places.retain(|place| !regions::excludes(gazetteer, place, region));
    let own = districts::districts_called(region).iter();
    let is_own = |own: &str| country.is_none_or(|country| country == own);
    let own: Vec<&str> = own.map(|(own, _)| *own).filter(|own| is_own(own)).collect();
    let holds = |place: &&Place| regions::holds(gazetteer, place, region);
    if own.is_empty() || places.iter().any(holds) {
        return places;
    }
    let context = Context {
        region: None,
        country,
    };
    let mut inside = gazetteer.called(city, &context);
    inside.retain(|place| own.contains(&&*place.country) && holds(place));
    let exact = |place: &&Place| districts::is_exact(gazetteer, place, region);
    if inside.iter().any(exact) {
        inside.retain(exact);
    }
    match names::outstanding(&inside) {
        Some(largest) => vec![largest],
        None if inside.is_empty() => places,
        None => inside,
    }
}

fn several(found: Found<'_>) -> Vec<&Place> {
    match found {
        Found::One(place) => vec![place],
        Found::Several(places) => places,
        Found::None => Vec::new(),
    }
}
