//! Where a named city is, without asking anybody: coordinates, region, country and time zone.
//!
//! Towns of 1,000 people and more, from GeoNames, with their names in any script; countries by
//! their names in the languages of CLDR. `cargo xtask data gazetteer` makes the data. A name that fits
//! several places is answered with all of them, never with a guess.

pub mod borders;
pub mod countries;
mod distance;
mod find;
mod geonames;
mod here;
pub mod key;
mod names;
mod near;
mod place;
mod regions;
mod unpack;
mod usual;

pub use distance::kilometres;
pub use find::{Context, DECISIVE, Found, is_abbreviated};
pub use names::CODE;
pub use place::{BELOW, Place};
pub use regions::MARK;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use names::Names;
use near::Grid;
use regions::Regions;

/// Places, regions and their names.
#[derive(Debug)]
pub struct Gazetteer {
    places: Vec<Place>,
    names: Names,
    regions: Regions,
    grid: Grid,
    /// The zones of each country by its code, that of the most people first.
    zones: HashMap<Arc<str>, Vec<Arc<str>>>,
}

static EMBEDDED: OnceLock<Gazetteer> = OnceLock::new();

impl Gazetteer {
    /// The gazetteer compiled in.
    pub fn embedded() -> &'static Self {
        EMBEDDED.get_or_init(|| Self::read(unpack::text(PLACES)))
    }

    /// The one compiled in, with the places of a larger file beside its own: a dump of GeoNames
    /// (`cities500.txt`, `allCountries.txt`, `DE.txt`; 19 columns parted by tabs, see
    /// <https://download.geonames.org/export/dump/readme.txt>).
    ///
    /// # Errors
    /// The number of the first line that is no line of such a file.
    pub fn with(dump: &str) -> Result<Self, usize> {
        let Self {
            mut places,
            mut names,
            regions,
            ..
        } = Self::read(unpack::text(PLACES));
        geonames::add(&mut places, &mut names, &regions, dump)?;
        Ok(Self::new(places, names, regions))
    }

    /// From the text that `cargo xtask data gazetteer` writes; see `place::Place::line`.
    fn read(text: String) -> Self {
        let (regions, lines) = Regions::read(&text);
        let mut places = Vec::new();
        let mut names = Names::default();
        let mut shared = HashMap::new();
        for (start, line) in lines {
            if let Some((place, keys)) = Place::read(line, &regions, &mut shared) {
                names.take(start + keys, &line[keys..], places.len());
                places.push(place);
            }
        }
        names.finish(text);
        Self::new(places, names, regions)
    }

    fn new(places: Vec<Place>, names: Names, regions: Regions) -> Self {
        let grid = Grid::new(&places);
        let mut people: HashMap<Arc<str>, HashMap<Arc<str>, u64>> = HashMap::new();
        for place in &places {
            let own = people.entry(Arc::clone(&place.country)).or_default();
            let own = own.entry(Arc::clone(&place.timezone)).or_default();
            *own += u64::from(place.population);
        }
        let by_people = |own: HashMap<Arc<str>, u64>| {
            let mut own: Vec<(Arc<str>, u64)> = own.into_iter().collect();
            own.sort_by(|(one, some), (other, more)| (more, one).cmp(&(some, other)));
            own.into_iter().map(|(zone, _)| zone).collect()
        };
        let zones = people.into_iter();
        let zones = zones
            .map(|(country, own)| (country, by_people(own)))
            .collect();
        Self {
            places,
            names,
            regions,
            grid,
            zones,
        }
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The time zones in use in a country (ISO 3166-1 alpha-2), that of the most people first; none when it is unknown.
    pub fn zones(&self, country: &str) -> &[Arc<str>] {
        self.zones.get(country).map_or(&[], Vec::as_slice)
    }

    /// The place nearest to a position, in WGS84 degrees; `None` only without any place.
    pub fn nearest(&self, lat: f64, lon: f64) -> Option<&Place> {
        self.grid.nearest(&self.places, lat, lon, |_| true)
    }

    /// The place of a country nearest to a position.
    pub fn nearest_in(&self, lat: f64, lon: f64, country: &str) -> Option<&Place> {
        let here = |place: &Place| &*place.country == country;
        self.grid.nearest(&self.places, lat, lon, here)
    }

    /// What one says when asked where a position is: the largest city within 15 km, else the nearest.
    pub fn city_near(&self, lat: f64, lon: f64) -> Option<&Place> {
        let near = self.within(lat, lon, 15.0);
        let largest = near.max_by_key(|place| place.population);
        largest.or_else(|| self.nearest(lat, lon))
    }

    /// The places within so many kilometres, in no order.
    pub fn within(&self, lat: f64, lon: f64, km: f64) -> impl Iterator<Item = &Place> {
        self.grid.within(&self.places, lat, lon, km)
    }
}

/// Regions and places, made by `cargo xtask data gazetteer`.
const PLACES: &[u8] = include_bytes!("../data/places.txt.gz");
