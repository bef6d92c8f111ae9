//! Reads the package's TopoJSON (specification 1.0.0) into arcs on the Mercator square.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use geo::Position;
use geo::mercator::project;
use serde_json::Value;

/// A ring: arcs by number, `~n` for arc `n` backwards.
pub type Ring = Vec<i32>;

/// What the basemap is made of.
pub struct Topology {
    /// Lines of points of the unit square.
    pub arcs: Vec<Vec<[f64; 2]>>,
    /// Polygons of rings, the outer ring first.
    pub land: Vec<Vec<Ring>>,
    /// For each arc, the codes of the countries it bounds: two for a border, one for a coast, none
    /// for a lake's shore.
    pub sides: Vec<BTreeSet<String>>,
    /// Lakes, polygons as those of the land.
    pub lakes: Vec<Vec<Ring>>,
    /// Polygons by country code.
    countries: BTreeMap<String, Vec<Vec<Ring>>>,
}

impl Topology {
    /// Reads a quantized topology with the objects `land` and `countries`.
    ///
    /// # Errors
    /// Names the part that is missing or of another shape.
    pub fn read(json: &str) -> Result<Topology> {
        let file: Value = serde_json::from_str(json)?;
        let arcs = arcs(&file)?;
        let mut land = Vec::new();
        for geometry in geometries(&file, "land")? {
            land.extend(polygons(geometry)?);
        }
        let mut sides = vec![BTreeSet::new(); arcs.len()];
        let mut countries: BTreeMap<String, Vec<Vec<Ring>>> = BTreeMap::new();
        for geometry in geometries(&file, "countries")? {
            let code = geometry["properties"]["a3"].as_str();
            let code = code.context("a country has no code")?.to_owned();
            let polygons = polygons(geometry)?;
            for &arc in polygons.iter().flatten().flatten() {
                let bounded = sides.get_mut(place(arc)).context("no such arc")?;
                bounded.insert(code.clone());
            }
            countries.entry(code).or_default().extend(polygons);
        }
        Ok(Topology {
            arcs,
            land,
            sides,
            lakes: Vec::new(),
            countries,
        })
    }

    /// Adds the object `lakes` of another quantized topology, with its arcs.
    ///
    /// # Errors
    /// Names the part that is missing or of another shape.
    pub fn add_lakes(&mut self, json: &str) -> Result<()> {
        let file: Value = serde_json::from_str(json)?;
        let before = i32::try_from(self.arcs.len())?;
        self.arcs.extend(arcs(&file)?);
        self.sides.resize(self.arcs.len(), BTreeSet::new());
        for geometry in geometries(&file, "lakes")? {
            let mut lakes = polygons(geometry)?;
            for arc in lakes.iter_mut().flatten().flatten() {
                *arc += if *arc < 0 { -before } else { before };
                anyhow::ensure!(place(*arc) < self.arcs.len(), "no such arc");
            }
            self.lakes.extend(lakes);
        }
        Ok(())
    }

    /// Adds a line of degrees east and north, which bounds these two.
    pub fn add_line(&mut self, degrees: &[[f64; 2]], sides: [&str; 2]) {
        let points = degrees.iter().map(|&[lon, lat]| {
            let point = project(Position { lat, lon });
            [point.x, point.y]
        });
        self.arcs.push(points.collect());
        self.sides.push(sides.map(str::to_owned).into());
    }

    /// The longer side of the box around a ring, in sides of the world.
    pub fn size(&self, ring: &Ring) -> f64 {
        let points = || ring.iter().flat_map(|&arc| &self.arcs[place(arc)]);
        let side = |axis: usize| {
            let low = points()
                .map(|point| point[axis])
                .fold(f64::INFINITY, f64::min);
            let high = points()
                .map(|point| point[axis])
                .fold(f64::NEG_INFINITY, f64::max);
            high - low
        };
        side(0).max(side(1))
    }

    /// Each country's code, a [`middle`] of its largest polygon and the sides of the box around that.
    pub fn middles(&self) -> impl Iterator<Item = (&str, [f64; 2], [f64; 2])> {
        self.countries.iter().filter_map(|(code, polygons)| {
            let largest = polygons
                .iter()
                .max_by(|a, b| self.size(&a[0]).total_cmp(&self.size(&b[0])))?;
            let points = self.outline(&largest[0]);
            let side = |axis: usize| {
                let parts = || points.iter().map(move |point| point[axis]);
                parts().fold(f64::NEG_INFINITY, f64::max) - parts().fold(f64::INFINITY, f64::min)
            };
            Some((&**code, middle(&points)?, [side(0), side(1)]))
        })
    }

    /// The points around a ring, in the copy of the world where it begins.
    fn outline(&self, ring: &Ring) -> Vec<[f64; 2]> {
        let mut points: Vec<[f64; 2]> = Vec::new();
        for &arc in ring {
            let mut next = self.arcs[place(arc)].clone();
            if arc < 0 {
                next.reverse();
            }
            let turn = match (points.last(), next.first()) {
                (Some(last), Some(first)) => (last[0] - first[0]).round(),
                _ => 0.0,
            };
            points.extend(next.into_iter().map(|[x, y]| [x + turn, y]));
        }
        points
    }

