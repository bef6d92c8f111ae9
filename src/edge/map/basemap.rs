//! Draws land and borders as vector layers, coloured by style/map.css; no tile is ever asked for.

use calendar::basemap::Basemap;
use calendar::event::Position;
use js_sys::Array;
use leaflet::{LatLng, LayerGroup, Map, Polygon, Polyline, PolylineOptions, Svg, SvgOptions};

/// Copies of the world: the one at hand and one to each side, for views across the antimeridian.
const COPIES: [f64; 3] = [0.0, 360.0, -360.0];

/// Polygons with fewer points than this are drawn together.
const SMALL: usize = 200;

/// Small polygons are drawn together by stripes this many degrees wide, so that Leaflet can leave
/// out at once what is not in view.
const STRIPE: f64 = 45.0;

/// Puts the basemap on the map, one group for each copy of the world.
pub fn draw(map: &Map, basemap: &Basemap) -> Vec<LayerGroup> {
    let options = SvgOptions::new();
    // Half a screen around the view is drawn, to have land there already when dragging.
    options.set_padding(0.5);
    let renderer = Svg::with_options(&options);
    let land: Vec<Vec<Vec<Position>>> = basemap
        .land
        .iter()
        .map(|polygon| polygon.iter().map(|ring| basemap.ring(ring)).collect())
        .collect();
    let borders = |arcs: &[i32]| -> Vec<Vec<Position>> {
        arcs.iter().map(|&arc| basemap.line(&[arc])).collect()
    };
    let borders = [
        ("map-border", borders(&basemap.borders)),
        ("map-border disputed", borders(&basemap.disputed)),
    ];
    let groups = COPIES.map(|turn| {
        let group = LayerGroup::new();
        for part in parts(&land) {
            let polygons: Array = part.iter().map(|polygon| lines(polygon, turn)).collect();
            let style = style("map-land", &renderer);
            group.add_layer(&Polygon::new_with_options(&polygons, &style));
        }
        for (class, lines_of) in &borders {
            let style = style(class, &renderer);
            style.set_fill(false);
            group.add_layer(&Polyline::new_with_options(&lines(lines_of, turn), &style));
        }
        map.add_layer(&group);
        group
    });
    groups.into()
}

/// Polygons by layer: the large ones alone, the small ones by stripes.
fn parts(land: &[Vec<Vec<Position>>]) -> Vec<Vec<&Vec<Vec<Position>>>> {
    let stripes = (360.0 / STRIPE) as usize;
    let mut parts: Vec<Vec<&Vec<Vec<Position>>>> = vec![Vec::new(); stripes];
    for polygon in land {
        let (points, west) = polygon.first().map_or((0, 0.0), |ring| {
            (ring.len(), ring.first().map_or(0.0, |first| first.lon))
        });
        if points < SMALL {
            let stripe = ((west + 180.0) / STRIPE) as usize;
            parts[stripe.min(stripes - 1)].push(polygon);
        } else {
            parts.push(vec![polygon]);
        }
    }
    parts
}

/// Lines as Leaflet takes them, moved to another copy of the world.
fn lines(lines: &[Vec<Position>], turn: f64) -> Array {
    let line = |line: &Vec<Position>| -> Array {
        line.iter()
            .map(|position| LatLng::new(position.lat, position.lon + turn))
            .collect()
    };
    lines.iter().map(line).collect()
}

fn style(class: &str, renderer: &Svg) -> PolylineOptions {
    let style = PolylineOptions::new();
    style.set_class_name(class.into());
    style.set_renderer(renderer.into());
    style.set_interactive(false);
    style.set_fill_rule("evenodd".into());
    style.set_fill_opacity(1.0);
    style.set_weight(1.0);
    style
}
