//! What is known of a place, and its line in the gazetteer's text.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::regions::Regions;

/// A city or town.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its name, as GeoNames prefers it.
    pub name: Box<str>,
    /// The state or province it lies in, in English or its own language.
    pub region: Option<Arc<str>>,
    /// ISO 3166-1 alpha-2, with XK.
    pub country: Arc<str>,
    /// Degrees north (WGS84), of its centre.
    pub lat: f64,
    /// Degrees east (WGS84).
    pub lon: f64,
    /// IANA id.
    pub timezone: Arc<str>,
    /// People living there, 0 when not known.
    pub population: u32,
    /// GeoNames' code of the region within its country.
    pub(crate) region_code: Arc<str>,
    /// GeoNames' code of the district within its region, in some countries.
    pub(crate) district_code: Option<Arc<str>>,
}

/// Between the codes of a region and of a district of it, in the gazetteer's text.
pub const BELOW: char = '.';

impl Place {
    /// GeoNames' code of its district, the second level below the country: of its département (`89`), province (`VR`), county
    /// or unitary authority (`D4`), or powiat (`1419`). Elsewhere `None`, but for places of a dump.
    pub fn district(&self) -> Option<&str> {
        self.district_code.as_deref()
    }

    /// Its line in the gazetteer's text, without the keys that follow, each after a tab:
    /// name, country, codes of the region and its district, latitude, longitude, zone, population.
    pub fn line(
        name: &str,
        country: &str,
        region: &str,
        (lat, lon): (f64, f64),
        timezone: &str,
        population: u32,
    ) -> String {
        let mut line = String::new();
        // Five decimals are a metre.
        let (lat, lon) = ((lat * 1e4).round() / 1e4, (lon * 1e4).round() / 1e4);
        let _ = write!(
            line,
            "{name}\t{country}\t{region}\t{lat}\t{lon}\t{timezone}\t{population}"
        );
        line
    }

    /// Reads a line; with the byte at which its keys begin.
    pub(crate) fn read(
        line: &str,
        regions: &Regions,
        shared: &mut HashMap<String, Arc<str>>,
    ) -> Option<(Self, usize)> {
        let mut fields = line.splitn(8, '\t');
        let mut field = || fields.next();
        let name = field()?;
        let country = share(shared, field()?);
        let codes = field()?;
        let (region_code, district_code) = match codes.split_once(BELOW) {
            Some((region, district)) => (region, Some(share(shared, district))),
            None => (codes, None),
        };
        let region_code = share(shared, region_code);
        let (lat, lon) = (field()?.parse().ok()?, field()?.parse().ok()?);
        let timezone = share(shared, field()?);
        let population = field()?.parse().ok()?;
        let keys = fields
            .next()
            .map_or(line.len(), |keys| line.len() - keys.len());
        let place = Self {
            name: name.into(),
            region: regions.name(&country, &region_code),
            country,
            lat,
            lon,
            timezone,
            population,
            region_code,
            district_code,
        };
        Some((place, keys))
    }
}

/// A text kept once for all that have it.
pub(crate) fn share(shared: &mut HashMap<String, Arc<str>>, text: &str) -> Arc<str> {
    if let Some(found) = shared.get(text) {
        return found.clone();
    }
    let new: Arc<str> = text.into();
    shared.insert(text.to_owned(), new.clone());
    new
}
