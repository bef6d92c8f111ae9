//! A place by name, around which events are looked for.

use std::fmt;

/// How far around a place events are looked for, in kilometres, where a link does not say it.
pub const WITHIN: u16 = 25;

/// A city by name, and perhaps its country: `Lyon`, or `Lyon,FR`. No visitor's position is ever one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// The city's name, as people write it. Not empty, without spaces around it.
    pub city: String,
    /// ISO 3166-1 alpha-2, in capitals.
    pub country: Option<String>,
}

impl Near {
    /// Reads `Lyon` or `Lyon,FR`. `None` for a text without a name.
    pub fn parse(text: &str) -> Option<Self> {
        let (city, country) = match text.rsplit_once(',') {
            Some((city, code)) if is_code(code.trim()) => {
                (city, Some(code.trim().to_ascii_uppercase()))
            }
            _ => (text, None),
        };
        let city = city.trim().to_owned();
        (!city.is_empty()).then_some(Self { city, country })
    }
}

impl fmt::Display for Near {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.city)?;
        match &self.country {
            Some(country) => write!(out, ",{country}"),
            None => Ok(()),
        }
    }
}

fn is_code(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|letter| letter.is_ascii_alphabetic())
}

/// The distance that a link says, in whole kilometres from 1 to 20,000, half the way around the Earth.
pub fn distance(text: &str) -> Option<u16> {
    let plain = text.bytes().all(|digit| digit.is_ascii_digit()) && !text.starts_with('0');
    let distance = text.parse().ok().filter(|_| plain)?;
    (1..=20_000).contains(&distance).then_some(distance)
}
