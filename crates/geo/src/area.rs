//! The keys that speak of places: `area` and `map`.

use std::fmt;

use crate::Position;
use crate::mercator::eastward;
use crate::number;

/// A part of the Earth between two meridians and two parallels, in degrees, borders included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The western meridian. Where it exceeds [`Area::east`] the area crosses the antimeridian.
    pub west: f64,
    /// The southern parallel.
    pub south: f64,
    /// The eastern meridian.
    pub east: f64,
    /// The northern parallel.
    pub north: f64,
}

impl Area {
    /// Reads `west,south,east,north`; parallels −90 to 90, the southern one first, meridians −360 to 360.
    pub fn parse(text: &str) -> Option<Self> {
        let [west, south, east, north] = degrees(text, ',')?;
        let area = Self {
            west,
            south,
            east,
            north,
        };
        let sound = is_latitude(south)
            && is_latitude(north)
            && south <= north
            && west.abs() <= 360.0
            && east.abs() <= 360.0;
        sound.then_some(area)
    }

    /// Whether `position` lies inside or on the border.
    pub fn contains(&self, position: Position) -> bool {
        let width = if self.west <= self.east {
            self.east - self.west
        } else {
            eastward(self.west, self.east)
        };
        self.south <= position.lat
            && position.lat <= self.north
            && (width >= 360.0 || eastward(self.west, position.lon) <= width)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            west,
            south,
            east,
            north,
        } = self;
        let [west, south, east, north] =
            [west, south, east, north].map(|degrees| number::text(*degrees));
        write!(out, "{west},{south},{east},{north}")
    }
}

/// Where the map looks; whoever sets it rounds it to what is worth writing in a link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapPosition {
    /// Web Mercator zoom, 0 to 30.
    pub zoom: f64,
    /// Degrees north of the centre.
    pub lat: f64,
    /// Degrees east of the centre, −360 to 360.
    pub lon: f64,
}

impl MapPosition {
    /// Reads `zoom/lat/lon`.
    pub fn parse(text: &str) -> Option<Self> {
        let [zoom, lat, lon] = degrees(text, '/')?;
        let sound = (0.0..=30.0).contains(&zoom) && is_latitude(lat) && lon.abs() <= 360.0;
        sound.then_some(Self { zoom, lat, lon })
    }
}

impl fmt::Display for MapPosition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [zoom, lat, lon] = [self.zoom, self.lat, self.lon].map(number::text);
        write!(out, "{zoom}/{lat}/{lon}")
    }
}

/// Exactly `N` plain decimal numbers.
fn degrees<const N: usize>(text: &str, separator: char) -> Option<[f64; N]> {
    let mut numbers = [0.0; N];
    let mut parts = text.split(separator);
    for number in &mut numbers {
        let part = parts.next().filter(|part| !part.starts_with('+'))?;
        *number = number::rounded(number::decimal(part)?);
    }
    parts.next().is_none().then_some(numbers)
}

fn is_latitude(degrees: f64) -> bool {
    (-90.0..=90.0).contains(&degrees)
}
