//! States and provinces: their codes in GeoNames, and the names they go by.

use std::collections::HashMap;
use std::sync::Arc;

use crate::Gazetteer;
use crate::distance::{SAME, kilometres};
use crate::key::{key, region_key};
use crate::place::Place;

/// A region's country and code.
pub(crate) type Region = (Arc<str>, Arc<str>);

/// The regions of all countries.
#[derive(Debug, Default)]
pub(crate) struct Regions {
    /// A region's name by country and code, `US.TX`.
    names: HashMap<String, Arc<str>>,
    /// The regions called so, each as country and code.
    called: HashMap<String, Vec<Region>>,
}

/// At the start of a region's line in the gazetteer's text: `#`, country, code, name, then keys, parted by tabs.
pub const MARK: char = '#';

impl Regions {
    /// The regions of the gazetteer's text; and its other lines, each with the byte at which it begins.
    pub(crate) fn read(text: &str) -> (Self, impl Iterator<Item = (usize, &str)>) {
        let mut regions = Self::default();
        let mut start = 0;
        let mut lines = text.split_terminator('\n').map(move |line| {
            let at = start;
            start += line.len() + 1;
            (at, line)
        });
        let mut first = None;
        for (at, line) in lines.by_ref() {
            match line.strip_prefix(MARK) {
                Some(line) => regions.take(line),
                None => {
                    first = Some((at, line));
                    break;
                }
            }
        }
        (regions, first.into_iter().chain(lines))
    }

    fn take(&mut self, line: &str) {
        let mut fields = line.split('\t');
        if let (Some(country), Some(code), Some(name)) =
            (fields.next(), fields.next(), fields.next())
        {
            self.names.insert(format!("{country}.{code}"), name.into());
            let region: Region = (country.into(), code.into());
            for key in fields {
                let called = self.called.entry(key.to_owned()).or_default();
                called.push(region.clone());
            }
        }
    }

    /// The name of a region.
    pub(crate) fn name(&self, country: &str, code: &str) -> Option<Arc<str>> {
        self.names.get(&format!("{country}.{code}")).cloned()
    }

    /// The regions called so anywhere, as country and code.
    pub(crate) fn called(&self, name: &str) -> &[Region] {
        // Codes are kept as they are: “MT” is no mount.
        self.called
            .get(&name.trim().to_lowercase())
            .or_else(|| self.called.get(&key(name)))
            .or_else(|| self.called.get(&region_key(name)))
            .map_or(&[], Vec::as_slice)
    }
}

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
