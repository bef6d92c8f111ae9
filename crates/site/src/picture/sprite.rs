//! Small pictures that are drawn once and put into many.

use std::collections::BTreeMap;

use tiny_skia::{Color, FillRule, LineCap, LineJoin, PathBuilder, Pixmap, Stroke, Transform};

use super::colours::{Colour, nearest};
use super::glyphs;
use super::shapes::{paint, rectangle};

/// Pixels by their numbers in the palette; `None` shows what is beneath.
pub(super) struct Sprite {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) pixels: Vec<Option<u8>>,
}

/// All of them.
pub(super) struct Sprites {
    /// A place or street.
    pub(super) point: Sprite,
    /// A city, region or country.
    pub(super) around: Sprite,
    digits: BTreeMap<char, Sprite>,
}

impl Sprites {
    pub(super) fn new() -> Self {
        let digits = "0123456789-:".chars().map(|c| (c, digit(c)));
        Self {
            point: disc(&[
                (22.0, Colour::Paper),
                (17.0, Colour::Accent),
                (6.0, Colour::Paper),
            ]),
            around: ring(60.0),
            digits: digits.collect(),
        }
    }

    /// A digit, `-` or `:`.
    pub(super) fn digit(&self, c: char) -> Option<&Sprite> {
        self.digits.get(&c)
    }
}

/// Discs on one another, by their radius in pixels.
fn disc(discs: &[(f32, Colour)]) -> Sprite {
    let radius = discs
        .iter()
        .fold(0.0, |most: f32, (radius, _)| most.max(*radius))
        + 1.0;
    drawn(2.0 * radius, 2.0 * radius, |pixmap| {
        for (size, colour) in discs {
            if let Some(path) = PathBuilder::from_circle(radius, radius, *size) {
                pixmap.fill_path(
                    &path,
                    &paint(*colour),
                    FillRule::Winding,
                    Transform::identity(),
                    None,
                );
            }
        }
    })
}

/// A ring with a dot in its middle.
fn ring(radius: f32) -> Sprite {
    let middle = radius + 8.0;
    drawn(2.0 * middle, 2.0 * middle, |pixmap| {
        for (width, colour) in [(13.0, Colour::Paper), (7.0, Colour::Accent)] {
            let stroke = Stroke {
                width,
                ..Stroke::default()
            };
            if let Some(path) = PathBuilder::from_circle(middle, middle, radius) {
                pixmap.stroke_path(&path, &paint(colour), &stroke, Transform::identity(), None);
            }
        }
        for (size, colour) in [(12.0, Colour::Paper), (8.0, Colour::Accent)] {
            if let Some(path) = PathBuilder::from_circle(middle, middle, size) {
                pixmap.fill_path(
                    &path,
                    &paint(colour),
                    FillRule::Winding,
                    Transform::identity(),
                    None,
                );
            }
        }
    })
}

/// A character on paper.
fn digit(c: char) -> Sprite {
    let scale = glyphs::HEIGHT as f32 / 10.0;
    // The pen goes past the box by half its width.
    let unit = glyphs::HEIGHT as f32 / (10.0 + glyphs::PEN);
    let (width, height) = (glyphs::width(c) * scale, glyphs::HEIGHT as f32);
    drawn(width, height, |pixmap| {
        if let Some(all) = rectangle(width.ceil(), height) {
            pixmap.fill_rect(all, &paint(Colour::Paper), Transform::identity(), None);
        }
        let stroke = Stroke {
            width: glyphs::PEN,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        let place = Transform::from_translate(glyphs::PEN / 2.0 + 0.2, glyphs::PEN / 2.0)
            .post_scale(unit, unit);
        if let Some(lines) = glyphs::lines(c) {
            pixmap.stroke_path(&lines, &paint(Colour::Ink), &stroke, place, None);
        }
    })
}

/// What a piece of drawing leaves on nothing.
fn drawn(width: f32, height: f32, draw: impl FnOnce(&mut Pixmap)) -> Sprite {
    let (width, height) = (width.ceil() as u32, height.ceil() as u32);
    let Some(mut pixmap) = Pixmap::new(width, height) else {
        return Sprite {
            width: 0,
            height: 0,
            pixels: Vec::new(),
        };
    };
    pixmap.fill(Color::TRANSPARENT);
    draw(&mut pixmap);
    let pixels = pixmap.pixels().iter().map(|pixel| {
        let pixel = pixel.demultiply();
        (pixel.alpha() >= 128).then(|| nearest([pixel.red(), pixel.green(), pixel.blue()]))
    });
    Sprite {
        width: width as i32,
        height: height as i32,
        pixels: pixels.collect(),
    }
}
