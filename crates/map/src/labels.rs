//! The names on the map: of countries and cities, as many as fit without covering one another.
//!
//! `marchmap-names/1` is JSON made by `cargo xtask data basemap`. Which names are shown depends on the zoom alone, not on
//! where the map looks: panning neither adds nor takes away a name in view.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use geo::Position;
use geo::mercator::{Projected, WORLD_PIXELS, project, unproject};

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

/// Pixels a letter is wide, about; one of Chinese, Japanese or Korean is twice that.
const LETTER: f64 = 7.0;

/// Pixels a line of a name is high, with room around it.
const LINE: f64 = 20.0;

/// Pixels from a city to the middle of its name, which stands below it (style/map.css); a country's stands on its place.
const BELOW: f64 = 13.0;

/// A land without people, and the zoom from which it is named.
const ANTARCTICA: &str = "AQ";
const ANTARCTICA_FROM: u8 = 3;

/// Pixels from a marker's edge to the middle of a name beside it.
const BESIDE: f64 = 9.0;

/// The zoom from which less of a country's name need stand on its land: the small ones of a region are named then.
const NEAR: u8 = 5;

/// The side of the cells in which neighbours are looked for, in pixels: no name is wider.
const CELL: f64 = 256.0;

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

/// A marker on the map, which names give way to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disc {
    /// Its middle.
    pub position: Position,
    /// Half its width, in pixels.
    pub radius: f64,
    /// How far above its position its middle is, in pixels.
    pub above: f64,
}

