//! What the basemap promises: the places and borders docs/borders.md names are there, from afar and from near, and
//! its files stay small.

use std::io::Write as _;

use geo::Position;
use geo::mercator::{Projected, unproject};
use geo::viewport::Viewport;
use map::basemap::ground::{Drawing, Ground};
use map::labels::Names;

use super::*;

/// Two countries side by side, an islet off the coast, and the island of a third.
const SMALL: &str = r#"{
    "type": "Topology",
    "transform": { "scale": [1, 1], "translate": [0, 0] },
    "arcs": [
        [[0, 0], [0, 20], [20, 0]], [[20, 20], [0, -20]], [[20, 0], [-20, 0]],
        [[20, 20], [20, 0], [0, -20], [-20, 0]],
        [[60, 0], [0, 1], [1, 0], [-1, -1]],
        [[80, 0], [0, 1], [1, 0], [-1, -1]]
    ],
    "objects": {
        "land": { "type": "GeometryCollection", "geometries": [
            { "type": "MultiPolygon", "arcs": [[[0, 3, 2]], [[4]], [[5]]] } ] },
        "countries": { "type": "GeometryCollection", "geometries": [
            { "type": "MultiPolygon", "arcs": [[[0, 1, 2]], [[4]]], "properties": { "a3": "MAR" } },
            { "type": "Polygon", "arcs": [[3, -2]], "properties": { "a3": "ESH" } },
            { "type": "Polygon", "arcs": [[5]], "properties": { "a3": "FJI" } } ] }
    }
}"#;

fn check(detail: Detail, polygons: usize, borders: usize, disputed: usize) {
    let topology = Topology::read(SMALL).unwrap();
    let map = make(&topology, &detail);
    assert_eq!(map.land.len(), polygons);
    assert_eq!((map.borders.len(), map.disputed.len()), (borders, disputed));
    let written = serde_json::to_vec(&map).unwrap();
    assert_eq!(Basemap::read(&written), Ok(map));
}

#[test]
fn islets_go_but_no_country_does() {
    let detail = |island| Detail {
        grid: 4096,
        corner: 0.0,
        island,
        lake: 0.0,
    };
    check(detail(0.0), 3, 0, 1);
    check(detail(0.01), 2, 0, 1);
}

/// A lake with an island, two small ones of which one shares a shore with it.
const LAKES: &str = r#"{
    "type": "Topology",
    "transform": { "scale": [1, 1], "translate": [0, 0] },
    "arcs": [
        [[2, 2], [0, 9], [9, 0], [0, -9]], [[11, 2], [-9, 0]], [[5, 5], [2, 0], [0, 2], [-2, -2]],
        [[11, 2], [0, -1], [-9, 0], [0, 1]]
    ],
    "objects": { "lakes": { "type": "GeometryCollection", "geometries": [
        { "type": "Polygon", "arcs": [[0, 1], [2]] }, { "type": "Polygon", "arcs": [[-2, -4]] } ] } }
}"#;

#[test]
fn lakes_come_with_their_own_arcs() {
    let check = |lake: f64, expected: &[usize]| {
        let mut topology = Topology::read(SMALL).unwrap();
        topology.add_lakes(LAKES).unwrap();
        let detail = Detail {
            grid: 360,
            corner: 0.0,
            island: 0.0,
            lake,
        };
        let map = make(&topology, &detail);
        let rings: Vec<usize> = map.lakes.iter().map(Vec::len).collect();
        assert_eq!(rings, expected);
        let shore = map.ring(&map.lakes[0][0]);
        let corners = |at: &Position| (at.lon.round() as i32, at.lat.round() as i32);
        let shore: Vec<_> = shore.iter().map(corners).collect();
        assert_eq!(shore, [(2, 2), (2, 11), (11, 11), (11, 2), (2, 2)]);
        assert_eq!((map.borders.len(), map.disputed.len()), (0, 1));
    };
    check(0.0, &[2, 1]);
    check(9.03 / 360.0, &[2]);
}

