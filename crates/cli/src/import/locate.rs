//! Where an entry is: checked, found in the gazetteer, with its zone. What is not certain is not taken.

mod free;
mod home;
mod locator;
mod names;
mod parts;
mod position;
mod reconcile;
mod regions;

use chrono::Datelike as _;
use gazetteer::{Context, DECISIVE, Found, Gazetteer, Place, countries, kilometres};

pub use self::locator::Locator;

use self::free::{Known, Outcome};
use super::draft::{Draft, Reject, Stamp};
use super::table::value::{self, keep};
use super::words;
use crate::zones;

/// As near to a city, in kilometres, its own parts lie.
const OUTSKIRTS: f64 = 25.0;

/// From so many people on, a city that is called like a country elsewhere is the city.
const METROPOLIS: u32 = 500_000;

/// What an entry's words say of where it is.
enum Named<'g> {
    /// Places that it may be, one at least.
    Places(Vec<&'g Place>),
    /// Something is named, but not found: why.
    Unfound(String, Vec<String>),
    /// Nothing is named.
    Nothing,
}

impl<'g> Locator<'g> {
    /// Puts position, precision, country and zone to an entry, as far as they follow from what it says.
    ///
    /// # Errors
    /// It names a place that is not found, or that may be several.
    pub fn locate(&mut self, mut draft: Draft) -> Result<Draft, Box<Reject>> {
        if draft.ours {
            self.preset(&mut draft, |_| true);
            return Ok(draft);
        }
        // A country that the entry names in its text goes before the one that is set for all.
        let own_country = draft.fields.contains_key("country");
        self.preset(&mut draft, |field| field != "city" && field != "country");
        self.country(&mut draft);
        let given = position::given(&mut draft);
        let named = self.name(&mut draft, own_country);
        match self.reconcile(&mut draft, given, &named) {
            Some(at) => {
                self.around(&mut draft, at);
                Ok(draft)
            }
            None => self.at_city(draft, named, own_country),
        }
    }

    /// Puts what is set for all entries into one that has nothing there.
    fn preset(&self, draft: &mut Draft, wanted: impl Fn(&str) -> bool) {
        let positioned = ["lat", "lon"]
            .iter()
            .any(|field| draft.fields.contains_key(*field));
        for (field, text) in &self.set {
            let position = matches!(field.as_str(), "lat" | "lon" | "position");
            let has = draft.fields.contains_key(field) || position && positioned;
            match field.as_str() {
                field if has || !wanted(field) => {}
                "location" if draft.location.is_none() => draft.location = Some(text.clone()),
                "location" => {}
                field => value::put(draft, field, text),
            }
        }
    }

    /// A country by its code; what is no country's name is kept aside.
    fn country(&self, draft: &mut Draft) {
        let Some(written) = draft.text_of("country").map(str::to_owned) else {
            return;
        };
        match countries::code(&written) {
            Some(code) => draft.put("country", code.as_str()),
            None => {
                draft.fields.shift_remove("country");
                keep(draft, "country", &written);
                draft
                    .notes
                    .push(format!("“{written}” is no country that is known"));
            }
        }
    }

    /// The code of the country that is set for all entries.
    fn set_country(&self) -> Option<String> {
        let (_, text) = self.set.iter().find(|(field, _)| field == "country")?;
        countries::code(text).map(|code| code.to_string())
    }

