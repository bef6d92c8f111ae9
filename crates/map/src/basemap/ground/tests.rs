//! What is drawn around a view is what a map of the whole world would show there.

use super::*;

/// Two squares of land, the second across the antimeridian, with a lake in the first and a border through it.
const FILE: &str = r#"{"format":"marchmap-basemap/1","grid":8,"credit":"nobody",
    "arcs":[[1,1,3,0,0,3,-3,0,0,-3],[7,4,2,0,0,2,-2,0,0,-2],[2,2,1,0,0,1,-1,0,0,-1],[1,3,3,0]],
    "land":[[[0]],[[1]]],"lakes":[[[2]]],"borders":[3],"disputed":[]}"#;

fn ground() -> Ground {
    Ground::new(&Basemap::read(FILE.as_bytes()).unwrap())
}

/// How many lines of land, lakes and borders there are between these parts of the world, from pole to pole.
fn check(west: f64, east: f64, expected: [usize; 3]) {
    let (north, south) = (0.0, 1.0);
    let frame = Frame {
        west,
        north,
        east,
        south,
    };
    let ground = ground();
    let (land, lakes) = (
        within(&ground.land, frame, true),
        within(&ground.lakes, frame, true),
    );
    let borders = within(&ground.borders, frame, false);
    let found = [&land, &lakes, &borders].map(Vec::len);
    assert_eq!(found, expected, "{west} to {east}");
    for [x, _] in land.iter().chain(&lakes).flatten() {
        assert!(
            west - 1e-9 <= *x && *x <= east + 1e-9,
            "{x} is not in {west} to {east}"
        );
    }
}

#[test]
fn only_what_is_around_the_view_is_drawn() {
    check(0.0, 1.0, [3, 1, 1]);
    check(0.2, 0.4, [1, 1, 1]);
    check(0.15, 0.2, [1, 0, 1]);
    check(0.6, 0.8, [0, 0, 0]);
    // The land that crosses the antimeridian, from either side of it.
    check(0.9, 1.1, [1, 0, 0]);
    check(-0.1, 0.1, [1, 0, 0]);
    // Side by side, and far around the world.
    check(-1.0, 2.0, [7, 3, 3]);
    check(5.2, 5.4, [1, 1, 1]);
}

#[test]
fn what_is_inside_stays_as_it_is() {
    let frame = Frame {
        west: 0.05,
        north: 0.0,
        east: 0.6,
        south: 1.0,
    };
    let xs: Vec<f64> = within(&ground().land, frame, true)[0]
        .iter()
        .map(|point| point[0])
        .collect();
    assert_eq!(xs, [0.125, 0.5, 0.5, 0.125, 0.125]);
}

#[test]
fn the_view_decides_how_much_is_drawn() {
    let view = Viewport {
        west: -100.0,
        south: 10.0,
        east: -90.0,
        north: 16.0,
        zoom: 5.0,
    };
    let drawing = ground().near(view);
    assert!(drawing.frame.serves(view));
    assert!((drawing.bounds.west + 110.0).abs() < 1e-9);
    assert!((drawing.bounds.east + 80.0).abs() < 1e-9);
    // 30 of 360 degrees of a world of 256 pixels, 32 times enlarged, four units to a pixel.
    assert_eq!(drawing.size[0], 2731);
    // All of it is land.
    assert_eq!(drawing.land.matches('M').count(), 1, "{}", drawing.land);
    assert!(drawing.land.ends_with('z'));
}