    /// The arcs around the largest polygon of each country, which are kept however small.
    pub fn largest_arcs(&self) -> BTreeSet<usize> {
        let largest = self.countries.values().filter_map(|polygons| {
            polygons
                .iter()
                .max_by(|a, b| self.size(&a[0]).total_cmp(&self.size(&b[0])))
        });
        largest
            .flat_map(|polygon| polygon[0].iter().map(|&arc| place(arc)))
            .collect()
    }
}

/// A point within an outline to write a name at: its centre of mass, or, where that lies outside, as it would for
/// Israel in the West Bank, the middle of the widest stretch across it.
fn middle(points: &[[f64; 2]]) -> Option<[f64; 2]> {
    let edges = || points.iter().zip(points.iter().cycle().skip(1));
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for (a, b) in edges() {
        let cross = a[0] * b[1] - b[0] * a[1];
        area += cross;
        x += (a[0] + b[0]) * cross;
        y += (a[1] + b[1]) * cross;
    }
    let centre = [x / area / 3.0, y / area / 3.0];
    // Where a line across meets the outline, from west to east: in, out, in, out.
    let across = |y: f64| {
        let met = edges().filter(|(a, b)| (a[1] > y) != (b[1] > y));
        let mut met: Vec<f64> = met
            .map(|(a, b)| a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
            .collect();
        met.sort_by(f64::total_cmp);
        met
    };
    let inside = |stretch: &[f64]| stretch[0] < centre[0] && centre[0] < stretch[1];
    if area != 0.0 && across(centre[1]).chunks_exact(2).any(inside) {
        return Some(centre);
    }
    let heights = points.iter().map(|point| point[1]);
    let (north, south) = (
        heights.clone().fold(f64::INFINITY, f64::min),
        heights.fold(0.0, f64::max),
    );
    let lines = (1..64).map(|part| north + (south - north) * f64::from(part) / 64.0);
    let stretches = lines.flat_map(|y| {
        let met = across(y);
        let pairs: Vec<_> = met
            .chunks_exact(2)
            .map(|pair| (pair[1] - pair[0], (pair[0] + pair[1]) / 2.0, y))
            .collect();
        pairs
    });
    let (_, x, y) = stretches.max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some([x, y])
}

/// The number of an arc whichever way it is walked.
pub fn place(arc: i32) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
}

/// The arcs of a quantized topology.
fn arcs(file: &Value) -> Result<Vec<Vec<[f64; 2]>>> {
    let numbers = |name: &str| -> Result<Vec<f64>> {
        Ok(serde_json::from_value(file["transform"][name].clone())?)
    };
    let (scale, translate) = (numbers("scale")?, numbers("translate")?);
    let steps: Vec<Vec<[f64; 2]>> =
        serde_json::from_value(file["arcs"].clone()).context("the arcs")?;
    let arcs = steps.iter().map(|arc| decode(arc, &scale, &translate));
    Ok(arcs.collect())
}

/// The points of an arc, from its steps on the package's grid of degrees. Where the arc jumps from
/// one side of the antimeridian to the other, the points run on past the side of the square.
fn decode(steps: &[[f64; 2]], scale: &[f64], translate: &[f64]) -> Vec<[f64; 2]> {
    let (mut x, mut y) = (0.0, 0.0);
    let mut points: Vec<[f64; 2]> = Vec::with_capacity(steps.len());
    for step in steps {
        x += step[0];
        y += step[1];
        let point = project(Position {
            lon: x * scale[0] + translate[0],
            lat: y * scale[1] + translate[1],
        });
        let turn = points
            .last()
            .map_or(0.0, |last| (last[0] - point.x).round());
        points.push([point.x + turn, point.y]);
    }
    points
}

fn geometries<'a>(file: &'a Value, object: &str) -> Result<&'a Vec<Value>> {
    let geometries = file["objects"][object]["geometries"].as_array();
    geometries.with_context(|| format!("no object {object}"))
}

fn polygons(geometry: &Value) -> Result<Vec<Vec<Ring>>> {
    let arcs = geometry["arcs"].clone();
    Ok(match geometry["type"].as_str() {
        Some("Polygon") => vec![serde_json::from_value(arcs)?],
        Some("MultiPolygon") => serde_json::from_value(arcs)?,
        other => anyhow::bail!("a geometry is a {other:?}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_within_its_country() {
        let square = [[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]];
        assert_eq!(middle(&square), Some([2.0, 2.0]));
        // Around another country, as a C: its centre of mass is the other's.
        let around = [
            [0.0, 0.0],
            [10.0, 0.0],
            [10.0, 1.0],
            [1.0, 1.0],
            [1.0, 9.0],
            [10.0, 9.0],
            [10.0, 10.0],
            [0.0, 10.0],
        ];
        let [x, y] = middle(&around).unwrap();
        assert!(
            (0.0..10.0).contains(&x) && (!(1.0..=9.0).contains(&y) || x < 1.0),
            "{x} {y}"
        );
    }
}
