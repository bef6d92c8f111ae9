//! What the basemap promises: the places and borders docs/borders.md names are there.

use std::collections::BTreeSet;
use std::io::Write as _;

use calendar::event::Position;

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
    };
    check(detail(0.0), 3, 0, 1);
    check(detail(0.01), 2, 0, 1);
}

/// Whether a position is on land: whether a line east of it crosses the rings an odd number of
/// times, in one of the copies of the world.
fn on_land(map: &Basemap, lat: f64, lon: f64) -> bool {
    let polygon = |polygon: &Vec<Vec<i32>>, lon: f64| {
        let rings = polygon.iter().map(|ring| map.ring(ring));
        let crossings = |ring: Vec<Position>| {
            let crosses = |side: &&[Position]| {
                let (a, b) = (side[0], side[1]);
                (a.lat > lat) != (b.lat > lat)
                    && lon < (b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat) + a.lon
            };
            ring.windows(2).filter(crosses).count()
        };
        rings.map(crossings).sum::<usize>() % 2 == 1
    };
    map.land.iter().any(|rings| {
        [-360.0, 0.0, 360.0]
            .iter()
            .any(|turn| polygon(rings, lon + turn))
    })
}

fn bundled() -> Basemap {
    Basemap::read(project::read(TARGET).unwrap().as_bytes()).unwrap()
}

#[test]
fn the_bundled_map_knows_land_from_sea() {
    let map = bundled();
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
    ] {
        assert_eq!(on_land(&map, lat, lon), land, "{lat}, {lon}");
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

#[test]
fn the_bundled_map_has_the_borders_it_says() {
    let map = bundled();
    for (what, lat, lon, dashed) in [
        ("Gaza", 31.40, 34.50, false),
        ("the West Bank", 31.90, 35.00, false),
        ("the Jordan", 32.00, 35.54, false),
        ("Western Sahara and Morocco", 27.66, -9.5, true),
        ("Cyprus", 35.1, 33.4, true),
        ("the Golan", 33.0, 35.87, true),
        ("Kosovo and Serbia", 42.9, 21.4, true),
    ] {
        let at = Position { lat, lon };
        let arcs = if dashed { &map.disputed } else { &map.borders };
        assert!(passes(&map, arcs, at, 0.15), "{what}");
    }
    // Crimea is drawn as Ukraine's: no border crosses the isthmus.
    let isthmus = Position {
        lat: 46.1,
        lon: 33.7,
    };
    let all: BTreeSet<i32> = map.borders.iter().chain(&map.disputed).copied().collect();
    let all: Vec<i32> = all.into_iter().collect();
    assert!(!passes(&map, &all, isthmus, 0.3));
}

#[test]
fn the_first_view_stays_small() {
    let file = project::read(TARGET).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(file.as_bytes()).unwrap();
    let size = gzip.finish().unwrap().len();
    assert!(size <= 60 * 1024, "{size} bytes");
}
