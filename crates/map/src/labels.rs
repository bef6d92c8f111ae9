//! The names on the map: of countries and cities, as many as fit without covering one another.
//!
//! `marchmap-names/1` is JSON made by `cargo xtask data basemap`. Which names are shown depends on the zoom alone, not on
//! where the map looks: panning neither adds nor takes away a name in view.

use std::collections::BTreeMap;

use geo::Position;
use geo::mercator::{WORLD_PIXELS, project};
use serde::{Deserialize, Serialize};

use room::{Room, width};

pub mod beside;
mod room;
pub mod whole;

/// What the file calls itself.
pub const FORMAT: &str = "marchmap-names/1";

/// The names, as in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Names {
    /// [`FORMAT`].
    pub format: String,
    /// Who says so, to be shown with the map.
    pub credit: String,
    /// Countries, the largest first.
    pub countries: Vec<Country>,
    /// Cities, the largest first.
    pub cities: Vec<City>,
}

/// A country: its ISO 3166-1 alpha-2 code, degrees north and east of where its name stands, and how wide or
/// high its largest part is, whichever is more, in sides of the Mercator square.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Country(pub String, pub f64, pub f64, pub f64);

/// A city: its name, degrees north and east, people in thousands, its country (ISO 3166-1 alpha-2), and its names by
/// language (BCP 47) where they are known and another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct City(
    pub String,
    pub f64,
    pub f64,
    pub u32,
    pub String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")] pub BTreeMap<String, String>,
);

/// A name that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The name, in the page's language where that is known.
    pub text: String,
    /// The middle of the name.
    pub position: Position,
    /// Whether it is a country's, else a city's.
    pub country: bool,
}

/// Pixels from a city to the middle of its name, which stands below it (style/map_ground.css); a country's stands on its place.
const BELOW: f64 = 13.0;

/// A land without people, and the zoom from which it is named.
const ANTARCTICA: &str = "AQ";
const ANTARCTICA_FROM: u8 = 3;

/// The zoom from which less of a country's name need stand on its land: the small ones of a region are named then.
const NEAR: u8 = 5;

impl Names {
    /// Reads a file; `None` when it is none.
    pub fn read(bytes: &[u8]) -> Option<Names> {
        let names: Names = serde_json::from_slice(bytes).ok()?;
        (names.format == FORMAT).then_some(names)
    }

    /// These names and smaller cities' after them.
    #[must_use]
    pub fn with(&self, finer: Names) -> Names {
        let mut all = self.clone();
        all.countries.extend(finer.countries);
        all.cities.extend(finer.cities);
        all
    }

    /// The names shown at a zoom, in the language of the BCP 47 code `language`; `country` names a country by its code.
    pub fn shown(
        &self,
        zoom: u8,
        language: &str,
        country: &dyn Fn(&str) -> Option<String>,
    ) -> Vec<Label> {
        let world = WORLD_PIXELS * f64::from(zoom).exp2();
        let countries = self
            .countries
            .iter()
            .filter_map(|Country(code, lat, lon, span)| {
                let text =
                    country(code).filter(|_| code != ANTARCTICA || zoom >= ANTARCTICA_FROM)?;
                // Its name may stand out of a small country, not of a speck; from near there is room for more of it.
                let inside = if zoom < NEAR { 0.6 } else { 0.45 };
                let fits = span * world >= width(&text) * inside;
                fits.then_some(Label {
                    text,
                    position: Position {
                        lat: *lat,
                        lon: *lon,
                    },
                    country: true,
                })
            });
        let cities = self
            .cities
            .iter()
            .filter_map(|City(name, lat, lon, people, _, names)| {
                let text = names.get(language).unwrap_or(name);
                (least_zoom(*people) <= zoom).then(|| Label {
                    text: text.clone(),
                    position: Position {
                        lat: *lat,
                        lon: *lon,
                    },
                    country: false,
                })
            });
        let mut room = Room::default();
        countries
            .chain(cities)
            .filter(|label| {
                let at = project(label.position);
                let below = if label.country { 0.0 } else { BELOW };
                room.take(at.x * world, at.y * world + below, width(&label.text))
            })
            .collect()
    }
}

/// The zoom from which a city of so many thousand people is named.
fn least_zoom(thousands: u32) -> u8 {
    match thousands {
        8000.. => 3,
        3000.. => 4,
        1000.. => 5,
        400.. => 6,
        150.. => 7,
        _ => 8,
    }
}

#[cfg(test)]
mod tests;
