//! Where an entry is: checked, found in the gazetteer, with its zone. What is not certain is not taken.

mod free;
mod parts;
mod position;
mod regions;

use std::collections::HashMap;

use fold::fold;
use gazetteer::{Context, Found, Gazetteer, Place, countries, kilometres};

use super::draft::{Draft, Reject};
use super::table::value::keep;

/// As far from a city as its outskirts may lie, in kilometres.
const OUTSKIRTS: f64 = 50.0;
/// As far from a city as a place may lie that still has its clock, in kilometres.
const FAR: f64 = 150.0;
/// Finds places, and remembers what it found.
pub struct Locator<'g> {
    gazetteer: &'g Gazetteer,
    /// By city, region and country as written.
    found: HashMap<[String; 3], Answer<'g>>,
    /// Whether entries whose place is not found are taken without a position.
    unplaced: bool,
}

/// What the gazetteer says of a name.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Answer<'g> {
    One(&'g Place),
    Several(Vec<&'g Place>),
    None,
}

impl<'g> Locator<'g> {
    /// Looks into a gazetteer.
    pub fn new(gazetteer: &'g Gazetteer, unplaced: bool) -> Self {
        Self {
            gazetteer,
            found: HashMap::new(),
            unplaced,
        }
    }

    /// Puts position, precision, country and zone to an entry, as far as they follow from what it says.
    ///
    /// # Errors
    /// It names a place that is not found, or that may be several.
    pub fn locate(&mut self, mut draft: Draft) -> Result<Draft, Box<Reject>> {
        if draft.ours {
            return Ok(draft);
        }
        self.country(&mut draft);
        let position = position::position(&mut draft);
        if draft.text_of("city").is_none()
            && let Some(location) = draft.location.clone()
        {
            let read = self.free(&location, draft.text_of("country"), position);
            draft = match read {
                Ok(read) => {
                    read.put(&mut draft);
                    draft
                }
                Err((reason, candidates)) => return self.unplaced(draft, reason, candidates),
            };
        }
        match position {
            Some(position) => {
                self.around(&mut draft, position);
                Ok(draft)
            }
            None => self.city(draft),
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

    /// The zone, and the country, of a position that the source gives.
    fn around(&mut self, draft: &mut Draft, (lat, lon): (f64, f64)) {
        let country = draft.text_of("country").map(str::to_owned);
        if let Some(city) = draft.text_of("city").map(str::to_owned) {
            let region = draft.text_of("region").map(str::to_owned);
            let near = |place: &&Place| kilometres(lat, lon, place.lat, place.lon) <= OUTSKIRTS;
            let named = match self.find(&city, region.as_deref(), country.as_deref()) {
                Answer::One(place) => vec![place],
                Answer::Several(places) => places,
                Answer::None => Vec::new(),
            };
            if let Some(place) = named.iter().find(|place| near(place)) {
                fill(draft, place);
                return;
            }
            if let [place] = named[..] {
                let far = kilometres(lat, lon, place.lat, place.lon);
                draft.notes.push(format!(
                    "the position is {far:.0} km from {}, {}",
                    place.name, place.country
                ));
            }
        }
        let nearest = match &country {
            Some(country) => self.gazetteer.nearest_in(lat, lon, country),
            None => self.gazetteer.nearest(lat, lon),
        };
        let Some(nearest) =
            nearest.filter(|place| kilometres(lat, lon, place.lat, place.lon) <= FAR)
        else {
            return;
        };
        // Near a border it takes more than the nearest city to know the clock.
        let sure = country.is_some() || {
            let mut around = self.gazetteer.within(lat, lon, OUTSKIRTS);
            around.all(|place| place.timezone == nearest.timezone)
        };
        if sure && draft.text_of("timezone").is_none() {
            draft.put("timezone", &nearest.timezone);
        }
    }

    /// The position of the city an entry names.
    fn city(&mut self, mut draft: Draft) -> Result<Draft, Box<Reject>> {
        let text = |field: &str| draft.text_of(field).map(str::to_owned);
        let (city, region, country) = (text("city"), text("region"), text("country"));
        let Some(city) = city else {
            self.zone_of_country(&mut draft);
            return Ok(draft);
        };
        match self.find(&city, region.as_deref(), country.as_deref()) {
            Answer::One(place) => {
                at(&mut draft, place);
                Ok(draft)
            }
            Answer::Several(places) => {
                // The zone that the source gives may tell which it is.
                let zone = text("timezone");
                let mut fit = places
                    .iter()
                    .filter(|place| Some(&*place.timezone) == zone.as_deref());
                if let (Some(place), None) = (fit.next(), fit.next()) {
                    at(&mut draft, place);
                    return Ok(draft);
                }
                let reason =
                    format!("“{city}” may be several places; give country, region, or lat and lon");
                self.unplaced(draft, reason, described(&places))
            }
            Answer::None => {
                let within = country.map_or(String::new(), |country| format!(" in {country}"));
                let reason = format!(
                    "no city “{city}” is known{within}; give lat and lon, or a larger --gazetteer"
                );
                self.unplaced(draft, reason, Vec::new())
            }
        }
    }

    fn zone_of_country(&self, draft: &mut Draft) {
        if let Some(country) = draft.text_of("country")
            && draft.text_of("timezone").is_none()
            && let [zone] = self.gazetteer.zones(country)
        {
            let zone = zone.clone();
            draft.put("timezone", &zone);
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
        draft.notes.push(reason);
        Ok(draft)
    }

    fn find(&mut self, city: &str, region: Option<&str>, country: Option<&str>) -> Answer<'g> {
        let key = [
            city,
            region.unwrap_or_default(),
            country.unwrap_or_default(),
        ]
        .map(str::to_owned);
        let gazetteer = self.gazetteer;
        let look = |city: &str| match gazetteer.find(city, &Context { region, country }) {
            Found::One(place) => Answer::One(place),
            Found::Several(places) => Answer::Several(places),
            Found::None => Answer::None,
        };
        let found = self.found.entry(key).or_insert_with(|| match look(city) {
            // “Tokyo 東京”: the same name twice, in two scripts.
            Answer::None if !city.is_ascii() => {
                let latin: Vec<&str> = city
                    .split_whitespace()
                    .filter(|word| word.is_ascii())
                    .collect();
                let other = city.split_whitespace().filter(|word| !word.is_ascii());
                match other
                    .clone()
                    .all(|word| word.chars().all(|letter| letter > '\u{36f}'))
                {
                    true if !latin.is_empty() => look(&latin.join(" ")),
                    _ => Answer::None,
                }
            }
            found => found,
        });
        found.clone()
    }
}

/// Puts a city's position to an entry.
fn at(draft: &mut Draft, place: &Place) {
    draft.fields.insert("lat".to_owned(), place.lat.into());
    draft.fields.insert("lon".to_owned(), place.lon.into());
    draft.put("precision", "city");
    fill(draft, place);
}

/// Puts what follows from a city to an entry that lies in it.
fn fill(draft: &mut Draft, place: &Place) {
    if draft.text_of("country").is_none() {
        draft.put("country", &place.country);
    }
    if draft.text_of("timezone").is_none() {
        draft.put("timezone", &place.timezone);
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

/// Whether two names are the same, folded.
fn same(a: &str, b: &str) -> bool {
    fold(a.trim()) == fold(b.trim())
}