    /// Reads what an entry says of its place into city, region, country and place.
    fn name(&mut self, draft: &mut Draft, own_country: bool) -> Named<'g> {
        if let Some(city) = draft.text_of("city").map(str::to_owned) {
            self.use_set_country(draft, own_country);
            let named = self.city(draft, &city);
            self.beside_city(draft, &named);
            return named;
        }
        let place = draft.text_of("place").map(str::to_owned);
        let address = draft.text_of("address").map(str::to_owned);
        let location = draft.location.clone();
        let text = match (&location, &place, &address) {
            (Some(location), ..) => location.clone(),
            (None, Some(place), Some(address)) => format!("{place}, {address}"),
            (None, Some(one), None) | (None, None, Some(one)) => one.clone(),
            (None, None, None) => String::new(),
        };
        if words::value(&text) == Some("online") || text.starts_with("http") {
            online(draft, &text);
            self.use_set_country(draft, own_country);
            return Named::Nothing;
        }
        let known_region = draft.text_of("region").map(str::to_owned);
        let own = draft.text_of("country").map(str::to_owned);
        let mut outcome = self.read_in(&text, own.as_deref(), known_region.as_deref());
        if let (false, Some(set)) = (own_country, self.set_country()) {
            let says_country = matches!(
                &outcome,
                Outcome::City { country: true, .. } | Outcome::Country(_)
            );
            if !says_country {
                outcome = self.read_in(&text, Some(&set), known_region.as_deref());
                draft.put("country", &set);
            }
        }
        let set_city = self.set.iter().find(|(field, _)| field == "city");
        let set_city = set_city.map(|(_, city)| city.clone());
        let Some(set_city) = set_city.filter(|city| !self.elsewhere(&text, city, draft, &outcome))
        else {
            return match outcome {
                Outcome::City {
                    mut read,
                    mut places,
                    or_country,
                    country,
                } => {
                    if location.is_none() {
                        draft.fields.shift_remove("place");
                        draft.fields.shift_remove("address");
                    }
                    let name = read.city.clone().unwrap_or_default();
                    let bare = own.is_none() && !country && read.region.is_none();
                    if bare && draft.text_of("country").is_none() {
                        places = self.or_at_home(&name, places);
                        read.country = read.country.filter(|_| places.len() == 1);
                    }
                    read.put(draft);
                    self.settled(draft, &name, places, or_country)
                }
                outcome => unfound(draft, &text, outcome),
            };
        };
        draft.put("city", &set_city);
        let named = self.city(draft, &set_city);
        self.beside_city(draft, &named);
        named
    }

    /// Whether a text surely names another city than the one that is set: with its country, its region or its postal
    /// code, or at its end, and not in the outskirts of the other.
    fn elsewhere(
        &mut self,
        text: &str,
        set: &str,
        draft: &mut Draft,
        outcome: &Outcome<'g>,
    ) -> bool {
        let Outcome::City {
            read,
            places,
            country,
            ..
        } = outcome
        else {
            return false;
        };
        let [place] = places[..] else { return false };
        let parts = parts::parts(text);
        let city = read.city.as_deref().unwrap_or_default();
        let named = |part: &parts::Part| names::same(&part.name, city);
        let at_end = parts.len() > 1 && parts.last().is_some_and(named);
        let postal = parts.iter().any(|part| named(part) && part.postal);
        let sure = *country || read.region.is_some() || at_end || postal;
        let code = draft.text_of("country").map(str::to_owned);
        let known = Known {
            country: code.as_deref(),
            region: None,
        };
        let near = |own: &&Place| {
            names::same_place(own, place)
                || kilometres(own.lat, own.lon, place.lat, place.lon) <= OUTSKIRTS
        };
        let other = sure && !self.places(set, known).iter().any(near);
        if other {
            draft.notes.push(format!(
                "its place names {}, not {set}, which is set",
                place.name
            ));
        }
        other
    }

    fn use_set_country(&self, draft: &mut Draft, own_country: bool) {
        if let (false, Some(set)) = (own_country, self.set_country()) {
            draft.put("country", &set);
        }
    }

    fn read_in(&mut self, text: &str, country: Option<&str>, region: Option<&str>) -> Outcome<'g> {
        match text.trim().is_empty() {
            true => Outcome::Unknown,
            false => self.read(text, Known { country, region }),
        }
    }

    /// The places that a city's name may mean; “City (Region)” and “CITY_REGION” are taken apart.
    fn city(&mut self, draft: &mut Draft, city: &str) -> Named<'g> {
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
            if let Outcome::City {
                read,
                places: found,
                or_country: country,
                ..
            } = self.read(&text, known)
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
            if known.country.is_none() && known.region.is_none() {
                (places, or_country) = self.or_country(&name, places);
                places = self.or_at_home(&name, places);
            }
        }
        match places.is_empty() {
            true => {
                let name = names::decapitalised(&name);
                draft.put("city", &name);
                let within = known
                    .country
                    .map_or(String::new(), |country| format!(" in {country}"));
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
    fn settled(
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
            let own = known.map_or_else(|| names::spelled(name, place), |(_, own)| own.clone());
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

    /// What the text of a place says beside the city, which the entry names itself.
    fn beside_city(&mut self, draft: &mut Draft, named: &Named<'g>) {
        let Some(location) = draft.location.take() else {
            return;
        };
        let city = draft.text_of("city").unwrap_or_default().to_owned();
        let country = draft.text_of("country").map(str::to_owned);
        let known = Known {
            country: country.as_deref(),
            region: None,
        };
        let own = |places: &[&Place]| match named {
            Named::Places(own) => own
                .iter()
                .any(|own| places.iter().any(|place| names::same_place(own, place))),
            _ => false,
        };
        let read = match self.read(&location, known) {
            Outcome::City { read, places, .. } if own(&places) => read,
            _ => free::Read {
                place: vec![location.replace(['\r', '\n'], " ")],
                ..free::Read::default()
            },
        };
        if !names::same(&location, &city) {
            read.put_place(draft);
        }
        draft.location = Some(location);
    }

    /// The position of the city an entry names.
    fn at_city(
        &self,
        mut draft: Draft,
        named: Named<'g>,
        own_country: bool,
    ) -> Result<Draft, Box<Reject>> {
        match named {
            Named::Places(places) => match places[..] {
                [place] => {
                    self.at(&mut draft, place);
                    Ok(draft)
                }
                _ => {
                    let city = draft.text_of("city").unwrap_or_default();
                    let reason = format!(
                        "“{city}” may be several places; give country, region, or lat and lon{}",
                        self.home_hint(&places)
                    );
                    self.unplaced(draft, reason, described(&places))
                }
            },
            Named::Unfound(reason, candidates) => self.unplaced(draft, reason, candidates),
            Named::Nothing => {
                self.zone_of_country(&mut draft);
                let only_country = own_country && draft.text_of("country").is_some();
                let online = draft.text_of("online").is_some();
                match only_country && !online {
                    true => {
                        let reason = "a country alone; give a city, or lat and lon".to_owned();
                        self.unplaced(draft, reason, Vec::new())
                    }
                    false => Ok(draft),
                }
            }
        }
    }

    /// The zone of a country where all its zones keep the same time that year.
    fn zone_of_country(&self, draft: &mut Draft) {
        if let Some(country) = draft.text_of("country")
            && draft.text_of("timezone").is_none()
            && let [zone, others @ ..] = self.gazetteer.zones(country)
        {
            let year = draft.start.map_or(2024, |start| match start {
                Stamp::Wall(at) => at.date.year(),
                Stamp::Moment(at) => at.year(),
            });
            if others.iter().all(|other| zones::alike(zone, other, year)) {
                let zone = zone.to_string();
                draft.put("timezone", &zone);
            }
        }
    }

    fn unplaced(
        &self,
        mut draft: Draft,
        reason: String,
        candidates: Vec<String>,
    ) -> Result<Draft, Box<Reject>> {
        if !self.unplaced {
            let mut reject = draft.rejected(reason);
            reject.candidates = candidates;
            return Err(Box::new(reject));
        }
        if let Some(location) = draft
            .location
            .clone()
            .filter(|_| draft.text_of("place").is_none())
        {
            draft.put("place", &location);
        }
        self.zone_of_country(&mut draft);
        draft.notes.push(reason);
        Ok(draft)
    }

    /// Puts a city's position to an entry.
    fn at(&self, draft: &mut Draft, place: &Place) {
        draft.fields.insert("lat".to_owned(), place.lat.into());
        draft.fields.insert("lon".to_owned(), place.lon.into());
        draft.put("precision", "city");
        if self.explain {
            let what = format!("the gazetteer: {}", described(&[place]).concat());
            draft.explain("lat", what.clone());
            draft.explain("lon", what);
        }
        self.fill(draft, place);
    }

    /// Puts what follows from a city to an entry that lies in it.
    fn fill(&self, draft: &mut Draft, place: &Place) {
        for (field, text) in [("country", &place.country), ("timezone", &place.timezone)] {
            if draft.text_of(field).is_none() {
                draft.put(field, text);
                if self.explain {
                    draft.explain(field, format!("the gazetteer: {}", place.name));
                }
            }
        }
    }

    /// The places that a name may mean, remembered.
    fn places(&mut self, city: &str, known: Known<'_>) -> Vec<&'g Place> {
        let key = [
            city,
            known.region.unwrap_or_default(),
            known.country.unwrap_or_default(),
        ]
        .map(str::to_owned);
        let gazetteer = self.gazetteer;
        let look = |city: &str| found(gazetteer, city, known);
        let found = self.found.entry(key).or_insert_with(|| {
            let found = look(city);
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
    fn or_country(
        &mut self,
        name: &str,
        places: Vec<&'g Place>,
    ) -> (Vec<&'g Place>, Option<String>) {
        let Some(code) = countries::code(name).filter(|_| !places.is_empty()) else {
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

    /// The places that are called so as a whole.
    fn named(&self, name: &str, country: Option<&str>) -> Vec<&'g Place> {
        let context = Context {
            region: None,
            country,
        };
        several(self.gazetteer.named(name, &context))
    }
}

fn found<'g>(gazetteer: &'g Gazetteer, city: &str, known: Known<'_>) -> Vec<&'g Place> {
    let context = Context {
        region: known.region,
        country: known.country,
    };
    several(gazetteer.find(city, &context))
}

fn several(found: Found<'_>) -> Vec<&Place> {
    match found {
        Found::One(place) => vec![place],
        Found::Several(places) => places,
        Found::None => Vec::new(),
    }
}

/// Why nothing is found in a text of a place.
fn unfound<'g>(draft: &mut Draft, text: &str, outcome: Outcome<'g>) -> Named<'g> {
    let text: String = text.replace(['\r', '\n'], " ").chars().take(100).collect();
    let reason = match outcome {
        Outcome::Unknown if text.trim().is_empty() => return Named::Nothing,
        Outcome::Country(read) => {
            if draft.text_of("country").is_none() {
                draft.put("country", read.country.as_deref().unwrap_or_default());
            }
            match read.place.is_empty() {
                true => format!("“{text}” is a country alone; give a city, or lat and lon"),
                false => format!(
                    "no city of its country is known in “{text}”; give the city, or lat and lon"
                ),
            }
        }
        _ => format!("no place is known in “{text}”; give city and country, or lat and lon"),
    };
    Named::Unfound(reason, Vec::new())
}

/// An entry without a place: an address goes where streams and calls have theirs.
fn online(draft: &mut Draft, text: &str) {
    if text.starts_with("http") && draft.text_of("online").is_none() {
        draft.put("online", text);
    }
    draft.location = None;
    for field in ["place", "address"] {
        if draft.text_of(field).is_some_and(|own| text.contains(own)) {
            draft.fields.shift_remove(field);
        }
    }
    let kind = draft
        .fields
        .entry("kind")
        .or_insert_with(|| "online".into());
    if kind.as_str().is_some_and(str::is_empty) {
        *kind = "online".into();
    }
}

/// Places for an editor to choose from.
fn described(places: &[&Place]) -> Vec<String> {
    let one = |place: &&Place| {
        let region = place
            .region
            .as_deref()
            .map_or(String::new(), |region| format!(", {region}"));
        format!(
            "{}{region}, {} ({}, {}; {} people)",
            place.name, place.country, place.lat, place.lon, place.population
        )
    };
    places.iter().take(10).map(one).collect()
}

#[cfg(test)]
mod tests;
