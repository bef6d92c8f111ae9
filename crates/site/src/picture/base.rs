//! The map of a picture: sea, land, lakes and borders, two pixels a byte as PNG has them.

use ::map::basemap::Basemap;
use geo::mercator::project;
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform,
};

use super::colours::{Colour, nearest};
use super::shapes::paint;
use super::size::SIZE;
use super::sprite::Sprite;
use super::view::View;

/// Land, lakes and borders on the unit square.
pub(super) struct Ground {
    land: Vec<Line>,
    lakes: Vec<Line>,
    borders: Vec<Line>,
    disputed: Vec<Line>,
}

/// A line and the box around it.
struct Line {
    points: Vec<[f64; 2]>,
    least: [f64; 2],
    most: [f64; 2],
}

/// Pixels by their numbers in the palette, four bits each, the left one of two in the higher bits.
#[derive(Clone)]
pub(super) struct Base(pub(super) Vec<u8>);

impl Ground {
    pub(super) fn new(basemap: &Basemap) -> Self {
        let line = |positions: Vec<geo::Position>| {
            let points = positions.into_iter().map(|position| {
                let point = project(position);
                [point.x, point.y]
            });
            Line::new(points.collect())
        };
        let rings = |polygons: &[Vec<Vec<i32>>]| {
            let rings = polygons.iter().flatten();
            rings.map(|ring| line(basemap.ring(ring))).collect()
        };
        let lines = |arcs: &[i32]| arcs.iter().map(|arc| line(basemap.line(&[*arc]))).collect();
        Self {
            land: rings(&basemap.land),
            lakes: rings(&basemap.lakes),
            borders: lines(&basemap.borders),
            disputed: lines(&basemap.disputed),
        }
    }

    /// The map of a view.
    pub(super) fn draw(&self, view: View) -> Base {
        let Some(mut pixmap) = Pixmap::new(SIZE[0], SIZE[1]) else {
            return Base(vec![
                Colour::Sea as u8 * 0x11;
                (SIZE[0] * SIZE[1] / 2) as usize
            ]);
        };
        pixmap.fill(solid(Colour::Sea));
        for (lines, colour) in [(&self.land, Colour::Land), (&self.lakes, Colour::Sea)] {
            if let Some(path) = path(lines, view, true) {
                pixmap.fill_path(
                    &path,
                    &paint(colour),
                    FillRule::Winding,
                    Transform::identity(),
                    None,
                );
            }
        }
        for (lines, dash) in [
            (&self.borders, None),
            (&self.disputed, StrokeDash::new(vec![6.0, 5.0], 0.0)),
        ] {
            if let Some(path) = path(lines, view, false) {
                let stroke = Stroke {
                    width: 1.6,
                    line_cap: LineCap::Butt,
                    line_join: LineJoin::Round,
                    dash,
                    ..Stroke::default()
                };
                pixmap.stroke_path(
                    &path,
                    &paint(Colour::Border),
                    &stroke,
                    Transform::identity(),
                    None,
                );
            }
        }
        Base(indexed(&pixmap))
    }
}

impl Line {
    fn new(points: Vec<[f64; 2]>) -> Self {
        let (mut least, mut most) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for point in &points {
            for axis in 0..2 {
                least[axis] = least[axis].min(point[axis]);
                most[axis] = most[axis].max(point[axis]);
            }
        }
        Self {
            points,
            least,
            most,
        }
    }
}

impl Base {
    /// Puts a sprite with its upper left corner here.
    pub(super) fn put(&mut self, sprite: &Sprite, left: i32, top: i32) {
        for (row, pixels) in (top..).zip(sprite.pixels.chunks(sprite.width.max(1) as usize)) {
            for (column, pixel) in (left..).zip(pixels) {
                if let Some(colour) = pixel {
                    self.set(column, row, *colour);
                }
            }
        }
    }

    /// Sets a pixel, if it is in the picture.
    fn set(&mut self, column: i32, row: i32, colour: u8) {
        let [width, height] = SIZE.map(|size| size as i32);
        if !(0..width).contains(&column) || !(0..height).contains(&row) {
            return;
        }
        if let Some(two) = self.0.get_mut(((row * width + column) / 2) as usize) {
            *two = match column % 2 {
                0 => *two & 0x0f | colour << 4,
                _ => *two & 0xf0 | colour,
            };
        }
    }

