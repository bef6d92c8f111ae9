//! A position that the source gives, held against the city and the country that it names.

use gazetteer::{Gazetteer, Place, countries, kilometres};

use super::locator::Locator;
use super::named::Named;
use super::position::{Given, TURNED, put_aside, put_right};
use crate::draft::Draft;

/// As far from a city as its outskirts may lie, in kilometres.
const OUTSKIRTS: f64 = 60.0;
/// As far as a place may lie that still is said to be in the city, in kilometres.
const FAR: f64 = 150.0;
/// As far from a border as a position may lie for lines that are simplified, in kilometres.
const BORDER: f64 = 15.0;
/// As many people has a city whose name is hardly that of a village elsewhere.
const LARGE: u32 = 100_000;

impl<'g> Locator<'g> {
    /// The position to take; `None` when the source gives none, or one that contradicts what it names.
    pub(super) fn reconcile(
        &self,
        draft: &mut Draft,
        given: Given,
        named: &Named<'g>,
    ) -> Option<(f64, f64)> {
        let places: &[&Place] = match named {
            Named::Places(places) => places,
            _ => &[],
        };
        let country = draft.text_of("country").map(str::to_owned);
        let country = country.as_deref();
        let (lat, lon, wrong) = match given {
            Given::Nothing => return None,
            Given::At(lat, lon) => (lat, lon, self.contradicts((lat, lon), places, country)),
            Given::Wrong(lat, lon, why) => (lat, lon, Some(why.to_owned())),
        };
        let Some(why) = wrong else {
            if let Some(near) = nearest(places, (lat, lon)).filter(|(_, km)| *km <= OUTSKIRTS) {
                self.fill_country(draft, near.0);
            } else if let Some((place, km)) = nearest(places, (lat, lon)) {
                draft.notes.push(format!(
                    "the position is {km:.0} km from {}, {}",
                    place.name, place.country
                ));
            }
            return Some((lat, lon));
        };
        let turned = TURNED.iter().find_map(|(what, turn)| {
            let at = turn(lat, lon);
            let on_earth = at.0.abs() <= 90.0 && at.1.abs() <= 180.0;
            let near = nearest(places, at).is_some_and(|(_, km)| km <= OUTSKIRTS);
            (on_earth && near).then_some((what, at))
        });
        if let Some((what, at)) = turned {
            put_right(draft, at, what);
            if let Some((place, _)) = nearest(places, at) {
                self.fill_country(draft, place);
            }
            return Some(at);
        }
        put_aside(draft, &why);
        None
    }

    /// Why a position contradicts what is named.
    fn contradicts(
        &self,
        at: (f64, f64),
        places: &[&Place],
        country: Option<&str>,
    ) -> Option<String> {
        let near = nearest(places, at);
        if near.is_some_and(|(_, km)| km <= OUTSKIRTS) {
            return None;
        }
        let (lat, lon) = at;
        let inside = country.map(|country| self.gazetteer.is_in_country(lat, lon, country, BORDER));
        let lies = || lies(self.gazetteer, at);
        match (near, inside) {
            (_, Some(false)) => {
                let name = country.and_then(|code| countries::name(code, "en"));
                Some(format!(
                    "{}not in {}",
                    lies(),
                    name.or(country).unwrap_or_default()
                ))
            }
            (Some((place, km)), inside) if km > FAR => {
                // A village of the same name may be unknown; not one called like a large city.
                let village = inside == Some(true) && place.population < LARGE;
                let what = format!("{}{km:.0} km from {}", lies(), place.name);
                (!village).then_some(what)
            }
            _ => None,
        }
    }

    /// The zone and the country of a position that is taken.
    pub(super) fn around(&self, draft: &mut Draft, (lat, lon): (f64, f64)) {
        if draft.text_of("country").is_none()
            && let Some(code) = self.gazetteer.country_at(lat, lon)
        {
            draft.put("country", code.as_str());
            self.explained(draft, "country");
        }
        if draft.text_of("timezone").is_some() {
            return;
        }
        let country = draft.text_of("country").map(str::to_owned);
        let zone = self.gazetteer.zone_at(lat, lon, country.as_deref());
        if let Some(zone) = zone
            .map(str::to_owned)
            .or_else(|| self.at_sea((lat, lon), country.as_deref()))
        {
            draft.put("timezone", &zone);
            self.explained(draft, "timezone");
        }
    }

    fn explained(&self, draft: &mut Draft, field: &'static str) {
        if self.explain {
            draft.explain(field, "the borders around the position".to_owned());
        }
    }

    /// The zone of the nearest city of the country, off the coast.
    fn at_sea(&self, (lat, lon): (f64, f64), country: Option<&str>) -> Option<String> {
        if !gazetteer::borders::zones(lat, lon).is_empty() {
            return None;
        }
        let place = self.gazetteer.nearest_in(lat, lon, country?)?;
        let near = kilometres(lat, lon, place.lat, place.lon) <= FAR;
        near.then(|| place.timezone.to_string())
    }

    fn fill_country(&self, draft: &mut Draft, place: &Place) {
        if draft.text_of("country").is_none() {
            draft.put("country", &place.country);
        }
    }
}

fn nearest<'g>(places: &[&'g Place], (lat, lon): (f64, f64)) -> Option<(&'g Place, f64)> {
    let away = |place: &&'g Place| (*place, kilometres(lat, lon, place.lat, place.lon));
    places
        .iter()
        .map(away)
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// Where a position lies, in words.
fn lies(gazetteer: &Gazetteer, (lat, lon): (f64, f64)) -> String {
    match gazetteer.country_at(lat, lon) {
        Some(code) => {
            let name = countries::name(code.as_str(), "en").unwrap_or_default();
            format!("lies in {name}, ")
        }
        None => "lies ".to_owned(),
    }
}
