//! The basemap file: land, lakes and borders of the world as lines on a grid, small enough to come
//! with the page.
//!
//! `marchmap-basemap/1` is JSON. It borrows from TopoJSON that lines are kept once, as *arcs*
//! whose points follow each other as differences, and that shapes name arcs by number, `~n`
//! for arc `n` backwards. Unlike TopoJSON the grid lies on the Web Mercator square, so that its
//! steps are even on the screen, and an arc is one flat array `[x, y, dx, dy, dx, dy, …]`. A line
//! that crosses the antimeridian runs on past the edge of the grid instead of jumping back.

pub mod frame;
pub mod ground;

use serde::{Deserialize, Serialize};

use geo::Position;
use geo::mercator::{Projected, unproject};

/// What the file calls itself.
pub const FORMAT: &str = "marchmap-basemap/1";

/// Land, lakes and borders of the world, as in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Basemap {
    /// [`FORMAT`].
    pub format: String,
    /// Steps of the grid along one side of the Mercator square.
    pub grid: u32,
    /// Who made the shapes, to be shown with the map.
    pub credit: String,
    /// Lines, each kept once.
    pub arcs: Vec<Vec<i32>>,
    /// Land: polygons of rings of arcs, the outer ring first, then its holes.
    pub land: Vec<Vec<Vec<i32>>>,
    /// Lakes: polygons likewise, to be drawn over the land.
    #[serde(default)]
    pub lakes: Vec<Vec<Vec<i32>>>,
    /// Arcs that are borders between countries.
    pub borders: Vec<i32>,
    /// Arcs that are borders in dispute, drawn dashed.
    pub disputed: Vec<i32>,
}

/// Why a file is no basemap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BasemapError {
    /// It is no JSON of that shape; the text says where.
    Json(String),
    /// It is of another format.
    Format(String),
    /// A shape names an arc that is not there, or an arc is half a point.
    Arc(i32),
}

impl Basemap {
    /// Reads a file and checks that every shape can be drawn.
    ///
    /// # Errors
    /// It is no basemap, or a broken one.
    pub fn read(bytes: &[u8]) -> Result<Basemap, BasemapError> {
        let map: Basemap =
            serde_json::from_slice(bytes).map_err(|error| BasemapError::Json(error.to_string()))?;
        if map.format != FORMAT || map.grid == 0 {
            return Err(BasemapError::Format(map.format));
        }
        let named = map.land.iter().chain(&map.lakes).flatten().flatten();
        for &arc in named.chain(&map.borders).chain(&map.disputed) {
            let points = map.arcs.get(index(arc));
            if points.is_none_or(|points| points.len() % 2 != 0) {
                return Err(BasemapError::Arc(arc));
            }
        }
        Ok(map)
    }

    /// The positions along a border.
    pub fn line(&self, arcs: &[i32]) -> Vec<Position> {
        self.positions(self.path(arcs))
    }

    /// The positions around a ring of land or a lake, first and last the same.
    pub fn ring(&self, arcs: &[i32]) -> Vec<Position> {
        self.positions(self.around(arcs))
    }

    /// The points around a ring. One that goes around the world is closed along the southern edge of the map: it is
    /// Antarctica's.
    fn around(&self, arcs: &[i32]) -> Vec<[i64; 2]> {
        let mut path = self.path(arcs);
        if let (Some(&first), Some(&last)) = (path.first(), path.last())
            && first[0] != last[0]
        {
            let edge = i64::from(self.grid);
            path.extend([[last[0], edge], [first[0], edge], first]);
        }
        path
    }

    /// The points of arcs put end to end, each arc in the copy of the world that fits the one
    /// before; where one ends and the next begins is one point.
    fn path(&self, arcs: &[i32]) -> Vec<[i64; 2]> {
        let mut path: Vec<[i64; 2]> = Vec::new();
        for &arc in arcs {
            let mut points = self.arc(index(arc));
            if arc < 0 {
                points.reverse();
            }
            let (Some(&end), Some(&start)) = (path.last(), points.first()) else {
                path.extend(points);
                continue;
            };
            let grid = i64::from(self.grid);
            let turn = (end[0] - start[0] + grid / 2).div_euclid(grid) * grid;
            path.extend(
                points
                    .iter()
                    .skip(1)
                    .map(|point| [point[0] + turn, point[1]]),
            );
        }
        path
    }