    /// Fills a rectangle inside the picture.
    pub(super) fn fill(&mut self, left: i32, top: i32, width: i32, height: i32, colour: Colour) {
        let [whole, _] = SIZE.map(|size| size as i32);
        let right = left + width;
        for row in top..top + height {
            self.set(left, row, colour as u8);
            self.set(right - 1, row, colour as u8);
            // All between them lies in whole bytes.
            let bytes = (row * whole + left + 1) / 2..(row * whole + right) / 2;
            let bytes = bytes.start.max(0) as usize..bytes.end.max(0) as usize;
            if let Some(bytes) = self.0.get_mut(bytes) {
                bytes.fill(colour as u8 * 0x11);
            }
        }
    }
}

/// The lines that touch a view, in its pixels, in every copy of the world that does.
fn path(lines: &[Line], view: View, closed: bool) -> Option<Path> {
    let world = f64::from(view.world);
    let [width, height] = SIZE.map(f64::from);
    let mut path = PathBuilder::new();
    for turn in [-1.0, 0.0, 1.0] {
        let pixel = |point: [f64; 2]| {
            let x = (point[0] + turn) * world - f64::from(view.left);
            let y = point[1] * world - f64::from(view.top);
            [x, y]
        };
        for line in lines {
            let (least, most) = (pixel(line.least), pixel(line.most));
            // Strokes are a little wider than their lines.
            if most[0] < -2.0 || least[0] > width + 2.0 || most[1] < -2.0 || least[1] > height + 2.0
            {
                continue;
            }
            trace(
                &mut path,
                line.points.iter().map(|point| pixel(*point)),
                closed,
            );
        }
    }
    path.finish()
}

/// Adds a line. What lies far outside is left out as far as that changes nothing inside: of points that follow each
/// other beyond the same edge, the first and the last do.
fn trace(path: &mut PathBuilder, points: impl Iterator<Item = [f64; 2]>, closed: bool) {
    let mut begun = false;
    let mut skipped: Option<([f64; 2], u8)> = None;
    let mut last = 0;
    let mut add = |point: [f64; 2]| {
        let [x, y] = point.map(|part| part.clamp(-30_000.0, 30_000.0) as f32);
        match begun {
            true => path.line_to(x, y),
            false => path.move_to(x, y),
        }
        begun = true;
    };
    for point in points {
        let side = beyond(point);
        if side & last != 0 {
            skipped = Some((point, side));
        } else {
            if let Some((before, _)) = skipped.take() {
                add(before);
            }
            add(point);
        }
        last = match skipped {
            // All of a run lies beyond the edges that its points have in common.
            Some(_) => side & last,
            None => side,
        };
    }
    if let Some((before, _)) = skipped {
        add(before);
    }
    if closed && begun {
        path.close();
    }
}

/// Beyond which edges of the picture a point lies, a bit for each (Cohen and Sutherland).
fn beyond([x, y]: [f64; 2]) -> u8 {
    let [width, height] = SIZE.map(f64::from);
    let sides = [x < -4.0, x > width + 4.0, y < -4.0, y > height + 4.0];
    sides
        .iter()
        .fold(0, |bits, side| bits << 1 | u8::from(*side))
}

fn solid(colour: Colour) -> Color {
    let [red, green, blue] = colour.rgb();
    Color::from_rgba8(red, green, blue, 255)
}

/// The pixels by the numbers of the nearest colours, two a byte.
fn indexed(pixmap: &Pixmap) -> Vec<u8> {
    // Four bytes a pixel: red, green, blue and an alpha that is full.
    let (pairs, _) = pixmap.data().as_chunks::<8>();
    let byte = |[r, g, b, _, red, green, blue, _]: [u8; 8]| {
        nearest([r, g, b]) << 4 | nearest([red, green, blue])
    };
    // Most pixels are as the ones before.
    let mut last = ([0; 8], byte([0; 8]));
    let bytes = pairs.iter().map(|pair| {
        if *pair != last.0 {
            last = (*pair, byte(*pair));
        }
        last.1
    });
    bytes.collect()
}
