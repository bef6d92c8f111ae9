//! The digits, as lines in a box of 6 × 10, drawn with a round pen.

use tiny_skia::{Path, PathBuilder};

/// How high a digit is, in pixels.
pub(super) const HEIGHT: i32 = 96;

/// The room around the date.
pub(super) const PADDING: i32 = 32;

/// How high the panel of the date is.
pub(super) const PANEL: i32 = HEIGHT + 2 * PADDING;

/// The width of a space.
pub(super) const SPACE: i32 = 40;

/// The pen's width in units of the box.
pub(super) const PEN: f32 = 1.25;

/// How wide a character is with the room beside it, in units of the box.
pub(super) fn width(c: char) -> f32 {
    match c {
        ':' => 3.4,
        '-' => 5.0,
        _ => 7.6,
    }
}

/// The lines of a digit, `-` or `:`; `None` for others.
pub(super) fn lines(c: char) -> Option<Path> {
    let mut pen = PathBuilder::new();
    match c {
        '0' => oval(&mut pen, [0.0, 0.0, 6.0, 10.0]),
        '1' => {
            pen.move_to(1.2, 2.0);
            pen.line_to(3.8, 0.0);
            pen.line_to(3.8, 10.0);
        }
        '2' => {
            pen.move_to(0.3, 2.6);
            pen.cubic_to(0.3, -0.8, 5.9, -0.8, 5.9, 2.7);
            pen.cubic_to(5.9, 5.0, 2.6, 6.4, 0.2, 10.0);
            pen.line_to(6.0, 10.0);
        }
        '3' => {
            pen.move_to(0.5, 0.0);
            pen.line_to(5.5, 0.0);
            pen.line_to(2.8, 4.0);
            pen.cubic_to(7.0, 4.0, 7.0, 10.0, 3.0, 10.0);
            pen.cubic_to(1.6, 10.0, 0.5, 9.3, 0.1, 8.2);
        }
        '4' => {
            pen.move_to(4.4, 10.0);
            pen.line_to(4.4, 0.0);
            pen.line_to(0.0, 6.9);
            pen.line_to(6.2, 6.9);
        }
        '5' => {
            pen.move_to(5.4, 0.0);
            pen.line_to(1.0, 0.0);
            pen.line_to(0.6, 4.4);
            pen.cubic_to(2.2, 3.2, 6.0, 3.6, 6.0, 6.8);
            pen.cubic_to(6.0, 10.4, 1.6, 11.0, 0.1, 8.5);
        }
        '6' => {
            pen.move_to(4.9, 0.0);
            pen.cubic_to(2.5, 1.6, 0.0, 4.0, 0.0, 6.9);
            oval(&mut pen, [0.0, 3.8, 6.0, 10.0]);
        }
        '7' => {
            pen.move_to(0.2, 0.0);
            pen.line_to(5.9, 0.0);
            pen.line_to(2.0, 10.0);
        }
        '8' => {
            oval(&mut pen, [0.5, 0.0, 5.5, 4.6]);
            oval(&mut pen, [0.0, 4.6, 6.0, 10.0]);
        }
        '9' => {
            pen.move_to(1.1, 10.0);
            pen.cubic_to(3.5, 8.4, 6.0, 6.0, 6.0, 3.1);
            oval(&mut pen, [0.0, 0.0, 6.0, 6.2]);
        }
        '-' => {
            pen.move_to(0.2, 5.6);
            pen.line_to(3.2, 5.6);
        }
        ':' => {
            for y in [3.0, 7.8] {
                pen.move_to(0.9, y);
                pen.line_to(0.9, y + 0.01);
            }
        }
        _ => return None,
    }
    pen.finish()
}

/// An oval within left, top, right and bottom.
fn oval(pen: &mut PathBuilder, [left, top, right, bottom]: [f32; 4]) {
    if let Some(around) = tiny_skia::Rect::from_ltrb(left, top, right, bottom) {
        pen.push_oval(around);
    }
}
