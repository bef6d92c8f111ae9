//! Namesakes abroad and at home, the country in which nearly all entries of a source are.

use gazetteer::key::key;
use gazetteer::{Context, Found, Place, countries, kilometres};

use super::home_country::{KNOWN_AT_HOME, TOWN, own_name};
use super::locator::Locator;
use super::names;
use crate::draft::Draft;

impl<'g> Locator<'g> {
    /// The places of a country that are called so, and are known beyond it.
    pub(super) fn known_in(&self, name: &str, country: &str) -> Vec<&'g Place> {
        let places = self.named(name, Some(country)).into_iter();
        places
            .filter(|place| place.population >= KNOWN_AT_HOME)
            .collect()
    }

    /// The places that a name may mean which says neither country nor region: where one is found abroad, those at home that
    /// are called so as well. In a list of Spanish towns “León” may not be that in Mexico.
    pub(super) fn or_at_home(
        &self,
        draft: &mut Draft,
        name: &str,
        mut places: Vec<&'g Place>,
    ) -> Vec<&'g Place> {
        /// So many times the people of its namesakes, a city is what everybody takes its name for.
        const FAR_LARGER: u32 = 5;
        let [abroad] = places[..] else {
            let own = self.at_home(name, &places);
            let own = own.or_else(|| self.likeliest_place(&places));
            return match own {
                Some(own) => {
                    // The largest of that name, and the only one at home, is what everybody takes it for.
                    let doubtful = places.iter().any(|place| {
                        let other = !names::same_place(place, own);
                        let times = if self.home.most.is_none() {
                            FAR_LARGER
                        } else {
                            1
                        };
                        other
                            && (place.population.saturating_mul(times) >= own.population
                                || place.country == own.country)
                    });
                    if doubtful {
                        draft.notes.push(self.taken_at_home(name, own));
                    }
                    vec![own]
                }
                None => places,
            };
        };
        let away = |home: &&String| ***home != *abroad.country;
        let most = self.home.most.as_ref().filter(away);
        let whole = self.home.whole.as_ref().filter(away);
        let at_home = match (most, whole) {
            (Some(home), _) => self.named(name, Some(home)),
            (None, Some(home)) => self.namesakes(name, abroad, home),
            (None, None) => Vec::new(),
        };
        if let Some(own) = own_name(name, &at_home, abroad) {
            draft.notes.push(self.taken_at_home(name, own));
            return vec![own];
        }
        let of_size = |home: &&String| {
            let named = self.named(name, Some(home));
            named.iter().any(|place| place.population >= TOWN)
        };
        if most.is_some() || whole.is_some() {
            if at_home.is_empty()
                && let Some(home) = whole.filter(of_size)
            {
                draft.notes.push(taken_abroad(name, abroad, home));
            }
            places.extend(at_home);
            // “Cuenca” among Spanish towns, though the one in Ecuador is ten times larger.
            if let Some(own) = self.at_home(name, &places).filter(|_| most.is_some()) {
                draft.notes.push(self.taken_at_home(name, own));
                return vec![own];
            }
        } else if !self
            .home
            .any
            .iter()
            .any(|country| **country == *abroad.country)
        {
            for home in &self.home.sure {
                // “Hammersmith” among British towns is no American village either.
                places.extend(match abroad.population < KNOWN_AT_HOME {
                    true => self.named(name, Some(home)),
                    false => self.known_in(name, home),
                });
            }
        }
        places
    }

    /// Of several places abroad and at home the one at home, where it is the only one of its size there, and none abroad is
    /// far larger: in a list of Norwegian towns “Bergen” is no Dutch village, and “Brest” in one of French towns is not in
    /// Belarus.
    fn at_home(&self, name: &str, places: &[&'g Place]) -> Option<&'g Place> {
        /// A place abroad with more than so many times its people may be meant; where the country has a town of nearly each
        /// name of the source, or an entry lies beside it, with more than so many more.
        const TIMES: u32 = 3;
        const TIMES_OF_WHOLE: u32 = 15;
        // Of a town that is known beyond the country, and of a city, among entries of which nearly all are there: in a list of
        // Canadian cities “London” is the one in Ontario.
        const TIMES_OF_KNOWN: u32 = 30;
        const TIMES_OF_CITY: u32 = 100;
        const CITY: u32 = 200_000;
        let home = self.home.most.as_ref().or(self.home.whole.as_ref())?;
        if name.chars().next().is_some_and(char::is_lowercase) {
            return None;
        }
        let own = self.largest_at_home(name, home)?;
        // “San Marino” is a country first.
        if countries::code(name).is_some() && own.population < KNOWN_AT_HOME {
            return None;
        }
        // “Valence” is the French town before it is Valencia in French.
        let wanted = key(name);
        let is_near = self.is_near_others(own);
        let is_own_name = (own.population >= TOWN || is_near) && key(&own.name) == wanted;
        let rivals = places.iter().filter(|place| {
            !is_own_name || place.country == own.country || key(&place.name) == wanted
        });
        // “Baiona” beside Donostia is Bayonne, across the border.
        let beyond = places.iter().find(|place| {
            place.country != own.country
                && place.population > own.population
                && self.is_near_others(place)
        });
        if let Some(beyond) = beyond {
            return Some(*beyond).filter(|_| !is_near);
        }
        let largest = rivals.map(|place| place.population).max()?;
        let listed = places.iter().any(|place| names::same_place(place, own));
        let is_most = self.home.most.as_ref() == Some(home);
        let times = match own.population {
            CITY.. if is_most => TIMES_OF_CITY,
            KNOWN_AT_HOME.. if is_most => TIMES_OF_KNOWN,
            _ if self.home.whole.as_ref() == Some(home) || is_near => TIMES_OF_WHOLE,
            _ => TIMES,
        };
        (listed && own.population.saturating_mul(times) >= largest).then_some(own)
    }

    /// Of several places the likeliest, by its people, and by whether other entries are in its country and near it: among
    /// Catalan towns “Barcelona” is not in Venezuela, in a list of Australia and New Zealand “Hobart” is no town of Indiana.
    pub(super) fn likeliest_place(&self, places: &[&'g Place]) -> Option<&'g Place> {
        /// So many times as likely is a place in a country where an entry is, and so many where one is near.
        const IN_COUNTRY: f64 = 10.0;
        const NEAR: f64 = 3.0;
        /// It must be so many times as likely as each other.
        const TIMES: f64 = 6.0;
        /// As far as that, in kilometres.
        const FAR: f64 = 400.0;
        let likely = |place: &Place| {
            let any = self.home.any.iter().any(|home| **home == *place.country);
            let mut others = self.home.positions.iter();
            let near = others.any(|(lat, lon)| {
                (1.0..FAR).contains(&kilometres(*lat, *lon, place.lat, place.lon))
            });
            let times = if any { IN_COUNTRY } else { 1.0 } * if near { NEAR } else { 1.0 };
            f64::from(place.population) * times
        };
        let mut all: Vec<(f64, &'g Place)> =
            places.iter().map(|place| (likely(place), *place)).collect();
        all.sort_by(|one, other| other.0.total_cmp(&one.0));
        let (most, place) = *all.first()?;
        let is_any = self.home.any.iter().any(|home| **home == *place.country);
        let mut others = all
            .iter()
            .filter(|(_, other)| !names::same_place(other, place));
        let outweighs = others.all(|(other, _)| most >= other * TIMES);
        (is_any && place.population >= TOWN && outweighs).then_some(place)
    }

    fn taken_at_home(&self, name: &str, own: &Place) -> String {
        let country = &own.country;
        let context = Context {
            region: None,
            country: Some(country),
        };
        match self.gazetteer.find(name, &context) {
            Found::Several(_) => {
                format!("“{name}” is taken for the largest of that name in {country}")
            }
            _ if self.home.any.iter().any(|home| home == &**country) || self.is_home(own) => {
                format!("“{name}” is taken for that in {country}, where the other entries are")
            }
            _ => format!("“{name}” is taken for that in {country}, near another entry"),
        }
    }

    /// The place at home that is called so, and has several times as many people as each other there.
    fn largest_at_home(&self, name: &str, home: &str) -> Option<&'g Place> {
        /// With so many times the people of its namesakes it is meant among towns of its country.
        const TIMES: u32 = 5;
        /// With so many times, wherever they are.
        const FAR_MORE: u32 = 30;
        let context = Context {
            region: None,
            country: Some(home),
        };
        let all = match self.gazetteer.find(name, &context) {
            Found::One(own) => return Some(own),
            Found::Several(all) => all,
            Found::None => return None,
        };
        let largest = all.iter().max_by_key(|place| place.population)?;
        // In a list of Pirna and Sebnitz “Königstein” is the small town between them.
        let is_near = self.is_near_others(largest);
        let far = |place: &&Place| {
            let small = largest.population >= place.population.saturating_mul(TIMES);
            let tiny = largest.population >= KNOWN_AT_HOME
                && largest.population >= place.population.saturating_mul(FAR_MORE);
            let quarter = largest.population >= KNOWN_AT_HOME && self.is_beside_entry(place);
            names::same_place(place, largest)
                || tiny
                || quarter
                || small && (is_near || !self.is_near_others(place))
        };
        (largest.population >= TOWN && all.iter().all(far)).then_some(*largest)
    }

    /// Whether a place is so near an entry that it is rather a quarter of that city: in a list with Gdańsk “Siedlce” is not
    /// the quarter there.
    fn is_beside_entry(&self, place: &Place) -> bool {
        const BESIDE: std::ops::Range<f64> = 1.0..12.0;
        let mut others = self.home.positions.iter();
        others.any(|(lat, lon)| BESIDE.contains(&kilometres(*lat, *lon, place.lat, place.lon)))
    }

    /// Whether an entry elsewhere lies near a place.
    fn is_near_others(&self, place: &Place) -> bool {
        /// As far as that, in kilometres.
        const NEAR: std::ops::Range<f64> = 1.0..60.0;
        let mut others = self.home.positions.iter();
        others.any(|(lat, lon)| NEAR.contains(&kilometres(*lat, *lon, place.lat, place.lon)))
    }
}

/// Says of a city abroad that a town where the other entries are is called so as well.
fn taken_abroad(name: &str, abroad: &Place, home: &str) -> String {
    format!(
        "“{name}” is taken for that in {}, and {home}, where the other entries are, has a town called so: write its country if that is meant",
        abroad.country
    )
}