/// The names as they stand beside markers: one that a marker would cover stands beneath it, or above it, or is left out
/// where there is no room either.
pub fn beside(labels: &[Label], discs: &[Disc], zoom: f64) -> Vec<Label> {
    let world = WORLD_PIXELS * zoom.exp2();
    let place = |position: Position| {
        let at = project(position);
        [at.x * world, at.y * world]
    };
    let discs: Vec<([f64; 2], f64)> = discs
        .iter()
        .map(|disc| {
            let [x, y] = place(disc.position);
            ([x, y - disc.above], disc.radius)
        })
        .collect();
    let covers = |[x, y]: [f64; 2], half: f64, ([disc_x, disc_y], radius): &([f64; 2], f64)| {
        // The nearest copy of the world.
        let across = (disc_x - x) - ((disc_x - x) / world).round() * world;
        across.abs() < half + radius && (disc_y - y).abs() < LINE / 2.0 - 2.0 + radius
    };
    let mut room = Room::default();
    let shown = labels.iter().filter_map(|label| {
        let [x, y] = place(label.position);
        let below = if label.country { 0.0 } else { BELOW };
        let width = width(&label.text);
        let half = (width - LETTER) / 2.0;
        let is_free = |y: f64| !discs.iter().any(|disc| covers([x, y], half, disc));
        let at = y + below;
        let in_the_way = discs.iter().filter(|disc| covers([x, at], half, disc));
        let (top, bottom) = in_the_way.fold((at, at), |(top, bottom), ([_, y], radius)| {
            (
                top.min(y - radius - BESIDE),
                bottom.max(y + radius + BESIDE),
            )
        });
        let found = [at, bottom, top].into_iter().find(|y| is_free(*y))?;
        let free = room.take(x, found, width);
        let moved = Projected {
            x: x / world,
            y: (found - below) / world,
        };
        free.then(|| Label {
            position: match found == at {
                true => label.position,
                false => unproject(moved),
            },
            ..label.clone()
        })
    });
    shown.collect()
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

fn width(text: &str) -> f64 {
    let letters = text
        .chars()
        .map(|c| if c >= '\u{1100}' { 2.0 } else { 1.0 });
    letters.sum::<f64>() * LETTER + LETTER
}

/// What is taken up by names already, by cells.
#[derive(Default)]
struct Room(HashMap<(i32, i32), Vec<[f64; 3]>>);

impl Room {
    /// Takes a place up, if nothing is in the way.
    fn take(&mut self, x: f64, y: f64, width: f64) -> bool {
        let cell = ((x / CELL).floor() as i32, (y / CELL).floor() as i32);
        let near = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (cell.0 + dx, cell.1 + dy)));
        let taken = near
            .filter_map(|cell| self.0.get(&cell))
            .flatten()
            .any(|other| {
                (other[0] - x).abs() < (other[2] + width) / 2.0 && (other[1] - y).abs() < LINE
            });
        if !taken {
            self.0.entry(cell).or_default().push([x, y, width]);
        }
        !taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(cities: Vec<City>) -> Names {
        Names {
            format: FORMAT.into(),
            credit: "nobody".into(),
            countries: vec![Country("PS".into(), 31.9, 35.2, 0.004)],
            cities,
        }
    }

    fn city(name: &str, lat: f64, lon: f64, people: u32) -> City {
        let arabic = [("ar".to_owned(), format!("{name} بالعربية"))];
        City(
            name.into(),
            lat,
            lon,
            people,
            String::new(),
            BTreeMap::from(arabic),
        )
    }

    fn shown(names: &Names, zoom: u8, language: &str) -> Vec<String> {
        let labels = names.shown(zoom, language, &|_| Some("Palestine".to_owned()));
        labels.into_iter().map(|label| label.text).collect()
    }

    #[test]
    fn larger_cities_come_first_and_names_do_not_cover_one_another() {
        let names = names(vec![
            city("Large", 48.85, 2.35, 9000),
            city("Near", 48.86, 2.36, 8500),
            city("Small", 45.0, 4.8, 500),
        ]);
        assert_eq!(shown(&names, 2, "en"), Vec::<String>::new());
        assert_eq!(shown(&names, 3, "en"), ["Large"]);
        assert_eq!(shown(&names, 6, "en"), ["Palestine", "Large", "Small"]);
        assert!(shown(&names, 14, "en").contains(&"Near".to_owned()));
        assert_eq!(shown(&names, 3, "ar"), ["Large بالعربية"]);
    }

    #[test]
    fn a_small_country_is_named_with_its_region() {
        // As the basemap has it.
        let palestine = Country("PS".into(), 31.95, 35.25, 0.00387);
        let names = Names {
            countries: vec![palestine],
            ..names(Vec::new())
        };
        assert!(shown(&names, 4, "en").is_empty());
        assert_eq!(shown(&names, 5, "en"), ["Palestine"]);
    }

    #[test]
    fn a_name_below_its_city_does_not_cover_a_country() {
        let check = |pixels: f64, expected: &[&str]| {
            // Degrees north of the middle of Palestine's name, at zoom 8.
            let north = pixels * 360.0 / (WORLD_PIXELS * 256.0) * 31.9_f64.to_radians().cos();
            let names = names(vec![city("Above", 31.9 + north, 35.2, 5000)]);
            assert_eq!(shown(&names, 8, "en"), expected, "{pixels} pixels");
        };
        check(26.0, &["Palestine"]);
        check(40.0, &["Palestine", "Above"]);
        check(-10.0, &["Palestine", "Above"]);
    }

    #[test]
    fn names_give_way_to_markers() {
        let zoom = 3.0_f64;
        let at = |lat: f64, lon: f64| Position { lat, lon };
        let country = |text: &str, lat, lon| Label {
            text: text.into(),
            position: at(lat, lon),
            country: true,
        };
        let pixels = |position: Position| project(position).y * WORLD_PIXELS * zoom.exp2();
        let check = |discs: &[(f64, f64)], expected: Option<f64>| {
            let discs: Vec<Disc> = discs
                .iter()
                .map(|(lat, lon)| Disc {
                    position: at(*lat, *lon),
                    radius: 14.0,
                    above: 0.0,
                })
                .collect();
            let label = country("Mexico", 23.0, -102.0);
            let shown = beside(std::slice::from_ref(&label), &discs, zoom);
            let moved = shown
                .first()
                .map(|shown| (pixels(shown.position) - pixels(label.position)).round());
            assert_eq!(moved, expected, "{discs:?}");
        };
        check(&[], Some(0.0));
        check(&[(60.0, 10.0)], Some(0.0));
        // A marker on the name, also on another copy of the world.
        check(&[(23.0, -102.0)], Some(23.0));
        check(&[(23.0, 258.0)], Some(23.0));
        // One more where it would go then: above.
        check(&[(23.0, -102.0), (18.9, -102.0)], Some(-23.0));
        check(&[(23.0, -102.0), (18.9, -102.0), (27.0, -102.0)], None);
    }

    #[test]
    fn another_file_is_none() {
        assert_eq!(Names::read(b"{}"), None);
        let text = serde_json::to_vec(&names(Vec::new())).unwrap();
        assert_eq!(Names::read(&text), Some(names(Vec::new())));
    }

    proptest! {
        #[test]
        fn no_two_names_overlap(places in prop::collection::vec((-80.0..80.0_f64, -179.0..179.0_f64, 1000_u32..20_000), 0..200), zoom in 3_u8..8) {
            let cities = places.iter().map(|(lat, lon, people)| city("Somewhere", *lat, *lon, *people)).collect();
            let labels = names(cities).shown(zoom, "en", &|_| None);
            let world = WORLD_PIXELS * f64::from(zoom).exp2();
            for (at, one) in labels.iter().enumerate() {
                for other in &labels[..at] {
                    let (a, b) = (project(one.position), project(other.position));
                    let apart = (a.x - b.x).abs() * world >= (width(&one.text) + width(&other.text)) / 2.0
                        || (a.y - b.y).abs() * world >= LINE;
                    prop_assert!(apart);
                }
            }
        }
    }
}
