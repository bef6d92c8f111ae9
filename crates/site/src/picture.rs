//! The picture that messengers show with a link: a map with the event's place, and its date in digits.
//!
//! 1200 × 630 as Open Graph asks for, with 16 colours. It has no letters, which would have to be shaped: ISO 8601 is
//! read everywhere.

mod base;
mod colours;
mod glyphs;
mod png;
mod shapes;
mod size;
mod sprite;
mod view;

use std::sync::Arc;

use ::map::basemap::Basemap;
use chrono::{NaiveDate, Timelike};
use event_file::Event;
use event_file::event::{Precision, Status};

use base::Base;
use colours::Colour;
pub use size::SIZE;
use sprite::Sprites;
use view::View;

/// Part of each picture's name: another number for another look.
const LOOK: u64 = 1;

/// What is in a picture. Two events at the same place on the same day share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Picture {
    /// First, so that pictures in order have the same map one after the other.
    view: View,
    /// Where the place is in the picture, in pixels, and how exactly it is known.
    mark: Option<(i32, i32, Mark)>,
    day: Option<NaiveDate>,
    /// Hour and minute.
    time: Option<(u32, u32)>,
    /// It does not take place on this day.
    crossed: bool,
}

/// How a place is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    /// A place or street.
    Point,
    /// A city, region or country: a ring around it.
    Around,
}

impl Picture {
    /// The picture of an event.
    pub(crate) fn of(event: &Event) -> Self {
        let shown = event
            .position
            .filter(|_| event.status != Status::MovedOnline);
        let (view, mark) = match shown {
            Some(position) => {
                let (view, [x, y]) = View::around(position, event.precision);
                let mark = match event.precision {
                    Precision::Place | Precision::Street => Mark::Point,
                    _ => Mark::Around,
                };
                (view, Some((x, y, mark)))
            }
            None => (View::world(), None),
        };
        Self {
            view,
            mark,
            day: event.start.map(|start| start.date),
            time: event
                .start
                .and_then(|start| start.time)
                .map(|time| (time.hour(), time.minute())),
            crossed: matches!(event.status, Status::Cancelled | Status::Postponed),
        }
    }

    /// Its path within the site, which names what is in it: a file of this name never has to be drawn again.
    pub(crate) fn path(&self) -> String {
        let hash = export::page::hash(format!("{LOOK} {self:?}").as_bytes());
        format!("og/{hash:016x}.png")
    }
}

/// Draws pictures; it keeps the last map, so pictures should come in order. A clone draws beside it.
#[derive(Clone)]
pub struct Painter {
    ground: Arc<base::Ground>,
    sprites: Arc<Sprites>,
    base: Option<(View, Base)>,
}

impl Painter {
    /// A painter of maps with this land.
    pub fn new(basemap: &Basemap) -> Self {
        Self {
            ground: Arc::new(base::Ground::new(basemap)),
            sprites: Arc::new(Sprites::new()),
            base: None,
        }
    }

    /// A picture as a PNG file; the same bytes each time.
    pub fn paint(&mut self, picture: &Picture) -> Vec<u8> {
        let base = match self.base.take() {
            Some((view, base)) if view == picture.view => base,
            _ => self.ground.draw(picture.view),
        };
        let mut canvas = base.clone();
        self.base = Some((picture.view, base));
        if let Some((x, y, mark)) = picture.mark {
            let sprite = match mark {
                Mark::Point => &self.sprites.point,
                Mark::Around => &self.sprites.around,
            };
            canvas.put(sprite, x - sprite.width / 2, y - sprite.height / 2);
        }
        if let Some(day) = picture.day {
            self.date(&mut canvas, day, picture);
        }
        png::encode(&canvas)
    }

    /// The date on a panel at the foot of the picture.
    fn date(&self, canvas: &mut Base, day: NaiveDate, picture: &Picture) {
        let mut text = day.format("%Y-%m-%d").to_string();
        if let Some((hour, minute)) = picture.time {
            text = format!("{text} {hour:02}:{minute:02}");
        }
        let widths = text.chars().map(|c| {
            self.sprites
                .digit(c)
                .map_or(glyphs::SPACE, |digit| digit.width)
        });
        let width: i32 = widths.sum();
        let height = glyphs::PANEL;
        let (left, top) = (0, SIZE[1] as i32 - height);
        canvas.fill(
            left,
            top,
            width + 2 * glyphs::PADDING,
            height,
            Colour::Paper,
        );
        let mut x = left + glyphs::PADDING;
        for c in text.chars() {
            match self.sprites.digit(c) {
                Some(digit) => {
                    canvas.put(digit, x, top + glyphs::PADDING);
                    x += digit.width;
                }
                None => x += glyphs::SPACE,
            }
        }
        if picture.crossed {
            let (y, thick) = (top + height / 2 - 6, 12);
            canvas.fill(
                left + glyphs::PADDING / 2,
                y,
                width + glyphs::PADDING,
                thick,
                Colour::Alert,
            );
        }
    }
}

#[cfg(test)]
mod tests;
