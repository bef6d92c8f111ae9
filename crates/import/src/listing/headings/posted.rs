//! The moment at which a page was posted, on a line of its own near its top (“27.04.2011 11:58”, “14.06.2024, 06:22”), and days in the
//! captions of pictures: none of an event.

use chrono::{NaiveDate, Timelike as _};

use super::super::line::Line;
use super::super::line::span::Kind;
use super::dateline::whole_day;
use crate::when::days::Days;
use crate::when::order::{Order, day};
use crate::when::written::Form;

/// So many lines of the top are looked at.
const TOP: usize = 8;

/// Words before the colon or stroke in which captions name who took the picture.
const CAPTION: [&str; 16] = [
    "bild",
    "foto",
    "fotos",
    "photo",
    "photos",
    "photograph",
    "fot",
    "zdroj",
    "фото",
    "image",
    "imagen",
    "imagem",
    "kuva",
    "credit",
    "crédit",
    "foto di",
];

/// Agencies whose names stand in captions.
const AGENCIES: [&str; 9] = [
    "keystone",
    "reuters",
    "afp",
    "getty",
    "picture alliance",
    "imago",
    "epa/",
    "shutterstock",
    "©",
];

/// Takes such lines out of a listing; the first day on which the page was posted, if its numbers say it, and the places of the lines.
///
/// `order` is that of day and month in numbers such as 11-01-2025, where it is known.
pub fn take(lines: &mut [Option<Line>], order: Option<Order>) -> (Option<NaiveDate>, Vec<Line>) {
    let mut taken = Vec::new();
    let mut posted = None;
    let filled: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].is_some()).collect();
    for (nth, at) in filled.iter().enumerate() {
        let Some(line) = &lines[*at] else { continue };
        let is_stamp = nth < TOP && is_stamp(line) && {
            let below = filled[nth + 1..].iter();
            let below = below.filter_map(|at| lines[*at].as_ref());
            is_of_page(line, below)
        };
        if is_stamp {
            posted = posted.or_else(|| whole_day(line).or_else(|| numbered_day(line, order)));
        }
        if is_stamp || is_caption(line) {
            taken.extend(lines[*at].take());
        }
    }
    (posted, taken)
}

/// The day of numbers of which the order decides.
fn numbered_day(line: &Line, order: Option<Order>) -> Option<NaiveDate> {
    match line.any_days()?.first()?.form {
        Form::Numbers(parts) => day(parts, order?),
        _ => None,
    }
}

/// Whether a line is a day in numbers, perhaps with an hour, and nothing else.
fn is_stamp(line: &Line) -> bool {
    let days = line.any_days();
    let one = days.is_some_and(|days| matches!(days, Days::One(_)));
    let letters = line.text.chars().filter(|sign| sign.is_alphabetic());
    let is_plain = line
        .spans
        .iter()
        .all(|span| matches!(span.kind, Kind::Days { .. } | Kind::Clock(_)));
    let whole = line.text.chars().filter(char::is_ascii_digit).count() >= 6;
    one && whole && is_plain && (letters.count() == 0 || has_odd_minutes(line))
}

/// Whether a line has an hour at which nothing begins: 11:58.
fn has_odd_minutes(line: &Line) -> bool {
    let clock = line.clock();
    clock.is_some_and(|clock| !clock.from.minute().is_multiple_of(5))
}

/// Whether such a line is of the page and heads nothing: its minutes are odd, or another day is named below before any entry does so.
fn is_of_page<'l>(line: &Line, mut below: impl Iterator<Item = &'l Line>) -> bool {
    let odd = has_odd_minutes(line);
    let first = below.next();
    let heads =
        first.is_some_and(|next| next.has_clock() && !next.is_sentence() || next.label().is_some());
    let own = line.any_days();
    let mut others = first
        .into_iter()
        .chain(below)
        .take_while(|line| !line.has_clock());
    odd || !heads && line.clock().is_none() && {
        let other = others.find_map(Line::any_days);
        other.is_some_and(|other| Some(other) != own)
    }
}

/// Whether a line is the caption of a picture: “… am 14. Juni 2023.Bild: keystone”.
fn is_caption(line: &Line) -> bool {
    if !line.has_date() || line.has_clock() {
        return false;
    }
    let text = line.text.to_lowercase();
    let before = |mark: char| {
        text.match_indices(mark).any(|(at, _)| {
            let word = text[..at]
                .trim_end()
                .rsplit(|sign: char| !sign.is_alphabetic())
                .next();
            word.is_some_and(|word| CAPTION.contains(&word))
        })
    };
    before(':') || AGENCIES.iter().any(|agency| text.contains(agency))
}
