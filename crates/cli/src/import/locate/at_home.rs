//! Namesakes abroad and at home, the country in which nearly all entries of a source are.

use gazetteer::key::key;
use gazetteer::{Context, Found, Place, countries, kilometres};

use super::home_country::{KNOWN_AT_HOME, TOWN, own_name};
use super::locator::Locator;
use super::names;
use crate::import::draft::Draft;

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
            let own = own.or_else(|| self.largest_among_countries(&places));
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
        /// name of the source, with more than so many more.
        const TIMES: u32 = 3;
        const TIMES_OF_WHOLE: u32 = 15;
        // Of a town that is known beyond the country, among entries of which nearly all are there.
        const TIMES_OF_KNOWN: u32 = 20;
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
        let is_own_name = own.population >= TOWN && key(&own.name) == wanted;
        let rivals = places.iter().filter(|place| {
            !is_own_name || place.country == own.country || key(&place.name) == wanted
        });
        // “Baiona” beside Donostia may be Bayonne, across the border.
        let beyond = places.iter().any(|place| {
            place.country != own.country
                && place.population > own.population
                && self.is_near_others(place)
        });
        let largest = rivals.map(|place| place.population).max()?;
        let listed = places.iter().any(|place| names::same_place(place, own));
        let times = match self.home.whole.as_ref() == Some(home) {
            true => TIMES_OF_WHOLE,
            false if own.population >= KNOWN_AT_HOME => TIMES_OF_KNOWN,
            false => TIMES,
        };
        (listed && !beyond && own.population.saturating_mul(times) >= largest).then_some(own)
    }

    /// Of several places the largest, where entries of the source are in its country for certain and none are where the others
    /// lie: in a list of Australia and New Zealand “Hobart” is no town of Indiana.
    fn largest_among_countries(&self, places: &[&'g Place]) -> Option<&'g Place> {
        let largest = places.iter().max_by_key(|place| place.population)?;
        let is_home = |country: &str| self.home.sure.iter().any(|home| home == country);
        let is_any = |country: &str| self.home.any.iter().any(|home| home == country);
        let others = places
            .iter()
            .filter(|place| !names::same_place(place, largest));
        let none_there = others
            .map(|place| &*place.country)
            .all(|country| country != &*largest.country && !is_any(country));
        (is_home(&largest.country) && none_there).then_some(*largest)
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
            _ => format!("“{name}” is taken for that in {country}, where the other entries are"),
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
