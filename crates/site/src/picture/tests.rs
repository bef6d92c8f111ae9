//! What pictures are drawn, and that they stay small.

use super::*;

const BASEMAP: &[u8] = include_bytes!("../../../../public/basemap/finer.json");

fn event(fields: &str) -> Event {
    let file = format!(r#"[{{"id":"a","title":"x","start":"2023-11-04T14:05",{fields}}}]"#);
    let (calendar, _) = event_file::read(file.into_bytes(), &event_file::zone::NoRules).unwrap();
    calendar.events[0].clone()
}

#[test]
fn a_picture_is_small_and_the_same_each_time() {
    let mut painter = Painter::new(&Basemap::read(BASEMAP).unwrap());
    for fields in [
        r#""lat":48.85,"lon":2.35"#,
        r#""lat":-17.7,"lon":178.1,"precision":"city""#,
        r#""lat":51.5,"lon":-0.1,"precision":"country","status":"cancelled""#,
        r#""city":"Nowhere""#,
    ] {
        let picture = Picture::of(&event(fields));
        let file = painter.paint(&picture);
        assert!(
            file.starts_with(b"\x89PNG") && file.len() < 300_000,
            "{}",
            file.len()
        );
        let again = Painter::new(&Basemap::read(BASEMAP).unwrap()).paint(&picture);
        assert!(file == again, "{fields}");
        if let Some(folder) = std::env::var_os("KEEP_PICTURES") {
            let name = picture.path().replace('/', "-");
            std::fs::write(std::path::Path::new(&folder).join(name), file).unwrap();
        }
    }
}

#[test]
fn events_at_the_same_place_and_day_share_a_picture() {
    let path = |fields: &str| Picture::of(&event(fields)).path();
    let paris = r#""lat":48.85,"lon":2.35"#;
    assert_eq!(path(paris), path(&format!(r#"{paris},"kind":"march""#)));
    for other in [
        r#""lat":48.85,"lon":2.75"#,
        r#""lat":48.85,"lon":2.35,"precision":"city""#,
        r#""lat":48.85,"lon":2.35,"status":"cancelled""#,
        r#""lat":48.85,"lon":2.35,"start":"2023-11-05""#,
    ] {
        assert_ne!(path(paris), path(other), "{other}");
    }
}

#[test]
fn a_place_is_where_the_map_has_it() {
    for (lat, lon) in [
        (48.85, 2.35),
        (-36.8, 174.8),
        (64.1, -21.9),
        (0.0, -180.0),
        (-85.0, 179.9),
    ] {
        let at = geo::Position { lat, lon };
        let (view, [x, y]) = View::around(at, Precision::Place);
        let point = geo::mercator::project(at);
        let world = f64::from(view.world);
        let found = [
            f64::from(view.left + x) / world,
            f64::from(view.top + y) / world,
        ];
        assert!(
            (found[0] - point.x).abs() < 1e-4 && (found[1] - point.y).abs() < 1e-4,
            "{lat} {lon}"
        );
        assert!(
            (480..=720).contains(&x) && (170..=300).contains(&y),
            "{x} {y}"
        );
    }
}
