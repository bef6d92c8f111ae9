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
    /// A city by name; its country where that is a code. `None` where no link can say the name.
    pub fn new(city: &str, country: Option<&str>) -> Option<Self> {
        let country = country.filter(|code| is_code(code));
        let near = Self {
            city: city.trim().to_owned(),
            country: country.map(str::to_ascii_uppercase),
        };
        (Self::parse(&near.to_string()).as_ref() == Some(&near)).then_some(near)
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_made_only_where_a_link_can_say_it() {
        let check = |city: &str, country: Option<&str>, expected: Option<&str>| {
            let near = Near::new(city, country).map(|near| near.to_string());
            assert_eq!(near.as_deref(), expected);
        };
        check(" Lyon", Some("fr"), Some("Lyon,FR"));
        check("Lyon", Some("France"), Some("Lyon"));
        check("Washington, DC", Some("US"), Some("Washington, DC,US"));
        // Read again, it would be a city in a country.
        check("Washington, DC", None, None);
        check(" ", Some("FR"), None);
    }
}