/// How often closed lines go around a position, in all copies of the world, as they are drawn.
fn turns(lines: &[Vec<Position>], lat: f64, lon: f64) -> i32 {
    let side = |side: &[Position]| {
        let (a, b) = (side[0], side[1]);
        let east = lon < (b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat) + a.lon;
        match (a.lat > lat, b.lat > lat) {
            (false, true) if east => 1,
            (true, false) if east => -1,
            _ => 0,
        }
    };
    let closed = |line: &Vec<Position>| {
        let back = [line[line.len() - 1], line[0]];
        line.windows(2).map(side).sum::<i32>() + side(&back)
    };
    lines.iter().map(closed).sum()
}

/// The lines of a path that is drawn, in degrees.
fn lines(drawing: &Drawing, path: &str) -> Vec<Vec<Position>> {
    let Drawing { frame, size, .. } = drawing;
    let position = |[x, y]: [i32; 2]| {
        unproject(Projected {
            x: frame.west + f64::from(x) / f64::from(size[0]) * (frame.east - frame.west),
            y: frame.north + f64::from(y) / f64::from(size[1]) * (frame.south - frame.north),
        })
    };
    let line = |line: &str| {
        let mut at = [0, 0];
        let numbers = line.split(|sign: char| !sign.is_ascii_digit() && sign != '-');
        let numbers = numbers.filter(|number| !number.is_empty());
        let steps: Vec<i32> = numbers.map(|number| number.parse().unwrap()).collect();
        let (steps, _) = steps.as_chunks();
        let points = steps.iter().map(|[right, down]| {
            at = [at[0] + right, at[1] + down];
            position(at)
        });
        points.collect()
    };
    path.split('M').skip(1).map(line).collect()
}

/// The bundled maps, from afar and from near.
fn bundled() -> [Basemap; 2] {
    [TARGET, FINER].map(|file| Basemap::read(project::read(file).unwrap().as_bytes()).unwrap())
}

/// What is drawn for a view of the whole world.
fn world(map: &Basemap) -> Drawing {
    Ground::new(map).near(Viewport {
        west: -180.0,
        south: -85.0,
        east: 180.0,
        // Of a view up to the northern edge, Antarctica is left out.
        north: 40.0,
        zoom: 8.0,
    })
}

#[test]
fn the_bundled_maps_know_land_from_water() {
    let drawings = bundled().map(|map| world(&map));
    for (lat, lon, land) in [
        (52.52, 13.40, true),   // Berlin
        (31.45, 34.40, true),   // Gaza
        (-33.87, 151.0, true),  // west of Sydney
        (0.3, 32.0, true),      // Uganda
        (68.0, -179.0, true),   // Chukotka, east of the antimeridian
        (67.5, 179.0, true),    // Chukotka, west of it
        (-17.8, 178.0, true),   // Fiji
        (-84.0, 10.0, true),    // Antarctica
        (-72.0, 169.0, true),   // Victoria Land
        (0.0, -30.0, false),    // the Atlantic
        (0.0, 179.9, false),    // the Pacific
        (42.0, 50.5, false),    // the Caspian Sea
        (-60.0, -179.9, false), // the Southern Ocean
        (35.0, 18.0, false),    // the Mediterranean
        (47.7, -87.5, false),   // Lake Superior
        (47.98, -88.9, true),   // Isle Royale in it
        (-1.0, 33.0, false),    // Lake Victoria
        (53.5, 108.0, false),   // Lake Baikal
        (60.8, 31.5, false),    // Lake Ladoga
    ] {
        for drawing in &drawings {
            let dry = turns(&lines(drawing, &drawing.land), lat, lon) != 0
                && turns(&lines(drawing, &drawing.lakes), lat, lon) == 0;
            assert_eq!(dry, land, "{lat}, {lon}");
        }
    }
    // Smaller ones are there from near.
    for (lat, lon) in [(46.45, 6.6), (32.8, 35.59), (31.5, 35.48)] {
        let lakes = lines(&drawings[1], &drawings[1].lakes);
        assert_ne!(turns(&lakes, lat, lon), 0, "{lat}, {lon}");
    }
}