    /// The points of one arc on the grid; none when there is no such arc.
    fn arc(&self, index: usize) -> Vec<[i64; 2]> {
        let flat = self.arcs.get(index).map_or(&[][..], |flat| flat);
        let (mut x, mut y) = (0, 0);
        let steps = flat.chunks_exact(2).map(|step| {
            x += i64::from(step[0]);
            y += i64::from(step[1]);
            [x, y]
        });
        steps.collect()
    }

    fn positions(&self, path: Vec<[i64; 2]>) -> Vec<Position> {
        let positions = path.into_iter().map(|point| {
            let [x, y] = point.map(|part| part as f64 / f64::from(self.grid));
            unproject(Projected { x, y })
        });
        positions.collect()
    }
}

/// The place of an arc named by a shape.
fn index(arc: i32) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = r#"{"format":"marchmap-basemap/1","grid":4,"credit":"nobody",
        "arcs":[[1,1,2,0,0,2],[1,1,0,2,2,0],[0,2,4,0]],
        "land":[[[0,-2]]],"borders":[2],"disputed":[]}"#;

    fn check(file: &str, expected: Result<usize, BasemapError>) {
        let found = Basemap::read(file.as_bytes()).map(|map| map.land.len());
        match (found, expected) {
            (Err(BasemapError::Json(_)), Err(BasemapError::Json(_))) => {}
            (found, expected) => assert_eq!(found, expected),
        }
    }

    #[test]
    fn only_what_can_be_drawn_is_read() {
        check(SQUARE, Ok(1));
        check("", Err(BasemapError::Json(String::new())));
        check("[]", Err(BasemapError::Json(String::new())));
        check(
            &SQUARE.replace("map/1", "map/2"),
            Err(BasemapError::Format("marchmap-basemap/2".into())),
        );
        check(&SQUARE.replace("[2]", "[3]"), Err(BasemapError::Arc(3)));
        check(&SQUARE.replace("-2]", "-9]"), Err(BasemapError::Arc(-9)));
        check(
            &SQUARE.replace("[0,2,4,0]", "[0,2,4]"),
            Err(BasemapError::Arc(2)),
        );
    }

    #[test]
    fn a_ring_of_arcs_comes_back_to_its_start() {
        let map = Basemap::read(SQUARE.as_bytes()).unwrap();
        let ring = map.ring(&map.land[0][0]);
        let lons: Vec<f64> = ring.iter().map(|position| position.lon).collect();
        assert_eq!(lons, [-90.0, 90.0, 90.0, -90.0, -90.0]);
        assert_eq!(ring.first(), ring.last());
        let equator = map.line(&map.borders);
        assert!(equator.iter().all(|position| position.lat.abs() < 1e-12));
        assert_eq!((equator[0].lon, equator[1].lon), (-180.0, 180.0));
    }

    #[test]
    fn a_ring_around_the_world_is_closed_along_the_edge() {
        let file = SQUARE.replace("[[0,-2]]", "[[2]]");
        let map = Basemap::read(file.as_bytes()).unwrap();
        let ring = map.ring(&map.land[0][0]);
        assert_eq!(ring.len(), 5);
        assert_eq!((ring[2].lon, ring[3].lon), (180.0, -180.0));
        assert!(ring[2].lat < -85.0 && ring[3].lat < -85.0);
    }

    #[test]
    fn arcs_join_across_the_antimeridian() {
        let file = SQUARE
            .replace("[0,2,4,0]", "[4,2,1,0],[1,2,1,0]")
            .replace("[2]", "[2,3]");
        let map = Basemap::read(file.as_bytes()).unwrap();
        let lons: Vec<f64> = map
            .line(&[2, 3])
            .iter()
            .map(|position| position.lon)
            .collect();
        assert_eq!(lons, [180.0, 270.0, 360.0]);
    }
}
