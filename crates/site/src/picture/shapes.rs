//! Paint and shapes that the map and the marks on it are drawn with.

use tiny_skia::{Paint, Rect};

use super::colours::Colour;

/// A paint of one colour.
pub(super) fn paint(colour: Colour) -> Paint<'static> {
    let [red, green, blue] = colour.rgb();
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// A rectangle of whole pixels, for sprites.
pub(super) fn rectangle(width: f32, height: f32) -> Option<Rect> {
    Rect::from_xywh(0.0, 0.0, width, height)
}
