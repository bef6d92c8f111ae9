//! Which states and provinces a name means, and whether a place lies in one.

use std::sync::Arc;

use crate::Gazetteer;
use crate::distance::{SAME, kilometres};
use crate::place::Place;

impl Gazetteer {
    /// Whether a place lies in a state or province, by any of its names or its code.
    pub fn lies_in(&self, place: &Place, region: &str) -> bool {
        let regions = self.regions.called(region);
        regions
            .iter()
            .any(|(country, code)| *country == place.country && *code == place.region_code)
    }

    /// What part of the people of its state or province live elsewhere than in a place and its outskirts, for each of the
    /// place's own: 0 in Singapore, less than a tenth in Seoul and Hamburg, a third in New York. Towns that the gazetteer
    /// does not have are not counted. `None` where nobody knows.
    pub fn rest_of_region(&self, place: &Place) -> Option<f64> {
        let beside = |other: &&Place| {
            other.country == place.country
                && other.region_code == place.region_code
                && kilometres(other.lat, other.lon, place.lat, place.lon) > SAME
        };
        let known = place.population > 0 && !place.region_code.is_empty();
        let beside = self.places.iter().filter(beside);
        let people: f64 = beside.map(|other| f64::from(other.population)).sum();
        known.then(|| people / f64::from(place.population))
    }

    /// The states and provinces called so, in a country or anywhere: their country and name.
    pub fn regions(&self, name: &str, country: Option<&str>) -> Vec<(&str, Arc<str>)> {
        let regions = self.regions.called(name).iter();
        let inside = regions.filter(|(own, _)| country.is_none_or(|country| **own == *country));
        let named = inside.filter_map(|(own, code)| Some((&**own, self.regions.name(own, code)?)));
        named.collect()
    }
}