/// Whether a border passes within that many degrees of a position.
fn passes(map: &Basemap, arcs: &[i32], at: Position, degrees: f64) -> bool {
    arcs.iter().any(|&arc| {
        map.line(&[arc]).windows(2).any(|side| {
            let (dx, dy) = (side[1].lon - side[0].lon, side[1].lat - side[0].lat);
            let along =
                ((at.lon - side[0].lon) * dx + (at.lat - side[0].lat) * dy) / (dx * dx + dy * dy);
            let along = along.clamp(0.0, 1.0);
            let (lon, lat) = (side[0].lon + along * dx, side[0].lat + along * dy);
            (lon - at.lon).hypot(lat - at.lat) < degrees
        })
    })
}

/// The rows of docs/borders.md: where a line is, and whether it is dashed.
const LINES: &[(&str, f64, f64, bool)] = &[
    ("Gaza", 31.40, 34.50, false),
    ("the West Bank", 31.90, 35.00, false),
    ("the Jordan", 32.00, 35.54, false),
    ("Western Sahara and Morocco", 27.66, -9.5, true),
    ("Cyprus", 35.1, 33.4, true),
    ("the Golan to the east", 33.0, 35.87, true),
    ("the Golan to the west", 32.98, 35.62, true),
    ("Kosovo and Serbia", 42.9, 21.4, true),
    ("Somaliland and Somalia", 10.0, 48.94, true),
    ("the Siachen Glacier", 35.5, 77.5, true),
];

#[test]
fn the_bundled_maps_have_the_borders_they_say() {
    for map in bundled() {
        for (what, lat, lon, dashed) in LINES {
            let at = Position {
                lat: *lat,
                lon: *lon,
            };
            let (drawn, not) = if *dashed {
                (&map.disputed, &map.borders)
            } else {
                (&map.borders, &map.disputed)
            };
            assert!(passes(&map, drawn, at, 0.15), "{what}");
            assert!(!passes(&map, not, at, 0.05), "{what}");
        }
        // Crimea is drawn as Ukraine's: no border crosses the isthmus.
        let isthmus = Position {
            lat: 46.1,
            lon: 33.7,
        };
        let all = [&*map.borders, &*map.disputed].concat();
        assert!(!passes(&map, &all, isthmus, 0.3));
    }
}

/// What files weigh together, each gzipped at level 9, in bytes.
fn weight(files: &[&str]) -> usize {
    let gzipped = |file: &&str| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(project::read(file).unwrap().as_bytes())
            .unwrap();
        gzip.finish().unwrap().len()
    };
    files.iter().map(gzipped).sum()
}

#[test]
fn the_files_stay_small() {
    let check = |files: &[&str], limit: usize| {
        let weight = weight(files);
        assert!(weight <= limit, "{files:?}: {weight} bytes");
    };
    // Cities also have their country, which distinguishes cities of the same name, and what other languages call them.
    check(&[TARGET, NAMES], 64_000);
    check(&[FINER], 250_000);
    check(&[FINER_NAMES], 165_000);
}

#[test]
fn palestine_is_named() {
    let names = Names::read(project::read(NAMES).unwrap().as_bytes()).unwrap();
    let finer = Names::read(project::read(FINER_NAMES).unwrap().as_bytes()).unwrap();
    let names = names.with(finer);
    let around = [
        ("PS", "Palestine"),
        ("IL", "Israel"),
        ("JO", "Jordan"),
        ("LB", "Lebanon"),
        ("SY", "Syria"),
        ("EG", "Egypt"),
        ("CY", "Cyprus"),
    ];
    let country = |code: &str| {
        let (_, name) = around.iter().find(|(known, _)| *known == code)?;
        Some((*name).to_owned())
    };
    let first = (0..=18).find(|zoom| {
        let shown = |zoom| names.shown(zoom, "en", &country);
        (*zoom..=18).all(|zoom| shown(zoom).iter().any(|label| label.text == "Palestine"))
    });
    assert_eq!(first, Some(6));
}
